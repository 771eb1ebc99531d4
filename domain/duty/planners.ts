import { dispatchers } from '../people/find-people.ts';
import type { Office, Person } from '../people/office.ts';
import { deputyOf, headOf, holdersOf } from '../people/posts.ts';
import { reachable } from '../people/reach.ts';
import type { Day, ThingId } from '../thing.ts';

/** Who plans the duty of a unit and has to find somebody: its liaisons, else its deputy and head, else a dispatcher. */
export function plannersOf(
  office: Office,
  unit: ThingId,
  day: Day,
  without: ReadonlySet<ThingId> = new Set(),
): Person[] {
  const groups = [
    holdersOf(office, unit, 'liaison', day),
    [deputyOf(office, unit, day), headOf(office, unit, day)].filter((person) => person !== undefined),
    dispatchers(office, day),
  ];
  const found = groups.map((people) =>
    reachable(
      office,
      people.map(({ id }) => id).filter((id) => !without.has(id)),
    ),
  );
  return found.find((people) => people.length > 0)?.slice(0, 1) ?? [];
}

/** Whether somebody answers for the unit's roster himself: then he need not be told of what he has just read. */
export function isPlanner(office: Office, unit: ThingId, day: Day, person: ThingId): boolean {
  const own = (['liaison', 'deputy', 'head'] as const).flatMap((post) => holdersOf(office, unit, post, day));
  return [...own, ...dispatchers(office, day)].some(({ id }) => id === person);
}
