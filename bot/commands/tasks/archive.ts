import { decide } from '../../../domain/decision.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { assignmentsOf } from '../../../domain/tasks/collections.ts';
import { archiveAssignment } from '../../../domain/tasks/rule-assignment.ts';
import { archiveTask } from '../../../domain/tasks/rule-task.ts';
import type { Assignment } from '../../../domain/tasks/task.ts';
import { answer, defineCommand } from '../command.ts';
import { assertMay } from '../rights.ts';
import { taskMeant } from './which-assignment.ts';

/** 归档 by hand, before the thirty days are over. */
export default defineCommand({
  intent: 'archive',
  examples: ['归档 T0612'],

  async handle(context) {
    const task = await taskMeant(context);
    assertMay(context, 'archive', task);
    if (task.state !== 'closed') throw new Refusal('NOT_CLOSED', { no: task.no });
    const done = (await context.read.members<Assignment>(assignmentsOf(task.id))).filter(
      (assignment) => assignment.state === 'done',
    );
    return decide({
      save: [archiveTask(task), ...done.map(archiveAssignment)],
      say: [answer(context, `${task.no}已归档`, task.no)],
    });
  },
});
