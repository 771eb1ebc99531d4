import type { Heard } from '../heard.ts';
import { inOrder, type Span } from '../span.ts';

/** ，请务必尽快 before the work itself. */
const LEAD_IN =
  /^(?:[\s\p{P}]|请|务必|一定|必须|要(?!求|点)|须|应(?!急|对)|需(?!求)|于|在(?=$)|就|先|尽量|争取|力争|尽快|抓紧|立即|马上)+/u;
/** ，收到请回复。, 谢谢 behind it. */
const TAIL =
  /(?:[\s\p{P}]|不(?:含|包括)(?:当日|当天|该日)|请?(?:收到|知悉)?(?:后)?请回复(?:收到)?|收到请回复|谢谢|辛苦(?:了|大家)?|拜托了?|为盼|可以吗|好吗|行吗|,?请(?=$)|(?:请|务必|并)?(?:于|在)(?=$)|由(?=$))+$/u;
/** 于 and 最迟 belong to the time behind them. */
const BEFORE_TIME =
  /(?:(?:会|会议结束|签收|验收|(?:收到|接到|接)(?:本|此)?(?:通知|任务|文件)?)(?:之|以)?后)?(?:请|务必|必须|并|最迟|最晚|截止(?:时间)?|限|时限|期限)?(?:于|在|为|到|:|是)?\s*$/;
/** 发现问题当场… is content; 谢谢 is not. */
const CLOSING = /^[\s,。;!]*(?:谢谢|辛苦|收到请回复|请回复|请?知悉|拜托|盼复|急|特急|加急|或者?$)/;

/**
 * The work in the text's own words: the longest piece, neither who nor when, that follows those who are to act. What stands
 * before them (根据…文件要求) is background, unless hardly anything follows.
 */
export function contentOf(heard: Heard, stretch: Span, taken: readonly Span[], called: number): string | undefined {
  const pieces = rejoined(heard.text, piecesBetween(stretch, taken))
    .map((piece) => trim(heard.text, piece))
    .filter(({ from, to }) => to > from && !CLOSING.test(heard.text.slice(from, to)));
  const following = longestOf(pieces.filter(({ from }) => from >= called));
  const content = following && following.to - following.from > 2 ? following : longestOf(pieces);
  return content && heard.words(content);
}

function longestOf(pieces: readonly Span[]): Span | undefined {
  return pieces.reduce<Span | undefined>(
    (longest, piece) => (longest && longest.to - longest.from >= piece.to - piece.from ? longest : piece),
    undefined,
  );
}

/** The times of a stretch that became its slots, each with the words that only lead up to it. */
export function timeSpans(heard: Heard, stretch: Span): Span[] {
  const { times, troubles } = heard.times;
  const inside = times.filter(({ from, to, past }) => !past && from >= stretch.from && to <= stretch.to);
  const limits = inside.filter(({ read }) => read.kind === 'deadline' || read.kind === 'recurrence');
  const said = limits.length > 0 ? limits : inside.filter(({ read }) => read.kind === 'at').slice(0, 1);
  const doubtful = troubles.filter(({ from, to }) => from >= stretch.from && to <= stretch.to);
  return [...said, ...doubtful].map(({ from, to }) => {
    const lead = BEFORE_TIME.exec(heard.text.slice(Math.max(stretch.from, from - 12), from))?.[0].length ?? 0;
    return { from: from - lead, to };
  });
}

function piecesBetween(stretch: Span, taken: readonly Span[]): Span[] {
  const pieces: Span[] = [];
  let from = stretch.from;
  for (const span of inOrder(taken)) {
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
    if (last && /^\s*你?[把将对就][^,。;]{1,24}$/.test(text.slice(last.from, last.to)))
      joined[joined.length - 1] = { from: last.from, to: piece.to };
    else joined.push(piece);
  }
  return joined;
}

function trim(text: string, { from, to }: Span): Span {
  const piece = text.slice(from, to);
  const lead = LEAD_IN.exec(piece)?.[0].length ?? 0;
  if (lead >= piece.length) return { from: to, to };
  const tail = TAIL.exec(piece.slice(lead))?.[0].length ?? 0;
  return { from: from + lead, to: to - tail };
}
