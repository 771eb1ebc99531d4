import type { AgendaContext } from '../kind.ts';
import type { Step } from '../step.ts';
import type { Task, TaskSeries } from './task.ts';

/** What a task as a whole waits for: an unconfirmed draft its dispatcher, an issued one its count of acknowledgements. */
export function taskAgenda(task: Task, context: AgendaContext): Step[] {
  if (task.state === 'draft') return draftSteps(task, context);
  if (task.state === 'issued') return [ackSummary(task, context)];
  if (task.state === 'closed') return [archiving(task, context)];
  return [];
}

/** Silence never voids an order: after half an office hour the dispatcher has it, and hears of it again on later working days. */
function draftSteps(task: Task, { calendar, policy }: AgendaContext): Step[] {
  const handOverAt = calendar.addWorkMinutes(task.createdAt, policy.tasks.draftMinutes);
  const days = [1, 3].map((workdays) => calendar.addWorkdays(calendar.dayOf(handOverAt), workdays));
  return [
    { at: handOverAt, step: 'hand-over-draft', track: 'hand-over', kind: 'act' },
    ...days.map(
      (day): Step => ({ at: calendar.at(day, '09:00'), step: 'draft-waiting', track: 'draft', kind: 'tell' }),
    ),
  ];
}

/** Once, a while after the first private reminder: the room hears the number, and nothing after that. */
function ackSummary(task: Task, { calendar, policy }: AgendaContext): Step {
  const firstNudgeAt =
    task.priority === 'normal'
      ? calendar.laterInto(calendar.addWorkMinutes(task.issuedAt!, 120), policy.windows.L3)
      : new Date(task.issuedAt!.getTime() + 15 * 60_000);
  const at = new Date(firstNudgeAt.getTime() + policy.tasks.ackSummaryMinutes * 60_000);
  return { at: calendar.laterInto(at, policy.windows.L3), step: 'ack-summary', track: 'ack', kind: 'tell' };
}

function archiving(task: Task, { calendar, policy }: AgendaContext): Step {
  const day = calendar.addDays(calendar.dayOf(task.closedAt!), policy.tasks.archiveDays);
  return { at: calendar.at(day, '03:00'), step: 'archive', track: 'archive', kind: 'act' };
}

/** The next occurrence is handed out some working days ahead of its deadline, never before the one before it was due. */
export function seriesAgenda(series: TaskSeries, { calendar, policy }: AgendaContext): Step[] {
  if (series.state !== 'running') return [];

  const day = calendar.addWorkdays(calendar.dayOf(series.nextDueAt), -policy.tasks.recurringLeadWorkdays);
  const aheadAt = calendar.at(day, '09:00');
  const at = aheadAt > series.lastDueAt ? aheadAt : calendar.laterInto(series.lastDueAt, policy.windows.L3);
  return [{ at, step: 'issue-next', track: 'issue', kind: 'act' }];
}
