import { type Decision, decide, merge } from '../../../domain/decision.ts';
import { kitAudience } from '../../../domain/periods/kits/audience.ts';
import type { KitAmendment, KitChoice } from '../../../domain/periods/kits/reply.ts';
import {
  KIT_SHEETS,
  type KitEntry,
  type KitSheet,
  openEntries,
  withEntries,
} from '../../../domain/periods/kits/sheet.ts';
import { Refusal } from '../../../domain/refusal.ts';
import * as words from '../../../domain/wording/kit-answers.ts';
import { entriesInFullText, type KitTextContext } from '../../../domain/wording/kit-entries.ts';
import { type CommandContext, defineCommand } from '../command.ts';
import { privately } from '../duty/check-reply.ts';
import { type IssuedEntry, isBlocked, issueEntry, whenOut } from './kit-issue.ts';

/** 确认1、3 · 2不要 · 3改为 … · 预览: what is to become of drafts of a key period. Nothing goes to units but by a word of this. */
export default defineCommand({
  intent: 'kit',
  right: 'give-order',
  examples: [],

  async handle(context) {
    const desk = await deskNow(context);
    const replies = context.meaning.kit ?? [];
    if (desk.open.length === 0) {
      // 确认 that is for something else finds nothing here.
      if (replies.length === 0) throw new Refusal('WHICH_MATTER');
      return said(context, words.KIT_ANSWERS.none);
    }
    if (replies.length === 0) return said(context, words.KIT_ANSWERS.which);

    const [first] = replies;
    if (first?.does === 'amend') return amend(desk, first, context);
    const choices = replies.filter((reply) => reply.does !== 'amend');
    const missing = choices.flatMap(({ items }) =>
      typeof items === 'string' ? [] : items.filter((no) => !desk.open.some((entry) => entry.no === no)),
    );
    if (missing.length > 0) return said(context, words.noSuchEntryText(missing, desk.open));
    // To read everything does no harm.
    if (choices.some(({ does, items }) => does !== 'show' && typeof items === 'string') && !desk.meant)
      return said(context, words.whichSheetText(desk.sheets));
    return settle(desk, choices, context);
  },
});

/** Everything that waits; numbers are of all of it, 全部 and 其余 of one sheet. */
interface Desk {
  /** Those with drafts that wait. */
  readonly sheets: readonly KitSheet[];
  readonly open: readonly KitEntry[];
  /** The only one, or the one that is quoted; undefined where that would have to be guessed. */
  readonly meant: KitSheet | undefined;
}

async function deskNow({ read, question, message }: CommandContext): Promise<Desk> {
  const sheets = (await read.members<KitSheet>(KIT_SHEETS)).filter((sheet) => openEntries(sheet).length > 0);
  const quoted = message.quote?.mine
    ? sheets.find((sheet) => openEntries(sheet).some(({ no, item }) => isNamed(message.quote!.text, no, item.title)))
    : undefined;
  // Said again after everything was settled it is not for another sheet.
  const isOther = question !== undefined && !sheets.some(({ id }) => id === question.matter);
  const only = sheets.length === 1 && !isOther ? sheets[0] : undefined;
  const chosen = question?.about === 'kit-chosen' ? sheets.find(({ id }) => id === question.matter) : undefined;
  return { sheets, open: sheets.flatMap(openEntries), meant: quoted ?? chosen ?? only };
}

function isNamed(text: string, no: number, title: string): boolean {
  return text.includes(`${no}.${title}`) || text.includes(`${no}.通知：${title}`);
}

async function settle(desk: Desk, choices: readonly KitChoice[], context: CommandContext): Promise<Decision> {
  const texts = textsOf(context);
  const all = (does: KitChoice['does']) =>
    choices.filter((choice) => choice.does === does).flatMap((choice) => chosen(choice, choices, desk));
  const shown = all('show');
  if (shown.length > 0) return said(context, entriesInFullText(shown, texts));

  const declined = all('decline').map((entry): KitEntry => ({ ...entry, state: 'declined', by: context.speaker.id }));
  const urgent = (entry: KitEntry) => desk.sheets.some((sheet) => sheet.urgent && sheet.entries.includes(entry));
  const blocked: KitEntry[] = [];
  const issued: IssuedEntry[] = [];
  for (const entry of all('confirm')) {
    const when = whenOut(context, urgent(entry));
    if (isBlocked(entry, when.notBeforeAt ?? context.read.now, texts)) blocked.push(entry);
    else issued.push(await issueEntry(entry, context, texts, when));
  }
  const left = desk.open.length - issued.length - declined.length;
  const answers = [
    ...(issued.length > 0 ? [words.issuedEntriesText(issued, declined.length > 0 ? 0 : left, context.text)] : []),
    ...(declined.length > 0 ? [words.declinedText(declined, left)] : []),
    ...(blocked.length > 0 ? [words.blockedText(blocked, texts)] : []),
  ];
  const own = decide({
    save: changedSheets(desk, [...issued.map(({ entry }) => entry), ...declined]),
    say: [privately(context, answers.join('\n'))],
  });
  return merge([own, ...issued.map(({ decision }) => decision)]);
}

function changedSheets({ sheets }: Desk, changed: readonly KitEntry[]): KitSheet[] {
  return sheets.flatMap((sheet) => {
    const numbers = openEntries(sheet).map(({ no }) => no);
    const own = changed.filter(({ no }) => numbers.includes(no));
    return own.length > 0 ? [withEntries(sheet, own)] : [];
  });
}

/** The open drafts that a choice means; 其余 are those that no other choice names. */
function chosen({ items }: KitChoice, all: readonly KitChoice[], { open, meant }: Desk): KitEntry[] {
  if (typeof items !== 'string') return open.filter(({ no }) => items.includes(no));
  const named = all.flatMap((choice) => (typeof choice.items === 'string' ? [] : choice.items));
  return (meant ? openEntries(meant) : open).filter(({ no }) => items === 'all' || !named.includes(no));
}

/** Other units, another deadline, or other words; a name that stands for nobody changes nothing. */
function amend(desk: Desk, { item: no, names, dueAt, text }: KitAmendment, context: CommandContext): Decision {
  const texts = textsOf(context);
  const entry = desk.open.find((one) => one.no === no);
  if (!entry) return said(context, words.noSuchEntryText([no], desk.open));
  const { units, unknown } = kitAudience(names, context.office, texts.departments);
  if (unknown.length > 0) return said(context, words.unknownNamesText(unknown));
  if (text && names.length === 0 && UNIT_LIKE.test(text)) return said(context, words.unknownNamesText([text]));
  if (dueAt && dueAt <= context.read.now) return said(context, words.dueOverText(dueAt, context.text));
  if (units.length === 0 && !dueAt && !text) return said(context, words.KIT_ANSWERS.noChange);

  const changed: KitEntry = {
    ...entry,
    ...(units.length > 0 && { units }),
    ...(dueAt && { dueAt, dueSaid: true as const }),
    ...(text && { item: { ...entry.item, title: titleOf(text), text } }),
  };
  return decide({
    save: changedSheets(desk, [changed]),
    say: [privately(context, words.amendedEntryText(changed, texts))],
  });
}

/** 火星开发办: a unit that nobody here knows, and no new wording. */
const UNIT_LIKE = /^[\u4e00-\u9fa5]{2,12}(?:镇|乡|局|办|委|处|区|队|街道|中心|公司|村|社区)$/;

const TITLE_CHARS = 20;

/** The first clause of what somebody wrote in place of a draft. */
function titleOf(text: string): string {
  const [clause = text] = text.split(/[，,。；;\n]/);
  const chars = Array.from(clause);
  return chars.length > TITLE_CHARS ? `${chars.slice(0, TITLE_CHARS - 1).join('')}…` : clause;
}

function said(context: CommandContext, text: string): Decision {
  return decide({ say: [privately(context, text)] });
}

function textsOf({ text, read }: CommandContext): KitTextContext {
  return { ...text, departments: read.policy.kits.departments };
}
