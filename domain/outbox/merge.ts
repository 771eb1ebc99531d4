import type { PendingMessage } from '../ports.ts';
import { digestHead, listLine, moreText } from '../wording/outbox.ts';
import { isBudgeted } from './budget.ts';

/** What goes out as one chat message, before it is cut to length. */
export interface Utterance {
  readonly text: string;
  /** Everything it stands for; of these `hidden` are only counted in the text. */
  readonly items: readonly PendingMessage[];
  readonly hidden: readonly PendingMessage[];
}

export interface MergeTerms {
  readonly isRoom: boolean;
  readonly maxLines: number;
  /** The last counted message of the day for this person: it gathers what it can. */
  readonly isLast: boolean;
}

/** The next utterance: the first of what may go now, with whatever is better said together with it. */
export function nextUtterance(going: readonly PendingMessage[], terms: MergeTerms): Utterance {
  const head = going[0]!;
  const others = going.slice(1);
  if (isListable(head, terms)) {
    const list = [head, ...others.filter((item) => isListable(item, terms))];
    return listed(list, terms);
  }

  return joined([head, ...others.filter((item) => belongs(item, head, terms))], terms);
}

/** Reminders become lines of one list; those that @ somebody stay with their own matter. */
function isListable(item: PendingMessage, { isRoom, isLast }: MergeTerms): boolean {
  if (!isBudgeted(item.class) || (isRoom && hasMentions(item))) return false;
  if (isLast) return true;
  return !item.file && (item.class !== 'L4' || !item.text.includes('\n'));
}

/** Answers given in the same moment to one person, and @ lines of one room about the same matter, read better together. */
function belongs(item: PendingMessage, head: PendingMessage, { isRoom }: MergeTerms): boolean {
  if (item.class !== head.class || item.file || head.file) return false;
  if (!isRoom) return item.class === 'R' && item.sinceMs === head.sinceMs;
  return hasMentions(item) && hasMentions(head) && item.about !== undefined && item.about === head.about;
}

function joined(items: readonly PendingMessage[], { maxLines }: MergeTerms): Utterance {
  const taken: PendingMessage[] = [];
  let lines = 0;
  for (const item of items) {
    lines += item.text.split('\n').length;
    if (taken.length > 0 && lines > maxLines) break;
    taken.push(item);
  }
  return { text: taken.map((item) => item.text).join('\n'), items: taken, hidden: [] };
}

function listed(items: readonly PendingMessage[], terms: MergeTerms): Utterance {
  if (items.length === 1) return { text: items[0]!.text, items, hidden: [] };

  const room = Math.max(2, terms.maxLines - (terms.isLast ? 1 : 0));
  const { shown, hidden } = fitted(items, room, terms);
  const taken = [...shown, ...hidden];
  const lines = [
    ...(terms.isLast ? [digestHead(taken.length)] : []),
    ...shown.map(listLine).filter((line) => line !== ''),
    ...(hidden.length > 0 ? [moreText(hidden)] : []),
  ];
  return { text: lines.join('\n'), items: taken, hidden };
}

/** Only what has a number to ask for may be reduced to it, and only in a private chat; the rest waits for its own line. */
function fitted(items: readonly PendingMessage[], room: number, { isRoom }: MergeTerms) {
  if (items.length <= room || isRoom) return { shown: items.slice(0, room), hidden: [] };

  const hidden = items.slice(room - 1).filter((item) => item.about !== undefined && !item.file);
  if (hidden.length < 2) return { shown: items.slice(0, room), hidden: [] };
  return { shown: items.slice(0, room - 1), hidden };
}

function hasMentions(item: PendingMessage): boolean {
  return item.mentions !== undefined && item.mentions.length > 0;
}
