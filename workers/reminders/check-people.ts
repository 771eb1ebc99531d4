import type { CheckIn } from '../../domain/duty/checks/check-in.ts';
import { chiefDeskOf, chiefOfficers, dutyLeaders, reachable } from '../../domain/duty/duty-people.ts';
import { shiftsNear } from '../../domain/duty/near.ts';
import { dispatchers, holdersOfRole, supervisors } from '../../domain/people/find-people.ts';
import type { Person } from '../../domain/people/office.ts';
import { headOf, unitsOf } from '../../domain/people/posts.ts';
import type { ReminderContext } from '../reminder.ts';

/** Who telephones: on duty at the chief desk, else its liaisons, else a dispatcher, else the administrator; never the person asked. */
export async function phoneOfficers(check: CheckIn, context: ReminderContext): Promise<Person[]> {
  const { office, now, read } = context;
  const desk = chiefDeskOf(office, check.unit);
  const shifts = desk ? await shiftsNear(desk.id, now, read) : [];
  const found = chiefOfficers(shifts, soughtFor(check, context), [check.person]);
  if (found.length > 0) return found;
  const others = [...dispatchers(office, today(context)), ...holdersOfRole(office, 'sysadmin', today(context))];
  return others.filter(({ id }) => id !== check.person).slice(0, 1);
}

/** 带班领导 of the unit now, else its deputy in charge or head. */
export async function leadersOf(check: CheckIn, context: ReminderContext): Promise<Person[]> {
  return dutyLeaders(await shiftsNear(check.unit, context.now, context.read), soughtFor(check, context));
}

/** The heads of the offices the dispatchers belong to; where none can be written to, the dispatchers themselves. */
export function headsAbove(check: CheckIn, context: ReminderContext): Person[] {
  const { office } = context;
  const day = today(context);
  const desk = dispatchers(office, day);
  const heads = desk
    .flatMap((person) => unitsOf(person, day))
    .flatMap((unit) => headOf(office, unit, day) ?? [])
    .filter(({ id }) => id !== check.person);
  const found = idsReachable(context, heads);
  return found.length > 0 ? found : idsReachable(context, desk);
}

/** Dispatchers and supervisors: they get the seals and the summaries, and only they rule. */
export function judges(context: ReminderContext): Person[] {
  const day = today(context);
  return idsReachable(context, [...dispatchers(context.office, day), ...supervisors(context.office, day)]);
}

function idsReachable({ office }: ReminderContext, people: readonly Person[]): Person[] {
  return reachable(
    office,
    people.map(({ id }) => id),
  );
}

function soughtFor({ unit }: CheckIn, { office, now, read }: ReminderContext) {
  return { office, unit, at: now, day: read.calendar.dayOf(now) };
}

function today({ read, now }: ReminderContext): string {
  return read.calendar.dayOf(now);
}
