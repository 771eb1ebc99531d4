import { dispatchers, supervisors } from '../../domain/people/find-people.ts';
import type { Person } from '../../domain/people/office.ts';
import { deputyOf, headOf, membersOf, ownersOf, standInOf } from '../../domain/people/posts.ts';
import { isReachable } from '../../domain/people/reach.ts';
import type { Assignment } from '../../domain/tasks/task.ts';
import type { ReminderContext } from '../reminder.ts';

/** Whoever answers for the assignment today and can be reached. */
export function ownerOf(assignment: Assignment, context: ReminderContext): Person[] {
  return ownersOf(context.office, assignment, today(context)).filter(isReachable).slice(0, 1);
}

export function ownerAndStandIn(assignment: Assignment, context: ReminderContext): Person[] {
  const [owner] = ownersOf(context.office, assignment, today(context));
  const standIn = owner && standInOf(context.office, assignment.unit, owner, today(context));
  return [owner, standIn].filter((person): person is Person => person !== undefined && isReachable(person));
}

/** 分管负责人, or the head where the unit has no deputy in charge. Never the owner himself. */
export function deputy(assignment: Assignment, context: ReminderContext): Person[] {
  const { office } = context;
  const person = deputyOf(office, assignment.unit, today(context)) ?? headOf(office, assignment.unit, today(context));
  return person && isReachable(person) && !ownerOf(assignment, context).includes(person) ? [person] : [];
}

export function reviewer(assignment: Assignment, context: ReminderContext): Person[] {
  const named = context.office.people.get(assignment.reviewer);
  return named && isReachable(named) ? [named] : desk(context).slice(0, 1);
}

export function desk({ office, read, now }: ReminderContext): Person[] {
  return dispatchers(office, read.calendar.dayOf(now)).filter(isReachable);
}

export function deskAndSupervisors(context: ReminderContext): Person[] {
  const watching = supervisors(context.office, today(context)).filter(isReachable);
  return [...new Set([...desk(context).slice(0, 1), ...watching.slice(0, 1)])];
}

export function everybodyOf(assignment: Assignment, context: ReminderContext): Person[] {
  return membersOf(context.office, assignment.unit, today(context));
}

function today({ read, now }: ReminderContext): string {
  return read.calendar.dayOf(now);
}
