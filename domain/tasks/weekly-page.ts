import type { AgendaContext } from '../kind.ts';
import type { Step } from '../step.ts';
import type { Thing } from '../thing.ts';
import { later } from './term.ts';

/**
 * What is still not reported so long after its deadline stands on the leaders' page: from the first Monday morning at or after
 * `fromAt`, every week. A Monday off moves to the next working day.
 */
export function pageSteps(fromAt: Date, thing: Thing, { calendar, policy }: AgendaContext): Step[] {
  const fromDay = calendar.dayOf(fromAt);
  const monday = calendar.addDays(fromDay, (8 - calendar.weekday(fromDay)) % 7);
  const behindAt = later(thing.handledAt ?? fromAt, thing.basisAt ?? fromAt);
  const week = Math.max(0, Math.floor(calendar.daysBetween(monday, calendar.dayOf(behindAt)) / 7));
  return [week, week + 1].map((weeks) => {
    const wanted = calendar.at(calendar.addDays(monday, 7 * weeks), '08:30');
    return { at: calendar.laterInto(wanted, policy.windows.L4), step: 'weekly-page', track: 'page', kind: 'tell' };
  });
}
