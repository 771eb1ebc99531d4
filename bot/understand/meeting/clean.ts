import { isHan } from '../han.ts';
import { type Normal, normalise } from '../normalise.ts';
import type { Span } from '../span.ts';
import { layoutOf } from './layout.ts';
import { IN_SPEECHES } from './traditional.ts';

/** Reading aids behind a character, 亟(jí)待; lower case only, so that (AQI) stays. */
const PINYIN = /(?<=[\u4e00-\u9fa5])\([a-z\u00e0-\u01dc]{1,8}(?: [a-z\u00e0-\u01dc]{1,8}){0,3}\)/g;
/** Names that were blacked out, and characters that got lost: 某, so that 某某局 is still written like an office. */
const UNKNOWN = /[Xx]{2,8}(?=[\u4e00-\u9fa5])|[×*○□■◇\ufffd?]{1,8}(?=[\u4e00-\u9fa5、])/g;

/**
 * A speech made readable for the grammar: half width, simplified, without the page it was printed on. Every index still
 * knows its place in the file's own text.
 */
export function clean(original: string): Normal {
  const normal = normalise(original);
  const kept = keptUnits(normal.text);
  const text = simplified(masked(kept.map((at) => normal.text[at]!).join('')));
  return { text, original, spanOf: ({ from, to }) => spanOf(normal, kept, from, to) };
}

function spanOf(normal: Normal, kept: readonly number[], from: number, to: number): readonly [number, number] {
  const [start] = normal.spanOf({ from: kept[from] ?? normal.text.length, to: (kept[from] ?? normal.text.length) + 1 });
  if (to <= from) return [start, start];
  const last = kept[to - 1]!;
  return [start, normal.spanOf({ from: last, to: last + 1 })[1]];
}

/** The file's own characters of a stretch, without what was cleaned away inside it. */
export function wordsAt(normal: Normal, { from, to }: Span): string {
  let words = '';
  let end = -1;
  for (let at = from; at < to; at++) {
    const [start, next] = normal.spanOf({ from: at, to: at + 1 });
    if (start >= end) words += normal.original.slice(start, next);
    end = next;
  }
  return words;
}

/** The places of what stays: not page furniture, nor line ends of a printed page, reading aids, and spaces beside Chinese. */
function keptUnits(text: string): number[] {
  const gone = new Uint8Array(text.length);
  for (const { from, to } of [...layoutOf(text), ...pinyinIn(text)]) gone.fill(1, from, to);
  const kept: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (gone[at]) continue;
    const char = text[at]!;
    if ((char === ' ' || char === '\t') && !isBetweenLatin(text, at)) continue;
    kept.push(at);
  }
  return kept;
}

function pinyinIn(text: string): Span[] {
  return [...text.matchAll(PINYIN)].map(({ 0: words, index }) => ({ from: index, to: index + words.length }));
}

function isBetweenLatin(text: string, at: number): boolean {
  return isLatin(text.charCodeAt(at - 1)) && isLatin(text.charCodeAt(at + 1));
}

function isLatin(code: number): boolean {
  return code > 0x20 && code < 0x7f && !isHan(code);
}

function masked(text: string): string {
  return text.replace(UNKNOWN, (mask, at: number) => (isMask(mask, text, at) ? '某'.repeat(mask.length) : mask));
}

/** A single question mark ends a question; several stand for characters that got lost. */
function isMask(mask: string, text: string, at: number): boolean {
  if (mask === '?') return false;
  return !(mask === '*' && /\d/.test(text[at - 1] ?? ''));
}

function simplified(text: string): string {
  let out = '';
  for (const char of text) out += IN_SPEECHES.get(char) ?? char;
  return out;
}
