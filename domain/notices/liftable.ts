import { wallMs } from '../calendar/civil-day.ts';
import type { Reading } from '../reading.ts';
import type { ThingId } from '../thing.ts';
import type { Notice } from './notice.ts';

const DAY_MS = 86_400_000;
/** So long after everybody had it, or nobody waited for answers any more, a warning or a 叫应 is what a bare 解除 means. */
const MEANT_DAYS = 7;

/** Notices of an author, sent in one month of Shanghai (`2026-07`), that a bare 解除 may mean: never more than a few. */
export function liftableNotices(author: ThingId, month: string): string {
  return `notices.liftable.${author}.${month}`;
}

/** The collection that a notice belongs to as it is now, if it can still be called off. */
export function liftableCollections({ author, sentAt, state, kind, lifts, closedBecause }: Notice): string[] {
  if (!sentAt || lifts || closedBecause === 'lifted' || closedBecause === 'corrected') return [];
  const isOver = state === 'closed' && kind === 'notice';
  return state === 'draft' || state === 'pending' || isOver ? [] : [liftableNotices(author, monthOf(sentAt))];
}

/** What an author may mean who says 解除 and no more, the latest first: answers are collected, or it is a warning of these days. */
export async function liftableOf(author: ThingId, read: Reading): Promise<Notice[]> {
  const { now } = read;
  const months = [monthOf(now), monthBefore(now)];
  const found = await Promise.all(months.map((month) => read.members<Notice>(liftableNotices(author, month))));
  const since = now.getTime() - MEANT_DAYS * DAY_MS;
  return found
    .flat()
    .filter(({ state, sentAt }) => state === 'sent' || (sentAt !== undefined && sentAt.getTime() >= since))
    .toSorted((one, other) => other.sentAt!.getTime() - one.sentAt!.getTime());
}

function monthOf(at: Date): string {
  return new Date(wallMs(at)).toISOString().slice(0, 7);
}

function monthBefore(at: Date): string {
  const wall = new Date(wallMs(at));
  return new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
}
