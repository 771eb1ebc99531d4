import type { Day } from '../../../domain/thing.ts';
import type { Resolved, TimeContext } from './resolve.ts';
import type { DaySaid, PhraseSaid } from './said.ts';

type Count = Extract<DaySaid, { sort: 'count' }>;

/** N天内: the day of the message does not count, and a last day that is a day off stays. Hours and minutes are exact. */
export function resolveCount(said: PhraseSaid, count: Count, context: TimeContext): Resolved {
  const { calendar, at, today } = context;
  const past = said.relation === 'before' || context.direction === 'past';
  const amount = past ? -count.amount : count.amount;
  const base = { past, assumed: [], provisional: false, ...(said.relation === undefined && { length: true as const }) };
  const limits = said.relation === 'within' || said.relation === 'until';
  const kind = limits ? 'deadline' : 'at';

  if (count.unit === 'minute') {
    const byAt = new Date(at.getTime() + amount * 60_000);
    return { ...base, kind, startAt: byAt, byAt, grain: 'minute' };
  }
  const day = dayAfter(today, amount, count, context);
  const byAt = calendar.closing(day);
  const provisional = count.unit === 'workday' && !calendar.isAnnounced(Number(day.slice(0, 4)));
  return { ...base, kind, startAt: limits ? byAt : calendar.at(day, '00:00'), byAt, grain: 'day', provisional };
}

function dayAfter(today: Day, amount: number, { unit }: Count, { calendar }: TimeContext): Day {
  if (unit === 'workday') return calendar.addWorkdays(today, amount);
  return unit === 'month' ? calendar.addMonths(today, amount) : calendar.addDays(today, amount);
}
