import type { Span } from '../span.ts';
import type { FoundTime } from '../time/found.ts';
import type { TimeReading } from '../time/read-times.ts';
import type { Limits } from './evidence.ts';
import { isAttribute, isDoubtful, joined, namedIn } from './limit-spans.ts';
import { CONDITIONAL, EVENT_LIMIT, PRESSING } from './limit-words.ts';
import { overlap, placesOf, within } from './places.ts';

export interface Limit {
  /** Places of the cleaned text. */
  readonly spans: readonly Span[];
  /** The moment, where one phrase names a day that depends on nothing but the calendar. */
  readonly dueAt?: Date;
}

/** A limit counted from what may happen has no day: 接到报告后1小时内. */
const FROM_EVENT = /(?:后|之后|接到|收到|发现|发生|超期|超过|(?<=[^。;,:])以上|提前|间隔)[^,。;]{0,6}$/;

/** The limit said in some stretches of the text; vague words count only where no day is said. */
export function limitIn(text: string, spans: readonly Span[], reading: TimeReading): Limit | undefined {
  const all = spans.map((span) => namedIn(text, span, reading));
  let said = all.flatMap((one) => one.spans);
  if (said.length === 0) {
    const pressing = spans.flatMap((span) => pressingIn(text, span)).slice(0, 1);
    return pressing.length > 0 ? { spans: pressing } : undefined;
  }
  if (all.every(({ days, each }) => days.length === 0 && each.length === 0)) {
    const pressing = spans.flatMap((span) => pressingIn(text, span));
    said.push(...pressing.filter((one) => !said.some((other) => overlap(one, other))).slice(0, 1));
  }
  said = joined(said);
  const only = said.length === 1 ? all.find(({ days }) => days.length > 0)?.days[0] : undefined;
  const free =
    only &&
    !FROM_EVENT.test(text.slice(Math.max(0, only.from - 10), only.from)) &&
    !/^后/.test(text.slice(only.to, only.to + 1)) &&
    // 今天晚上起, 7月下旬起: no end of what it begins with
    !/(?:[晚夜][上里间]?|[旬月度份])(?:起|开始)$/.test(text.slice(only.from, only.to));
  return { spans: said, ...(only && free && { dueAt: only.byAt }) };
}

/** What the times of a text tell about its stretches: 月底以前一家一家看完 is to be done. */
export function limitsOf(text: string, reading: TimeReading): Limits {
  const byDay = (time: FoundTime, span: Span) =>
    within(time, span) &&
    !time.past &&
    time.read.kind === 'deadline' &&
    !/里$/.test(time.read.words) &&
    !isAttribute(text, time);
  return {
    by: (span) =>
      reading.times.some((time) => byDay(time, span)) ||
      placesOf(EVENT_LIMIT, text, span).some(({ from, to }) => /[前内]$/.test(text.slice(from, to))) ||
      reading.troubles.some(
        (one) => /[之以]前$/.test(one.words) && text[one.to] !== '最' && isDoubtful(one) && within(one, span),
      ),
    any: (span) => namedIn(text, span, reading).spans.length > 0,
  };
}

function pressingIn(text: string, span: Span): Span[] {
  return placesOf(PRESSING, text, span).filter(
    (one) => !CONDITIONAL.test(text.slice(Math.max(span.from, one.from - 16), one.from)),
  );
}
