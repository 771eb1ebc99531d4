import type { Office, Person } from '../people/office.ts';
import { currentTenures, standInOf } from '../people/posts.ts';
import type { Day, ThingId } from '../thing.ts';

/** The other of an A and B pair in any post that a person holds on that day; undefined where no post is shared so. */
export function otherOf(office: Office, person: ThingId, day: Day): Person | undefined {
  const known = office.people.get(person);
  if (!known) return undefined;
  for (const { unit } of currentTenures(known, day)) {
    const other = standInOf(office, unit, known, day);
    if (other) return other;
  }
  return undefined;
}
