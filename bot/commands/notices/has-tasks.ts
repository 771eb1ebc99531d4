import type { Person } from '../../../domain/people/office.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import type { Reading } from '../../../domain/reading.ts';
import { openAssignmentsOf } from '../../../domain/tasks/collections.ts';
import type { Assignment } from '../../../domain/tasks/task.ts';

/** Where a task waits as well, 台账 … and 进展 … may be its report: only 本周台账 … is beyond doubt. */
export async function hasTasks(speaker: Person, read: Reading): Promise<boolean> {
  const units = unitsOf(speaker, read.calendar.dayOf(read.now));
  const open = await Promise.all(units.map((unit) => read.members<Assignment>(openAssignmentsOf(unit))));
  return open.some((assignments) => assignments.length > 0);
}
