import type { Day, Thing, ThingId } from '../../thing.ts';
import { lastPart } from '../../thing.ts';
import type { ZeroReportLadder } from './policy.ts';

/** 零报告 of one unit for one Shanghai day: what was asked of whom, and everything that was reported. */
export interface ZeroReport extends Thing {
  readonly type: 'zero-report';
  readonly unit: ThingId;
  readonly day: Day;
  /** Whether the day asks for it. A report of an ordinary day is kept with its shift and appears in no figure. */
  readonly wanted: boolean;
  /** 试运行: reminded, never counted or listed. */
  readonly trial: boolean;
  readonly ladder: ZeroReportLadder;
  readonly dueAt: Date;
  /** Who was asked, in order. */
  readonly askedOf: readonly ThingId[];
  /** When a question first really went out: without it nobody was asked, and nobody is missing. */
  readonly askedSentAt?: Date;
  /** When it was asked once more, and when that really went out: without the second nobody can tell whether answers reached us. */
  readonly againAt?: Date;
  readonly againSentAt?: Date;
  /** Why no report can be expected; a report that comes all the same counts. */
  readonly excuse?: ZeroReportExcuse;
  /** By the time they were written; the last one holds. */
  readonly given: readonly Given[];
  /** When a person was asked to telephone, and who. */
  readonly listedAt?: Date;
  readonly listedTo?: readonly ThingId[];
}

/** `outage`: the bot could not ask or hear in time · `no-duty`: nobody was on duty when it was to be asked. */
export type ZeroReportExcuse = 'outage' | 'no-duty';

/** One report, in the words of whoever gave it. */
export interface Given {
  readonly by: ThingId;
  /** When it was written, not when it was read. */
  readonly at: Date;
  readonly allClear: boolean;
  /** What there is to report; empty for 平安. */
  readonly words: string;
  /** The shift that was on when it was written. */
  readonly shift?: ThingId;
  /** By somebody of the office who had telephoned. */
  readonly collected?: true;
  /** Who was told of it. */
  readonly toldTo?: readonly ThingId[];
}

export function zeroReportId(unit: ThingId, day: Day): ThingId {
  return `zero-report.${lastPart(unit)}.${day.replaceAll('-', '')}`;
}

export function newZeroReport(
  fields: Pick<ZeroReport, 'unit' | 'day' | 'wanted' | 'trial' | 'ladder' | 'dueAt'>,
  now: Date,
): ZeroReport {
  const id = zeroReportId(fields.unit, fields.day);
  return { ...fields, id, type: 'zero-report', askedOf: [], given: [], handledAt: now };
}

/** The report that holds. */
export function current(report: ZeroReport): Given | undefined {
  return report.given.at(-1);
}

/** Whether it has a place in the figures: asked for, no practice, and not excused unless it came all the same. */
export function isCounted(report: ZeroReport): boolean {
  return report.wanted && !report.trial && (report.excuse === undefined || report.given.length > 0);
}

/**
 * reported · waiting: it is not due yet · missing: asked in time, due, and nothing came (未报) · not-asked: nothing came, but it
 * cannot be said that somebody failed to report, because the question did not reach anybody in time · off: nobody has to report.
 */
export type ZeroReportStanding = 'reported' | 'waiting' | 'missing' | 'not-asked' | 'off';

export function standingOf(report: ZeroReport, now: Date): ZeroReportStanding {
  const { given, wanted, excuse, dueAt, askedSentAt } = report;
  if (given.length > 0) return 'reported';
  if (!wanted || excuse === 'no-duty') return 'off';
  if (now <= dueAt) return 'waiting';
  const isAsked = excuse === undefined && askedSentAt !== undefined && askedSentAt <= dueAt && !isUnheard(report);
  return isAsked ? 'missing' : 'not-asked';
}

/** The second question lies unsent: what was written since the first may lie unread as well. */
export function isUnheard({ againAt, againSentAt }: ZeroReport): boolean {
  return againAt !== undefined && againSentAt === undefined;
}

/** Whether the first report was written in time; a later correction does not make it late. */
export function isOnTime({ given, dueAt }: ZeroReport): boolean {
  const [first] = given;
  return first !== undefined && first.at.getTime() < dueAt.getTime() + 60_000;
}
