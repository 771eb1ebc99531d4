import { awayOn } from '../../domain/duty/absences/read-leaves.ts';
import { chiefsNow } from '../../domain/duty/called-now.ts';
import type { CheckIn } from '../../domain/duty/checks/check-in.ts';
import { checkJudges, officeHeads } from '../../domain/duty/duty-people.ts';
import type { Shift } from '../../domain/duty/shift.ts';
import { dispatchers, holdersOfRole } from '../../domain/people/find-people.ts';
import type { Person } from '../../domain/people/office.ts';
import { reachable } from '../../domain/people/reach.ts';
import type { ReminderContext } from '../reminder.ts';

/** Who telephones: on duty at the chief desk, else its liaisons, else a dispatcher, else the administrator; never the person asked. */
export async function phoneOfficers(check: CheckIn, context: ReminderContext): Promise<Person[]> {
  const { office, read } = context;
  const found = await chiefsNow(check.unit, read, [check.person]);
  if (found.length > 0) return found;
  const away = await awayOn(today(context), read);
  const others = [...dispatchers(office, today(context)), ...holdersOfRole(office, 'sysadmin', today(context))];
  const free = others.filter(({ id }) => id !== check.person);
  return [...free.filter(({ id }) => !away.has(id)), ...free].slice(0, 1);
}

/** 备班 of the shift that was asked, whoever of them can be written to and is not away. */
export async function reserveOf(check: CheckIn, context: ReminderContext): Promise<Person[]> {
  const shift = await context.read.thing<Shift>(check.shift);
  const away = await awayOn(today(context), context.read);
  const ready = (shift?.reserve ?? []).filter((person) => person !== check.person && !away.has(person));
  return reachable(context.office, ready);
}

/** Those above the dispatchers, without the person asked and whoever is away. */
export async function headsAbove(check: CheckIn, context: ReminderContext): Promise<Person[]> {
  const day = today(context);
  return officeHeads(context.office, day, new Set([check.person, ...(await awayOn(day, context.read))]));
}

export function judges(context: ReminderContext): Person[] {
  return checkJudges(context.office, today(context));
}

function today({ read, now }: ReminderContext): string {
  return read.calendar.dayOf(now);
}
