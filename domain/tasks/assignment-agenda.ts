import type { Calendar, Window } from '../calendar/calendar.ts';
import { parseRung, placeRung } from '../calendar/rung.ts';
import type { AgendaContext } from '../kind.ts';
import type { MessageClass } from '../message.ts';
import type { Step } from '../step.ts';
import type { Assignment } from './task.ts';

/** In which class each step of an assignment speaks. The urgent ladder follows an order that itself broke the windows. */
export const STEP_CLASS: Readonly<Record<string, MessageClass>> = {
  nudge: 'L3',
  deputy: 'L3',
  office: 'L3',
  'nudge-urgent': 'D',
  'nudge-stand-in': 'D',
  'phone-list': 'D',
  halfway: 'L3',
  'due-soon': 'L3',
  'due-today': 'L2',
  check: 'L2',
  overdue: 'L3',
  'propose-supervision': 'L3',
  'review-waiting': 'L3',
  'ruling-waiting': 'L3',
  'forward-waiting': 'L3',
  'claim-waiting': 'L3',
};

/** Rungs of waiting for a person's ruling that the policy does not name apart. */
const RULING = ['+4wh', '+1wd 09:00', '+2wd 09:00'];

/** The rungs of an assignment's own ladder. A closed one has only its archiving left, so closing silences everything. */
export function assignmentAgenda(assignment: Assignment, context: AgendaContext): Step[] {
  if (assignment.state === 'done') return [archiving(assignment, context)];
  if (assignment.state === 'submitted') return reviewSteps(assignment, context);
  if (assignment.state === 'forward-pending') return forwardSteps(assignment, context);
  if (assignment.state !== 'issued' && assignment.state !== 'in-progress') return [];

  return [...ackSteps(assignment, context), ...dueSteps(assignment, context)];
}

function archiving(assignment: Assignment, { calendar, policy }: AgendaContext): Step {
  const day = calendar.addDays(calendar.dayOf(assignment.closedAt!), policy.tasks.archiveDays);
  return { at: calendar.at(day, '03:00'), step: 'archive', track: 'archive', kind: 'act' };
}

function reviewSteps(assignment: Assignment, context: AgendaContext): Step[] {
  return after(assignment.ladder.review, 'review', assignment.submittedAt!, assignment, context);
}

function forwardSteps(assignment: Assignment, context: AgendaContext): Step[] {
  const rungs = RULING.map((rung) => `${rung} forward-waiting`);
  return after(rungs, 'forward', assignment.forward!.filedAt, assignment, context);
}

function ackSteps(assignment: Assignment, context: AgendaContext): Step[] {
  if (assignment.state !== 'issued') return [];
  return after(assignment.ladder.noAck, 'ack', assignment.issuedAt, assignment, context);
}

/** What the deadline calls for. While somebody else has to rule (extension, claim) that person is reminded, and the unit is not. */
function dueSteps(assignment: Assignment, context: AgendaContext): Step[] {
  if (!assignment.dueAt || assignment.part !== 'execute') return [];

  const { extension, claim } = assignment;
  if (claim) return after(rulingRungs('claim-waiting'), 'ruling', claim.filedAt, assignment, context);
  const ruling = extension
    ? after(rulingRungs('ruling-waiting'), 'ruling', extension.filedAt, assignment, context)
    : [];
  if (extension && !extension.late) return ruling;

  return [
    ...ruling,
    ...before(assignment, context),
    ...after(assignment.ladder.afterDue, 'due', assignment.dueAt, assignment, context),
  ];
}

function rulingRungs(step: string): string[] {
  return RULING.map((rung) => `${rung} ${step}`);
}

/** Reminders before the deadline move earlier into their window; where two come too close, the one nearer the deadline stays. */
function before(assignment: Assignment, { calendar, policy }: AgendaContext): Step[] {
  const dueAt = assignment.dueAt!;
  const kept: Step[] = [];
  const placed = assignment.ladder.beforeDue
    .map((text) => tell(text, 'due', { fromAt: assignment.issuedAt, dueAt }, 'due', calendar))
    .map((step) => ({ ...step, at: calendar.earlierInto(step.at, windowOf(step, policy.windows)) }))
    .filter((step) => step.at > assignment.issuedAt && step.at < dueAt)
    .sort((a, b) => b.at.getTime() - a.at.getTime());

  for (const step of placed) {
    const next = kept.at(-1);
    if (!next || next.at.getTime() - step.at.getTime() >= gapMs(assignment, policy.tasks)) kept.push(step);
  }
  return kept;
}

/** Reminders after a moment move later into their window, and keep their distance from the one before. */
function after(
  rungs: readonly string[],
  track: string,
  fromAt: Date,
  assignment: Assignment,
  context: AgendaContext,
): Step[] {
  const { calendar, policy } = context;
  let earliestMs = Number.NEGATIVE_INFINITY;

  return rungs.map((text) => {
    const step = tell(text, track, { fromAt }, 'from', calendar);
    const wanted = new Date(Math.max(step.at.getTime(), earliestMs));
    const at = calendar.laterInto(wanted, windowOf(step, policy.windows));
    earliestMs = at.getTime() + gapMs(assignment, policy.tasks);
    return { ...step, at };
  });
}

function tell(
  text: string,
  track: string,
  anchor: { fromAt: Date; dueAt?: Date },
  base: 'from' | 'due',
  calendar: Calendar,
): Step {
  const rung = parseRung(text);
  return { at: placeRung(rung, anchor, base, calendar), step: rung.step, track, kind: 'tell' };
}

/** The urgent ladder speaks at any hour, as the order did. */
const ANY_TIME: Window = { hours: '00:00-24:00', workdays: false };

function windowOf(step: Step, windows: Readonly<Record<MessageClass, Window>>): Window {
  const messageClass = STEP_CLASS[step.step] ?? 'L3';
  return messageClass === 'D' ? ANY_TIME : windows[messageClass];
}

/** A term of a few hours cannot keep the ordinary distance: there a quarter of the term is enough. */
function gapMs(assignment: Assignment, tasks: AgendaContext['policy']['tasks']): number {
  const gap = (assignment.priority === 'normal' ? tasks.minGapMinutes : tasks.urgentMinGapMinutes) * 60_000;
  const termMs = assignment.dueAt
    ? assignment.dueAt.getTime() - assignment.issuedAt.getTime()
    : Number.POSITIVE_INFINITY;
  return Math.min(gap, termMs / 4);
}
