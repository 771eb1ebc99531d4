import type { Policy } from '../policy.ts';
import type { Ladder, Task } from './task.ts';

const DAY_MS = 86_400_000;

/** The ladder as it stands in the policy today, cut to the length of this term. */
export function ladderFor(task: Pick<Task, 'priority' | 'dueAt'>, now: Date, policy: Policy): Ladder {
  const { ladder, urgentNoAck } = policy.tasks;
  return {
    ...ladder,
    noAck: task.priority === 'normal' ? ladder.noAck : urgentNoAck,
    beforeDue: task.dueAt ? rungsBefore(task.dueAt, now, policy) : [],
  };
}

function rungsBefore(dueAt: Date, now: Date, policy: Policy): readonly string[] {
  const days = (dueAt.getTime() - now.getTime()) / DAY_MS;
  const rows = [...policy.tasks.beforeDue].sort((a, b) => b.fromDays - a.fromDays);
  return rows.find((row) => days >= row.fromDays)?.rungs ?? [];
}
