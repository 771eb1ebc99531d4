import type { Calendar } from '../../calendar/calendar.ts';
import type { Layer } from '../shift.ts';
import { mayServe, type Place } from './places.ts';
import type { RotationInput } from './rotation.ts';
import type { Slot } from './slots.ts';

const HOUR_MS = 3_600_000;
/** Distances below this are avoided where that costs no fairness: three days of rest after a day of duty. */
const COMFORT_HOURS = 72;

/** The price of what is wrong with a roster; each stands far above all of the next. */
export const PRICE = {
  unfilled: 10_000_000,
  /** A leader who relieves himself. */
  onAgain: 1_000_000,
  /** The same person twice in one break. */
  sameBreak: 100_000,
  /** Square of the shifts above a fair share of the span: nobody makes up for much in one month. */
  overload: 3_000,
  /** Squares of what each person has had, in the order of `BURDENS`: nights, weekends, holidays, total. */
  burdens: [300, 400, 500, 300],
  wish: 40,
  shortRest: 30,
} as const;

/** Everything about slots and places that does not change while the roster is improved. */
export interface Terrain {
  readonly slots: readonly Slot[];
  readonly places: readonly Place[];
  /** Places that may take a slot, in the order of the input. */
  readonly candidates: readonly (readonly number[])[];
  /** Whether a place may take a slot, at `[place][slot]`. */
  readonly open: readonly Uint8Array[];
  /** Price of one person having both slots, at `[slot * slots + slot]`; infinite where the rest would be too short. */
  readonly pair: Float64Array;
  /** Price of a place having a slot by itself: wishes, and standing shifts close by. */
  readonly single: readonly Float64Array[];
  /** Index of the slot's break, or −1. */
  readonly breakOf: Int16Array;
  /** How often each place already serves in each break, by standing shifts. */
  readonly standingIn: readonly Int16Array[];
  /** Shifts of the span that are no overload yet, by place. */
  readonly cap: readonly number[];
  /** Index of the person behind each place: one person may stand in both layers. */
  readonly personOf: readonly number[];
  readonly people: number;
}

export function terrainOf(
  input: RotationInput,
  slots: readonly Slot[],
  places: readonly Place[],
  calendar: Calendar,
  /** Whether a leader may follow himself. */
  mayFollow: boolean,
): Terrain {
  const ids = [...new Set(places.map(({ person }) => person.person))];
  const breaks = [...new Set(slots.flatMap(({ holiday }) => (holiday ? [holiday.from] : [])))];
  const breakOf = Int16Array.from(slots, ({ holiday }) => (holiday ? breaks.indexOf(holiday.from) : -1));
  const standing = (place: Place) => (input.standing ?? []).filter(({ person }) => person === place.person.person);
  const servedIn = ({ layer, startAt, endAt }: Slot): Served => ({ layer: input.layers[layer]!.layer, startAt, endAt });
  const rest: Rest = { hours: input.restHours, mayFollow };
  const single = places.map((place) =>
    Float64Array.from(slots, (slot) =>
      slot.layer === place.layer && mayServe(place.person, slot)
        ? wishPrice(place, slot) + sum(standing(place).map((shift) => restPrice(servedIn(slot), shift, rest)))
        : Number.POSITIVE_INFINITY,
    ),
  );
  const open = single.map((prices) => Uint8Array.from(prices, (price) => Number(price < Number.POSITIVE_INFINITY)));

  return {
    slots,
    places,
    candidates: slots.map((_, slot) => places.flatMap((_place, place) => (open[place]![slot] ? [place] : []))),
    open,
    pair: pairPrices(slots.map(servedIn), rest),
    single,
    breakOf,
    standingIn: places.map((place) => {
      const days = standing(place)
        .filter(({ layer }) => layer === input.layers[place.layer]!.layer)
        .map(({ day }) => calendar.holidayOf(day)?.from);
      return Int16Array.from(breaks, (from) => days.filter((day) => day === from).length);
    }),
    cap: places.map(({ layer }) => {
      const wanted = slots.filter((slot) => slot.layer === layer).length;
      return Math.ceil(wanted / Math.max(1, places.filter((place) => place.layer === layer).length)) + 1;
    }),
    personOf: places.map(({ person }) => ids.indexOf(person.person)),
    people: ids.length,
  };
}

function wishPrice({ person }: Place, { days }: Slot): number {
  const wishes = (person.wishes ?? []).filter(({ day }) => days.includes(day));
  const on = wishes.some(({ day, want }) => want === 'on' && day === days[0]);
  const off = wishes.some(({ want }) => want === 'off');
  return off ? PRICE.wish : on ? -PRICE.wish : 0;
}

interface Times {
  readonly startAt: Date;
  readonly endAt: Date;
}

type Served = Times & { readonly layer: Layer };

interface Rest {
  readonly hours: number;
  readonly mayFollow: boolean;
}

/** Leaders are on call, not at a desk: one may follow himself, where nobody else is there to relieve him. */
function restPrice(one: Served, other: Served, { hours: least, mayFollow }: Rest): number {
  const hours = restBetween(one, other);
  const onCall = mayFollow && one.layer === 'leader' && other.layer === 'leader';
  if (hours < (onCall ? 0 : least)) return Number.POSITIVE_INFINITY;
  if (hours < least) return PRICE.onAgain;
  return hours < COMFORT_HOURS ? PRICE.shortRest * (1 - hours / COMFORT_HOURS) : 0;
}

/** Hours between two shifts; negative where they overlap. */
export function restBetween(one: Times, other: Times): number {
  const [first, second] = one.startAt <= other.startAt ? [one, other] : [other, one];
  return (second.startAt.getTime() - first.endAt.getTime()) / HOUR_MS;
}

function pairPrices(slots: readonly Served[], rest: Rest): Float64Array {
  const prices = new Float64Array(slots.length * slots.length);
  for (const [index, slot] of slots.entries()) {
    for (let other = index + 1; other < slots.length; other++) {
      const price = restPrice(slot, slots[other]!, rest);
      prices[index * slots.length + other] = price;
      prices[other * slots.length + index] = price;
    }
  }
  return prices;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
