import type { Calendar } from '../calendar/calendar.ts';
import { type DueSaid, dueBy, dueSaidOf, type Reread } from '../tasks/due-said.ts';
import type { Assignment, Task, TaskSeries } from '../tasks/task.ts';

/** The calendars before and after a year was entered, and how words are read by each. */
export interface Change {
  readonly before: Calendar;
  readonly after: Calendar;
  readonly now: Date;
  readonly reread: Reread;
}

/**
 * What a new arrangement means for a deadline: it moves · it should lie at `wanted`, which has passed or cannot be told, so that
 * a person has to say · it stays, on a day that is now off.
 */
export type DueOutcome =
  | { readonly what: 'moves'; readonly toAt: Date; readonly said: DueSaid }
  | { readonly what: 'asks'; readonly wantedAt?: Date }
  | { readonly what: 'day-off' };

interface Dated {
  readonly dueAt?: Date;
  readonly dueSaid?: DueSaid;
}

/** Undefined where the new arrangement changes nothing for it. */
export function dueOutcome(dated: Dated, change: Change): DueOutcome | undefined {
  const { dueAt } = dated;
  if (!dueAt) return undefined;
  const said = dueSaidOf(dated);
  if (!said) return onDayOff(dueAt, change);

  const wasAt = dueBy(said, change.before, change.reread);
  const toAt = dueBy(said, change.after, change.reread);
  if (toAt && toAt.getTime() === wasAt?.getTime()) return undefined;
  if (toAt?.getTime() === dueAt.getTime()) return undefined;
  const isUsable = toAt !== undefined && toAt > change.now && wasAt?.getTime() === dueAt.getTime();
  if (isUsable) return { what: 'moves', toAt, said: { ...said, dueAt: toAt } };
  // What is over is over, whatever day it should have been.
  return dueAt > change.now ? { what: 'asks', ...(toAt && { wantedAt: toAt }) } : undefined;
}

/** A day that was named stays; whoever named it hears that nobody works then. */
function onDayOff(dueAt: Date, { before, after, now }: Change): DueOutcome | undefined {
  const day = before.dayOf(dueAt);
  return dueAt > now && before.isWorkday(day) && !after.isWorkday(day) ? { what: 'day-off' } : undefined;
}

type Moved = Extract<DueOutcome, { what: 'moves' }>;

/** With the deadline where the new days want it. It is still the first deadline: nobody has given more time. */
export function movedAssignment(assignment: Assignment, { toAt, said }: Moved, now: Date): Assignment {
  const { overdueFromAt: _overdueFromAt, ...rest } = assignment;
  const isFirst = assignment.originalDueAt?.getTime() === assignment.dueAt?.getTime();
  return { ...rest, dueAt: toAt, dueSaid: said, ...(isFirst && { originalDueAt: toAt }), basisAt: now };
}

/** The deadline that a unit has asked for and nobody has ruled on yet. */
export function movedRequest(assignment: Assignment, change: Change): Assignment {
  const { extension } = assignment;
  if (!extension?.toSaid) return assignment;
  const outcome = dueOutcome({ dueAt: extension.toAt, dueSaid: extension.toSaid }, change);
  if (outcome?.what !== 'moves') return assignment;
  return { ...assignment, extension: { ...extension, toAt: outcome.toAt, toSaid: outcome.said } };
}

/** A draft is a new version: who confirms it confirms the day that now stands there. */
export function movedTask(task: Task, { toAt, said }: Moved): Task {
  const version = task.state === 'draft' ? task.version + 1 : task.version;
  return { ...task, dueAt: toAt, dueSaid: said, version };
}

/** So many occurrences are looked at to find the one that took the place of the next. */
const NEAR = 3;

/**
 * Where a rule of working days falls next: the occurrence that took the place of the one that was next. `lastAt` is the deadline
 * of the one handed out last, as it is now. The same object where nothing changes.
 */
export function movedSeries(series: TaskSeries, lastAt: Date, { after, now }: Change): TaskSeries {
  if (series.state !== 'running' || !series.recurrence.cal) return series;
  const fromAt = lastAt > now ? lastAt : now;
  const wanted = series.nextDueAt.getTime();
  const distance = (at: Date) => Math.abs(at.getTime() - wanted);
  const [nextDueAt] = after
    .occurrences(series.recurrence, fromAt, NEAR)
    .toSorted((one, other) => distance(one) - distance(other));
  if (!nextDueAt || series.nextDueAt <= now) return series;
  const isSame = nextDueAt.getTime() === wanted && lastAt.getTime() === series.lastDueAt.getTime();
  return isSame ? series : { ...series, lastDueAt: lastAt, nextDueAt };
}
