import type { Shift } from '../../../domain/duty/shift.ts';
import type { Swap } from '../../../domain/duty/swaps/swap.ts';
import { isSoon } from '../../../domain/duty/swaps/swap-emergency.ts';
import type { Person } from '../../../domain/people/office.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import type { Day } from '../../../domain/thing.ts';
import { whichOwnShiftText } from '../../../domain/wording/swap-requests.ts';
import type { CommandContext } from '../command.ts';
import { type ChosenMeaning, shiftInReturn, whoElse } from './swap-choices.ts';
import { standInPair, swapPerson } from './swap-people.ts';
import { noShift, shiftsFor, shiftsOf, theShift } from './swap-shifts.ts';
import { type SwapWords, swapWordsIn } from './swap-words.ts';

/** Who changes which shift with whom, with nothing left open. */
export interface SettledSwap {
  readonly emergency: boolean;
  readonly giver: Person;
  readonly taker: Person;
  readonly given: Shift;
  readonly returned?: Shift;
  readonly reason?: string;
}

/** Works out what a request means. What fits several is asked about by number (WhichOne), what fits nothing is refused. */
export async function settleSwap(context: CommandContext): Promise<SettledSwap> {
  const { speaker, read } = context;
  const { meaning } = context;
  const today = read.calendar.dayOf(read.now);
  const words = swapWordsIn(context.message.text);
  const days = meaning.dates ?? [];
  const pair = meaning.person ? undefined : standInPair(context, context.message.text);
  const [goes, comes] = [meaning.person ?? pair?.goes, pair && !isId(meaning.with) ? pair.comes : meaning.with];
  const owner = goes ? swapPerson(context, goes, unitsOf(speaker, today), 'person') : speaker;
  const partner = comes ? swapPerson(context, comes, unitsOf(owner, today), 'with') : undefined;
  const shifts = await shiftsFor([owner, ...(partner ? [partner] : [])], days, context);
  const kind = isExchange(owner, partner, shifts, days, read.now) ? 'exchange' : kindOf(words, days);
  const reason = meaning.reason ?? words.reason;

  const isOffered = kind === 'give' && isOffer(owner, partner, shifts, days, words, context);
  const giver = isOffered ? partner! : owner;
  const urgent = words.emergency && kind === 'give' ? soonest(giver, shifts, days, read.now) : undefined;
  if (isOffered) {
    const given = urgent ?? ownShift(giver, shifts, days, kind, context);
    return { emergency: urgent !== undefined, giver, taker: owner, given, ...(reason && { reason }) };
  }
  const [ownDays, otherDays] = kind === 'exchange' ? daysOfBoth(owner, partner, shifts, days, read.now) : [days, []];
  const given = urgent ?? ownShift(owner, shifts, ownDays, kind, context);
  const emergency = urgent !== undefined;
  const taker = partner ?? (await whoElse(owner, given, otherDays, shifts, { kind, emergency }, context));
  const returned =
    kind === 'exchange' ? await shiftInReturn(owner, taker, given, shifts, otherDays, context) : undefined;
  return { emergency, giver: owner, taker, given, ...(returned && { returned }), ...(reason && { reason }) };
}

/** Chosen by number already. */
function isId(name: string | undefined): boolean {
  return name?.startsWith('person.') === true;
}

/** One's own shift on one of two days and the other's on the other: an exchange, in whatever words (我替他…，他替我…). */
function isExchange(
  owner: Person,
  partner: Person | undefined,
  shifts: readonly Shift[],
  days: readonly Day[],
  now: Date,
): boolean {
  if (!partner || days.length !== 2) return false;
  const [own, others] = [owner, partner].map((person) =>
    days.map((day) => shiftsOf(person, shifts, now, [day]).length > 0),
  ) as [boolean[], boolean[]];
  return own[0] !== own[1] && ((own[0]! && others[1]!) || (own[1]! && others[0]!));
}

/** The words decide; without any, two days name two shifts. */
function kindOf({ kind }: SwapWords, days: readonly Day[]): Swap['kind'] {
  return kind ?? (days.length > 1 ? 'exchange' : 'give');
}

/** The shift that somebody has to leave now: the one that runs, else the one that begins within hours. */
function soonest(owner: Person, shifts: readonly Shift[], days: readonly Day[], now: Date): Shift | undefined {
  const soon = shiftsOf(owner, shifts, now).filter((shift) => isSoon(shift, now));
  const named = soon.filter(({ day }) => days.length === 0 || days.includes(day));
  return named[0];
}

/** 吕刚明天的班我来替: the speaker comes; so it is too where he has no shift on the days that are named and the other has. */
function isOffer(
  owner: Person,
  partner: Person | undefined,
  shifts: readonly Shift[],
  days: readonly Day[],
  { offers }: SwapWords,
  { read, meaning }: CommandContext,
): boolean {
  if (!partner || meaning.person) return false;
  if (offers || days.length === 0) return offers;
  const none = shiftsOf(owner, shifts, read.now, days).length === 0;
  return none && shiftsOf(partner, shifts, read.now, days).length > 0;
}

function ownShift(
  owner: Person,
  shifts: readonly Shift[],
  days: readonly Day[],
  kind: Swap['kind'],
  context: CommandContext,
): Shift {
  const { read, speaker, text } = context;
  const meaning: ChosenMeaning = context.meaning;
  const chosen = shifts.find(({ id }) => id === meaning.given);
  if (chosen) return chosen;
  const found = shiftsOf(owner, shifts, read.now, days).filter(({ startAt }) => days.length > 0 || startAt > read.now);
  const without = days.filter((day) => !found.some((shift) => shift.day === day));
  if (found.length === 0 || without.length > 0) throw noShift(owner, without, context);
  const prompt = whichOwnShiftText(owner.id, kind, owner.id === speaker.id, text);
  return theShift(found, meaning.shift, 'given', prompt, context);
}

/** Of two days the first is one's own, unless only the other way round both have a shift. */
function daysOfBoth(
  owner: Person,
  partner: Person | undefined,
  shifts: readonly Shift[],
  days: readonly Day[],
  now: Date,
): [own: readonly Day[], others: readonly Day[]] {
  const [first, second] = days;
  if (!first || !second) return [days, []];
  if (days.length > 2) return [ownDays(owner, shifts, days, now), partner ? ownDays(partner, shifts, days, now) : []];
  const has = (person: Person | undefined, day: Day) => !person || shiftsOf(person, shifts, now, [day]).length > 0;
  const turned = !(has(owner, first) && has(partner, second)) && has(owner, second) && has(partner, first);
  return turned ? [[second], [first]] : [[first], [second]];
}

function ownDays(person: Person, shifts: readonly Shift[], days: readonly Day[], now: Date): readonly Day[] {
  const own = days.filter((day) => shiftsOf(person, shifts, now, [day]).length > 0);
  return own.length > 0 ? own : days;
}
