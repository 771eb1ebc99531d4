import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { deadlinesIn } from '../intents/due.ts';
import type { Span } from '../span.ts';
import type { FoundTime } from '../time/found.ts';

/** ，请务必尽快 before the work itself; 事项： names it. */
const LEAD_IN =
  /^(?:[\s\p{P}]|(?:工作|具体|主要)?(?:事项|任务|内容|工作内容|工作要求|要求)(?=:)|请(?!示|假|求|教|款)|务必|一定|必须|要(?!求|点|素|道|害)|须|应(?!急|对|用|收)|需(?!求|要)|于(?!是)|在(?=$)|就(?!近|地)|先(?!进|期|导)|再(?=把|将|对)|尽量|争取|力争|尽快|抓紧|立即|立刻|马上|火速|(?:你们?|您|大家)(?=[把将去来跟带先]|$)|牵头(?=[^\s,。;])|带队(?=[^\s,。;])|前(?=提[交供])|前(?=期限)|各(?=$)|(?:帮我|帮忙|给我)(?=把|将))+/u;
/** ，收到请回复。, 谢谢 behind it; one of them at the end of a text, behind a mark or at once. */
const TAIL = gated(
  /(?:\[[^\]\s]{1,4}\]|不(?:含|包括)(?:当日|当天|该日)|(?:(?:请|盼|望)?(?:大家|各位|各单位)?(?:收到|知悉|看到|阅)(?:后|的)?(?:请|盼|烦请|麻烦|都)?|(?<=[\s,。;!])(?:请|盼|烦请))(?:及时|尽快|务必|在群里|群里)?(?:回复|回个信|回个话|吱一声|回一声|反馈一声)(?:收到|一下|1)?|(?:收到|盼)请?回复?|请?知悉|(?:多谢|谢谢|感谢)(?:大家|各位|配合|支持|理解|领导|啦|了)?|(?:大家|各位)?辛苦(?:了|大家|各位|啦|一下)?|拜托(?:了|大家|各位)?|为[盼荷]|(?<=[\s,。;!(])(?:很|比较|非常)?(?:急|特急|加急|紧急)|(?:特此|此)通知|可以吗|好吗|行吗|行不行|请|(?:请|务必|并)?[于在]|由|要在|(?:完成|办理|报送|办结)?(?:时限|期限|时间|截止(?:时间|日期)?)[是为:]?|最[迟晚]|务必|限)$/u,
);
const TAIL_MARKS = /[\s\p{P}]+$/u;
/** No courtesy is longer. */
const TAIL_LENGTH = 24;

/** 于 and 最迟 belong to the time behind them. */
const BEFORE_TIME =
  /(?:(?:会|会议结束|签收|验收|(?:收到|接到|接)(?:本|此)?(?:通知|任务|文件)?)(?:之|以)?后)?(?:请|务必|必须|并|要|须|应|最迟|最晚|(?:完成|办理|报送|办结|整改)?(?:截止(?:时间|日期)?|时限|期限|时间)|限)?(?:于|在|为|到|不迟于|不晚于|:|是)?\s*$/;
/** 发现问题当场… is content; 谢谢 is not. */
const CLOSING = gated(
  /^[\s,。;!]*(?:谢谢|辛苦|收到请|收到后|请回复|请?知悉|拜托|盼复|急(?=$|[\s,。;!])|特急|加急|紧急(?=$|[\s,。;!])|或者?$|有问题(?:请|随时|找)|有(?:困难|疑问)|联系人|联系电话|(?:不含|不包括|不包含|除了?)[^,。;()]{2,20}$|[^,。;()]{2,20}除外$|不得(?:迟报|漏报|延误|拖延)|逾期|过期不候|注意安全)/,
);

/** 报, 完成: what stands before says of what. */
const HOLLOW = gated(
  /^(?:全部|都|要|一并|必须)?(?:完成|干完|办结|办完|报送?|交|上报|落实|做完|弄完|搞完|到位|反馈|办好|弄好|搞好|搞定|干好?|给我|发我|报我|交我)(?:到位|上来|一下)?$/,
);

/**
 * The work in the text's own words: the longest piece, neither who nor when, that follows those who are to act. What stands
 * before them (根据…文件要求) is background, unless hardly anything follows.
 */
export function contentOf(heard: Heard, stretch: Span, taken: readonly Span[], called: number): string | undefined {
  const pieces = rejoined(heard.text, piecesBetween(stretch, taken))
    .map((piece) => trim(heard.text, piece))
    .filter(({ from, to }) => to > from && !CLOSING.test(heard.text.slice(from, to)) && !onlyNames(heard, from, to));
  const following = longestOf(pieces.filter(({ from }) => from >= called));
  const hollow = !following || HOLLOW.test(heard.text.slice(following.from, following.to));
  const content = hollow ? longestOf(pieces) : following;
  return content && heard.words(content);
}

/** 安环局、建设局: who, and no work. */
function onlyNames({ text, names }: Heard, from: number, to: number): boolean {
  let at = from;
  for (const name of names) if (name.from >= at && /^[、和及与\s]?$/.test(text.slice(at, name.from))) at = name.to;
  return at >= to;
}

function longestOf(pieces: readonly Span[]): Span | undefined {
  return pieces.reduce<Span | undefined>(
    (longest, piece) => (longest && longest.to - longest.from >= piece.to - piece.from ? longest : piece),
    undefined,
  );
}

/** The times of a stretch that became its slots, each with the words that only lead up to it. */
export function timeSpans(heard: Heard, stretch: Span, who: readonly Span[]): Span[] {
  const { times, troubles } = heard.times;
  if (times.length + troubles.length === 0) return [];
  const inside = times.filter(({ from, to, past }) => !past && from >= stretch.from && to <= stretch.to);
  const named = deadlinesIn(heard, stretch);
  const limits = inside.filter(
    ({ read, byAt }) => read.kind === 'deadline' && named.some((one) => +one.byAt === +byAt),
  );
  const rule = ruleIn(inside);
  const event = inside.find(
    (time) => (time.read.kind === 'at' || time.read.kind === 'range') && standsAlone(heard, time, stretch, who),
  );
  const said = [...limits, ...(rule ? [rule] : []), ...(limits.length === 0 && !rule && event ? [event] : [])];
  const doubtful = troubles.filter(({ from, to }) => from >= stretch.from && to <= stretch.to);
  return [...said, ...doubtful].map(({ from, to }) => {
    const lead = BEFORE_TIME.exec(heard.text.slice(Math.max(stretch.from, from - 14), from))?.[0].length ?? 0;
    return { from: from - lead, to };
  });
}

/** Of several rules the one with a clock: 每天巡山两次，每天17点前报记录. */
export function ruleIn(times: readonly FoundTime[]): FoundTime | undefined {
  const rules = times.filter(({ read }) => read.kind === 'recurrence');
  return rules.find(({ read }) => read.recurrence?.rrule?.includes('BYHOUR')) ?? rules[0];
}

/** 明天9点 behind the names, a mark or nothing says when; 加强夜间巡逻 does not. */
export function standsAlone({ text, names }: Heard, time: Span, stretch: Span, who: readonly Span[]): boolean {
  const from =
    time.from -
    (/(?:定于|初定|拟于|于|在)?\s*$/.exec(text.slice(Math.max(stretch.from, time.from - 4), time.from))?.[0].length ??
      0);
  if (/^[是的]/.test(text.slice(time.to, time.to + 1))) return false;
  const spoken = who.length > 0 ? who : names;
  return (
    from <= stretch.from ||
    /[\s,。;:!、)]/.test(text[from - 1]!) ||
    spoken.some(({ to }) => to === from || to === time.from)
  );
}

/** What lies between spans that may overlap. */
function piecesBetween(stretch: Span, taken: readonly Span[]): Span[] {
  const pieces: Span[] = [];
  let from = stretch.from;
  for (const span of taken.toSorted((a, b) => a.from - b.from)) {
    if (span.from > from) pieces.push({ from, to: span.from });
    from = Math.max(from, span.to);
  }
  if (from < stretch.to) pieces.push({ from, to: stretch.to });
  return pieces;
}

/** 把台账周五前报上来: what stands between 把 and its verb stays one piece, even with the time in it. */
function rejoined(text: string, pieces: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const piece of pieces) {
    const last = joined[joined.length - 1];
    if (last && /^[\s,]*(?:请|麻烦|务必|你)?[把将对就][^,。;]{1,30}$/.test(text.slice(last.from, last.to)))
      joined[joined.length - 1] = { from: last.from, to: piece.to };
    else joined.push(piece);
  }
  return joined;
}

/** ，联系人王芳，电话… behind the work. */
const CONTACT = gated(/[,。;(\s](?:联系人|联系电话|咨询电话|有(?:问题|疑问|困难)(?:请|随时|找|联系|及时))/);

function trim(text: string, { from, to }: Span): Span {
  const piece = text.slice(from, to);
  const lead = LEAD_IN.exec(piece)?.[0].length ?? 0;
  if (lead >= piece.length) return { from: to, to };
  const contact = CONTACT.exec(piece)?.index ?? piece.length;
  return { from: from + lead, to: from + lead + withoutTail(piece.slice(lead, contact)).length };
}

/** A piece without the courtesies and marks at its end. */
function withoutTail(piece: string): string {
  let rest = piece;
  for (;;) {
    const bare = withoutMarks(rest);
    const tail = TAIL.exec(bare.slice(-TAIL_LENGTH))?.[0].length ?? 0;
    if (tail === 0) return bare;
    rest = bare.slice(0, bare.length - tail);
  }
}

/** （试行） and 》 close something in the text; they stay. */
function withoutMarks(piece: string): string {
  const marks = TAIL_MARKS.exec(piece.slice(-TAIL_LENGTH))?.[0] ?? '';
  return piece.slice(0, piece.length - marks.length);
}
