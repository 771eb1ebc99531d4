import { type Decision, decide } from '../decision.ts';
import type { Message } from '../message.ts';
import type { Office, Person, Room } from '../people/office.ts';
import { belongsTo, ownersOf } from '../people/posts.ts';
import type { Reading } from '../reading.ts';
import type { ThingId } from '../thing.ts';
import { assignmentText, copyText, dispatchText, type TextContext } from '../wording/tasks.ts';
import { issueTask } from './issue-task.ts';
import { seriesFrom } from './series.ts';
import type { Task } from './task.ts';

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

/**
 * Everything that follows from a confirmed draft: assignments, one message in the room or to each unit, copies, and the series.
 * Refuses what is incomplete or would be over at birth.
 */
export function dispatchOrder(draft: Task, options: DispatchOptions): Decision {
  const { read, office, notBeforeAt } = options;
  const room = dispatchRoom(office, draft);
  const issued = issueTask(room ? { ...draft, room: room.id } : draft, {
    now: read.now,
    ...(notBeforeAt && { handOutAt: notBeforeAt }),
    policy: read.policy,
    calendar: read.calendar,
    ownerOf: (unit) => ownerNamed(draft, unit, options)?.id,
  });
  const series = seriesFrom(issued.task, read.calendar);
  const task = series ? { ...issued.task, series: series.id } : issued.task;

  return decide({
    save: [task, ...issued.assignments, ...(series ? [series] : [])],
    say: [
      ...(room
        ? [roomMessage(task, room, draft.room !== room.id || draft.series !== undefined, options)]
        : unitMessages(task, options)),
      ...copies(task, options),
    ],
  });
}

/** Where it was said, if everybody concerned is there; else the smallest room that holds all of them. */
export function dispatchRoom(office: Office, task: Task): Room | undefined {
  const units = [...task.executors, ...task.leads];
  const holdsAll = (room: Room) => units.every((unit) => room.units.includes(unit));
  const said = task.room ? office.rooms.get(task.room) : undefined;
  if (said && holdsAll(said)) return said;
  return [...office.rooms.values()].filter(holdsAll).sort((a, b) => a.units.length - b.units.length)[0];
}

function roomMessage(task: Task, room: Room, isNews: boolean, options: DispatchOptions): Message {
  const liaisons = concerned(task).flatMap((unit) => peopleOf(task, unit, options).slice(0, 1));
  return {
    ...timing(task, options),
    to: room.id,
    text: dispatchText(task, options.added, options.text, { isNews }),
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
  const owner = ownerNamed(task, unit, options)?.id;
  return ownersOf(options.office, { unit, ...(owner && { owner }) }, today(options));
}

/** The person whom the order names and who is in that unit today. */
function ownerNamed({ owners }: Task, unit: ThingId, options: DispatchOptions): Person | undefined {
  const named = owners.flatMap((id) => options.office.people.get(id) ?? []);
  return named.find((person) => belongsTo(person, unit, today(options)));
}

/** Handing out what has fallen due meanwhile would mislead: then the assigner hears that it was not said. */
function timing(task: Task, { notBeforeAt, urgent }: DispatchOptions) {
  return {
    class: 'D' as const,
    of: task.id,
    ...(notBeforeAt && { notBeforeAt }),
    ...(task.dueAt && { notAfterAt: task.dueAt, lapseTo: task.assigner }),
    ...((urgent || task.priority !== 'normal') && { urgent: true }),
  };
}

function today({ read }: DispatchOptions): string {
  return read.calendar.dayOf(read.now);
}
