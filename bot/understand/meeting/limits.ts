import type { Span } from '../span.ts';
import type { FoundTime, Trouble } from '../time/found.ts';
import type { TimeReading } from '../time/read-times.ts';
import type { Limits } from './evidence.ts';
import { isLimit } from './limit-days.ts';
import { CONDITIONAL, EVENT_LIMIT, GIVEN_TIME, LOST_DAY, PRESSING } from './limit-words.ts';
import { overlap, placesOf, within } from './places.ts';

export interface Limit {
  /** Places of the cleaned text. */
  readonly spans: readonly Span[];
  /** The moment, where one phrase names a day that depends on nothing but the calendar. */
  readonly dueAt?: Date;
}

/** A limit counted from what may happen has no day: 接到报告后1小时内. */
const FROM_EVENT = /(?:后|之后|接到|收到|发现|发生|超期|超过|(?<=[^。;,:])以上|提前|间隔)[^,。;]{0,6}$/;

/** Worded like a limit, and no one day: kept as said, for a person to date. */
const DOUBTFUL: ReadonlySet<Trouble['kind']> = new Set(['unread', 'ambiguous', 'invalid', 'conflict']);

/** The limit said in some stretches of the text; vague words count only where no day is said. */
export function limitIn(text: string, spans: readonly Span[], reading: TimeReading): Limit | undefined {
  const all = spans.map((span) => namedIn(text, span, reading));
  let said = all.flatMap((one) => one.spans);
  if (said.length === 0) {
    const pressing = spans.flatMap((span) => pressingIn(text, span)).slice(0, 1);
    return pressing.length > 0 ? { spans: pressing } : undefined;
  }
  if (all.every(({ days }) => days.length === 0)) {
    const pressing = spans.flatMap((span) => pressingIn(text, span));
    said.push(...pressing.filter((one) => !said.some((other) => overlap(one, other))).slice(0, 1));
  }
  said = joined(said);
  const only = said.length === 1 ? all.find(({ days }) => days.length > 0)?.days[0] : undefined;
  const free =
    only &&
    !FROM_EVENT.test(text.slice(Math.max(0, only.from - 10), only.from)) &&
    !/^后/.test(text.slice(only.to, only.to + 1)) &&
    // 今天晚上起: no hour of the day is its end
    !/[晚夜][上里间]?(?:起|开始)$/.test(text.slice(only.from, only.to));
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

/** 每周五汇总，周一上会: as often as the other. */
const WEEKDAY = /^(?:周|星期|礼拜)[一二三四五六日天]/;
/** 从12月1日起: the little word before a beginning is said with it. */
const FROM = /[从自]$/;

/** 明年开工、年底投用, and nobody is asked: what is planned, told in stages. */
function tellsPlan(limits: readonly FoundTime[], words: string): boolean {
  return limits.length > 1 && limits.every(({ read }) => read.kind !== 'deadline') && !/[要须把将请由]/.test(words);
}

interface Named {
  readonly spans: readonly Span[];
  readonly days: readonly FoundTime[];
}

function namedIn(text: string, span: Span, { times, troubles }: TimeReading): Named {
  const lost = placesOf(LOST_DAY, text, span).filter((one) => text.slice(one.from, one.to).includes('某'));
  const inside = times.filter(
    (time) => within(time, span) && !time.past && !isAttribute(text, time) && !lost.some((one) => overlap(time, one)),
  );
  const rhythm = inside.find(({ read }) => read.kind === 'recurrence');
  const limits = inside.filter(
    (time) => isLimit(time, text, span.to) && !(rhythm && rhythm.from < time.from && WEEKDAY.test(time.read.words)),
  );
  const days = tellsPlan(limits, text.slice(span.from, span.to)) ? [] : limits;
  const doubtful = troubles.filter(
    (one) =>
      isDoubtful(one) &&
      !/^[^,;。]{0,5}的/.test(text.slice(one.to, one.to + 8)) &&
      within(one, span) &&
      !lost.some((other) => overlap(one, other)),
  );
  const said: Span[] = [...lost, ...days, ...doubtful];
  const events = [...placesOf(EVENT_LIMIT, text, span), ...placesOf(GIVEN_TIME, text, span)].filter(
    (one) => !said.some((time) => overlap(time, one)),
  );
  const places = [...said.map((one) => withFrom(text, one)), ...eachTime(text, inside), ...events];
  return { spans: places.filter((one, at) => !places.slice(0, at).some((other) => overlap(one, other))), days };
}

/** 会后三天内: what stands side by side is one phrase. */
function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = out[out.length - 1];
    if (last && last.to === span.from) out[out.length - 1] = { from: last.from, to: span.to };
    else out.push(span);
  }
  return out;
}

function withFrom(text: string, { from, to }: Span): Span {
  const begins = /[起始]$/.test(text.slice(from, to)) && FROM.test(text.slice(0, from).slice(-1));
  return { from: begins ? from - 1 : from, to };
}

function pressingIn(text: string, span: Span): Span[] {
  return placesOf(PRESSING, text, span).filter(
    (one) => !CONDITIONAL.test(text.slice(Math.max(span.from, one.from - 16), one.from)),
  );
}

function isDoubtful({ kind, words }: Trouble): boolean {
  return DOUBTFUL.has(kind) && /[前内底日号点时]$|^今[天晚]?[夜晚]/.test(words);
}

/** 每月25号前: the day is the limit, how often is said beside it. */
function eachTime(text: string, times: readonly FoundTime[]): Span[] {
  return times
    .filter(({ read }) => read.kind === 'recurrence' && read.deadline)
    .map(({ from, to }) => ({
      from: from + (/^每个?(?:季度?|月|年|周|日|天)?/.exec(text.slice(from, to))?.[0].length ?? 0),
      to,
    }))
    .filter(({ from, to }) => to > from);
}

/** 下个月的工作: of when something is, and no limit. */
function isAttribute(text: string, { from, to }: Span): boolean {
  // 凡节前停工的: of which it holds
  if (
    /凡[^,;。]{0,4}$/.test(text.slice(Math.max(0, from - 6), from)) &&
    /^[^,;。]{1,8}的/.test(text.slice(to, to + 10))
  )
    return true;
  return text[to - 1] === '的' || (text[to] === '的' && text[to - 1] !== '前');
}
