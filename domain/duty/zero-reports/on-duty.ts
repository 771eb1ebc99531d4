import type { Office } from '../../people/office.ts';
import { holdersOf } from '../../people/posts.ts';
import type { Day, ThingId } from '../../thing.ts';
import type { Shift } from '../shift.ts';
import { type OnDuty, whoIsOnDuty } from '../who.ts';

/** Units in which somebody is to be at the post when a report is due, by the published rosters as they are known `now`. */
export function unitsOnDuty(shifts: readonly Shift[], office: Office, dueAt: Date, now: Date): ThingId[] {
  const posts = whoIsOnDuty(shifts, { layer: 'officer', at: dueAt, now }).filter(({ people }) => people.length > 0);
  const units = new Set(posts.map(({ unit }) => unit));
  return [...units].filter((unit) => {
    const known = office.units.get(unit);
    return known !== undefined && known.status !== 'closed';
  });
}

/** Who is asked for a unit's report at a moment, first the one who answers for the post; whoever is there before who should be. */
export function peopleToAsk(shifts: readonly Shift[], unit: ThingId, at: Date): ThingId[] {
  const posts = whoIsOnDuty(shifts, { unit, layer: 'officer', at });
  const there = posts.filter(({ kind }) => kind === 'on-post' || kind === 'staying-on');
  return [...new Set((there.length > 0 ? there : posts).flatMap(({ people }) => people))];
}

/** The posts, officer's before leader's, on which a person is at a moment. */
export function postsOf(shifts: readonly Shift[], person: ThingId, at: Date): OnDuty[] {
  return whoIsOnDuty(shifts, { at })
    .filter(({ people }) => people.includes(person))
    .toSorted((one, other) => Number(one.layer === 'leader') - Number(other.layer === 'leader'));
}

/** Whether somebody speaks for a unit beside those on duty: its head, its deputy in charge, its liaisons. */
export function speaksFor(office: Office, unit: ThingId, person: ThingId, day: Day): boolean {
  return (['liaison', 'deputy', 'head'] as const).some((post) =>
    holdersOf(office, unit, post, day).some(({ id }) => id === person),
  );
}
