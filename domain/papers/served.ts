import type { CheckIn } from '../duty/checks/check-in.ts';
import { isAnswered, isCounted } from '../duty/checks/check-in.ts';
import { isValid } from '../duty/duty-line.ts';
import type { Shift } from '../duty/shift.ts';
import type { Day, ThingId } from '../thing.ts';
import { dayText } from '../wording/dates.ts';
import { clock } from '../wording/duty.ts';
import { personName } from '../wording/names.ts';
import type { TextContext } from '../wording/tasks.ts';

/** `1月5日（周一）`; the year stands in the title. */
export function dayCell(day: Day, { calendar }: TextContext): string {
  return dayText(day, day, calendar);
}

/** `8:24` on the day that the reader expects, else with its date. */
export function clockCell(at: Date, expected: Day, { calendar }: TextContext): string {
  const day = calendar.dayOf(at);
  return day === expected
    ? clock(at, calendar)
    : `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日${clock(at, calendar)}`;
}

/** `陈立、黄志明（替吕刚）`: who was planned in the end, and who stood in for whom. */
export function servedCell({ people, standIns = [] }: Shift, { office }: TextContext): string {
  const name = (person: ThingId) => personName(office, person) || person;
  const stood = standIns.map(({ person, instead }) => `${name(person)}（替${instead ? name(instead) : '班'}）`);
  return [...people.map(name), ...stood].join('、');
}

/** The leaders whose shifts run while this one does. */
export function leadersOf(shift: Shift, shifts: readonly Shift[]): Shift[] {
  return shifts.filter(
    (other) =>
      other.layer === 'leader' &&
      isValid(other) &&
      other.unit === shift.unit &&
      other.startAt < shift.endAt &&
      other.endAt > shift.startAt,
  );
}

/** What a shift was asked and answered: on time or found at the post by telephone, of those that were sent and not void. */
export interface ShiftChecks {
  readonly answered: number;
  readonly asked: number;
  /** Void because the channel or the bot was down. */
  readonly outages: number;
}

/** Check-ins of one shift; the take-over itself is none, and a trial is not counted. */
export function checksOf(shift: Shift, checks: readonly CheckIn[], now: Date): ShiftChecks {
  const own = checks.filter((check) => check.shift === shift.id && check.kind !== 'takeover');
  const counted = own.filter((check) => isCounted(check, now));
  return {
    answered: counted.filter(isAnswered).length,
    asked: counted.length,
    outages: own.filter(({ voided }) => voided?.cause === 'outage' || voided?.cause === 'unsent').length,
  };
}

/** `3/4`; where nothing was asked there is nothing to divide. */
export function checksCell({ answered, asked }: ShiftChecks): string {
  return asked > 0 ? `${answered}/${asked}` : '—';
}

/** What was left to the next shift, by number, in the words of who left it. */
export function leftCell({ notes, openMatters = [] }: Shift): string {
  if (openMatters.length === 1) return openMatters[0]!;
  if (openMatters.length > 1) return openMatters.map((matter, index) => `${index + 1}. ${matter}`).join('\n');
  return notes ?? '';
}
