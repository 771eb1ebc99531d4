import type { Calendar } from '../calendar/calendar.ts';
import { parseRung } from '../calendar/rung.ts';
import type { Day } from '../thing.ts';
import type { Period } from './period.ts';
import type { CloseStep, LeadStep, PeriodLadder } from './policy.ts';

/** What the office is reminded of for one period at one moment. */
export interface PeriodStep {
  readonly day: Day;
  readonly at: Date;
  readonly step: LeadStep | CloseStep | Exclude<PeriodLadder['weekly'], 'none'>;
}

/** What of a period its steps follow from. */
type Placed = Pick<Period, 'ladder' | 'fromDay' | 'toDay' | 'warning' | 'long'>;

/** Clock of what is collected on Fridays until 12:00: early enough to be asked for. */
const WEEKLY_CLOCK = '09:00';

/**
 * Everything the office is reminded of for a period, in order. All of it lies on working days: what comes before the period moves
 * to the working day before, what comes after it to the next; two that meet on one day are both said then.
 */
export function stepsOf(period: Placed, calendar: Calendar): PeriodStep[] {
  const { ladder, fromDay, toDay, warning } = period;
  const lead = warning ? [] : ladder.lead.map((rung) => placed(rung, fromDay, -1, calendar));
  const close = toDay ? ladder.close.map((rung) => placed(rung, toDay, 1, calendar)) : [];
  const weekly = warning || period.long ? [] : weeklyOf(period, calendar);
  return [...lead, ...weekly, ...close].sort((one, other) => one.at.getTime() - other.at.getTime());
}

function placed(text: string, from: Day, side: -1 | 1, calendar: Calendar): PeriodStep {
  const { amount, clock, step } = parseRung(text);
  const wanted = calendar.addDays(from, amount);
  const day = calendar.isWorkday(wanted) ? wanted : calendar.addWorkdays(wanted, side);
  return { day, at: calendar.at(day, clock ?? WEEKLY_CLOCK), step: step as PeriodStep['step'] };
}

/** Every week's Friday, or the last working day before it in that week, as far as it lies in the period. */
function weeklyOf({ ladder: { weekly }, fromDay, toDay = fromDay }: Placed, calendar: Calendar): PeriodStep[] {
  if (weekly === 'none') return [];
  const steps: PeriodStep[] = [];
  const firstFriday = calendar.addDays(fromDay, (12 - calendar.weekday(fromDay)) % 7);
  for (let friday = firstFriday; calendar.addDays(friday, -4) <= toDay; friday = calendar.addDays(friday, 7)) {
    const day = calendar.isWorkday(friday) ? friday : calendar.addWorkdays(friday, -1);
    const isOfTheWeek = calendar.daysBetween(day, friday) < 5;
    if (isOfTheWeek && fromDay <= day && day <= toDay)
      steps.push({ day, at: calendar.at(day, WEEKLY_CLOCK), step: weekly });
  }
  return steps;
}
