import type { Roster } from './roster.ts';
import { NOBODY } from './roster.ts';
import { BURDENS, type Counts, type Proposal, type RotationInput } from './rotation.ts';

/** Differences among those who were equally available all the year, by layer. */
export function spreadsOf(input: RotationInput, roster: Roster): Proposal['spreads'] {
  return input.layers.flatMap(({ layer }, index) => {
    const equals = equalsOf(roster, index);
    if (equals.length < 2) return [];
    return [{ layer, spread: asCounts(differences(roster, equals)), people: equals.length }];
  });
}

/** Nothing is left to search for: no slot is empty, nobody is in one break more often than he must be, and equals differ by one at most. */
export function isEven(roster: Roster): boolean {
  const layers = new Set(roster.terrain.places.map(({ layer }) => layer));
  return (
    !roster.who.includes(NOBODY) &&
    !hasAvoidableRepeats(roster) &&
    [...layers].every((layer) => differences(roster, equalsOf(roster, layer)).every((spread) => spread <= 1))
  );
}

/** The places of a layer that may be compared to the last shift. */
export function equalsOf({ terrain }: Roster, layer: number): number[] {
  return [...terrain.places.keys()].filter((place) => {
    const found = terrain.places[place]!;
    return found.layer === layer && found.equal;
  });
}

function differences({ levels }: Roster, places: readonly number[]): number[] {
  return BURDENS.map((_, burden) => {
    const served = places.map((place) => levels[place]![burden]!);
    return served.length < 2 ? 0 : Math.round((Math.max(...served) - Math.min(...served)) * 1000) / 1000;
  });
}

/** Whether somebody is in a break more often than an even distribution over those who can be there asks for. */
function hasAvoidableRepeats({ terrain, who }: Roster): boolean {
  const breaks = new Map<string, number[]>();
  for (const [slot, holiday] of terrain.breakOf.entries()) {
    if (holiday === -1) continue;
    const key = `${holiday} ${terrain.slots[slot]!.layer}`;
    breaks.set(key, [...(breaks.get(key) ?? []), slot]);
  }
  return [...breaks.values()].some((slots) => {
    const holiday = terrain.breakOf[slots[0]!]!;
    const able = [...new Set(slots.flatMap((slot) => terrain.candidates[slot]!))];
    const served = able.map(
      (place) => terrain.standingIn[place]![holiday]! + slots.filter((slot) => who[slot] === place).length,
    );
    return Math.max(0, ...served) > Math.max(1, Math.min(...served) + 1);
  });
}

export function asCounts(numbers: readonly number[]): Counts {
  const [nights = 0, weekends = 0, holidays = 0, total = 0] = numbers;
  return { nights, weekends, holidays, total };
}
