import type { CheckIn } from '../../domain/duty/checks/check-in.ts';
import { checksOn, shiftsOfUnit } from '../../domain/duty/collections.ts';
import { isOpenEntry, type LogEntry, logOfMonth, logOfShift, openLogOf } from '../../domain/duty/log/log-entry.ts';
import type { Shift } from '../../domain/duty/shift.ts';
import type { Reading } from '../../domain/reading.ts';
import type { Day, ThingId } from '../../domain/thing.ts';

/** Shifts of a unit in a month and in those beside it: a leader's may reach over the edge. */
export async function shiftsAroundMonth(unit: ThingId, month: string, read: Reading): Promise<Shift[]> {
  const { calendar } = read;
  const first = `${month}-01`;
  return shiftsOfUnit(unit, calendar.addMonths(first, -1), calendar.addMonths(first, 1), read);
}

/** Check-ins that were asked from one day to another, both included. */
export async function checksBetween(fromDay: Day, toDay: Day, read: Reading): Promise<CheckIn[]> {
  const days: Day[] = [];
  for (let day = fromDay; day <= toDay; day = read.calendar.addDays(day, 1)) days.push(day);
  return (await Promise.all(days.map((day) => read.members<CheckIn>(checksOn(day))))).flat();
}

/** Entries that came in within a month, or in a shift that began in it. */
export async function entriesOfMonth(
  unit: ThingId,
  month: string,
  shifts: readonly Shift[],
  read: Reading,
): Promise<LogEntry[]> {
  const next = read.calendar.addMonths(`${month}-01`, 1).slice(0, 7);
  const both = await Promise.all([month, next].map((each) => read.members<LogEntry>(logOfMonth(unit, each))));
  const own = new Set(shifts.filter(({ day }) => day.startsWith(month)).map(({ id }) => id));
  const isOther = (entry: LogEntry) => shifts.some(({ id, day }) => id === entry.shift && !day.startsWith(month));
  return [...both[0]!.filter((entry) => !isOther(entry)), ...both[1]!.filter(({ shift }) => shift && own.has(shift))];
}

/** Entries of a shift, and those from before it that nobody has settled. */
export async function entriesToHandOver(shift: Shift, read: Reading): Promise<LogEntry[]> {
  const own = await read.members<LogEntry>(logOfShift(shift.id));
  const open = await read.members<LogEntry>(openLogOf(shift.unit));
  const older = open.filter((entry) => isOpenEntry(entry) && entry.cameAt < shift.startAt && entry.shift !== shift.id);
  return [...older, ...own];
}
