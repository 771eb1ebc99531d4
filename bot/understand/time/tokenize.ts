import { CHINESE_NUMERAL, chineseNumber } from '../numerals.ts';
import type { Span } from '../span.ts';
import { wordAt } from './lexicon.ts';
import type { Run, Token } from './token.ts';

const NO_WORD = { kind: undefined } as const;
const WEEKDAYS = '一二三四五六日天';
/** 每周一次, 一周三次: counted, not a weekday. */
const COUNTED = /[次趟回遍个篇期条份家处]/;
/** 环节前, 重阳节前: not "before the holidays". */
const OTHER_BREAK = /[环细季调情关枝章使礼佳时阳水旦明午秋庆动宵春]/;
const NATIONAL_DAY = /^十一(?=前|之前|以前|假期|期间|长假|黄金周|节|当天|当日)/;

/**
 * All words of time in a normalised text, cut into runs of neighbours. One pass, no backtracking; `masked` is skipped.
 */
export function tokenize(text: string, masked: readonly Span[]): Run[] {
  const runs: Token[][] = [];
  let mask = 0;
  let gapFrom = -1;

  for (let at = 0; at < text.length; ) {
    while (mask < masked.length && masked[mask]!.to <= at) mask++;
    if (mask < masked.length && masked[mask]!.from <= at) {
      at = masked[mask]!.to;
      continue;
    }
    const limit = masked[mask]?.from ?? text.length;
    const read = readAt(text, at, limit);
    if (!read) {
      at++;
      continue;
    }
    if (read.kind !== undefined) {
      if (gapFrom < 0 || !isGap(text, gapFrom, at)) runs.push([]);
      runs[runs.length - 1]!.push(read);
      gapFrom = read.to;
    }
    at = read.to;
  }
  return runs;
}

function isGap(text: string, from: number, to: number): boolean {
  if (to - from > 2) return false;
  for (let i = from; i < to; i++) if (text[i] !== ' ') return false;
  return true;
}

type Read = Token | { readonly kind: undefined; readonly to: number };

function readAt(text: string, at: number, limit: number): Read | undefined {
  const char = text[at]!;
  if (isDigit(char)) return ordinal(text, arabic(text, at, limit));

  const word = wordAt(text, at);
  if (CHINESE_NUMERAL.test(char) && (!word || (word.kind !== undefined && word.word.length === 1))) {
    return festival(text, at) ?? ordinal(text, chinese(text, at, limit));
  }
  if (!word) return char === '节' ? breakWord(text, at) : undefined;

  const to = at + word.word.length;
  if (to > limit || word.kind === undefined) return { ...NO_WORD, to: Math.min(to, limit) };
  if (word.kind === 'week' || word.kind === 'weekWord') {
    const weekday = weekdayAfter(text, at, to, word.value);
    if (weekday) return weekday;
  }
  return { kind: word.kind, from: at, to, text: word.word, value: word.value, ...(word.part && { part: word.part }) };
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9';
}

/** 第15次, 第一天: a place in a row, not a number; only quarters are named so. */
function ordinal(text: string, number: Token): Read {
  return text[number.from - 1] === '第' && !text.startsWith('季', number.to) ? { ...NO_WORD, to: number.to } : number;
}

function arabic(text: string, at: number, limit: number): Token {
  let to = at + 1;
  while (to < limit && isDigit(text[to]!)) to++;
  return { kind: 'number', from: at, to, text: text.slice(at, to), value: Number(text.slice(at, to)) };
}

/** 三四天 is "three or four days": a number of unknown size. */
function chinese(text: string, at: number, limit: number): Token {
  let to = at + 1;
  while (to < limit && CHINESE_NUMERAL.test(text[to]!)) to++;
  const written = text.slice(at, to);
  const value = chineseNumber(written);
  return { kind: value === undefined ? 'few' : 'number', from: at, to, text: written, value: value ?? Number.NaN };
}

/** 十一 is the National Day only in company; else it is eleven. */
function festival(text: string, at: number): Token | undefined {
  if (!NATIONAL_DAY.test(text.slice(at, at + 5))) return undefined;
  return { kind: 'holiday', from: at, to: at + 2, text: '十一', value: 6 };
}

function breakWord(text: string, at: number): Token | undefined {
  if (at > 0 && OTHER_BREAK.test(text[at - 1]!)) return undefined;
  return { kind: 'breakOf', from: at, to: at + 1, text: '节', value: Number.NaN };
}

function weekdayAfter(text: string, from: number, wordEnd: number, shift: number): Token | undefined {
  const index = WEEKDAYS.indexOf(text[wordEnd] ?? ' ');
  if (index < 0 || COUNTED.test(text[wordEnd + 1] ?? ' ')) return undefined;
  const to = wordEnd + 1;
  const value = Math.min(index, 6) + 1;
  return { kind: 'weekday', from, to, text: text.slice(from, to), value, ...(!Number.isNaN(shift) && { shift }) };
}
