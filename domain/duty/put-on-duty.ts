import type { Office } from '../people/office.ts';
import { belongsTo, isServing } from '../people/posts.ts';
import type { Day, ThingId } from '../thing.ts';
import { type DutyLeave, touches } from './absences/leave.ts';
import { isValid } from './duty-line.ts';
import type { Shift } from './shift.ts';
import { type Act, replacePerson } from './shift-rules.ts';

/** Whom a person who plans puts on a shift, and whom he takes off. */
export interface Putting {
  readonly gone: readonly ThingId[];
  readonly come: readonly ThingId[];
}

/** The shift with these people on it, one in the place of another as far as it goes. Refusals are those of `replacePerson`. */
export function putOnDuty(shift: Shift, { gone, come }: Putting, act: Act): Shift {
  const count = Math.max(gone.length, come.length);
  const changed = Array.from({ length: count }, (_, index) => ({
    ...(gone[index] && { from: gone[index] }),
    ...(come[index] && { to: come[index] }),
  })).reduce((before, step) => replacePerson(before, step, act), shift);
  return come.length > 1 ? { ...changed, newPeople: come } : changed;
}

/** Why somebody cannot be put on a shift; a short rest is only said along with it, because an empty post is worse. */
export type PuttingProblem = { readonly person: ThingId } & (
  | { readonly what: 'on-leave'; readonly leave: DutyLeave }
  | { readonly what: 'no-tenure' }
  | { readonly what: 'double' | 'short-rest'; readonly other: Shift }
);

export interface PuttingGround {
  readonly office: Office;
  /** Of all units, some days around, as they will be. */
  readonly shifts: readonly Shift[];
  /** The same as they are: who is on a unit's roster already may serve there again. */
  readonly known: readonly Shift[];
  readonly leaves: readonly DutyLeave[];
  readonly restHours: number;
  readonly dayOf: (at: Date) => Day;
}

export function puttingProblems(shift: Shift, come: readonly ThingId[], ground: PuttingGround): PuttingProblem[] {
  return come.flatMap((person) => problemsOf(shift, person, ground));
}

function problemsOf(
  shift: Shift,
  person: ThingId,
  { office, shifts, known: before, leaves, restHours, dayOf }: PuttingGround,
): PuttingProblem[] {
  const known = office.people.get(person);
  const rostered = before.some(
    ({ unit, layer, people }) => unit === shift.unit && layer === shift.layer && people.includes(person),
  );
  const serves =
    known !== undefined && (belongsTo(known, shift.unit, shift.day) || (rostered && isServing(known, shift.day)));
  if (!serves) return [{ person, what: 'no-tenure' }];

  const leave = leaves.find((one) => one.person === person && touches(one, shift, dayOf));
  if (leave) return [{ person, what: 'on-leave', leave }];
  const others = shifts.filter(
    (other) => other.id !== shift.id && isValid(other) && other.state !== 'closed' && other.people.includes(person),
  );
  return others.flatMap((other): PuttingProblem[] => {
    const ms = Math.max(
      shift.startAt.getTime() - other.endAt.getTime(),
      other.startAt.getTime() - shift.endAt.getTime(),
    );
    if (ms < 0) return [{ person, what: 'double', other }];
    return ms < restHours * 3_600_000 ? [{ person, what: 'short-rest', other }] : [];
  });
}

/** A day that is missing between published days of the same post: a shift like its neighbours, still without anybody. */
export function missingShift(
  { unit, layer, day }: Pick<Shift, 'unit' | 'layer' | 'day'>,
  near: readonly Shift[],
  fields: { readonly id: ThingId; readonly at: Date; readonly atDay: (clockOf: Date) => Date },
): Shift | undefined {
  const own = near.filter((shift) => shift.unit === unit && shift.layer === layer && isValid(shift));
  const before = own.filter((shift) => shift.day < day && !shift.name);
  const after = own.filter((shift) => shift.day > day);
  const like = before.at(-1);
  if (!like || after.length === 0) return undefined;
  const startAt = fields.atDay(like.startAt);
  return {
    ...{ id: fields.id, type: 'shift', unit, layer, day, startAt, state: 'published', people: [] },
    endAt: new Date(startAt.getTime() + like.endAt.getTime() - like.startAt.getTime()),
    publishedAt: fields.at,
    unfilledAt: fields.at,
    basisAt: fields.at,
    ...(like.ladder && { ladder: like.ladder }),
    ...(like.trial && { trial: true }),
  };
}
