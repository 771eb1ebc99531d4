import type { Span } from '../span.ts';
import type { FoundTime, Trouble } from '../time/found.ts';
import type { TimeReading } from '../time/read-times.ts';

/** Words that press without naming a day, as they stand in a deadline column. */
const PRESSING =
  /第一时间|及时|立即|立刻|即刻|马上|尽快|尽早|抓紧(?=[,商拿形提办把])|限期|限时|迅速|火速|连夜|当即|即日起|当天|当日|不过夜|规定时限内/g;
/** Limits that name no day by themselves. */
const EVENT_LIMIT =
  /(?:入汛|主汛期|汛期(?:到来|来临)?|汛|雨季(?:到来|来临)?|节|假期?|寒假|暑假|开学|入冬|入夏|供暖|清明|五一|春节|国庆|元旦|中秋|会|大风|台风(?:到来|来临|登陆)?)(?:之前|以前|前)(?!检查|准备|排查|演练|工作|大?检查|隐患|后|期|夕)|提前[一二两三四五六七八九十半\d]+个?(?:工作日|天|小时|日|月)|下次[\u4e00-\u9fa5]{0,4}会(?!上?要)|[到至][\u4e00-\u9fa5]{1,6}为止|次日|翌日|[半一二两三四五六七八九十\d]{1,3}个?(?:分钟|小时|天|日|工作日)(?:之内|以内|内)(?![^,]{0,8}的)|(?:停工|复工|开工|停产|放学|出发|上岗|春耕|开园|开业|投用|大风来临|冰冻来临|寒潮来临|暴雨来临)(?:之前|以前|前)(?!检查|准备|后)|会后(?=把|要|请|立即|就|抓紧|迅速)|这几天|近几天|这个月(?=内|底|要|全部|必须)|本月内/g;
const RECURRENCE =
  /每\d+(?:个?小时|天|日|分钟)|每[一两三半几](?:个?小时|天|个月|周)|每(?:半年|季度?|年|个?月|周|星期|旬|日|天|班|晚|逢[\u4e00-\u9fa5]{1,6})(?:都|还)?(?:要)?(?:至少|不少于|不低于)?(?:要)?[\u4e00-\u9fa5]{0,8}?[一二两三四五\d]+(?:次|遍|轮)|每(?:半年|季度?|年|个?月|周[一二三四五六日]?|星期|旬|日|天|班|晚|逢[\u4e00-\u9fa5]{1,6})|一[月季周旬日年天]一[\u4e00-\u9fa5]{2}|定期|不定期|常态化|经常化|经常性|长期|日常|随时|(?:24|二十四)小时(?![之以]?内)|全天候|班班|逐日|逐月|按[月季周日](?=[^照])|[一两]个(?:礼拜|星期|月)[\u4e00-\u9fa5]{1,3}一次|持续/g;
/** A day is a limit where the work is done by it. */
const DONE_BY =
  /^(?:前|之前|以前|底)?[^,。;:]{0,24}?(?:完成|完工|到位|考核|验收|拿|办结|建成|建好|投用|清零|结束|见到|见效|拿出|上报|报送|交到|报到|启动|开始(?!把)|召开|签订|整改|销号|去做|搬|给我|要看到|要见到|汇报|报告|反馈|上会|交)/;

/** 9月底，各镇街要…: a day at the head of the sentence. */
const HEADS =
  /[底末旬]$|^今天(?:上午|下午|中午|晚上|夜里|夜间|傍晚|晚|夜|之内|内)|^\d{1,2}月份?$|两天$|[周期拜][一二三四五六日天末]$|^(?:明|后|大后)天|^今[晚夜]|^[明当]晚|^明早|^本?(?:周|星期)[一二三四五六日天].{0,2}[上下晚夜]/;
/** 6月■日前: a day of which a character got lost is still a limit. */
const LOST_DAY = /(?:[\d某]{1,4}年)?[\d某]{1,2}月[\d某]{1,2}[日号]?(?:之前|以前|前|底)/g;

/** 积水超过27厘米立即封闭, 能立即整改的立即整改: presses only then. */
const CONDITIONAL =
  /(?:超过|低于|达到|发现|一旦|遇到?|接到|出现|发生)[^,;。]{0,14}$|[能可]$|缺[^,]{0,8}$|(?:整改|解决|办理)的$/;

export interface Limit {
  /** Places of the cleaned text. */
  readonly spans: readonly Span[];
  /** The moment, where one phrase names a day that depends on nothing but the calendar. */
  readonly dueAt?: Date;
}

/** A limit counted from what may happen has no day: 接到报告后1小时内. */
const FROM_EVENT = /(?:后|之后|接到|收到|发现|发生|超期|超过|以上|提前|间隔)[^,。;]{0,6}$/;

function within(span: Span, from: number, to: number): boolean {
  return span.from >= from && span.to <= to;
}

/** 不得超过四个小时: how long, and not until when. */
const DURATION = /(?:超过|不少于|不低于|连续|长达|达到|满)$/;
/** 年底评先一票否决: when it is reckoned up. */
const SCORED = /^(?:评|考核|述职|算账|兑现|总结|[和与跟][^,]{0,5}挂钩)/;

/** A day is a limit where it is worded like one, where work is done by it, or where it heads the sentence. */
function isLimit({ read, from, to }: FoundTime, text: string, end: number): boolean {
  if (DURATION.test(text.slice(Math.max(0, from - 5), from)) || SCORED.test(text.slice(to, to + 8))) return false;
  if (read.kind === 'deadline' || isSeason(read)) return true;
  if (read.kind === 'recurrence' || BEGINNING.test(read.words)) return false;
  const after = text.slice(to, Math.min(end, to + 30));
  return (
    DONE_BY.test(after) ||
    (HEADS.test(read.words) &&
      !/^(?:的|至|到|-|~|召开|会议|开会|举行|发布[时会]|以来|起)/.test(after) &&
      (after[0] === ',' || read.kind === 'at' || /^(?:明后|今明|这)[两几]天$/.test(read.words)))
  );
}

/** 6月1日至9月30日24小时备勤: from when until when stands in the column of limits. */
function isSeason({ kind, words }: FoundTime['read']): boolean {
  return kind === 'range' && /\d[日号]?.{0,3}[到至—-].*\d/.test(words);
}

/** 立即, 从今天起: when it begins, not when it is done. */
const BEGINNING = /^(?:立即|马上|即刻|立刻|当场|现在|今天起|明天开始)|[起始]$/;

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
function isAttribute(text: string, to: number): boolean {
  return text[to - 1] === '的' || (text[to] === '的' && text[to - 1] !== '前');
}

/** Worded like a limit, and no one day: kept as said, for a person to date. */
const DOUBTFUL: ReadonlySet<Trouble['kind']> = new Set(['unread', 'ambiguous', 'invalid', 'conflict']);

/** The limit said in a stretch of the text; vague words count only where no day is said. */
export function limitIn(text: string, { from, to }: Span, { times, troubles }: TimeReading): Limit | undefined {
  const lost = found(LOST_DAY, text, from, to).filter((span) => text.slice(span.from, span.to).includes('某'));
  const inside = times
    .filter((time) => within(time, from, to) && !time.past && !isAttribute(text, time.to))
    .filter((time) => !lost.some((span) => overlap(time, span)));
  const named = inside.filter((time) => isLimit(time, text, to));
  const doubtful = troubles.filter(
    (trouble) =>
      DOUBTFUL.has(trouble.kind) &&
      within(trouble, from, to) &&
      /[前内底日号点时]$|^今[天晚]?[夜晚]/.test(trouble.words),
  );
  const said: Span[] = [...lost, ...named, ...doubtful.filter((one) => !lost.some((span) => overlap(one, span)))];
  const events = found(EVENT_LIMIT, text, from, to).filter((span) => !said.some((time) => overlap(time, span)));
  const spans = [...said.map((time) => ({ from: time.from, to: time.to })), ...eachTime(text, inside), ...events].sort(
    (a, b) => a.from - b.from,
  );
  if (spans.length === 0) {
    const pressing = found(PRESSING, text, from, to)
      .filter((one) => !CONDITIONAL.test(text.slice(Math.max(from, one.from - 16), one.from)))
      .slice(0, 1);
    return pressing.length > 0 ? { spans: pressing } : undefined;
  }
  const only = spans.length === 1 ? named[0] : undefined;
  const free =
    only &&
    !FROM_EVENT.test(text.slice(Math.max(from, only.from - 10), only.from)) &&
    !/^后/.test(text.slice(only.to, only.to + 1));
  return { spans, ...(only && free && { dueAt: only.byAt }) };
}

/** How often, as said; null where nothing is said of it. */
export function recurrencesIn(text: string, { from, to }: Span): Span[] {
  return found(RECURRENCE, text, from, to);
}

function found(pattern: RegExp, text: string, from: number, to: number): Span[] {
  return [...text.slice(from, to).matchAll(pattern)].map(({ 0: words, index }) => ({
    from: from + index,
    to: from + index + words.length,
  }));
}

function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}
