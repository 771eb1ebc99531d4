import type { Calendar } from '../../calendar/calendar.ts';
import type { Office, Person } from '../../people/office.ts';
import type { Day, ThingId } from '../../thing.ts';
import type { DutyLeave } from '../absences/leave.ts';
import { isValid } from '../duty-line.ts';
import { peopleAt } from '../presence.ts';
import type { Layer, Shift } from '../shift.ts';
import { countsOf } from './ground.ts';
import type {
  RotationInput,
  RotationLayer,
  RotationPerson,
  ShiftTemplate,
  StandingShift,
  Stretch,
} from './rotation.ts';

/** Everything known of a unit from which its next roster is drawn up. */
export interface RotationFacts extends Stretch {
  readonly unit: ThingId;
  readonly office: Office;
  readonly calendar: Calendar;
  /** Who shares the shifts of each layer; a layer without people is not drawn up. */
  readonly people: Readonly<Record<Layer, readonly ThingId[]>>;
  /** Published shifts: of the unit from 1 January on, of other units those of its people around the span. */
  readonly shifts: readonly Shift[];
  readonly leaves: readonly DutyLeave[];
  /** Clock at which a day of duty begins where the unit has no roster yet. */
  readonly dayStart: string;
  readonly restHours: number;
  /** Draw up anew what is published and has not begun. */
  readonly anew: boolean;
  readonly now: Date;
}

const LAYERS: readonly Layer[] = ['leader', 'officer'];
/** So many days around the span a shift may still ask for rest. */
const DAYS_AROUND = 3;
/** So many at once sit at a post. */
const MOST_TOGETHER = 3;

/** The input for a proposal: hours and numbers of people as on the unit's last roster, everybody's counts of the year, what stands. */
export function rotationInput(facts: RotationFacts): RotationInput {
  const standing = standingShifts(facts);
  const layers = LAYERS.filter((layer) => facts.people[layer].length > 0).map(
    (layer): RotationLayer => ({
      layer,
      templates: templatesOf(layer, facts),
      people: facts.people[layer].map((person) => personOf(person, layer, standing, facts)),
    }),
  );
  return {
    fromDay: facts.fromDay,
    toDay: facts.toDay,
    layers,
    standing: standing.flatMap((shift) => asStanding(shift, facts)),
    restHours: facts.restHours,
  };
}

/** What is not drawn up anew: all that lies outside the span, all that has begun, and what is published in it and has people. */
function standingShifts({ unit, shifts, fromDay, toDay, anew, now }: RotationFacts): Shift[] {
  return shifts.filter((shift) => {
    if (!isValid(shift) || shift.people.length === 0) return false;
    const inSpan = shift.unit === unit && fromDay <= shift.day && shift.day <= toDay;
    return !inSpan || !anew || shift.startAt <= now || shift.takenOverAt !== undefined;
  });
}

function asStanding(shift: Shift, { unit, fromDay, toDay, calendar }: RotationFacts): StandingShift[] {
  const near =
    shift.day >= calendar.addDays(fromDay, -DAYS_AROUND) && shift.day <= calendar.addDays(toDay, DAYS_AROUND);
  const holiday = calendar.holidayOf(shift.day);
  const sameBreak = holiday !== undefined && holiday.from <= toDay && holiday.to >= fromDay;
  if (!near && !sameBreak) return [];
  const { layer, day, startAt, endAt } = shift;
  return servedBy(shift).map((person) => ({
    ...{ person, layer, day, startAt, endAt },
    ...(shift.unit !== unit && { elsewhere: true as const }),
  }));
}

/** Who had it in the end: stand-ins in the places of those whom they stood in for. */
function servedBy(shift: Shift): readonly ThingId[] {
  return peopleAt(shift, new Date(shift.endAt.getTime() - 1));
}

function templatesOf(layer: Layer, { unit, shifts, toDay, dayStart, calendar }: RotationFacts): ShiftTemplate[] {
  const own = shifts.filter((shift) => shift.unit === unit && isValid(shift) && shift.day <= toDay);
  const like = [layer, ...LAYERS.filter((other) => other !== layer)].map((one) =>
    own.filter((shift) => shift.layer === one),
  );
  const known = like.find((found) => found.length > 0) ?? [];
  const lastDay = known
    .map(({ day }) => day)
    .sort()
    .at(-1);
  const onDay = known.filter(({ day }) => day === lastDay).sort((a, b) => a.startAt.getTime() - b.startAt.getTime());
  if (onDay.length === 0) return [{ start: dayStart, end: dayStart }];
  return onDay.flatMap(({ name, startAt, endAt, people, layer: of }) => {
    const template = { ...(name && { name }), start: calendar.clockOf(startAt), end: calendar.clockOf(endAt) };
    const count = of === layer ? Math.min(MOST_TOGETHER, Math.max(1, people.length)) : 1;
    return Array.from({ length: count }, () => template);
  });
}

function personOf(id: ThingId, layer: Layer, standing: readonly Shift[], facts: RotationFacts): RotationPerson {
  const { unit, fromDay, leaves, calendar, office } = facts;
  const yearStart = `${fromDay.slice(0, 4)}-01-01`;
  const yearEnd = `${fromDay.slice(0, 4)}-12-31`;
  const year = standing.filter(
    (shift) => shift.unit === unit && shift.layer === layer && yearStart <= shift.day && shift.day <= yearEnd,
  );
  const own = year.filter((shift) => servedBy(shift).includes(id));
  const joinedDay = joined(office.people.get(id), year, own, facts);
  const leftDay = office.people
    .get(id)
    ?.tenures.filter((tenure) => tenure.unit === unit)
    .map(({ toDay }) => toDay ?? '9999-12-31')
    .sort()
    .at(-1);
  return {
    person: id,
    soFar: countsOf(own, calendar),
    ...(joinedDay && { joinedDay }),
    ...(leftDay && leftDay !== '9999-12-31' && { leftDay }),
    leaves: leaves
      .filter(({ person, toDay }) => person === id && toDay >= yearStart)
      .map(({ fromDay: from, toDay, why }) => ({ fromDay: from, toDay, why })),
  };
}

/**
 * Whoever came to the unit in the course of the year, or whose first shift lies months behind the first of the roster, is no
 * debtor for the time before.
 */
function joined(
  person: Person | undefined,
  year: readonly Shift[],
  own: readonly Shift[],
  { unit, fromDay }: RotationFacts,
): Day | undefined {
  const came = person?.tenures
    .filter((tenure) => tenure.unit === unit)
    .map((tenure) => tenure.fromDay)
    .sort()[0];
  const monthOf = (shifts: readonly Shift[]) => shifts.map(({ day }) => day.slice(0, 7)).sort()[0];
  const first = monthOf(year.filter(({ day }) => day < fromDay));
  const ownFirst = monthOf(own) ?? fromDay.slice(0, 7);
  const late =
    first !== undefined && ownFirst > first
      ? ownFirst === fromDay.slice(0, 7)
        ? fromDay
        : `${ownFirst}-01`
      : undefined;
  const days = [came, late].filter((day): day is Day => day !== undefined && day > `${fromDay.slice(0, 4)}-01-01`);
  return days.sort().at(-1);
}
