import type { Calendar } from '../calendar/calendar.ts';
import type { Policy } from '../policy.ts';
import { Refusal } from '../refusal.ts';
import { momentText } from '../wording/dates.ts';
import { ladderFor } from './ladder.ts';
import { isOpen } from './status.ts';
import type { Assignment } from './task.ts';

export function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

export function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}

/** Answered at `at`. The basis never goes back: what arrives late does not revive what a newer answer has settled. */
export function answered(assignment: Assignment, at: Date): Assignment {
  return { ...assignment, basisAt: assignment.basisAt ? later(assignment.basisAt, at) : at };
}

/** The unit's turn again: reminders of the term, and what follows the deadline, count from now, the private question first. */
export function givenBack(assignment: Assignment, at: Date): Assignment {
  const { overdueFromAt: _overdueFromAt, ...rest } = assignment;
  return answered({ ...rest, termFromAt: at }, at);
}

/** A new deadline with the reminders that a term of that length calls for. The first deadline stays on record. */
export function withDue(assignment: Assignment, dueAt: Date, at: Date, policy: Policy): Assignment {
  const { beforeDue } = ladderFor({ priority: assignment.priority, dueAt }, at, policy);
  return givenBack(
    {
      ...assignment,
      dueAt,
      originalDueAt: assignment.originalDueAt ?? dueAt,
      ladder: { ...assignment.ladder, beforeDue },
    },
    at,
  );
}

/** Over, one way or the other: nothing is pending any more. */
export function closed(assignment: Assignment, state: 'done' | 'void', at: Date): Assignment {
  const {
    extension: _extension,
    claim: _claim,
    forward: _forward,
    suspendedFrom: _from,
    suspendedAt: _at,
    ...rest
  } = assignment;
  return answered({ ...rest, state, closedAt: at }, at);
}

/** Nobody is given a deadline that is over before he hears of it. */
export function assertAhead(dueAt: Date, at: Date, calendar: Calendar): void {
  if (dueAt <= at) throw new Refusal('DATE_PAST', { date: momentText(dueAt, at, calendar) });
}

export function assertOpen(assignment: Assignment): void {
  if (assignment.state === 'void') throw new Refusal('ALREADY_VOID', { no: assignment.no });
  if (!isOpen(assignment)) throw new Refusal('ASSIGNMENT_CLOSED', { no: assignment.no, unit: '' });
}

/** Open, and the clock is not stopped. */
export function assertRunning(assignment: Assignment): void {
  if (assignment.state === 'suspended') throw new Refusal('SUSPENDED', { no: assignment.no });
  assertOpen(assignment);
}
