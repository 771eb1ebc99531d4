import { type Decision, decide } from '../../domain/decision.ts';
import { dispatchers } from '../../domain/people/find-people.ts';
import { assignmentsOf } from '../../domain/tasks/collections.ts';
import { closeTask } from '../../domain/tasks/rule-task.ts';
import { isLateDone } from '../../domain/tasks/status.ts';
import type { Assignment, Task } from '../../domain/tasks/task.ts';
import { unitNames } from '../../domain/wording/names.ts';
import { ackSummaryText, allDoneText, notAcknowledgedText } from '../../domain/wording/reminders.ts';
import { defineReminder, LOOK, type ReminderContext } from '../reminder.ts';

/** A task follows its assignments: counts their acknowledgements once, and closes with the last of them. */
export const taskProgress = [
  defineReminder<Task>({
    thing: 'task',
    step: 'ack-summary',
    fire: async (task, context) => acknowledgements(task, await parts(task, context), context),
  }),
  defineReminder<Task>({
    thing: 'task',
    step: LOOK,

    async fire(task, context) {
      if (task.state !== 'issued') return decide({});
      const assignments = await parts(task, context);
      const closed = closeTask(task, assignments, context.now);
      if (closed) return close(closed.task, closed.leads, assignments);
      const acknowledged = assignments.every((assignment) => assignment.state !== 'issued');
      return acknowledged ? acknowledgements(task, assignments, context) : decide({});
    },
  }),
];

function parts(task: Task, { read }: ReminderContext): Promise<Assignment[]> {
  return read.members<Assignment>(assignmentsOf(task.id));
}

/** One line for the room, whether all are in or the time has come; whoever is missing is named to the dispatcher alone. */
function acknowledgements(
  task: Task,
  assignments: readonly Assignment[],
  { office, read, now }: ReminderContext,
): Decision {
  const running = assignments.filter((assignment) => assignment.state !== 'void');
  const missing = running.filter((assignment) => assignment.state === 'issued');
  if (!task.room || running.length < 2) return decide({});

  const [person] = dispatchers(office, read.calendar.dayOf(now));
  const names = unitNames(
    office,
    missing.map((assignment) => assignment.unit),
  );
  return decide({
    say: [
      {
        to: task.room,
        class: 'L3',
        text: ackSummaryText(task, running.length - missing.length, running.length),
        once: `${task.id}.ack-summary`,
        about: task.no,
        notAfterAt: new Date(now.getTime() + 86_400_000),
      },
      ...(missing.length > 0 && person
        ? [
            {
              to: person.id,
              class: 'L3' as const,
              text: notAcknowledgedText(task, names),
              once: `${task.id}.ack-missing`,
              about: task.no,
            },
          ]
        : []),
    ],
  });
}

function close(task: Task, leads: readonly Assignment[], assignments: readonly Assignment[]): Decision {
  const done = assignments.filter((assignment) => assignment.state === 'done' && assignment.part === 'execute');
  const late = done.filter(isLateDone).length;
  const tell = task.state === 'closed' && task.assigner !== task.reviewer;
  return decide({
    save: [task, ...leads],
    say: tell
      ? [
          {
            to: task.assigner,
            class: 'L4',
            text: allDoneText(task, done.length, late),
            once: `${task.id}.all-done`,
            about: task.no,
          },
        ]
      : [],
  });
}
