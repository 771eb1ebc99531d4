import type { Calendar, Window } from '../calendar/calendar.ts';
import { parseRung, placeRung } from '../calendar/rung.ts';
import { ANY_TIME } from '../calendar/windows.ts';
import type { AgendaContext } from '../kind.ts';
import type { MessageClass } from '../message.ts';
import type { Step } from '../step.ts';
import { progressSteps } from './progress-agenda.ts';
import type { Assignment } from './task.ts';
import { later } from './term.ts';
import { untilAnswered } from './waiting.ts';
import { pageSteps } from './weekly-page.ts';
import { workedOut } from './worked-out.ts';

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
  'weekly-page': 'L4',
  'progress-due': 'L3',
  'review-waiting': 'L3',
  'ruling-waiting': 'L3',
  'forward-waiting': 'L3',
  'claim-waiting': 'L3',
};

const PAGE = 'weekly-page';

/** Rungs of waiting for a person's ruling that the policy does not name apart. */
const RULING = ['+4wh', '+1wd 09:00', '+2wd 09:00'];

/** The rungs of an assignment's own ladder. A closed one has only its archiving left, so closing silences everything. */
export function assignmentAgenda(assignment: Assignment, context: AgendaContext): Step[] {
  switch (assignment.state) {
    case 'issued':
    case 'in-progress':
      return [
        ...reminders(assignment, context),
        ...rulingSteps(assignment, context),
        ...lateSteps(assignment, context),
      ];
    case 'submitted':
      return waiting(assignment.ladder.review, 'review', assignment.submittedAt!, assignment, context);
    case 'forward-pending': {
      const rungs = RULING.map((rung) => `${rung} forward-waiting`);
      return waiting(rungs, 'forward', assignment.forward!.filedAt, assignment, context);
    }
    case 'done':
      return [archiving(assignment, context)];
    default:
      return [];
  }
}

function archiving(assignment: Assignment, { calendar, policy }: AgendaContext): Step {
  const day = calendar.addDays(calendar.dayOf(assignment.closedAt!), policy.tasks.archiveDays);
  return { at: calendar.at(day, '03:00'), step: 'archive', track: 'archive', kind: 'act' };
}

/** While somebody else has to rule (extension, claim) that person is reminded until he has. */
function rulingSteps(assignment: Assignment, context: AgendaContext): Step[] {
  const { extension, claim } = assignment;
  const step = claim ? 'claim-waiting' : 'ruling-waiting';
  const filedAt = claim?.filedAt ?? extension?.filedAt;
  return filedAt
    ? waiting(
        RULING.map((rung) => `${rung} ${step}`),
        'ruling',
        filedAt,
        assignment,
        context,
      )
    : [];
}

/** Whether the deadline speaks to the unit: not to a lead beside others, and not while an answer to a timely request is due. */
function deadlineSpeaks({ dueAt, part, claim, extension }: Assignment): boolean {
  return dueAt !== undefined && part === 'execute' && !claim && (!extension || extension.late);
}

/**
 * What the liaison hears before the deadline, at a distance from each other: 收到 is asked for before it is half way, and not
 * close to a reminder of the deadline itself.
 */
function reminders(assignment: Assignment, context: AgendaContext): Step[] {
  const { noAck } = assignment.ladder;
  const asks = assignment.state === 'issued' ? after(noAck, 'ack', assignment.issuedAt, assignment, context) : [];
  const near = deadlineSpeaks(assignment) ? nearSteps(assignment, context) : [];

  const gap = gapMs(assignment, context.policy.tasks);
  const isFree = (step: Step, others: readonly Step[]) =>
    others.every((other) => Math.abs(other.at.getTime() - step.at.getTime()) >= gap);
  const isNudge = (step: Step) => step.step.startsWith('nudge');
  const deadline = near.filter((step) => step.step !== 'halfway');
  const told = progressOf(assignment, context).filter((step) => isFree(step, deadline));
  const asked = asks.filter((step) => !isNudge(step) || isFree(step, deadline));
  return [...asked, ...told, ...near.filter((step) => step.step !== 'halfway' || isFree(step, asked.filter(isNudge)))];
}

function progressOf(assignment: Assignment, context: AgendaContext): Step[] {
  return deadlineSpeaks(assignment) || !assignment.dueAt ? progressSteps(assignment, context) : [];
}

/** Reminders before the deadline move earlier into their window, and are void once it has come. */
function nearSteps(assignment: Assignment, context: AgendaContext): readonly Step[] {
  const { ladder, dueAt, termFromAt, issuedAt } = assignment;
  const fromAt = termFromAt ?? issuedAt;
  const gap = gapMs(assignment, context.policy.tasks);
  const name = `near ${fromAt.getTime()} ${dueAt!.getTime()} ${gap} ${ladder.beforeDue}`;
  return workedOut(name, context, () => placeNear(ladder.beforeDue, fromAt, dueAt!, gap, context));
}

function placeNear(
  rungs: readonly string[],
  fromAt: Date,
  dueAt: Date,
  gap: number,
  { calendar, policy }: AgendaContext,
): Step[] {
  const placed = rungs
    .map((text) => tell(text, 'near', { fromAt, dueAt }, 'due', calendar))
    .map((step) => ({ ...step, at: calendar.earlierInto(step.at, windowOf(step, policy.windows)), untilAt: dueAt }))
    .filter((step) => step.at > fromAt && step.at < dueAt)
    .reverse()
    .sort((a, b) => b.at.getTime() - a.at.getTime());

  const kept: Step[] = [];
  for (const step of placed) {
    const next = kept.at(-1);
    if (!next || next.at.getTime() - step.at.getTime() >= gap) kept.push(step);
  }
  return kept;
}

/**
 * After the deadline, or after the ruling that gave the matter back later than that: the private question, then the ladder.
 * Rungs that would have spoken before the unit had time to answer wait for that; of several only the last is left.
 */
function lateSteps(assignment: Assignment, context: AgendaContext): Step[] {
  if (!deadlineSpeaks(assignment)) return [];
  const { dueAt, termFromAt, ladder } = assignment;
  const fromAt = termFromAt ? later(dueAt!, termFromAt) : dueAt!;
  const isPage = (rung: string) => parseRung(rung).step === PAGE;
  const pages = ladder.afterDue.filter(isPage).flatMap((rung) => {
    const { at } = tell(rung, 'page', { fromAt }, 'from', context.calendar);
    return pageSteps(at, assignment, context);
  });
  const rungs = ladder.afterDue.filter((rung) => !isPage(rung));
  return [...afterAsking(after(rungs, 'due', fromAt, assignment, context), assignment, context), ...pages];
}

/**
 * Who has asked for more time, if only after the deadline, has answered: until that is ruled neither he nor his superior is
 * asked again, and the office hears of it as of any other.
 */
function afterAsking(all: readonly Step[], { overdueFromAt, extension }: Assignment, context: AgendaContext): Step[] {
  const steps = all.filter(({ step }) => !extension || (step !== 'check' && step !== 'overdue'));
  if (!overdueFromAt) return steps;

  const waits = steps.filter((step) => step.step !== 'check' && step.at < overdueFromAt).at(-1);
  const { calendar, policy } = context;
  return [
    ...(waits ? [{ ...waits, at: calendar.laterInto(overdueFromAt, windowOf(waits, policy.windows)) }] : []),
    ...steps.filter((step) => step.at >= overdueFromAt),
  ];
}

function waiting(
  rungs: readonly string[],
  track: string,
  fromAt: Date,
  assignment: Assignment,
  context: AgendaContext,
): Step[] {
  return untilAnswered(after(rungs, track, fromAt, assignment, context), assignment, context.calendar);
}

/** Reminders after a moment move later into their window, and keep their distance from the one before. */
function after(
  rungs: readonly string[],
  track: string,
  fromAt: Date,
  assignment: Assignment,
  context: AgendaContext,
): readonly Step[] {
  const gap = gapMs(assignment, context.policy.tasks);
  const name = `${track} ${fromAt.getTime()} ${gap} ${rungs}`;
  return workedOut(name, context, () => placeAfter(rungs, track, fromAt, gap, context));
}

function placeAfter(
  rungs: readonly string[],
  track: string,
  fromAt: Date,
  gap: number,
  { calendar, policy }: AgendaContext,
): Step[] {
  let earliestMs = Number.NEGATIVE_INFINITY;

  return rungs.map((text) => {
    const step = tell(text, track, { fromAt }, 'from', calendar);
    const wanted = new Date(Math.max(step.at.getTime(), earliestMs));
    const at = calendar.laterInto(wanted, windowOf(step, policy.windows));
    earliestMs = at.getTime() + gap;
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
function windowOf(step: Step, windows: Readonly<Record<MessageClass, Window>>): Window {
  const messageClass = STEP_CLASS[step.step] ?? 'L3';
  return messageClass === 'D' ? ANY_TIME : windows[messageClass];
}

/** A term of a few hours cannot keep the ordinary distance: there a quarter of the term is enough. */
function gapMs(assignment: Assignment, tasks: AgendaContext['policy']['tasks']): number {
  const { priority, dueAt, termFromAt, issuedAt } = assignment;
  const gap = (priority === 'normal' ? tasks.minGapMinutes : tasks.urgentMinGapMinutes) * 60_000;
  const termMs = dueAt ? dueAt.getTime() - (termFromAt ?? issuedAt).getTime() : Number.POSITIVE_INFINITY;
  return Math.max(0, Math.min(gap, termMs / 4));
}
