import type { Calendar } from '../../../domain/calendar/calendar.ts';
import { isoShanghai } from '../../../domain/calendar/iso.ts';
import type { KeyPeriod } from '../../../domain/calendar/key-periods.ts';
import type { Normal } from '../normalise.ts';
import type { Roster } from '../people/roster.ts';
import type { Span } from '../span.ts';
import { readTimes, type TimeReading } from '../time/read-times.ts';
import { actionOf } from './action.ts';
import { assignmentsIn } from './assignments.ts';
import { clean, wordsAt } from './clean.ts';
import { limitIn, limitsOf } from './limits.ts';
import { recurrencesIn } from './recurrences.ts';
import type { MeetingReading, MeetingRow, UnitNamed, UnlistedLimit } from './row.ts';
import { paragraphsOf } from './sentences.ts';
import { unitNamed } from './unit-named.ts';
import { unlistedIn } from './unlisted.ts';

export interface MeetingInput {
  /** The file's own text; quotes and places are of it. */
  readonly text: string;
  /** The day of the meeting. Without it no deadline becomes a date. */
  readonly at?: Date;
  readonly calendar: Calendar;
  readonly periods?: readonly KeyPeriod[];
  readonly roster?: Roster;
}

/** Where no day is given, times are only found and never dated. Of two days half a year apart one sees every month before it. */
const UNDATED = [new Date('2026-01-05T09:00:00+08:00'), new Date('2026-07-06T09:00:00+08:00')];
const SOON = { soonWorkdays: 3, swiftWorkdays: 1 };

/** The draft list of a meeting's speech: who is told to do what, in the speech's own words, and the limits nobody was found for. Never throws on any text. */
export function readMeeting(input: MeetingInput): MeetingReading {
  const normal = clean(input.text);
  const times = timesOf(normal, input);
  const paragraphs = paragraphsOf(normal.text);
  const listed = { rows: [] as Span[], limits: [] as Span[] };
  const rows = assignmentsIn(paragraphs, limitsOf(normal.text, times)).map((assignment): MeetingRow => {
    const { span, units, coop, kind, why } = assignment;
    const [start, end] = normal.spanOf(span);
    const limit = limitIn(normal.text, [span, ...(assignment.limits ?? [])], times);
    const due = input.at && limit?.dueAt && kind !== 'rule' ? { due: isoShanghai(limit.dueAt) } : {};
    const rhythm = recurrencesIn(normal.text, span);
    listed.rows.push(span);
    listed.limits.push(...(limit?.spans ?? []), ...rhythm);
    return {
      quote: input.text.slice(start, end),
      start,
      end,
      units: named(units, span, normal, input),
      coop: named(coop, span, normal, input),
      action: actionOf(normal, assignment),
      deadline: said(normal, limit?.spans),
      ...due,
      recurrence: said(normal, rhythm),
      kind,
      why,
    };
  });
  const unlisted = unlistedIn(normal.text, paragraphs, listed, times).map(({ limit, sentence }): UnlistedLimit => {
    const [start, end] = normal.spanOf(sentence);
    const due = input.at && limit.dueAt ? { due: isoShanghai(limit.dueAt) } : {};
    return { deadline: said(normal, limit.spans)!, quote: input.text.slice(start, end), start, end, ...due };
  });
  return { rows, unlisted };
}

function timesOf(normal: Normal, { at, calendar, periods }: MeetingInput): TimeReading {
  const read = (day: Date) =>
    readTimes({ normal, at: day, calendar, names: [], direction: 'future', soon: SOON, periods });
  if (at) return read(at);
  const [winter, summer] = UNDATED.map(read) as [TimeReading, TimeReading];
  const places = new Map(summer.times.map((time) => [time.from, time]));
  for (const time of winter.times) if (!(time.past && places.has(time.from))) places.set(time.from, time);
  return { times: [...places.values()].sort((one, other) => one.from - other.from), troubles: winter.troubles };
}

/** Several phrases stand side by side, as in a list. */
function said(normal: Normal, spans: readonly Span[] = []): string | null {
  const phrases = spans.map((span) => wordsAt(normal, span));
  return phrases.length === 0 ? null : [...new Set(phrases)].join('、');
}

/** Names as the file writes them: found again where the order stands, or before it. */
function named(units: readonly string[], span: Span, normal: Normal, { roster }: MeetingInput): UnitNamed[] {
  return [...new Set(units)].map((unit) => {
    const at = normal.text.lastIndexOf(unit, span.to - unit.length);
    const written = at < 0 ? unit : wordsAt(normal, { from: at, to: at + unit.length });
    return unitNamed(written, unit, roster);
  });
}
