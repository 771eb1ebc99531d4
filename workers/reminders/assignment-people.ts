import { dispatchers, leaders, supervisors } from '../../domain/people/find-people.ts';
import type { Person } from '../../domain/people/office.ts';
import { deputyOf, headOf, isServing, membersOf, ownersOf, standInOf } from '../../domain/people/posts.ts';
import { isReachable, ownerToAsk } from '../../domain/people/reach.ts';
import type { Assignment } from '../../domain/tasks/task.ts';
import type { ThingId } from '../../domain/thing.ts';
import type { ReminderContext } from '../reminder.ts';

/** Whoever answers for the assignment today and can be reached: a named owner before the liaisons. */
export function ownerOf(assignment: Assignment, context: ReminderContext): Person[] {
  const person = ownerToAsk(context.office, assignment, today(context));
  return person ? [person] : [];
}

export function ownerAndStandIn(assignment: Assignment, context: ReminderContext): Person[] {
  const [owner] = ownersOf(context.office, assignment, today(context));
  const standIn = owner && standInOf(context.office, assignment.unit, owner, today(context));
  const both = [...ownerOf(assignment, context), ...(standIn && isReachable(standIn) ? [standIn] : [])];
  return [...new Set(both)];
}

/** 分管负责人, or the head where the unit has no deputy in charge. Never the owner himself. */
export function deputy(assignment: Assignment, context: ReminderContext): Person[] {
  const { office } = context;
  const person = deputyOf(office, assignment.unit, today(context)) ?? headOf(office, assignment.unit, today(context));
  return person && isReachable(person) && !ownerOf(assignment, context).includes(person) ? [person] : [];
}

/** Who accepts the reports of this task or part, or the dispatcher where he cannot be reached or has left. */
export function reviewerOf({ reviewer }: { readonly reviewer: ThingId }, context: ReminderContext): Person[] {
  const named = context.office.people.get(reviewer);
  return named && isReachable(named) && isServing(named, today(context)) ? [named] : desk(context).slice(0, 1);
}

export function desk({ office, read, now }: ReminderContext): Person[] {
  return dispatchers(office, read.calendar.dayOf(now)).filter(isReachable);
}

export function deskAndSupervisors(context: ReminderContext): Person[] {
  const watching = supervisors(context.office, today(context)).filter(isReachable);
  return [...new Set([...desk(context).slice(0, 1), ...watching.slice(0, 1)])];
}

/** The leader who gave the order, else every leader: whose page it is that lists what nobody has reported. */
export function leadersFor({ assigner }: Assignment, context: ReminderContext): Person[] {
  const all = leaders(context.office, today(context)).filter(isReachable);
  const own = all.filter(({ id }) => id === assigner);
  return own.length > 0 ? own : all;
}

export function everybodyOf(assignment: Assignment, context: ReminderContext): Person[] {
  return membersOf(context.office, assignment.unit, today(context));
}

function today({ read, now }: ReminderContext): string {
  return read.calendar.dayOf(now);
}
