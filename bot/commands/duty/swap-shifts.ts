import { shiftsOfUnit } from '../../../domain/duty/collections.ts';
import { isValid } from '../../../domain/duty/duty-line.ts';
import { DutyRefusal } from '../../../domain/duty/duty-refusal.ts';
import { peopleAt } from '../../../domain/duty/presence.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import { shiftsNear } from '../../../domain/duty/swaps/read-around.ts';
import type { Person } from '../../../domain/people/office.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import type { Day } from '../../../domain/thing.ts';
import { dayText } from '../../../domain/wording/dates.ts';
import { shiftChoice } from '../../../domain/wording/swap-requests.ts';
import { type CommandContext, type OpenSlot, WhichOne } from '../command.ts';

/** Without a date somebody means one of the shifts of the coming weeks. */
const DAYS_AHEAD = 40;
const MOST_CHOICES = 8;

/** The shifts a request may be about: around the days it names, and the coming ones of these people's units. */
export async function shiftsFor(
  people: readonly Person[],
  days: readonly Day[],
  { read }: CommandContext,
): Promise<Shift[]> {
  const today = read.calendar.dayOf(read.now);
  const from = read.calendar.addDays(today, -1);
  const units = [...new Set(people.flatMap((person) => unitsOf(person, today)))];
  const near = await shiftsNear([...days, today], read);
  const coming = await Promise.all(
    units.map((unit) => shiftsOfUnit(unit, from, read.calendar.addDays(today, DAYS_AHEAD), read)),
  );
  return [...new Map([...near, ...coming.flat()].map((shift) => [shift.id, shift])).values()].sort(
    (one, other) => one.startAt.getTime() - other.startAt.getTime() || (one.id < other.id ? -1 : 1),
  );
}

/** The published shifts of a person that are not over; on these days only, where days are given. */
export function shiftsOf(person: Person, shifts: readonly Shift[], now: Date, days: readonly Day[] = []): Shift[] {
  return shifts.filter(
    (shift) =>
      isValid(shift) &&
      shift.state !== 'closed' &&
      shift.endAt > now &&
      serves(person, shift, now) &&
      (days.length === 0 || days.includes(shift.day)),
  );
}

/** Named for it; while it runs, also standing there. */
function serves({ id }: Person, shift: Shift, now: Date): boolean {
  return shift.people.includes(id) && (shift.startAt > now || peopleAt(shift, now).includes(id));
}

/** 晚班 is what another office calls 夜班. */
const PART_OF_DAY: Readonly<Record<string, string>> = {
  日: '白',
  早: '白',
  晚: '夜',
  大: '夜',
  小: '夜',
};

/** Whether a shift is the one that somebody calls so. */
export function isCalled(shift: Shift, said: string | undefined): boolean {
  if (!said) return true;
  if (!shift.name) return false;
  return shift.name === said || partOf(shift.name) === partOf(said);
}

function partOf(name: string): string {
  return PART_OF_DAY[name[0]!] ?? name[0]!;
}

/** The one shift that is meant; several are asked about by number, and so is one that is not called as it was said. */
export function theShift(
  found: readonly Shift[],
  said: string | undefined,
  slot: OpenSlot,
  prompt: string,
  { text }: CommandContext,
): Shift {
  const called = found.filter((shift) => isCalled(shift, said));
  if (called.length === 1) return called[0]!;
  const choices = called.length > 0 ? called : found;
  throw new WhichOne(
    slot,
    prompt,
    choices.slice(0, MOST_CHOICES).map((shift) => ({ label: shiftChoice(shift, text), value: shift.id })),
  );
}

export function noShift(person: Person, days: readonly Day[], { speaker, text }: CommandContext): DutyRefusal {
  const today = text.calendar.dayOf(text.now);
  const on = days.map((day) => dayText(day, today, text.calendar)).join('、') || '接下来';
  return new DutyRefusal('SWAP_NO_SHIFT', { who: person.id === speaker.id ? '你' : person.name, on });
}
