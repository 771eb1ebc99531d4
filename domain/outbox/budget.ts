import type { Calendar } from '../calendar/calendar.ts';
import type { MessageClass } from '../message.ts';
import type { QuietHours } from '../people/quiet-hours.ts';
import type { Policy } from '../policy.ts';
import type { ConversationUse, PendingMessage } from '../ports.ts';
import type { Day } from '../thing.ts';

/** What decides when a conversation may hear something. */
export interface Terms {
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly isRoom: boolean;
  /** Of the person it is the private chat of. */
  readonly quiet?: QuietHours;
  readonly use: ConversationUse | undefined;
  /** Since when the chat is back, epoch ms, where it had been away. */
  readonly backSinceMs?: number;
}

/** Reminders are counted; incidents, answers, dispatches and people on shift are not. */
export function isBudgeted(messageClass: MessageClass): boolean {
  return messageClass === 'L2' || messageClass === 'L3' || messageClass === 'L4';
}

/** Whether this message would count on that day. */
export function costs(item: PendingMessage, day: Day): boolean {
  return isBudgeted(item.class) && item.paidDay !== day;
}

/** How many more counted messages the conversation may have on a day. */
export function leftOn(day: Day, terms: Terms): number {
  const spent = terms.use?.day === day ? terms.use.budgeted : 0;
  return limitOn(day, terms) - spent;
}

/** The use after these messages went out as one, and after what is left of the day's budget is known to be nothing. */
export function spend(items: readonly PendingMessage[], now: Date, terms: Terms): ConversationUse {
  const day = terms.calendar.dayOf(now);
  const spent = terms.use?.day === day ? terms.use.budgeted : 0;
  const budgeted = spent + (items.some((item) => costs(item, day)) ? 1 : 0);
  const lastL3Ms = items.some((item) => item.class === 'L3') ? now.getTime() : terms.use?.lastL3Ms;
  const exhaustedDay = budgeted >= limitOn(day, terms) ? day : terms.use?.exhaustedDay;
  return {
    day,
    budgeted,
    ...(lastL3Ms === undefined ? {} : { lastL3Ms }),
    ...(exhaustedDay === undefined ? {} : { exhaustedDay }),
  };
}

function limitOn(day: Day, { policy: { budget }, calendar, isRoom }: Terms): number {
  if (!isRoom) return budget.privatePerDay;
  return calendar.isWorkday(day) ? budget.roomPerWorkday : budget.roomPerDayOff;
}
