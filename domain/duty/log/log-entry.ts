import { isoShanghai } from '../../calendar/iso.ts';
import { defineKind } from '../../kind.ts';
import type { Thing, ThingId } from '../../thing.ts';

/** 来电, 来文, or whatever else the post writes down. */
export type LogKind = 'call' | 'letter' | 'note';

/** Who called or wrote, as far as it was said. */
export interface Caller {
  readonly unit?: string;
  readonly name?: string;
  /** In full; whoever may not see it reads it masked. */
  readonly phone?: string;
}

/** What somebody said about an entry, in his words. */
export interface LogRemark {
  readonly by: ThingId;
  readonly at: Date;
  readonly words: string;
}

/** 值班记录: one entry of the duty log with its five elements. What was not said is absent; nothing is made up. */
export interface LogEntry extends Thing {
  readonly type: 'duty-log';
  /** J012. */
  readonly no: string;
  readonly unit: ThingId;
  /** The shift that was on duty when it came in; absent where none was. */
  readonly shift?: ThingId;
  readonly kind: LogKind;
  readonly cameAt: Date;
  readonly caller: Caller;
  /** Empty while only the caller has been named. */
  readonly content: string;
  readonly instructions: readonly LogRemark[];
  readonly handling: readonly LogRemark[];
  /** Somebody waits for something to be done about it. */
  readonly wantsHandling: boolean;
  readonly recorder: ThingId;
  readonly recordedAt: Date;
  /** Earlier wordings, the oldest first. */
  readonly corrections?: readonly LogRemark[];
  /** Written down by mistake or twice: it stays in the log with who said so and why, and counts for nothing. */
  readonly voided?: LogRemark;
}

export function logEntryId(no: string): ThingId {
  return `duty-log.${no}`;
}

/** 正在联系, 待回访: handling that is under way. */
const UNDER_WAY = /^(?:正在|正|待|拟|准备|马上|稍后|还没|还未|尚未|未)/;

/** Nothing was done about it yet, or what was done is not over; it is handed to the next shift. */
export function isOpenEntry({ wantsHandling, handling, voided }: LogEntry): boolean {
  if (voided) return false;
  const last = handling.at(-1);
  return last ? UNDER_WAY.test(last.words) : wantsHandling;
}

/** Entries of a unit that came in within a month of Shanghai, `2026-01`. */
export function logOfMonth(unit: ThingId, month: string): string {
  return `duty-log.${unit}.${month}`;
}

/** Entries of a unit that are still to be handled. */
export function openLogOf(unit: ThingId): string {
  return `duty-log.open.${unit}`;
}

export function logOfShift(shift: ThingId): string {
  return `duty-log.${shift}`;
}

export const logEntryKind = defineKind<LogEntry>({
  type: 'duty-log',
  agenda: () => [],
  collections: (entry) => [
    logOfMonth(entry.unit, isoShanghai(entry.cameAt).slice(0, 7)),
    ...(entry.shift ? [logOfShift(entry.shift)] : []),
    ...(isOpenEntry(entry) ? [openLogOf(entry.unit)] : []),
  ],
  audited: true,
});
