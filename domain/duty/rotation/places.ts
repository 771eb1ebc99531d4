import type { Calendar } from '../../calendar/calendar.ts';
import type { Day } from '../../thing.ts';
import { BURDENS, type Leave, type RotationInput, type RotationPerson, type Stretch } from './rotation.ts';
import { burdensOn, daysOf, type Slot } from './slots.ts';

/** From this length on an absence is like not having been there; what was missed in shorter ones is owed. */
const LONG_ABSENCE_DAYS = 28;

/** A person in one layer of the roster. */
export interface Place {
  readonly layer: number;
  readonly person: RotationPerson;
  /**
   * Where the person stands before the span, in the order of `BURDENS`: what was served this year, and for newcomers, leavers
   * and long absences what the others served meanwhile. Nobody owes days on which he was not there.
   */
  readonly level: readonly number[];
  /** There on every day of the year so far and of the span, at any hour: who may be compared to the last shift. */
  readonly equal: boolean;
}

/** Everybody of every layer, in the order of the input. */
export function placesOf(input: RotationInput, slots: readonly Slot[], calendar: Calendar): Place[] {
  const before = { fromDay: `${input.fromDay.slice(0, 4)}-01-01`, toDay: calendar.addDays(input.fromDay, -1) };
  return input.layers.flatMap((layer, index) => {
    const past = unitsOf(before, index, input, calendar);
    const ahead = slots.filter((slot) => slot.layer === index);
    const pastThere = layer.people.map((person) => present(person, past));
    const aheadThere = layer.people.map((person) => present(person, ahead));

    return layer.people.map((person, at) => ({
      layer: index,
      person,
      level: BURDENS.map((burden, which) => {
        const served = sum(layer.people.map(({ soFar }) => soFar[burden]));
        const all = { past: total(past)[which]!, ahead: total(ahead)[which]! };
        const missedPast = (all.past - pastThere[at]![which]!) * rate(served, pastThere, which);
        const missedAhead = (all.ahead - aheadThere[at]![which]!) * rate(all.ahead, aheadThere, which);
        return person.soFar[burden] + missedPast + missedAhead;
      }),
      equal: isEqual(person, { fromDay: before.fromDay, toDay: input.toDay }),
    }));
  });
}

/** Whether the person may be put on that slot, apart from rest. */
export function mayServe(person: RotationPerson, slot: Pick<Slot, 'days' | 'night'>): boolean {
  return (
    slot.days.every((day) => isMember(person, day) && !isOn(person.leaves, day)) &&
    !(slot.night && slot.days.some((day) => isOn(person.noNights, day)))
  );
}

type Unit = Pick<Slot, 'day' | 'days' | 'night' | 'counts'>;

/** The places that the same templates would have had in the year so far: only their proportions matter. */
function unitsOf(span: Stretch, layer: number, input: RotationInput, calendar: Calendar): Unit[] {
  const { templates } = input.layers[layer]!;
  return daysOf(span, calendar).flatMap((day) =>
    templates.map((template) => {
      const burdens = burdensOn(day, template, calendar);
      return { day, days: [day], night: burdens.nights, counts: BURDENS.map((burden) => Number(burdens[burden])) };
    }),
  );
}

/** For how many units of each burden somebody was there; a short absence counts as being there. */
function present(person: RotationPerson, units: readonly Unit[]): number[] {
  const long = (person.leaves ?? []).filter(isLong);
  const noNights = (person.noNights ?? []).filter(isLong);
  return total(
    units.filter(({ day, night }) => isMember(person, day) && !isOn(long, day) && !(night && isOn(noNights, day))),
  );
}

function total(units: readonly Unit[]): number[] {
  return BURDENS.map((_, which) => sum(units.map(({ counts }) => counts[which]!)));
}

/** Shifts per unit of presence; nothing where nobody was there. */
function rate(served: number, there: readonly number[][], which: number): number {
  const presence = sum(there.map((counts) => counts[which]!));
  return presence === 0 ? 0 : served / presence;
}

function isEqual(person: RotationPerson, span: Stretch): boolean {
  const there = (person.joinedDay ?? '') <= span.fromDay && (person.leftDay ?? span.toDay) >= span.toDay;
  const away = [...(person.leaves ?? []), ...(person.noNights ?? [])];
  return there && !away.some(({ fromDay, toDay }) => fromDay <= span.toDay && toDay >= span.fromDay);
}

function isMember({ joinedDay, leftDay }: RotationPerson, day: Day): boolean {
  return (joinedDay === undefined || joinedDay <= day) && (leftDay === undefined || day <= leftDay);
}

export function isOn(leaves: readonly Leave[] | undefined, day: Day): boolean {
  return leaves?.some(({ fromDay, toDay }) => fromDay <= day && day <= toDay) ?? false;
}

function isLong({ fromDay, toDay }: Leave): boolean {
  return (Date.parse(toDay) - Date.parse(fromDay)) / 86_400_000 + 1 >= LONG_ABSENCE_DAYS;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
