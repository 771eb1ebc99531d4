import { type Decision, decide } from '../decision.ts';
import type { Message } from '../message.ts';
import type { Office, Person, Room } from '../people/office.ts';
import { ownersOf } from '../people/posts.ts';
import type { Reading } from '../reading.ts';
import type { ThingId } from '../thing.ts';
import { assignmentText, copyText, dispatchText, type TextContext } from '../wording/tasks.ts';
import { issueTask } from './issue-task.ts';
import type { Task, TaskSeries } from './task.ts';

export interface DispatchOptions {
  readonly read: Reading;
  readonly office: Office;
  readonly text: TextContext;
  /** What the confirmation added, to be named when it is handed out. */
  readonly added?: string;
  /** Hand it out at this moment instead of at once. */
  readonly notBeforeAt?: Date;
  /** Break the hours of class D. */
  readonly urgent?: boolean;
}

/** Everything that follows from a confirmed draft: assignments, one message in the room or to each unit, copies, and the series. */
export function dispatchOrder(draft: Task, options: DispatchOptions): Decision {
  const { read, office } = options;
  const day = read.calendar.dayOf(read.now);
  const room = dispatchRoom(office, draft);
  const task: Task = room ? { ...draft, room: room.id } : draft;
  const issued = issueTask(task, {
    now: read.now,
    policy: read.policy,
    ownerOf: (unit) => ownerNamed(office, draft.owners, unit),
  });
  const series = seriesFrom(issued.task, read);

  return decide({
    save: [
      { ...issued.task, ...(series && { series: series.id }) },
      ...issued.assignments,
      ...(series ? [series] : []),
    ],
    say: [
      ...(room ? [roomMessage(issued.task, room, options)] : unitMessages(issued.task, options)),
      ...copies(issued.task, options),
    ],
  });

  function ownerNamed(from: Office, owners: readonly ThingId[], unit: ThingId): ThingId | undefined {
    return owners.find((owner) =>
      from.people.get(owner)?.tenures.some((tenure) => tenure.unit === unit && (!tenure.toDay || tenure.toDay >= day)),
    );
  }
}

/** Where it was said, if everybody concerned is there; else the smallest room that holds all of them. */
export function dispatchRoom(office: Office, task: Task): Room | undefined {
  const units = [...task.executors, ...task.leads];
  const holdsAll = (room: Room) => units.every((unit) => room.units.includes(unit));
  const said = task.room ? office.rooms.get(task.room) : undefined;
  if (said && holdsAll(said)) return said;
  return [...office.rooms.values()].filter(holdsAll).sort((a, b) => a.units.length - b.units.length)[0];
}

function roomMessage(task: Task, room: Room, options: DispatchOptions): Message {
  const liaisons = concerned(task).flatMap((unit) => peopleOf(task, unit, options).slice(0, 1));
  return {
    ...timing(task, options),
    to: room.id,
    text: dispatchText(task, options.added, options.text),
    once: `${task.id}.dispatch`,
    about: task.no,
    mentions: [...new Set(liaisons.map((person) => person.id))],
  };
}

function unitMessages(task: Task, options: DispatchOptions): Message[] {
  return concerned(task).flatMap((unit) =>
    peopleOf(task, unit, options)
      .slice(0, 1)
      .map((person) => ({
        ...timing(task, options),
        to: person.id,
        text: assignmentText(task, unit, options.text),
        once: `${task.id}.dispatch.${unit}`,
        about: task.no,
      })),
  );
}

function copies(task: Task, options: DispatchOptions): Message[] {
  return task.coops.flatMap((unit) =>
    ownersOf(options.office, { unit }, today(options))
      .slice(0, 1)
      .map((person) => ({
        ...timing(task, options),
        to: person.id,
        text: copyText(task, unit, options.text),
        once: `${task.id}.copy.${unit}`,
        about: task.no,
      })),
  );
}

function concerned(task: Task): ThingId[] {
  return [...new Set([...task.executors, ...task.leads])];
}

function peopleOf(task: Task, unit: ThingId, options: DispatchOptions): Person[] {
  const owner = task.owners.find((id) => options.office.people.get(id)?.tenures.some((tenure) => tenure.unit === unit));
  return ownersOf(options.office, { unit, ...(owner && { owner }) }, today(options));
}

function timing(task: Task, { notBeforeAt, urgent }: DispatchOptions) {
  return {
    class: 'D' as const,
    ...(notBeforeAt && { notBeforeAt }),
    ...((urgent || task.priority !== 'normal') && { urgent: true }),
  };
}

function today({ read }: DispatchOptions): string {
  return read.calendar.dayOf(read.now);
}

/** A recurring order starts its series with the first occurrence, which is handed out now. */
function seriesFrom(task: Task, read: Reading): TaskSeries | undefined {
  if (!task.recurrence || task.series || !task.dueAt) return undefined;
  const [nextDueAt] = read.calendar.occurrences(task.recurrence, task.dueAt, 1);
  if (!nextDueAt) return undefined;
  return {
    id: `series.${task.no}`,
    type: 'series',
    no: task.no,
    recurrence: task.recurrence,
    template: task,
    state: 'running',
    lastDueAt: task.dueAt,
    nextDueAt,
    handledAt: read.now,
  };
}
