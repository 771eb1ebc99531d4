import { decide } from '../../domain/decision.ts';
import { archiveAssignment } from '../../domain/tasks/rule-assignment.ts';
import { archiveTask } from '../../domain/tasks/rule-task.ts';
import type { Assignment, Task } from '../../domain/tasks/task.ts';
import { defineReminder } from '../reminder.ts';

/** 归档 thirty days after it was closed. */
export const archiving = [
  defineReminder<Assignment>({
    thing: 'assignment',
    step: 'archive',
    fire: async (assignment) => decide({ save: [archiveAssignment(assignment)] }),
  }),
  defineReminder<Task>({
    thing: 'task',
    step: 'archive',
    fire: async (task) => decide({ save: [archiveTask(task)] }),
  }),
];
