import type { Calendar } from '../calendar/calendar.ts';
import type { Office } from '../people/office.ts';
import { classOf, type ItemClass, isVague } from './classes.ts';
import { decisionOn, type ItemDecision, type Meeting, type MeetingItem, partiesOf, undecided } from './meeting.ts';
import type { MeetingPolicy } from './policy.ts';
import { unitsMeant } from './units.ts';

/** What a person says is to become of points of a list. */
export type Change =
  | { readonly what: 'due'; readonly dueAt: Date }
  /** 默认: the office's standard term, counted from the day of the meeting. */
  | { readonly what: 'standard' }
  /** The limit of the text. */
  | { readonly what: 'own' }
  | { readonly what: 'open-ended' }
  | { readonly what: 'ledger' }
  | { readonly what: 'drop' }
  | { readonly what: 'leads'; readonly names: readonly string[] }
  | { readonly what: 'coops'; readonly names: readonly string[] }
  | { readonly what: 'action'; readonly words: string };

/** Which points: by number; what is left of those under discussion; all; or one class of them. */
export type Selection = readonly number[] | 'rest' | 'all' | ItemClass;

export interface Correction {
  readonly which: Selection;
  readonly change: Change;
}

/** What a correction came to, for the echo. */
export interface Applied {
  readonly nos: readonly number[];
  readonly change: Change;
  /** Whether the points were meant as 其余 or 全部 and not by number. */
  readonly together: boolean;
  readonly dueAt?: Date;
}

/** Why a correction was not carried out. Each is said in one line; the others of the message stand. */
export type Refused =
  | { readonly why: 'no-such-item'; readonly nos: readonly number[] }
  /** 默认 without a day of the meeting. */
  | { readonly why: 'no-day' }
  | { readonly why: 'past'; readonly nos: readonly number[]; readonly dueAt: Date }
  | { readonly why: 'no-limit'; readonly nos: readonly number[] }
  /** 默认 for all that is left does not override a limit of the text that could not be dated. */
  | { readonly why: 'own-words'; readonly items: readonly MeetingItem[] }
  /** Its task has been handed out: the task's own words change it. */
  | { readonly why: 'issued'; readonly nos: readonly number[] };

export interface ChangeContext {
  readonly office: Office;
  readonly calendar: Calendar;
  readonly policy: MeetingPolicy;
  readonly now: Date;
  /** Points whose tasks are no longer drafts. */
  readonly issued: ReadonlySet<number>;
  /** Points that the message names in words that were not understood: 其余 does not mean them. */
  readonly leftOut: readonly number[];
}

export interface Changed {
  readonly meeting: Meeting;
  readonly applied: readonly Applied[];
  readonly refused: readonly Refused[];
}

/** Carries out corrections in the order said; what cannot be done is left as it was and told. 其余 is what the message does not name. */
export function applyCorrections(
  meeting: Meeting,
  corrections: readonly Correction[],
  context: ChangeContext,
): Changed {
  const said = corrections.flatMap(({ which }) => (typeof which === 'string' ? [] : which));
  const named = new Set([...said, ...context.leftOut]);
  let state: Changed = { meeting, applied: [], refused: [] };
  for (const correction of corrections) state = applyOne(state, correction, named, meeting, context);
  return state;
}

function applyOne(
  state: Changed,
  { which, change }: Correction,
  named: ReadonlySet<number>,
  before: Meeting,
  context: ChangeContext,
): Changed {
  const together = typeof which === 'string';
  const refuse = (...refused: Refused[]): Changed => ({ ...state, refused: [...state.refused, ...refused] });
  if (!together) {
    const known = new Set(state.meeting.items.map(({ no }) => no));
    const unknown = which.filter((no) => !known.has(no));
    if (unknown.length > 0) return refuse({ why: 'no-such-item', nos: unknown });
  }
  const wanted = together ? selected(which, change, before, named, context) : [...new Set(which)];
  const issued = wanted.filter((no) => context.issued.has(no));
  if (issued.length > 0 && !together) return refuse({ why: 'issued', nos: issued });
  const worded = together && change.what === 'standard' ? undatable(wanted, state.meeting, context) : [];
  const held = new Set([...context.issued, ...worded.map(({ no }) => no)]);
  const nos = wanted.filter((no) => !held.has(no));

  const due = dueFor(nos, change, together, state.meeting, context);
  if ('why' in due) return refuse(due);
  const refused = worded.length > 0 ? [...state.refused, { why: 'own-words', items: worded } as const] : state.refused;
  const decided = { ...state.meeting.decided };
  for (const no of nos) {
    const item = state.meeting.items.find((one) => one.no === no)!;
    decided[no] = settled(state.meeting, item, change, due.dueAt(item), context.office);
  }
  const [first] = nos;
  const dueAt = first !== undefined ? decided[first]!.dueAt : undefined;
  const applied: Applied = { nos, change, together, ...(dueAt && isTerm(change) && { dueAt }) };
  return { meeting: { ...state.meeting, decided }, applied: [...state.applied, ...split(applied, decided)], refused };
}

/** Points whose text sets a limit in words that no day could be worked out from. */
function undatable(nos: readonly number[], { items }: Meeting, { now }: ChangeContext): MeetingItem[] {
  return items.filter(
    ({ no, deadline, limitAt }) =>
      nos.includes(no) && deadline !== undefined && !isVague(deadline) && !(limitAt && limitAt > now),
  );
}

/** Of a term that gave different days, one line for each day. */
function split(applied: Applied, decided: Readonly<Record<string, ItemDecision>>): Applied[] {
  if (!isTerm(applied.change) || applied.nos.length === 0) return [applied];
  const days = new Map<number, number[]>();
  for (const no of applied.nos) {
    const ms = decided[no]!.dueAt?.getTime() ?? 0;
    days.set(ms, [...(days.get(ms) ?? []), no]);
  }
  return [...days].map(([ms, nos]) => ({ ...applied, nos, ...(ms > 0 && { dueAt: new Date(ms) }) }));
}

function isTerm({ what }: Change): boolean {
  return what === 'due' || what === 'standard' || what === 'own';
}

/** Points with somebody to do them come first; the others are what is left once those are decided. */
function selected(
  which: Exclude<Selection, readonly number[]>,
  { what }: Change,
  meeting: Meeting,
  named: ReadonlySet<number>,
  { office }: ChangeContext,
): number[] {
  const numbers = (items: readonly MeetingItem[]) => items.map(({ no }) => no);
  const isReady = (item: MeetingItem) => classOf(meeting, item, office) === 'ready';
  if (which === 'all')
    return numbers(what === 'drop' || what === 'ledger' ? meeting.items : meeting.items.filter(isReady));
  const open = undecided(meeting).filter(({ no }) => !named.has(no));
  if (which !== 'rest') return numbers(open.filter((item) => classOf(meeting, item, office) === which));
  const ready = open.filter(isReady);
  return numbers(ready.length > 0 ? ready : open);
}

type Due = { dueAt(item: MeetingItem): Date | undefined };

function dueFor(
  nos: readonly number[],
  change: Change,
  together: boolean,
  { items, heldDay }: Meeting,
  { calendar, policy, now }: ChangeContext,
): Due | Refused {
  if (change.what === 'due')
    return change.dueAt > now ? { dueAt: () => change.dueAt } : { why: 'past', nos, dueAt: change.dueAt };
  if (change.what === 'own') {
    const without = items.filter(({ no, limitAt }) => nos.includes(no) && !(limitAt && limitAt > now));
    return without.length > 0
      ? { why: 'no-limit', nos: without.map(({ no }) => no) }
      : { dueAt: (item) => item.limitAt };
  }
  if (change.what !== 'standard') return { dueAt: () => undefined };
  if (!heldDay) return { why: 'no-day' };
  const standardAt = calendar.closing(calendar.addWorkdays(heldDay, policy.standardWorkdays));
  const of = ({ limitAt }: MeetingItem) => (together && limitAt && limitAt > now ? limitAt : standardAt);
  const late = items.some((item) => nos.includes(item.no) && of(item) <= now);
  return late ? { why: 'past', nos, dueAt: standardAt } : { dueAt: of };
}

/** A point becomes a task once it has a term and somebody known to do it; before that it stays open. */
function settled(
  meeting: Meeting,
  item: MeetingItem,
  change: Change,
  dueAt: Date | undefined,
  office: Office,
): ItemDecision {
  const { course, ...was } = decisionOn(meeting, item.no);
  const { dueAt: _due, openEnded: _open, ...rest } = was;
  switch (change.what) {
    case 'ledger':
    case 'drop':
      return { ...rest, course: change.what };
    case 'open-ended':
      return asTask(meeting, item, { ...rest, openEnded: true }, office);
    case 'action':
      return { ...was, ...(course && { course }), action: change.words };
    case 'coops':
      return { ...was, ...(course && { course }), coops: change.names };
    case 'leads': {
      const next = { ...was, leads: change.names };
      return course === 'ledger' || course === 'drop' ? { ...next, course } : asTask(meeting, item, next, office);
    }
    default:
      return asTask(meeting, item, { ...rest, ...(dueAt && { dueAt }) }, office);
  }
}

function asTask(meeting: Meeting, item: MeetingItem, decision: ItemDecision, office: Office): ItemDecision {
  if (!decision.dueAt && !decision.openEnded) return decision;
  const { leads } = partiesOf({ ...meeting, decided: { [item.no]: decision } }, item);
  const { units, unknown } = unitsMeant(office, leads);
  return units.length > 0 && unknown.length === 0 ? { ...decision, course: 'task' } : decision;
}
