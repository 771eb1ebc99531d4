import { withoutInvisible } from './plain-text.ts';

/** Who can be meant by an @ in this conversation. */
export interface WhoIsWho {
  readonly selfId: string;
  /** Names under which the bot appears here: its own and its name in this room. */
  readonly selfNames: readonly string[];
  /** Ids the channel says are mentioned. Empty also where it cannot say, as over gRPC. */
  readonly mentionIds: readonly string[];
  readonly members: readonly { readonly contactId: string; readonly name: string }[];
}

export interface Mentions {
  readonly text: string;
  readonly mentionsMe: boolean;
  readonly mentionsAll: boolean;
  /** Others: contact id where known, else the name as written. */
  readonly mentions: readonly string[];
}

const EVERYONE = ['所有人', '全体成员', 'all', 'All', 'ALL'];
/** What may stand after a name: a space of any kind or punctuation, as in `@值守，请` and `@值守\u2005请`. */
const AFTER_NAME = /[\s\u2005\u00a0，,、。．.；;：:！!？?（）()【】“”"@＠]/;
const LONGEST_NAME = 40;

/** Names by their characters, so that finding one takes as long as the name, however many people are in the room. */
interface Branch {
  readonly next: Map<string, Branch>;
  id?: string;
}

const ME = 'me';
const ALL = 'all';

/** Finds who is mentioned and takes the mention of the bot out of the text. Where the channel gives ids, they decide about others. */
export function readMentions(body: string, who: WhoIsWho): Mentions {
  const names = nameTree(who);
  const kept: string[] = [];
  const written = new Set<string>();
  let mentionsMe = who.mentionIds.includes(who.selfId);
  let mentionsAll = who.mentionIds.some((id) => /@all$/i.test(id));
  const gluedToMe = mentionsMe;
  let from = 0;

  for (const { index } of body.matchAll(/[@＠]/g)) {
    if (index < from) continue;
    const found = nameAt(body, index + 1, names, gluedToMe);
    if (found?.id === ME) {
      mentionsMe = true;
      kept.push(body.slice(from, index));
      from = endOfMention(body, found.end, index);
    } else if (found?.id === ALL) mentionsAll = true;
    else if (found) written.add(found.id);
    else addUnknown(written, body, index);
  }
  kept.push(body.slice(from));

  const others = who.mentionIds.filter((id) => id !== who.selfId && !/@all$/i.test(id));
  const mentions = who.mentionIds.length > 0 ? [...new Set(others)] : [...written];
  return { text: kept.join(''), mentionsMe, mentionsAll, mentions };
}

/** The bot's own names win over namesakes. */
function nameTree(who: WhoIsWho): Branch {
  const root: Branch = { next: new Map() };
  for (const name of who.selfNames) plant(root, name, ME);
  for (const name of EVERYONE) plant(root, name, ALL);
  for (const { contactId, name } of who.members) plant(root, name, contactId === who.selfId ? ME : contactId);
  return root;
}

function plant(root: Branch, name: string, id: string): void {
  let branch = root;
  for (const char of withoutInvisible(name).trim().split('')) {
    const next = branch.next.get(char) ?? { next: new Map() };
    branch.next.set(char, next);
    branch = next;
  }
  if (branch !== root) branch.id ??= id;
}

/** The longest name that ends where a name can end, so that 值守员小李 is not taken for 值守. */
function nameAt(body: string, at: number, names: Branch, gluedToMe: boolean): { id: string; end: number } | undefined {
  let found: { id: string; end: number } | undefined;
  let branch = names.next.get(body[at] ?? '');
  for (let end = at + 1; branch; end += 1) {
    const next = body[end];
    const ends = next === undefined || AFTER_NAME.test(next) || (gluedToMe && branch.id === ME);
    if (branch.id !== undefined && ends) found = { id: branch.id, end };
    branch = branch.next.get(next ?? '');
  }
  return found;
}

/** The separator goes with the mention; between two words one space stays. */
function endOfMention(body: string, end: number, start: number): number {
  const separated = /[ \u2005\u00a0\u3000]/.test(body[end] ?? '');
  const needsSpace = start > 0 && !/\s/.test(body[start - 1] ?? '');
  return separated && !needsSpace ? end + 1 : end;
}

function addUnknown(written: Set<string>, body: string, index: number): void {
  if (/[\w.-]/.test(body[index - 1] ?? '')) return; // zhang@163.com
  const rest = body.slice(index + 1, index + 1 + LONGEST_NAME);
  const end = rest.search(AFTER_NAME);
  const name = end < 0 ? rest : rest.slice(0, end);
  const whole = end >= 0 || index + 1 + rest.length === body.length;
  if (name !== '' && whole) written.add(name);
}
