import type { Calendar } from '../../calendar/calendar.ts';
import type { Day, ThingId } from '../../thing.ts';
import { shiftId } from '../collections.ts';
import type { ShiftPolicy } from '../duty-policy.ts';
import type { Layer, Shift } from '../shift.ts';
import { type Act, cancelShift, moveShift, publishShift, replacePerson } from '../shift-rules.ts';
import type { Problem, RosterResult } from './draft.ts';
import { timesLikeOthers } from './publish-times.ts';
import type { ShiftTimes } from './times.ts';

/** What publishing does to one shift. `before` is absent for one that was not published yet. */
export interface RosterChange {
  readonly before?: Shift;
  readonly after: Shift;
}

export interface PublishContext {
  readonly calendar: Calendar;
  readonly policy: ShiftPolicy;
  readonly shiftTimes: ShiftTimes;
  readonly act: Act;
  /** Whether a shift of this day is only for practice. */
  readonly isTrial: (day: Day) => boolean;
}

/** A duty that the roster wants to be there; nobody where it is left open. */
interface WantedDuty {
  readonly day: Day;
  readonly layer: Layer;
  readonly name?: string;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly people: readonly ThingId[];
  readonly reserve?: readonly ThingId[];
  /** The sheet does not have this day at all: it says nothing about what was published for it. */
  readonly unsaid?: true;
}

const PARTS = ['白班', '中班', '夜班'];

/**
 * The shifts that a roster makes of its days, and what it changes on those that are published: only where the two differ. What
 * has begun is never touched, and days that the sheet does not have stay as they are. 备班 makes no shift of its own, it stands by
 * those of its day. `known` are the unit's shifts on the roster's days, cancelled ones too.
 */
export function rosterChanges(result: RosterResult, known: readonly Shift[], context: PublishContext): RosterChange[] {
  const { act } = context;
  const wanted = wantedDuties(result, context).filter(
    (duty) => duty.endAt > act.at && !(duty.unsaid && hasShift(known, duty)),
  );
  const kept = new Set<ThingId>();
  const made = wanted.flatMap((duty): RosterChange[] => {
    const before = known.find((shift) => shift.state !== 'cancelled' && isSameDuty(shift, duty));
    if (before) kept.add(before.id);
    const after = before ? adjusted(before, duty, context) : newShift(duty, result.draft.unit, known, context);
    return after === before ? [] : [{ ...(before && { before }), after }];
  });
  const gone = known
    .filter((shift) => !kept.has(shift.id) && isReplaced(shift, wanted) && !hasBegun(shift, act.at))
    .map((before) => ({ before, after: cancelShift(before, act) }));
  return [...made, ...gone].sort((one, other) => one.after.startAt.getTime() - other.after.startAt.getTime());
}

/** Shifts that have begun and for which the roster now says something else: they stay, and somebody should know. */
export function begunAndDifferent(
  result: RosterResult,
  known: readonly Shift[],
  context: PublishContext,
): readonly Shift[] {
  const wanted = wantedDuties(result, context).filter(({ unsaid }) => !unsaid);
  return known.filter(
    (shift) =>
      shift.state !== 'cancelled' &&
      hasBegun(shift, context.act.at) &&
      shift.endAt > context.act.at &&
      wanted.some((duty) => isSameDuty(shift, duty) && !samePeople(shift.people, duty.people)),
  );
}

/** The ids under which a roster's duties are kept; some may be of shifts that were cancelled. */
export function shiftIdsOf(result: RosterResult, context: PublishContext): ThingId[] {
  return wantedDuties(result, context).map((duty) => idOf(duty, result.draft.unit));
}

function wantedDuties(result: RosterResult, { calendar, shiftTimes }: PublishContext): WantedDuty[] {
  const filled = result.rows.flatMap(({ layer, cells: _, ...row }) => (layer === 'reserve' ? [] : [{ ...row, layer }]));
  const open = result.problems
    .flatMap((problem) => openDuties(problem))
    .filter(
      (duty) => !filled.some((row) => row.day === duty.day && row.layer === duty.layer && row.name === duty.name),
    );
  return [
    ...filled,
    ...open.map((duty) => ({ ...duty, ...timesLikeOthers(duty, result.rows, shiftTimes, calendar) })),
  ].map((duty) => withReserve(duty, result.rows));
}

/** Whoever is in reserve for that day, or for that part of it. */
function withReserve(duty: WantedDuty, rows: RosterResult['rows']): WantedDuty {
  if (duty.layer !== 'officer') return duty;
  const near = rows.filter(
    ({ layer, day, name }) => layer === 'reserve' && day === duty.day && (!name || name === duty.name),
  );
  const reserve = [...new Set(near.flatMap(({ people }) => people))].filter((person) => !duty.people.includes(person));
  return reserve.length > 0 ? { ...duty, reserve } : duty;
}

/** An empty cell, one that could not be read, or a day that is missing. */
function openDuties({ kind, days, layer, name, cell }: Problem): Omit<WantedDuty, 'startAt' | 'endAt'>[] {
  if ((kind !== 'gap' && kind !== 'unread') || !layer || layer === 'reserve') return [];
  return days.map((day) => ({ day, layer, ...(name && { name }), people: [], ...(!cell && { unsaid: true }) }));
}

function isSameDuty(shift: Shift, { day, layer, name }: WantedDuty): boolean {
  return shift.day === day && shift.layer === layer && shift.name === name;
}

/** Whether the unit has anything on that day and layer, however the day is parted. */
export function hasShift(known: readonly Shift[], { day, layer }: Pick<Problem, 'layer'> & { day: Day }): boolean {
  return known.some((shift) => shift.state !== 'cancelled' && shift.day === day && shift.layer === layer);
}

/** Of a day and layer that the sheet does have, though parted otherwise than before. */
function isReplaced({ state, day, layer }: Shift, wanted: readonly WantedDuty[]): boolean {
  return state !== 'cancelled' && wanted.some((duty) => duty.day === day && duty.layer === layer && !duty.unsaid);
}

function hasBegun({ takenOverAt, startAt, state }: Shift, now: Date): boolean {
  return takenOverAt !== undefined || state === 'on-duty' || state === 'closed' || startAt <= now;
}

function idOf(duty: Pick<WantedDuty, 'day' | 'layer' | 'name'>, unit: ThingId): ThingId {
  return shiftId({ unit, ...duty }, duty.name ? PARTS.indexOf(duty.name) + 1 : 0);
}

function newShift(duty: WantedDuty, unit: ThingId, known: readonly Shift[], context: PublishContext): Shift {
  const { act, policy, isTrial } = context;
  const { unsaid: _, ...fields } = duty;
  const id = idOf(duty, unit);
  const history = known.find((shift) => shift.id === id)?.history;
  const planned: Shift = {
    ...{ id, type: 'shift', unit, state: 'planned', basisAt: act.at },
    ...fields,
    ...(duty.people.length === 0 && { unfilledAt: act.at }),
    ...(isTrial(duty.day) && { trial: true }),
    ...(history && { history }),
  };
  return publishShift(planned, act, policy);
}

function adjusted(shift: Shift, duty: WantedDuty, { act, policy }: PublishContext): Shift {
  if (hasBegun(shift, act.at)) return shift;
  const moved =
    shift.startAt.getTime() === duty.startAt.getTime() && shift.endAt.getTime() === duty.endAt.getTime()
      ? shift
      : moveShift(shift, duty, act);
  return publishShift(keptReady(withPeople(moved, duty.people, act), duty), act, policy);
}

/** A sheet without a day says nothing about its reserve either. */
function keptReady(shift: Shift, { reserve, unsaid }: WantedDuty): Shift {
  const { reserve: before = [], ...rest } = shift;
  if (unsaid || samePeople(before, reserve ?? [])) return shift;
  return reserve ? { ...rest, reserve } : rest;
}

/** One for one as far as it goes, so that everybody who comes stands in the place of somebody who goes. */
function withPeople(shift: Shift, people: readonly ThingId[], act: Act): Shift {
  const gone = shift.people.filter((person) => !people.includes(person));
  const come = people.filter((person) => !shift.people.includes(person));
  const steps = Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => ({
    ...(gone[index] && { from: gone[index] }),
    ...(come[index] && { to: come[index] }),
  }));
  const changed = steps.reduce((changing, step) => replacePerson(changing, step, act), shift);
  return come.length > 1 ? { ...changed, newPeople: come } : changed;
}

function samePeople(some: readonly ThingId[], others: readonly ThingId[]): boolean {
  return some.length === others.length && some.every((person) => others.includes(person));
}
