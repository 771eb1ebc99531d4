import type { Calendar } from '../../calendar/calendar.ts';
import { coverGaps } from './cover.ts';
import { figuresOf } from './figures.ts';
import { fill, improve } from './improve.ts';
import { notesOf } from './notes.ts';
import { placesOf } from './places.ts';
import { emptyRoster, NOBODY, type Roster } from './roster.ts';
import type { Proposal, RotationInput, RotationRow } from './rotation.ts';
import { slotsOf } from './slots.ts';
import { isEven, spreadsOf } from './spreads.ts';
import { terrainOf } from './terrain.ts';

/**
 * A duty roster for a span of days, usually a month; people decide on it, nothing is published by it.
 *
 * Always kept: leave, days before joining and after leaving, nights of those who are not called at night, rest between any
 * two shifts of a person in whichever layer, also towards shifts that stand already. A slot that nobody may take stays empty
 * and is noted; only a leader follows himself where none would be left to relieve him. Next, in this order: nobody twice in one holiday break; nights, weekends, holidays and the total of the YEAR
 * as even as can be; wishes; long distances between shifts.
 *
 * Newcomers start level with the others and catch nothing up, and neither does who was away four weeks or longer; what was
 * missed in a shorter absence is owed, at most one or two shifts above the even share in a span. Who is not called at night for
 * as long has a share of the other shifts only.
 *
 * A pure function: the same input gives the same roster, ties go by the order of people in the input. It stops after a set
 * number of steps, not by a clock. Throws a RangeError for days or clocks that do not exist.
 */
export function proposeRotation(input: RotationInput, calendar: Calendar): Proposal {
  const slots = slotsOf(input, calendar);
  const places = placesOf(input, slots, calendar);
  const filled = (mayFollow: boolean): Roster => {
    const roster = emptyRoster(terrainOf(input, slots, places, calendar, mayFollow));
    fill(roster);
    improve(roster, () => isEven(roster));
    if (coverGaps(roster)) improve(roster, () => isEven(roster));
    return roster;
  };
  const relieved = filled(false);
  const lacksLeader = slots.some(
    ({ layer }, index) => input.layers[layer]!.layer === 'leader' && relieved.who[index] === NOBODY,
  );
  const roster = lacksLeader ? filled(true) : relieved;

  const rows = slots.map((slot, index): RotationRow => {
    const place = roster.who[index]!;
    return {
      day: slot.day,
      layer: input.layers[slot.layer]!.layer,
      ...(slot.template.name && { name: slot.template.name }),
      startAt: slot.startAt,
      endAt: slot.endAt,
      ...(place !== NOBODY && { person: places[place]!.person.person }),
    };
  });
  return {
    fromDay: input.fromDay,
    toDay: input.toDay,
    rows,
    figures: figuresOf(input, roster),
    spreads: spreadsOf(input, roster),
    notes: notesOf(input, roster, calendar),
  };
}
