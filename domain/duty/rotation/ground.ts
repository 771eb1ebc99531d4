import type { Calendar } from '../../calendar/calendar.ts';
import type { ThingId } from '../../thing.ts';
import type { RosterRow } from '../roster/draft.ts';
import type { Layer } from '../shift.ts';
import { BURDENS, type Burden, type Counts, type Proposal, type RotationNote } from './rotation.ts';
import { burdensOn } from './slots.ts';

/** What a proposal rests on, kept with it so that its figures can be said again once people have changed it. */
export interface RotationGround {
  readonly people: readonly {
    readonly layer: Layer;
    readonly person: ThingId;
    /** Of the year, without what is proposed. */
    readonly before: Counts;
    readonly equal: boolean;
  }[];
  readonly notes: readonly RotationNote[];
}

export interface RotationFigure {
  readonly layer: Layer;
  readonly person: ThingId;
  /** In the roster as it stands, and in the year with it. */
  readonly now: Counts;
  readonly year: Counts;
}

export interface RotationStanding {
  readonly figures: readonly RotationFigure[];
  /** Largest differences of the year among those who were there all of it; absent where fewer than two of a layer were. */
  readonly spreads: readonly { readonly layer: Layer; readonly spread: Counts; readonly people: number }[];
}

export function groundOf({ figures, notes }: Proposal): RotationGround {
  return { people: figures.map(({ layer, person, before, equal }) => ({ layer, person, before, equal })), notes };
}

/** The figures of a proposal as it stands now, with whatever people have changed in it. */
export function standingOf(ground: RotationGround, rows: readonly RosterRow[], calendar: Calendar): RotationStanding {
  const known = new Set(ground.people.map(keyOf));
  const served = rows.flatMap(({ layer, people }) =>
    layer === 'reserve' ? [] : people.map((person) => ({ layer, person })),
  );
  const joined = [...new Map(served.map((one) => [keyOf(one), one])).values()].filter((one) => !known.has(keyOf(one)));
  const people = [...ground.people, ...joined.map((one) => ({ ...one, before: NOTHING, equal: false }))];

  const figures = people.map(({ layer, person, before }) => {
    const own = rows.filter((row) => row.layer === layer && row.people.includes(person));
    const now = countsOf(own, calendar);
    return { layer, person, now, year: sum(before, now) };
  });
  const equals = new Set(ground.people.filter(({ equal }) => equal).map(keyOf));
  const layers = [...new Set(figures.map(({ layer }) => layer))];
  const spreads = layers.flatMap((layer) => {
    const years = figures.filter((one) => one.layer === layer && equals.has(keyOf(one))).map(({ year }) => year);
    if (years.length < 2) return [];
    const spread = countsFrom((burden) => differenceOf(years.map((year) => year[burden])));
    return [{ layer, spread, people: years.length }];
  });
  return { figures, spreads };
}

/** What shifts count for, by the days and hours that they have. */
export function countsOf(
  shifts: readonly { readonly day: string; readonly startAt: Date; readonly endAt: Date }[],
  calendar: Calendar,
): Counts {
  const burdens = shifts.map(({ day, startAt, endAt }) =>
    burdensOn(day, { start: calendar.clockOf(startAt), end: calendar.clockOf(endAt) }, calendar),
  );
  return countsFrom((burden) => burdens.filter((one) => one[burden]).length);
}

const NOTHING: Counts = { nights: 0, weekends: 0, holidays: 0, total: 0 };

function sum(one: Counts, other: Counts): Counts {
  return countsFrom((burden) => one[burden] + other[burden]);
}

function countsFrom(of: (burden: Burden) => number): Counts {
  return Object.fromEntries(BURDENS.map((burden) => [burden, of(burden)])) as unknown as Counts;
}

function differenceOf(numbers: readonly number[]): number {
  return Math.max(...numbers) - Math.min(...numbers);
}

function keyOf({ layer, person }: { readonly layer: Layer; readonly person: ThingId }): string {
  return `${layer} ${person}`;
}
