import type { Calendar } from '../../calendar/calendar.ts';
import type { Step } from '../../step.ts';
import type { Day, Thing, ThingId } from '../../thing.ts';
import { type Period, settlesOn } from '../period.ts';
import type { KitItem } from './kit.ts';

/** The run that an item is asked for, as it was when this was last looked at. */
export type KitRun = Pick<Period, 'id' | 'name' | 'fromDay' | 'toDay' | 'provisional' | 'warning'>;

/** 草稿 → 已下达; 不要; 已失效 because nobody said anything; 已撤回 because the period is not to be any more. */
export type KitEntryState = 'open' | 'issued' | 'declined' | 'lapsed' | 'withdrawn';

/** One item put before the dispatcher under a number of the sheet. */
export interface KitEntry {
  /** Among everything that waits nothing else has it. */
  readonly no: number;
  /** As it was then: an edit of the kits changes nothing that is waiting. */
  readonly item: KitItem;
  /** Periods that run together and ask for the same. */
  readonly runs: readonly KitRun[];
  /** Undefined where none is wanted, or a person has to say it. */
  readonly dueAt?: Date;
  /** It was shown too late for the kit's own deadline, and the term counts from this day. */
  readonly dueFromDay?: Day;
  /** A person said the deadline: it does not move with the period. */
  readonly dueSaid?: true;
  /** Named by a person, in place of the words of the item. */
  readonly units?: readonly ThingId[];
  readonly state: KitEntryState;
  /** `T0613`, `N0108`: what became of it. */
  readonly matter?: string;
  readonly by?: ThingId;
}

/** What was put before the dispatchers in one message: drafts of tasks and notices, of which no unit has heard. */
export interface KitSheet extends Thing {
  readonly type: 'kit-sheet';
  readonly entries: readonly KitEntry[];
  readonly shownAt: Date;
  /** Counts what was shown; an answer is to one version. */
  readonly version: number;
  readonly remindedAt?: Date;
  /** It belongs to a warning: there is no time to be reminded, and it ends with the warning. */
  readonly urgent: boolean;
  /** Until then the items of its periods are not asked for a second time. */
  readonly keepToDay: Day;
  readonly settled?: true;
}

/** Sheets whose periods are not over yet. */
export const KIT_SHEETS = 'kit-sheets';

/** Working days from the sheet to its only reminder, and from there until it lapses. */
const REMIND_WORKDAYS = 1;
const LAPSE_WORKDAYS = 2;
/** A warning has no last day that could be known. */
const WARNING_KEPT_DAYS = 90;

export function kitSheetId(day: Day, ordinal: number): ThingId {
  return `kit-sheet.${day}${ordinal > 1 ? `.${ordinal}` : ''}`;
}

export function openEntries({ entries }: Pick<KitSheet, 'entries'>): KitEntry[] {
  return entries.filter(({ state }) => state === 'open');
}

/** One reminder on the next working day; two working days later what nobody wanted lapses. Never both in one wake. */
export function kitSheetAgenda(sheet: KitSheet, calendar: Calendar): Step[] {
  if (sheet.settled) return [];
  const act = (at: Date, step: string): Step => ({ at, step, track: step, kind: 'act' });
  const settle = act(calendar.at(sheet.keepToDay, '00:00'), 'settle');
  if (sheet.urgent || openEntries(sheet).length === 0) return [settle];

  const { shownAt, remindedAt } = sheet;
  const later = (from: Date, workdays: number, clock: string) =>
    calendar.at(calendar.addWorkdays(calendar.dayOf(from), workdays), clock);
  const next = remindedAt
    ? act(later(remindedAt, LAPSE_WORKDAYS, '16:30'), 'lapse')
    : act(later(shownAt, REMIND_WORKDAYS, '09:30'), 'remind');
  return [next, settle];
}

/** So long must be remembered what was asked for these runs. */
export function keptTo(runs: readonly KitRun[], calendar: Calendar): Day {
  const days = runs.map(({ fromDay, toDay }) =>
    settlesOn(toDay ?? calendar.addDays(fromDay, WARNING_KEPT_DAYS), calendar.addDays),
  );
  return days.toSorted().at(-1)!;
}

/** The sheet with some of its entries changed; a change of what is open is a new version. */
export function withEntries(sheet: KitSheet, changed: readonly KitEntry[]): KitSheet {
  const entries = sheet.entries.map((entry) => changed.find(({ no }) => no === entry.no) ?? entry);
  return { ...sheet, entries, version: sheet.version + 1 };
}

/** Nobody said anything: what is open lapses. */
export function lapsed(sheet: KitSheet): KitSheet {
  return withEntries(
    sheet,
    openEntries(sheet).map((entry) => ({ ...entry, state: 'lapsed' })),
  );
}

/** The highest number under which a draft waits: the next sheet goes on from there, so that a number is never two drafts. */
export function lastNumber(sheets: readonly KitSheet[]): number {
  return Math.max(0, ...sheets.flatMap(openEntries).map(({ no }) => no));
}
