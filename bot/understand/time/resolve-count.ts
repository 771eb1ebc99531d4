import type { Day } from '../../../domain/thing.ts';
import type { Convention } from './conventions.ts';
import { addMonths, yearOf } from './days.ts';
import { PLAIN, type Resolved, resolved, type TimeContext } from './resolved.ts';
import type { CountSaid, PhraseSaid } from './said.ts';

const BY: Readonly<Record<CountSaid['unit'], Convention>> = {
  minute: 'exact',
  day: 'days',
  workday: 'workdays',
  month: 'months',
};

/** N天内: the day of the message does not count, and a last day that is a day off stays. Hours and minutes are exact. */
export function resolveCount(said: PhraseSaid, count: CountSaid, context: TimeContext): Resolved {
  const { calendar, at, today } = context;
  const { relation } = said;
  const past = relation === 'before' || context.direction === 'past';
  const amount = past ? -count.amount : count.amount;
  const limits = relation === 'within' || relation === 'until';
  const kind = limits ? 'deadline' : 'at';
  const length = relation === undefined;
  const conventions = [BY[count.unit]];

  if (count.unit === 'minute') {
    const byAt = new Date(at.getTime() + amount * 60_000);
    return resolved(kind, byAt, byAt, 'minute', { ...PLAIN, past, length, conventions });
  }
  const day = dayAfter(today, amount, count, context);
  const byAt = calendar.closing(day);
  return resolved(kind, limits ? byAt : calendar.at(day, '00:00'), byAt, 'day', {
    ...PLAIN,
    past,
    length,
    provisional: count.unit === 'workday' && !calendar.isAnnounced(yearOf(day)),
    conventions,
  });
}

function dayAfter(today: Day, amount: number, { unit, extraDays = 0 }: CountSaid, { calendar }: TimeContext): Day {
  if (unit === 'workday') return calendar.addWorkdays(today, amount);
  if (unit === 'day') return calendar.addDays(today, amount);
  const day = addMonths(today, amount);
  return extraDays === 0 ? day : calendar.addDays(day, amount < 0 ? -extraDays : extraDays);
}
