import type { Calendar } from '../calendar/calendar.ts';
import { parseRung } from '../calendar/rung.ts';
import type { Day } from '../thing.ts';
import type { Period } from './period.ts';
import type { CloseStep, LeadStep, PeriodLadder } from './policy.ts';
import { weeksOf } from './weekly/week.ts';

/** What the office is reminded of for one period at one moment. */
export interface PeriodStep {
  readonly day: Day;
  readonly at: Date;
  readonly step: LeadStep | CloseStep | Exclude<PeriodLadder['weekly'], 'none'>;
}

/** What of a period its steps follow from. */
type Placed = Pick<Period, 'ladder' | 'fromDay' | 'toDay' | 'warning' | 'long'>;

/** Clock of what has none of its own. */
const DAY_CLOCK = '09:00';

/**
 * Everything the office is reminded of for a period, in order. All of it lies on working days: what comes before the period moves
 * to the working day before, what comes after it to the next; two that meet on one day are both said then.
 */
export function stepsOf(period: Placed, calendar: Calendar): PeriodStep[] {
  const { ladder, fromDay, toDay, warning } = period;
  const lead = warning ? [] : ladder.lead.map((rung) => placed(rung, fromDay, -1, calendar));
  const close = toDay ? ladder.close.map((rung) => placed(rung, toDay, 1, calendar)) : [];
  return [...lead, ...weeklyOf(period, calendar), ...close].sort((one, other) => one.at.getTime() - other.at.getTime());
}

function placed(text: string, from: Day, side: -1 | 1, calendar: Calendar): PeriodStep {
  const { amount, clock, step } = parseRung(text);
  const wanted = calendar.addDays(from, amount);
  const day = calendar.isWorkday(wanted) ? wanted : calendar.addWorkdays(wanted, side);
  return { day, at: calendar.at(day, clock ?? DAY_CLOCK), step: step as PeriodStep['step'] };
}

/** On the days on which units are asked for what is collected in that week. */
function weeklyOf(period: Placed, calendar: Calendar): PeriodStep[] {
  const { weekly } = period.ladder;
  if (weekly === 'none') return [];
  return weeksOf(period, calendar).map(({ askDay }) => ({
    day: askDay,
    at: calendar.at(askDay, DAY_CLOCK),
    step: weekly,
  }));
}
