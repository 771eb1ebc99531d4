import type { Calendar } from '../../calendar/calendar.ts';
import type { Day, ThingId } from '../../thing.ts';
import { isOn, type Place } from './places.ts';
import { NOBODY, type Roster } from './roster.ts';
import { BURDENS, type Leave, type RotationInput, type RotationNote } from './rotation.ts';
import { daysOf } from './slots.ts';
import { equalsOf } from './spreads.ts';

/** Says honestly what the roster could not be, and what stood in the way. */
export function notesOf(input: RotationInput, roster: Roster, calendar: Calendar): RotationNote[] {
  const layers = [...input.layers.keys()];
  return [
    ...layers.flatMap((layer) => unfilled(input, roster, layer)),
    ...layers.flatMap((layer) => uneven(input, roster, layer)),
    ...layers.flatMap((layer) => sameBreak(input, roster, layer)),
    ...roster.terrain.places.flatMap((place) => reasons(input, place, calendar)),
    ...roster.terrain.places.flatMap((place, index) => missedWishes(input, roster, place, index)),
    ...provisional(input, calendar),
  ];
}

/** One note for all days on which the same people are away. */
function unfilled(input: RotationInput, { terrain, who }: Roster, layer: number): RotationNote[] {
  const empty = terrain.slots.filter((slot, index) => slot.layer === layer && who[index] === NOBODY);
  const people = terrain.places.filter((place) => place.layer === layer).map(({ person }) => person);
  const notes = new Map<string, Extract<RotationNote, { what: 'unfilled' }>>();
  for (const { day, days } of empty) {
    const isAway = ({ leaves }: (typeof people)[number]) => days.some((one) => isOn(leaves, one));
    const away = people.filter(isAway).map(({ person }) => person);
    const resting = people.filter((person) => !isAway(person)).map(({ person }) => person);
    const known = notes.get(away.join())?.days ?? [];
    const name = input.layers[layer]!.layer;
    notes.set(away.join(), { what: 'unfilled', layer: name, days: [...new Set([...known, day])], away, resting });
  }
  return [...notes.values()];
}

/** Among those who were always there a difference above one is never passed over. */
function uneven(input: RotationInput, roster: Roster, layer: number): RotationNote[] {
  const equals = equalsOf(roster, layer);
  return BURDENS.flatMap((burden, which): RotationNote[] => {
    const served = equals.map((place) => roster.levels[place]![which]!);
    const most = Math.max(...served);
    const least = Math.min(...served);
    if (served.length < 2 || most - least <= 1) return [];

    const those = (level: number) =>
      equals.filter((_, index) => served[index] === level).map((place) => nameOf(roster, place));
    const name = input.layers[layer]!.layer;
    return [{ what: 'uneven', layer: name, burden, spread: most - least, most: those(most), least: those(least) }];
  });
}

function sameBreak(input: RotationInput, { terrain, who }: Roster, layer: number): RotationNote[] {
  const names = new Map(
    terrain.slots.flatMap(({ holiday }, slot) => (holiday ? [[terrain.breakOf[slot]!, holiday.name]] : [])),
  );
  return [...names].flatMap(([index, name]): RotationNote[] => {
    const twice = terrain.places.flatMap((place, at) => {
      const own = [...who.keys()].filter((slot) => who[slot] === at && terrain.breakOf[slot] === index).length;
      return place.layer === layer && own > 0 && own + terrain.standingIn[at]![index]! > 1 ? [place.person.person] : [];
    });
    return twice.length > 0
      ? [{ what: 'same-break', layer: input.layers[layer]!.layer, name: String(name), people: twice }]
      : [];
  });
}

/** Why somebody is not like the others in this span. */
function reasons(input: RotationInput, { layer: index, person }: Place, calendar: Calendar): RotationNote[] {
  const { layer } = input.layers[index]!;
  const { joinedDay, leftDay, leaves, noNights } = person;
  const yearStart = `${input.fromDay.slice(0, 4)}-01-01`;
  const found: RotationNote[] = [];
  if (joinedDay && joinedDay > yearStart)
    found.push({ what: 'newcomer', layer, person: person.person, day: joinedDay });
  if (leftDay && leftDay < input.toDay) found.push({ what: 'leaver', layer, person: person.person, day: leftDay });
  const away = daysOf(input, calendar).filter((day) => isOn(leaves, day)).length;
  if (away > 0) found.push({ what: 'away', layer, person: person.person, days: away, why: whys(leaves, input) });
  const nights = whys(noNights, input);
  if (nights) found.push({ what: 'no-nights', layer, person: person.person, why: nights });
  return found;
}

function whys(leaves: readonly Leave[] = [], { fromDay, toDay }: { fromDay: Day; toDay: Day }): string {
  return [
    ...new Set(leaves.filter((leave) => leave.fromDay <= toDay && leave.toDay >= fromDay).map(({ why }) => why)),
  ].join('、');
}

function missedWishes(input: RotationInput, { terrain, who }: Roster, place: Place, index: number): RotationNote[] {
  const own = terrain.slots.filter((_, slot) => who[slot] === index);
  const days = (place.person.wishes ?? [])
    .filter(({ day }) => day >= input.fromDay && day <= input.toDay)
    .filter(({ day, want }) =>
      want === 'off' ? own.some((slot) => slot.days.includes(day)) : !own.some((slot) => slot.day === day),
    )
    .map(({ day }) => day);
  return days.length > 0
    ? [{ what: 'wish', layer: input.layers[place.layer]!.layer, person: place.person.person, days: [...new Set(days)] }]
    : [];
}

function provisional(input: RotationInput, calendar: Calendar): RotationNote[] {
  const years = [...new Set([input.fromDay, input.toDay].map((day) => Number(day.slice(0, 4))))];
  return years.filter((year) => !calendar.isAnnounced(year)).map((year) => ({ what: 'provisional', year }));
}

function nameOf({ terrain }: Roster, place: number): ThingId {
  return terrain.places[place]!.person.person;
}
