import type { Span } from '../span.ts';
import type { FoundTime, Trouble } from '../time/found.ts';
import type { TimeReading } from '../time/read-times.ts';
import { isLimit } from './limit-days.ts';
import { EVENT_LIMIT, GIVEN_TIME, LOST_DAY } from './limit-words.ts';
import { overlap, placesOf, within } from './places.ts';

/** Worded like a limit, and no one day: kept as said, for a person to date. */
const DOUBTFUL: ReadonlySet<Trouble['kind']> = new Set(['unread', 'ambiguous', 'invalid', 'conflict']);

/** 每周五汇总，周一上会: as often as the other. */
const WEEKDAY = /^(?:周|星期|礼拜)[一二三四五六日天]/;
/** 从12月1日起: the little word before a beginning is said with it. */
const FROM = /[从自]$/;

/** 明年开工、年底投用, and nobody is asked: what is planned, told in stages. */
function tellsPlan(limits: readonly FoundTime[], words: string): boolean {
  return limits.length > 1 && limits.every(({ read }) => read.kind !== 'deadline') && !/[要须把将请由]/.test(words);
}

export interface Named {
  readonly spans: readonly Span[];
  readonly days: readonly FoundTime[];
  /** 每月25日前. */
  readonly each: readonly Span[];
}

/** What a stretch says of by when: days, days that got lost, events, lengths of time. */
export function namedIn(text: string, span: Span, { times, troubles }: TimeReading): Named {
  const lost = placesOf(LOST_DAY, text, span).filter((one) => text.slice(one.from, one.to).includes('某'));
  const inside = times.filter(
    (time) => within(time, span) && !time.past && !isAttribute(text, time) && !lost.some((one) => overlap(time, one)),
  );
  const rhythm = inside.find(({ read }) => read.kind === 'recurrence');
  const events = placesOf(EVENT_LIMIT, text, span).filter(({ to }) => !SUCH_AS.test(text.slice(to, to + 14)));
  const worded = [...events, ...placesOf(GIVEN_TIME, text, span)];
  const limits = inside.filter(
    (time) =>
      isLimit(time, text, span.to) &&
      !events.some((one) => holds(one, time)) &&
      !(rhythm && rhythm.from < time.from && WEEKDAY.test(time.read.words)),
  );
  const days = tellsPlan(limits, text.slice(span.from, span.to)) ? [] : limits;
  const doubtful = troubles.filter(
    (one) =>
      isDoubtful(one) &&
      !SUCH_AS.test(text.slice(one.to, one.to + 14)) &&
      !(one.words.endsWith('前') && text[one.to] === '后') &&
      !/^[^,;。]{0,5}的/.test(text.slice(one.to, one.to + 8)) &&
      within(one, span) &&
      !lost.some((other) => overlap(one, other)),
  );
  // 作业前 is less than 作业前一天
  const plain = doubtful.filter(
    (one) => !worded.some((event) => overlap(event, one) && (event.to > one.to || event.from < one.from)),
  );
  const stretches = rangesIn(text, inside);
  const said: Span[] = [...lost, ...stretches, ...days, ...plain];
  const others = worded.filter((one) => !said.some((time) => overlap(time, one)));
  const each = eachTime(text, inside);
  const places = [
    ...said.map((one) => withFrom(text, bare(text, one))),
    ...each,
    ...others.map((one) => bare(text, one)),
  ];
  return { spans: places.filter((one, at) => !places.slice(0, at).some((other) => overlap(one, other))), days, each };
}

/** 从下周一开始，一直查到明年3月底: from when until when, said in two places. */
function rangesIn(text: string, times: readonly FoundTime[]): Span[] {
  return times.slice(1).flatMap((end, index) => {
    const begin = times[index]!;
    const said = FROM.test(text.slice(0, begin.from).slice(-1)) && UNTIL.test(text.slice(begin.to, end.from));
    return said ? [{ from: begin.from - 1, to: end.to }] : [];
  });
}

const UNTIL = /^(?:起|开始)?,?(?:一直|持续|连续)?[\u4e00-\u9fa5]{0,3}[到至]$/;

/** 会后三天内: what stands side by side is one phrase. */
export function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = out[out.length - 1];
    if (last && last.to === span.from) out[out.length - 1] = { from: last.from, to: span.to };
    else out.push(span);
  }
  return out;
}

/** 要在三季度结束之前: the day without what leads to it. */
function bare(text: string, { from, to }: Span): Span {
  const lead = LEADS_TO.exec(text.slice(from, to))?.[0].length ?? 0;
  return { from: from + lead, to };
}

const LEADS_TO = /^(?:要|须|确保|力争|争取|务必|必须)?(?:抢在|赶在|[在于](?!建))?(?=.{3,}[前内]$)/;

function withFrom(text: string, { from, to }: Span): Span {
  const begins = /[起始]$/.test(text.slice(from, to)) && FROM.test(text.slice(0, from).slice(-1));
  return { from: begins ? from - 1 : from, to };
}

export function isDoubtful({ kind, words }: Trouble): boolean {
  if (IN_PLACE.test(words)) return false;
  return DOUBTFUL.has(kind) && /[前内底日号点时]$|^今[天晚]?[夜晚]/.test(words);
}

/** 开学前一周: the length alone is no limit. */
function holds(one: Span, other: Span): boolean {
  return one.from < other.from && one.to >= other.to;
}

/** 坐在电脑前: where. */
const IN_PLACE = /[目当空先从面身跟眼墙窗床台桌史生脑幕镜说往朝]前$/;

/** 每月25号前: the day is the limit, how often is said beside it. */
function eachTime(text: string, times: readonly FoundTime[]): Span[] {
  return times
    .filter(({ read }) => read.kind === 'recurrence' && read.deadline)
    .map(({ from, to }) => ({
      from:
        from +
        (/^每个?(?:季度?|月|年|日|天|(?:周|星期)(?![一二三四五六日天]))?/.exec(text.slice(from, to))?.[0].length ?? 0),
      to,
    }))
    .filter(({ from, to }) => to > from);
}

/** 国庆节前开业的商场: of which it holds. */
const SUCH_AS =
  /^(?:已经?|新|就|还|未|没有?|尚未)?(?:开业|开张|投产|达产|竣工|建成|完工|开工|复工|复产|投用|通车|上市|入住|搬来|报名|出栏|到期|停[工产业]|登记|发生|发现|[排检]?查出|移交|签订|印发|下达|交办|通报|反馈|报[上过]|列入|取得|注册|参[加训]|出生|毕业)[^,;。要把将]{0,4}的/;

/** 下个月的工作: of when something is, and no limit. */
export function isAttribute(text: string, { from, to }: Span): boolean {
  if (SUCH_AS.test(text.slice(to, to + 14))) return true;
  // 凡节前停工的: of which it holds
  if (
    /凡[^,;。]{0,4}$/.test(text.slice(Math.max(0, from - 6), from)) &&
    /^[^,;。]{1,8}的/.test(text.slice(to, to + 10))
  )
    return true;
  return text[to - 1] === '的' || (text[to] === '的' && text[to - 1] !== '前');
}
