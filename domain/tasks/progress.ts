import type { Calendar, Recurrence } from '../calendar/calendar.ts';
import type { Policy } from '../policy.ts';
import { isOwed } from './status.ts';
import type { Assignment, Task } from './task.ts';
import { later } from './term.ts';

/** 每周五报一次进展, 每10天反馈一次进度: a rhythm of being told how things stand, not of the work itself. */
const WANTED = /每[^，,。；;]{1,8}?(?:报|反馈|通报|汇报|上报|更新|告知)[^，,。；;]{0,8}?(?:进展|进度)/;

/** The words in which an order asks to be told of progress; undefined where it does not. */
export function progressWords(order: string): string | undefined {
  return WANTED.exec(order)?.[0];
}

/** The order's own rhythm, else the office's for whatever has a deadline; undefined for none. */
export function progressRhythm(
  { progress, dueAt }: Pick<Task, 'progress' | 'dueAt'>,
  issuedAt: Date,
  calendar: Calendar,
  policy: Policy,
): Recurrence | undefined {
  const rhythm =
    progress ?? (dueAt && policy.tasks.progressDays > 0 ? everyDays(policy.tasks.progressDays) : undefined);
  return rhythm && { ...rhythm, anchorDay: rhythm.anchorDay ?? calendar.dayOf(issuedAt) };
}

function everyDays(days: number): Recurrence {
  return { rrule: `FREQ=DAILY;INTERVAL=${days}` };
}

/**
 * When progress is to be told next, office closing of that day: what was told in the half of an interval before counts for it,
 * and what came late counts for the one that was missed. Undefined where none is wanted any more.
 */
export function progressDueAt(assignment: Assignment, calendar: Calendar): Date | undefined {
  const { progress, issuedAt, termFromAt, reports } = assignment;
  if (!progress || !isOwed(assignment)) return undefined;

  const toldAt = later(termFromAt ?? issuedAt, reports.at(-1)?.writtenAt ?? issuedAt);
  const [first, second] = calendar.occurrences(progress, toldAt, 2);
  if (!first || !second || reports.length === 0) return before(first, assignment);
  const isNear = first.getTime() - toldAt.getTime() < (second.getTime() - first.getTime()) / 2;
  return before(isNear ? second : first, assignment);
}

/** A report that was missed is behind; the light says so until something is told. */
export function isProgressMissed(assignment: Assignment, now: Date, calendar: Calendar): boolean {
  const dueAt = progressDueAt(assignment, calendar);
  return dueAt !== undefined && dueAt < now;
}

/** The result itself takes the place of the last telling. */
function before(at: Date | undefined, { dueAt }: Assignment): Date | undefined {
  return at && (!dueAt || at < dueAt) ? at : undefined;
}
