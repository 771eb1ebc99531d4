import type { Address } from '../message.ts';
import type { Diversion, PendingMessage } from '../ports.ts';
import type { Terms } from './budget.ts';
import { openMs } from './ready.ts';

/** The one conversation in which everything waits that goes over the fall-back channels. */
export const FALLBACK: Address = 'fallback';

const MINUTE_MS = 60_000;

/**
 * Whether a robot may carry it at all. Not an answer to somebody who has just spoken, not a bare file, and no check-in or zero
 * report: nobody can answer a robot, and whoever was asked there would be counted missing.
 */
export function mayDivert(item: PendingMessage): boolean {
  return item.class !== 'R' && item.text !== '' && !/^(?:check|zero-report)\./.test(item.of ?? '');
}

/** The first moment, epoch ms, at which it goes over the fall-back if the chat stays away; Infinity where it waits for the chat. */
export function divertAtMs(item: PendingMessage, awaySinceMs: number, now: Date, terms: Terms): number {
  if (!mayDivert(item)) return Number.POSITIVE_INFINITY;
  const patientMs = patientUntilMs(item, awaySinceMs, terms);
  return Math.max(openMs(item, now, terms), item.notDivertedBeforeMs ?? 0, patientMs);
}

/** The message as it waits for the fall-back channels. */
export function diverted(item: PendingMessage, why: Diversion['why']): PendingMessage {
  return { ...item, to: FALLBACK, once: `${item.once}.fallback`, diverted: { to: item.to, why } };
}

/** The message as it waits for the chat again; with a moment, the fall-back channels are left alone with it until then. */
export function broughtHome({ diverted: was, ...item }: PendingMessage, notDivertedBeforeMs?: number): PendingMessage {
  return {
    ...item,
    to: was?.to ?? item.to,
    once: `${item.once}.home`,
    ...(notDivertedBeforeMs === undefined ? {} : { notDivertedBeforeMs }),
  };
}

/** What the robots could not carry and the chat still can: the file of a message whose text went over them. */
export function fileLeft({ once, class: ofClass, diverted: was, file }: PendingMessage, now: Date): PendingMessage[] {
  if (!file || was?.why !== 'away') return [];
  return [{ to: was.to, class: ofClass, text: '', file, once: `${once}.file`, sinceMs: now.getTime() }];
}

function patientUntilMs(item: PendingMessage, awaySinceMs: number, { policy, calendar }: Terms): number {
  const { fallback, windows } = policy;
  const urgentMs = awaySinceMs + fallback.urgentMinutes * MINUTE_MS;
  if (item.class === 'L0' || item.class === 'L1' || item.urgent) return urgentMs;

  const isDaily = item.class === 'D' || item.class === 'L2';
  const normalMs = isDaily ? awaySinceMs + fallback.normalMinutes * MINUTE_MS : Number.POSITIVE_INFINITY;
  if (item.notAfterMs === undefined) return normalMs;
  const lastChance = new Date(item.notAfterMs - fallback.beforeLapseMinutes * MINUTE_MS);
  const open = calendar.earlierInto(lastChance, windows[item.class]);
  // A last chance outside its hours would be none: then it is the minute before they end.
  const lastMs = open < lastChance ? open.getTime() - MINUTE_MS : lastChance.getTime();
  return Math.min(normalMs, Math.max(urgentMs, lastMs));
}
