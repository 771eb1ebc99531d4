import type { Reading } from '../../reading.ts';
import type { Problem, RosterRow } from '../roster/draft.ts';
import { touches } from './leave.ts';
import { leavesOfPeople } from './read-leaves.ts';

/** Duties of a roster for which somebody is named who is away then; to be known before it is published, no reason against it. */
export async function leaveProblems(rows: readonly RosterRow[], read: Reading): Promise<Problem[]> {
  const { people } = await read.office();
  const leaves = await leavesOfPeople(
    rows.flatMap((row) => row.people),
    read,
  );
  return rows.flatMap((row) =>
    leaves
      .filter((leave) => row.people.includes(leave.person) && touches(leave, row, (at) => read.calendar.dayOf(at)))
      .map(
        ({ person, why }): Problem => ({
          ...{ kind: 'on-leave', level: 'warning', days: [row.day], layer: row.layer, detail: why },
          who: people.get(person)?.name ?? person,
        }),
      ),
  );
}
