import type { Calendar } from '../../domain/calendar/calendar.ts';
import { type KeyPeriod, keyPeriodsWith } from '../../domain/calendar/key-periods.ts';
import type { ReadTime } from '../../domain/meaning.ts';
import type { Policy } from '../../domain/policy.ts';
import { understand } from './understand.ts';

/** The deadline that words say which were written at a moment, by a calendar: what was read once is read again when days off change. */
export function rereadDue(words: string, saidAt: Date, calendar: Calendar, policy: Policy): Date | undefined {
  const periods: readonly KeyPeriod[] = keyPeriodsWith(policy.periods);
  const meaning = understand({ text: words, at: saidAt, calendar, addressed: true, soon: policy.tasks, periods });
  return meaning.time && limitOf(meaning.time);
}

/** What a time sets as a limit: its own, its moment, or the first time it comes round. */
export function limitOf({ dueAt, startAt, next, kind }: ReadTime): Date | undefined {
  return dueAt ?? (kind === 'at' ? startAt : undefined) ?? next?.[0];
}
