import type { Calendar } from '../calendar/calendar.ts';
import type { Task, TaskSeries } from './task.ts';
import { later } from './term.ts';

/** A recurring order starts its series with the first occurrence, which is handed out now. */
export function seriesFrom(task: Task, calendar: Calendar): TaskSeries | undefined {
  if (!task.recurrence || task.series || !task.dueAt || !task.issuedAt) return undefined;
  // Every second week is every second week from the first occurrence on.
  const recurrence = { ...task.recurrence, anchorDay: task.recurrence.anchorDay ?? calendar.dayOf(task.dueAt) };
  const [nextDueAt] = calendar.occurrences(recurrence, task.dueAt, 1);
  if (!nextDueAt) return undefined;

  const { batch: _batch, ...template } = task;
  return {
    id: `series.${task.no}`,
    type: 'series',
    no: task.no,
    recurrence,
    template,
    state: 'running',
    lastDueAt: task.dueAt,
    nextDueAt,
    handledAt: task.issuedAt,
  };
}

/** The occurrence to hand out now, and how many before it nobody can meet any more because they fell due in an outage. */
export interface Occurrence {
  readonly dueAt: Date;
  readonly missed: number;
}

/** Undefined where the rule yields no moment that still lies ahead. */
export function occurrenceFor(series: TaskSeries, now: Date, calendar: Calendar): Occurrence | undefined {
  if (series.nextDueAt > now) return { dueAt: series.nextDueAt, missed: 0 };

  const [dueAt] = calendar.occurrences(series.recurrence, now, 1);
  if (!dueAt) return undefined;
  let missed = 1;
  for (let at = following(series, series.nextDueAt, calendar); at && at < dueAt; at = following(series, at, calendar))
    missed++;
  return { dueAt, missed };
}

/** The occurrence due at `dueAt` has been handed out; a rule that yields no further one ends the series. */
export function advanceSeries(series: TaskSeries, dueAt: Date, calendar: Calendar): TaskSeries {
  const nextDueAt = following(series, dueAt, calendar);
  const advanced = { ...series, lastDueAt: later(series.lastDueAt, dueAt) };
  return nextDueAt ? { ...advanced, nextDueAt } : endSeries(advanced);
}

/** Nothing more comes of it; what has been handed out goes on. */
export function endSeries(series: TaskSeries): TaskSeries {
  return { ...series, state: 'ended' };
}

function following(series: TaskSeries, after: Date, calendar: Calendar): Date | undefined {
  return calendar.occurrences(series.recurrence, after, 1)[0];
}
