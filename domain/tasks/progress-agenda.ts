import type { AgendaContext } from '../kind.ts';
import type { Step } from '../step.ts';
import { progressDueAt } from './progress.ts';
import type { Assignment } from './task.ts';
import { later } from './term.ts';

/** In the morning of each day on which progress is wanted, from the first that was not told on; the list stays short. */
export function progressSteps(assignment: Assignment, { calendar, policy }: AgendaContext): Step[] {
  const { progress, dueAt, handledAt, issuedAt } = assignment;
  const wantedAt = progressDueAt(assignment, calendar);
  if (!progress || !wantedAt) return [];

  const behindAt = later(handledAt ?? issuedAt, issuedAt);
  const next = calendar.occurrences(progress, later(wantedAt, behindAt), 2);
  return [wantedAt, ...next]
    .filter((at) => !dueAt || at < dueAt)
    .map((at) => ({
      at: calendar.earlierInto(calendar.at(calendar.dayOf(at), '09:00'), policy.windows.L3),
      step: 'progress-due',
      track: 'progress',
      kind: 'tell' as const,
      ...(dueAt && { untilAt: dueAt }),
    }));
}
