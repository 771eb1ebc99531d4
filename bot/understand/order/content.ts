import type { Heard } from '../heard.ts';
import { inOrder, type Span } from '../span.ts';

const LEAD_IN =
  /^(?:[\s\p{P}]|请|务必|一定|必须|要(?!求|点)|须|应(?!急|对)|需(?!求)|于|在(?=$)|就|先|尽快|抓紧|立即|马上)+/u;
const TAIL =
  /(?:[\s\p{P}]|请?(?:收到|知悉)?(?:后)?请回复(?:收到)?|收到请回复|谢谢|辛苦(?:了|大家)?|拜托了?|为盼|可以吗|好吗|行吗|,?请(?=$)|(?:请|务必|并)?(?:于|在)(?=$)|由(?=$))+$/u;
/** 于 and 最迟 belong to the time behind them. */
const BEFORE_TIME = /(?:请|务必|必须|并|最迟|最晚|截止(?:时间)?|限|时限|期限)?(?:于|在|为|到|:|是)?\s*$/;
/** 发现问题当场… is content; 谢谢 is not. */
const CLOSING = /^[\s,。;!]*(?:谢谢|辛苦|收到请回复|请回复|请?知悉|拜托|盼复|急|特急|加急)/;

/** The work in the text's own words: the longest piece that is neither who nor when. */
export function contentOf(heard: Heard, stretch: Span, taken: readonly Span[]): string | undefined {
  const pieces = rejoined(heard.text, piecesBetween(stretch, taken)).map((piece) => trim(heard.text, piece));
  let longest: Span | undefined;
  for (const piece of pieces) {
    if (CLOSING.test(heard.text.slice(piece.from, piece.to))) continue;
    if (piece.to > piece.from && (!longest || piece.to - piece.from > longest.to - longest.from)) longest = piece;
  }
  return longest && longest.to - longest.from >= 2 ? heard.words(longest) : undefined;
}

/** The times of a stretch, each with the words that only lead up to it. */
export function timeSpans(heard: Heard, stretch: Span): Span[] {
  const { times, troubles } = heard.times;
  return [...times.filter(({ past, read }) => !past && read.kind !== 'range'), ...troubles]
    .filter(({ from, to }) => from >= stretch.from && to <= stretch.to)
    .map(({ from, to }) => {
      const lead = BEFORE_TIME.exec(heard.text.slice(Math.max(stretch.from, from - 8), from))?.[0].length ?? 0;
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
    if (last && /^\s*[把将][^,。;]{1,16}$/.test(text.slice(last.from, last.to)))
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
