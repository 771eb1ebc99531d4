import type { Roster } from './roster.ts';
import { BURDENS, type RotationFigures, type RotationInput } from './rotation.ts';
import { asCounts } from './spreads.ts';
import { restBetween } from './terrain.ts';

/** Everybody's counts of the year before and after the span, in the order of the input. */
export function figuresOf(input: RotationInput, roster: Roster): RotationFigures[] {
  const { places, slots } = roster.terrain;
  return places.map(({ layer, person }, place) => {
    const own = slots.filter((_, slot) => roster.who[slot] === place);
    const after = BURDENS.map((burden, which) =>
      own.reduce((all, { counts }) => all + counts[which]!, person.soFar[burden]),
    );
    const shortest = shortestRest(input, roster, person.person);
    return {
      layer: input.layers[layer]!.layer,
      person: person.person,
      before: asCounts(BURDENS.map((burden) => person.soFar[burden])),
      after: asCounts(after),
      equal: places[place]!.equal,
      ...(shortest !== undefined && { shortestRestHours: shortest }),
    };
  });
}

/** Over all layers, the standing shifts included. */
function shortestRest(input: RotationInput, { terrain, who }: Roster, person: string): number | undefined {
  const own = terrain.slots.filter((_, slot) => terrain.places[who[slot]!]?.person.person === person);
  const standing = (input.standing ?? []).filter((shift) => shift.person === person);
  const all = [...own, ...standing].sort((a, b) => a.startAt.getTime() - b.startAt.getTime());
  const rests = all.slice(1).map((shift, index) => restBetween(all[index]!, shift));
  return own.length === 0 || rests.length === 0 ? undefined : Math.round(Math.min(...rests) * 10) / 10;
}
