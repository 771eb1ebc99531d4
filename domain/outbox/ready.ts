import { narrowed } from '../people/quiet-hours.ts';
import type { PendingMessage } from '../ports.ts';
import { costs, isBudgeted, leftOn, type Terms } from './budget.ts';

const MINUTE_MS = 60_000;

/** The first moment, epoch ms and not before now, at which windows, budget and digest rule let this message go. */
export function openMs(item: PendingMessage, now: Date, terms: Terms): number {
  const nowMs = now.getTime();
  const today = terms.calendar.dayOf(now);
  const heldMs = Math.max(digestHoldMs(item, dueMs(item, terms), terms), settledMs(item, terms));
  const at = intoWindow(item, Math.max(nowMs, heldMs), terms);
  const isToday = terms.calendar.dayOf(new Date(at)) === today;
  return isToday && costs(item, today) && leftOn(today, terms) <= 0 ? nextDayMs(item, today, terms) : at;
}

/** Whether window, budget or digest rule made this message wait at all. */
export function wasHeld(item: PendingMessage, terms: Terms): boolean {
  return digestHoldMs(item, dueMs(item, terms), terms) > item.sinceMs;
}

/** Whether it could have gone more than `catchUpMinutes` ago: then an outage is to blame, and the text says so. */
export function isLate(item: PendingMessage, now: Date, terms: Terms): boolean {
  const toleranceMs = terms.policy.message.catchUpMinutes * MINUTE_MS;
  const due = dueMs(item, terms);
  const lastL3 = terms.use?.lastL3Ms;
  const wasInTime = lastL3 !== undefined && due > lastL3 - toleranceMs;
  const ready = wasInTime ? digestHoldMs(item, due, terms) : due;
  return now.getTime() - ready > toleranceMs;
}

/** A reminder from before the chat came back waits a little: its answer may be among what comes in now. */
function settledMs({ of, sinceMs }: PendingMessage, { backSinceMs, policy }: Terms): number {
  const isOld = of !== undefined && backSinceMs !== undefined && sinceMs < backSinceMs;
  return isOld ? backSinceMs + policy.message.settleSeconds * 1_000 : 0;
}

/** When windows and past days' budgets allowed it. */
function dueMs(item: PendingMessage, terms: Terms): number {
  const at = intoWindow(item, Math.max(item.sinceMs, item.notBeforeMs ?? 0), terms);
  const { exhaustedDay } = terms.use ?? {};
  if (!exhaustedDay || !isBudgeted(item.class) || item.paidDay === exhaustedDay) return at;
  return terms.calendar.dayOf(new Date(at)) <= exhaustedDay ? nextDayMs(item, exhaustedDay, terms) : at;
}

/** Ordinary reminders to a person keep a distance, unless that would cost them their window or their time. */
function digestHoldMs(item: PendingMessage, at: number, terms: Terms): number {
  const { isRoom, policy, use } = terms;
  if (isRoom || item.class !== 'L3' || item.paidDay || use?.lastL3Ms === undefined) return at;

  const until = use.lastL3Ms + policy.budget.digestMinutes * MINUTE_MS;
  const stillFits = intoWindow(item, until, terms) === until && until <= (item.notAfterMs ?? until);
  return at < until && stillFits ? until : at;
}

function nextDayMs(item: PendingMessage, day: string, terms: Terms): number {
  const { calendar } = terms;
  return intoWindow(item, calendar.at(calendar.addDays(day, 1), '00:00').getTime(), terms);
}

function intoWindow(item: PendingMessage, atMs: number, terms: Terms): number {
  if (item.class === 'R' || (item.class === 'D' && item.urgent)) return atMs;
  const { policy, calendar, quiet } = terms;
  const window = policy.windows[item.class];
  const open = calendar.laterInto(new Date(atMs), window).getTime();
  if (!quiet || !isBudgeted(item.class)) return open;

  // A reminder that would lapse by waiting for the end of the quiet hours is worth more than the quiet.
  const undisturbed = calendar.laterInto(new Date(atMs), narrowed(window, quiet)).getTime();
  return undisturbed > (item.notAfterMs ?? undisturbed) ? open : undisturbed;
}
