import { type Decision, decide } from '../../domain/decision.ts';
import type { Address, Message } from '../../domain/message.ts';
import { assignmentsOf } from '../../domain/tasks/collections.ts';
import { closeTask } from '../../domain/tasks/rule-task.ts';
import { isLateDone, isOpen } from '../../domain/tasks/status.ts';
import type { Assignment, Task } from '../../domain/tasks/task.ts';
import { unitNames } from '../../domain/wording/names.ts';
import { ackSummaryText, allDoneText, notAcknowledgedText, standingText } from '../../domain/wording/reminders.ts';
import { defineReminder, LOOK, type ReminderContext } from '../reminder.ts';
import { desk, reviewerOf } from './assignment-people.ts';

const DAY_MS = 86_400_000;

/** A task follows its assignments: counts their acknowledgements once, and closes with the last of them. */
export const taskProgress = [
  defineReminder<Task>({
    thing: 'task',
    step: 'ack-summary',
    fire: async (task, context) => acknowledgements(task, await parts(task, context), context),
  }),
  defineReminder<Task>({
    thing: 'task',
    step: 'standing-review',

    async fire(task, context) {
      const all = (await parts(task, context)).filter((part) => part.state !== 'void');
      const text = standingText(task, all.filter(isOpen).length, all.length);
      const say = reviewerOf(task, context).map((person) => ordinary(task, person.id, text, context.occurrence));
      return say.length > 0 ? decide({ say }) : 'nobody';
    },
  }),
  defineReminder<Task>({
    thing: 'task',
    step: LOOK,

    async fire(task, context) {
      if (task.state !== 'issued') return decide({});
      const all = await parts(task, context);
      const closed = closeTask(task, all, context.now);
      if (closed) return close(closed.task, closed.leads, all);
      const acknowledged = all.length > 0 && all.every((part) => part.state !== 'issued');
      return acknowledged && !task.ackToldAt ? acknowledgements(task, all, context) : decide({});
    },
  }),
];

function parts(task: Task, { read }: ReminderContext): Promise<Assignment[]> {
  return read.members<Assignment>(assignmentsOf(task.id));
}

/** One line for the room, whether all are in or the time has come; whoever is missing is named to the dispatcher alone. */
function acknowledgements(task: Task, assignments: readonly Assignment[], context: ReminderContext): Decision {
  const { office, now } = context;
  const running = assignments.filter((assignment) => assignment.state !== 'void');
  const missing = running.filter((assignment) => assignment.state === 'issued');
  if (running.length < 2) return decide({});

  const count = ackSummaryText(task, running.length - missing.length, running.length);
  const names = unitNames(
    office,
    missing.map((assignment) => assignment.unit),
  );
  const desks = missing.length > 0 ? desk(context).slice(0, 1) : [];
  const told: Task = { ...task, ackToldAt: now };
  return decide({
    save: [told],
    say: [
      ...(task.room
        ? [
            {
              ...ordinary(task, task.room, count, `${task.id}.ack-summary`),
              notAfterAt: new Date(now.getTime() + DAY_MS),
            },
          ]
        : []),
      ...desks.map(({ id }) => ordinary(task, id, notAcknowledgedText(task, names), `${task.id}.ack-missing`)),
    ],
  });
}

function close(task: Task, leads: readonly Assignment[], assignments: readonly Assignment[]): Decision {
  const done = assignments.filter((assignment) => assignment.state === 'done' && assignment.part === 'execute');
  const text = allDoneText(task, done.length, done.filter(isLateDone).length);
  const tells = task.state === 'closed' && task.assigner !== task.reviewer;
  return decide({
    save: [task, ...leads],
    say: tells ? [{ ...ordinary(task, task.assigner, text, `${task.id}.all-done`), class: 'L4' }] : [],
  });
}

function ordinary(task: Task, to: Address, text: string, once: string): Message {
  return { to, class: 'L3', text, once: `${once}.${to}`, about: task.no };
}
