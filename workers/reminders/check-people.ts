import { awayOn } from '../../domain/duty/absences/read-leaves.ts';
import type { CheckIn } from '../../domain/duty/checks/check-in.ts';
import { checkJudges, chiefDeskOf, chiefOfficers, dutyLeaders } from '../../domain/duty/duty-people.ts';
import { shiftsNear } from '../../domain/duty/near.ts';
import type { Shift } from '../../domain/duty/shift.ts';
import { dispatchers, holdersOfRole } from '../../domain/people/find-people.ts';
import type { Person } from '../../domain/people/office.ts';
import { headOf, unitsOf } from '../../domain/people/posts.ts';
import { reachable } from '../../domain/people/reach.ts';
import type { ReminderContext } from '../reminder.ts';

/** Who telephones: on duty at the chief desk, else its liaisons, else a dispatcher, else the administrator; never the person asked. */
export async function phoneOfficers(check: CheckIn, context: ReminderContext): Promise<Person[]> {
  const { office, now, read } = context;
  const desk = chiefDeskOf(office, check.unit);
  const shifts = desk ? await shiftsNear(desk.id, now, read) : [];
  const sought = await soughtFor(check, context);
  const found = chiefOfficers(shifts, sought, [check.person]);
  if (found.length > 0) return found;
  const others = [...dispatchers(office, today(context)), ...holdersOfRole(office, 'sysadmin', today(context))];
  const free = others.filter(({ id }) => id !== check.person);
  return [...free.filter(({ id }) => !sought.away.has(id)), ...free].slice(0, 1);
}

/** 带班领导 of the unit now, else its deputy in charge or head. */
export async function leadersOf(check: CheckIn, context: ReminderContext): Promise<Person[]> {
  return dutyLeaders(await shiftsNear(check.unit, context.now, context.read), await soughtFor(check, context));
}

/** 备班 of the shift that was asked, whoever of them can be written to and is not away. */
export async function reserveOf(check: CheckIn, context: ReminderContext): Promise<Person[]> {
  const shift = await context.read.thing<Shift>(check.shift);
  const away = await awayOn(today(context), context.read);
  const ready = (shift?.reserve ?? []).filter((person) => person !== check.person && !away.has(person));
  return reachable(context.office, ready);
}

/** The heads of the offices the dispatchers belong to; where none can be written to, the dispatchers themselves. */
export async function headsAbove(check: CheckIn, context: ReminderContext): Promise<Person[]> {
  const { office } = context;
  const day = today(context);
  const desk = dispatchers(office, day);
  const away = await awayOn(day, context.read);
  const heads = desk
    .flatMap((person) => unitsOf(person, day))
    .flatMap((unit) => headOf(office, unit, day) ?? [])
    .filter(({ id }) => id !== check.person && !away.has(id));
  const found = idsReachable(context, heads);
  return found.length > 0 ? found : idsReachable(context, desk);
}

export function judges(context: ReminderContext): Person[] {
  return checkJudges(context.office, today(context));
}

function idsReachable({ office }: ReminderContext, people: readonly Person[]): Person[] {
  return reachable(
    office,
    people.map(({ id }) => id),
  );
}

async function soughtFor({ unit }: CheckIn, { office, now, read }: ReminderContext) {
  const day = read.calendar.dayOf(now);
  return { office, unit, at: now, day, away: await awayOn(day, read) };
}

function today({ read, now }: ReminderContext): string {
  return read.calendar.dayOf(now);
}
