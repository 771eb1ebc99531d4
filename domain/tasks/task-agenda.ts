import type { Calendar } from '../calendar/calendar.ts';
import { parseRung, placeRung } from '../calendar/rung.ts';
import type { AgendaContext } from '../kind.ts';
import type { Step } from '../step.ts';
import type { Task, TaskSeries } from './task.ts';
import { earlier, later } from './term.ts';
import { untilAnswered } from './waiting.ts';

/** What a task as a whole waits for: an unconfirmed draft its dispatcher, an issued one its count of acknowledgements. */
export function taskAgenda(task: Task, context: AgendaContext): Step[] {
  if (task.state === 'draft') return draftSteps(task, context);
  if (task.state === 'issued') return [...ackSummary(task, context), ...standingReview(task, context.calendar)];
  if (task.state === 'closed') return [archiving(task, context)];
  return [];
}

/** Silence never voids an order: after half an office hour the dispatcher has it, and hears of it again until he decides. */
function draftSteps(task: Task, { calendar, policy }: AgendaContext): Step[] {
  const handOverAt = calendar.addWorkMinutes(task.createdAt, policy.tasks.draftMinutes);
  const days = [1, 3].map((workdays) => calendar.addWorkdays(calendar.dayOf(handOverAt), workdays));
  const waiting = days.map(
    (day): Step => ({ at: calendar.at(day, '09:00'), step: 'draft-waiting', track: 'draft', kind: 'tell' }),
  );
  return [
    { at: handOverAt, step: 'hand-over-draft', track: 'hand-over', kind: 'act' },
    ...untilAnswered(waiting, task, calendar),
  ];
}

/** Once, a while after the first private reminder: the room hears the number, and nothing after that. */
function ackSummary(task: Task, { calendar, policy }: AgendaContext): Step[] {
  if (task.ackToldAt) return [];
  const { ladder, urgentNoAck, ackSummaryMinutes } = policy.tasks;
  const [first] = task.priority === 'normal' ? ladder.noAck : urgentNoAck;
  const fromAt = task.issuedAt!;
  const nudgeAt = first ? placeRung(parseRung(first), { fromAt }, 'from', calendar) : fromAt;
  const nudgedAt = task.priority === 'normal' ? calendar.laterInto(nudgeAt, policy.windows.L3) : nudgeAt;
  const at = new Date(nudgedAt.getTime() + ackSummaryMinutes * 60_000);
  return [{ at: calendar.laterInto(at, policy.windows.L3), step: 'ack-summary', track: 'ack', kind: 'tell' }];
}

/** 常态化, 长期: what has no deadline is looked at once a month, so that it does not run on unseen. */
function standingReview(task: Task, calendar: Calendar): Step[] {
  if (!task.openEnded) return [];
  const issuedDay = calendar.dayOf(task.issuedAt!);
  const behindAt = later(task.handledAt ?? task.issuedAt!, task.basisAt ?? task.issuedAt!);
  const months = Math.max(0, Math.floor(calendar.daysBetween(issuedDay, calendar.dayOf(behindAt)) / 31));
  return [1, 2, 3].map((more) => {
    const day = calendar.addMonths(issuedDay, months + more);
    const workday = calendar.isWorkday(day) ? day : calendar.addWorkdays(day, 1);
    return { at: calendar.at(workday, '09:00'), step: 'standing-review', track: 'standing', kind: 'tell' };
  });
}

function archiving(task: Task, { calendar, policy }: AgendaContext): Step {
  const day = calendar.addDays(calendar.dayOf(task.closedAt!), policy.tasks.archiveDays);
  return { at: calendar.at(day, '03:00'), step: 'archive', track: 'archive', kind: 'act' };
}

/**
 * The next occurrence is handed out some working days ahead of its deadline, not before the one before it was due, and
 * always while it still lies ahead. A moment that an edit of policy or calendar has put into the past counts as now.
 */
export function seriesAgenda(series: TaskSeries, { calendar, policy }: AgendaContext): Step[] {
  if (series.state !== 'running') return [];

  const { lastDueAt, nextDueAt, handledAt } = series;
  const leadDay = calendar.addWorkdays(calendar.dayOf(nextDueAt), -policy.tasks.recurringLeadWorkdays);
  const leadAt = calendar.at(leadDay, '09:00');
  const afterLastAt = calendar.laterInto(lastDueAt, policy.windows.D);
  const wantedAt = leadAt > lastDueAt ? leadAt : afterLastAt < nextDueAt ? afterLastAt : earlier(lastDueAt, nextDueAt);
  const at = handledAt && wantedAt <= handledAt ? new Date(handledAt.getTime() + 1) : wantedAt;
  return [{ at, step: 'issue-next', track: 'issue', kind: 'act' }];
}
