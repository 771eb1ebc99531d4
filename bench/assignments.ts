import type { Settings } from '../config/settings.ts';
import { draftTask } from '../domain/tasks/draft-task.ts';
import { issueTask } from '../domain/tasks/issue-task.ts';
import type { Assignment, Task } from '../domain/tasks/task.ts';

/** A task handed out to so many units, through the rules that the product uses. */
export function issuedTask(
  no: string,
  units: readonly string[],
  { policy, calendar }: Settings,
  at: Date,
  fields: Partial<Task> = {},
): { task: Task; assignments: Assignment[] } {
  const draft = draftTask(
    no,
    {
      title: '烟花爆竹零售点拉网式排查',
      text: '请各乡镇、经开区对烟花爆竹零售点开展一次拉网式排查，下周三下班前把排查台账报安委办',
      leads: [],
      coops: [],
      executors: units,
      owners: [],
      priority: 'normal',
      dueAt: new Date(at.getTime() + 10 * 86_400_000),
      assumed: [],
      openPoints: [],
    },
    { assigner: 'person.p0', reviewer: 'person.p0', at },
  );
  const { task, assignments } = issueTask(
    { ...draft, ...fields },
    { now: at, policy, calendar, ownerOf: () => undefined },
  );
  return { task, assignments: [...assignments] };
}
