import type { Calendar } from '../../calendar/calendar.ts';
import type { Office } from '../../people/office.ts';
import { belongsTo, isServing } from '../../people/posts.ts';
import type { Day, ThingId } from '../../thing.ts';
import { type DutyLeave, touches } from '../absences/leave.ts';
import type { ShiftPolicy } from '../duty-policy.ts';
import type { Shift } from '../shift.ts';
import { exchanged } from './apply-swap.ts';
import { beginsAt, isOpenSwap, partiesOf, type Swap, shiftsOfSwap } from './swap.ts';

export type SwapRefusal =
  | 'SHIFT_GONE'
  | 'SHIFT_BEGUN'
  | 'SAME_PERSON'
  | 'SAME_SHIFT'
  | 'NOT_ON_SHIFT'
  | 'ALREADY_ON_SHIFT'
  | 'OTHER_LAYER'
  | 'NO_TENURE'
  | 'ON_LEAVE'
  | 'DOUBLE_SHIFT'
  | 'SHORT_REST'
  | 'LEAVES_GAP'
  | 'OPEN_SWAP';

export type SwapWarning = 'HOLIDAY_NOTICE' | 'SHORT_NOTICE' | 'SHORT_REST';

/** What stands in the way, and of whom. `other` is the shift it collides with. */
export interface SwapProblem<Code = SwapRefusal | SwapWarning> {
  readonly code: Code;
  readonly person?: ThingId;
  readonly day?: Day;
  readonly shift?: Shift;
  readonly other?: Shift;
  /** Hours of rest that would be left. */
  readonly hours?: number;
  /** Days of notice that are asked for. */
  readonly days?: number;
  /** The open swap of the same shift. */
  readonly no?: string;
}

export interface SwapVerdict {
  readonly refusals: readonly SwapProblem<SwapRefusal>[];
  /** Said along with it; they stop nothing. */
  readonly warnings: readonly SwapProblem<SwapWarning>[];
}

export interface SwapSurroundings {
  readonly office: Office;
  readonly calendar: Calendar;
  readonly policy: ShiftPolicy;
  readonly now: Date;
  /** Swaps that may concern the same shifts; the one that is checked may be among them. */
  readonly openSwaps?: readonly Swap[];
  /** Days on which people are away. */
  readonly leaves?: readonly DutyLeave[];
}

type Draft = Pick<Swap, 'id' | 'kind' | 'emergency' | 'giver' | 'taker' | 'given' | 'returned'>;

/**
 * Every rule about a swap, before anybody is asked and once more when it comes into force. `shifts` holds all shifts of both
 * people in every unit, some days around. Times are those of the shifts as they are now. In an emergency the shift may have begun,
 * and too short a rest is a warning: an empty post is worse.
 */
export function checkSwap(swap: Draft, shifts: readonly Shift[], around: SwapSurroundings): SwapVerdict {
  const concerned = shiftsOfSwap(swap).map(({ shift }) => shifts.find(({ id }) => id === shift));
  const found = concerned.filter((shift) => shift !== undefined && shift.state !== 'cancelled') as Shift[];
  if (found.length < concerned.length) {
    const gone = shiftsOfSwap(swap).find(({ shift }) => !found.some(({ id }) => id === shift))!;
    return { refusals: [{ code: 'SHIFT_GONE', day: gone.day }], warnings: [] };
  }
  const basic = [...aboutPeople(swap, found), ...aboutShifts(swap, found, shifts, around)];
  if (basic.length > 0) return { refusals: basic, warnings: [] };

  const after = exchanged(swap, shifts);
  const rests = partiesOf(swap).flatMap((person) => collisions(person, shifts, after, around));
  const gaps = after.filter((shift) => shift.people.length === 0 && found.some(({ id }) => id === shift.id));
  const refusals = rests.filter(({ code }) => !(swap.emergency && code === 'SHORT_REST'));
  const hard: SwapProblem<SwapRefusal>[] = [
    ...refusals,
    ...gaps.map((shift) => ({ code: 'LEAVES_GAP' as const, shift })),
  ];
  const soft = rests.filter(({ code }) => swap.emergency && code === 'SHORT_REST') as SwapProblem<SwapWarning>[];
  return { refusals: hard, warnings: hard.length > 0 ? [] : [...soft, ...notice(swap, found, around)] };
}

function aboutPeople(swap: Draft, [given, returned]: readonly Shift[]): SwapProblem<SwapRefusal>[] {
  const { giver, taker } = swap;
  if (giver === taker) return [{ code: 'SAME_PERSON', person: giver }];
  if (returned && returned.id === given!.id) return [{ code: 'SAME_SHIFT', shift: returned }];

  const sides = [
    { shift: given!, from: giver, to: taker },
    ...(returned ? [{ shift: returned, from: taker, to: giver }] : []),
  ];
  return sides.flatMap(({ shift, from, to }): SwapProblem<SwapRefusal>[] => [
    ...(shift.people.includes(from) ? [] : [{ code: 'NOT_ON_SHIFT' as const, person: from, shift }]),
    ...(shift.people.includes(to) ? [{ code: 'ALREADY_ON_SHIFT' as const, person: to, shift }] : []),
  ]);
}

function aboutShifts(
  swap: Draft,
  found: readonly Shift[],
  shifts: readonly Shift[],
  around: SwapSurroundings,
): SwapProblem<SwapRefusal>[] {
  const [given, returned] = found;
  const problems: SwapProblem<SwapRefusal>[] = [];
  if (returned && returned.layer !== given!.layer) problems.push({ code: 'OTHER_LAYER', shift: returned });
  for (const shift of found) {
    const tooLateAt = swap.emergency && shift === given ? shift.endAt : shift.startAt;
    const begun = shift.takenOverAt !== undefined && !(swap.emergency && shift === given);
    if (tooLateAt <= around.now || begun || shift.state === 'closed') problems.push({ code: 'SHIFT_BEGUN', shift });
    const open = (around.openSwaps ?? []).find(
      (other) =>
        other.id !== swap.id && isOpenSwap(other) && shiftsOfSwap(other).some((side) => side.shift === shift.id),
    );
    if (open) problems.push({ code: 'OPEN_SWAP', shift, no: open.no });
  }
  const comers = [
    { person: swap.taker, shift: given! },
    ...(returned ? [{ person: swap.giver, shift: returned }] : []),
  ];
  for (const { person, shift } of comers) {
    const day = daysOf(shift, around.calendar).find((one) => !mayServe(person, shift, shifts, one, around.office));
    if (day) problems.push({ code: 'NO_TENURE', person, shift, day });
    const away = (around.leaves ?? []).some(
      (leave) => leave.person === person && touches(leave, shift, (at) => around.calendar.dayOf(at)),
    );
    if (away) problems.push({ code: 'ON_LEAVE', person, shift });
  }
  return problems;
}

/** A post in the unit on that day; or any post, for those who are on this unit's roster already (leaders of the level above). */
function mayServe(person: ThingId, shift: Shift, shifts: readonly Shift[], day: Day, office: Office): boolean {
  const found = office.people.get(person);
  if (!found) return false;
  const rostered = shifts.some(
    ({ unit, layer, people }) => unit === shift.unit && layer === shift.layer && people.includes(person),
  );
  return belongsTo(found, shift.unit, day) || (rostered && isServing(found, day));
}

function daysOf({ startAt, endAt }: Shift, calendar: Calendar): Day[] {
  return [...new Set([calendar.dayOf(startAt), calendar.dayOf(new Date(endAt.getTime() - 1))])];
}

/** Overlaps and short rests that the swap itself brings about. Of a shift that has begun only the rest of it counts. */
function collisions(
  person: ThingId,
  before: readonly Shift[],
  after: readonly Shift[],
  { policy, now }: SwapSurroundings,
): SwapProblem<SwapRefusal>[] {
  const own = (list: readonly Shift[]) =>
    list.filter(({ state, people }) => state !== 'cancelled' && people.includes(person));
  const had = new Set(own(before).map(({ id }) => id));
  const has = own(after);
  return has
    .filter(({ id }) => !had.has(id))
    .flatMap((shift) =>
      has
        .filter(({ id }) => id !== shift.id)
        .flatMap((other): SwapProblem<SwapRefusal>[] => {
          const fromMs = Math.max(shift.startAt.getTime(), Math.min(now.getTime(), shift.endAt.getTime()));
          const ms = Math.max(fromMs - other.endAt.getTime(), other.startAt.getTime() - shift.endAt.getTime());
          if (ms < 0) return [{ code: 'DOUBLE_SHIFT', person, shift, other }];
          const hours = ms / 3_600_000;
          return hours < policy.restHours ? [{ code: 'SHORT_REST', person, shift, other, hours }] : [];
        }),
    );
}

/** 换班 is asked for a day ahead, in holidays two: less is said, never refused. Whole days, by the calendar. */
function notice(
  swap: Draft,
  found: readonly Shift[],
  { calendar, policy, now }: SwapSurroundings,
): SwapProblem<SwapWarning>[] {
  if (swap.emergency) return [];
  const today = calendar.dayOf(now);
  const holiday = found.find(
    ({ day }) => calendar.holidayOf(day) && calendar.daysBetween(today, day) < policy.swapHolidayNoticeDays,
  );
  if (holiday) return [{ code: 'HOLIDAY_NOTICE', shift: holiday, days: policy.swapHolidayNoticeDays }];
  const first = calendar.dayOf(beginsAt(swap));
  const short = found.find(({ day }) => calendar.daysBetween(today, day) < policy.swapNoticeDays);
  return short || calendar.daysBetween(today, first) < policy.swapNoticeDays
    ? [{ code: 'SHORT_NOTICE', shift: short ?? found[0]!, days: policy.swapNoticeDays }]
    : [];
}
