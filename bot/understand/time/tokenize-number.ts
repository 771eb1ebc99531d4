import { letterTable } from '../letter-table.ts';
import { CHINESE_NUMERALS, chineseNumber } from '../numerals.ts';
import { codeAt, countMask, numberMask } from './masks.ts';
import { type Token, token } from './token.ts';
import { festivalNumber } from './tokenize-festival.ts';

/** 第三个工作日, 第一个周五, 第一个月, 第二天, 第一季度; anything else with 第 is a place in a row. */
const RANKED = /(?:个)?(?:工作日|周|星期|礼拜|月|天|日)/y;
const MERIDIEM = /\s?(?:[ap]\.?m\.?)(?![a-z])/iy;

const ZERO = 48;

/** Arabic digits; negative: where they end as part of something that is no time. */
export function arabic(text: string, at: number, limit: number): Token | number {
  let to = at;
  let value = 0;
  for (; to < limit; to++) {
    const digit = text.charCodeAt(to) - ZERO;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  const mask = numberMask(text, at, to);
  if (mask > 0) return -Math.min(mask, limit);
  return about(text, to, token('number', at, to, text.slice(at, to), value));
}

const MORE = letterTable('多余来几');

/** 十几天, 20多天, 三十来天: nobody knows how many. */
function about(text: string, to: number, number: Token): Token {
  if (to >= text.length || MORE[text.charCodeAt(to)] === 0) return number;
  const after = text[to];
  return after === '多' ||
    after === '余' ||
    ((after === '来' || after === '几') && /[天日个小分月周]/.test(text[to + 1] ?? ''))
    ? token('few', number.from, to + 1, text.slice(number.from, to + 1), Number.NaN)
    : number;
}

/** 5:30pm; any other letters are part of a code. */
export function letters(text: string, at: number, limit: number, last: Token | undefined): Token | number {
  MERIDIEM.lastIndex = at;
  if (last?.kind === 'number' && last.to === at && MERIDIEM.test(text)) {
    const to = MERIDIEM.lastIndex;
    return token('meridiem', at, to, text.slice(at, to), /p/i.test(text[at]!) ? 12 : 0);
  }
  return -Math.min(codeAt(text, at), limit);
}

const RANKS = '第'.charCodeAt(0);
const FROM_END = '倒'.charCodeAt(0);

/** 三四天 is "three or four days": a number of unknown size. */
export function numeral(text: string, at: number, limit: number, last: Token | undefined): Token | number {
  const code = text.charCodeAt(at);
  if (code === RANKS || code === FROM_END) return ranked(text, at, limit);
  const festival = festivalNumber(text, at, last);
  if (festival) return festival;

  // 10点零5分
  if (text[at] === '零' && isDigit(text, at + 1) && at + 1 < limit) return arabicBehindZero(text, at, limit);
  const to = numeralEnd(text, at, limit);
  const mask = countMask(text, at, to);
  if (mask > 0) return -Math.min(mask, limit);
  const written = text.slice(at, to);
  const value = chineseNumber(written);
  if (value === undefined) return token('few', at, to, written, Number.NaN);
  return about(text, to, token('number', at, to, written, value));
}

function isDigit(text: string, at: number): boolean {
  const digit = text.charCodeAt(at) - ZERO;
  return digit >= 0 && digit <= 9;
}

function arabicBehindZero(text: string, at: number, limit: number): Token {
  let to = at + 1;
  while (to < limit && isDigit(text, to)) to++;
  return token('number', at, to, text.slice(at, to), Number(text.slice(at + 1, to)));
}

const NUMERALS = letterTable(CHINESE_NUMERALS);

function numeralEnd(text: string, at: number, limit: number): number {
  let to = at + 1;
  while (to < limit && NUMERALS[text.charCodeAt(to)] === 1) to++;
  return to;
}

/** 第15次, 第三方: a place in a row, not a number; 倒数第二个工作日 counts from the end. */
function ranked(text: string, at: number, limit: number): Token | number {
  const start = text[at] === '第' ? at + 1 : text.startsWith('倒数第', at) ? at + 3 : 0;
  if (start === 0 || start >= limit) return at + 1;
  let to = start;
  while (to < limit && text.charCodeAt(to) >= 48 && text.charCodeAt(to) <= 57) to++;
  if (to === start && NUMERALS[text.charCodeAt(to)] === 1) to = numeralEnd(text, to, limit);
  if (to === start) return start;

  const written = text.slice(start, to);
  const value = /\d/.test(written) ? Number(written) : (chineseNumber(written) ?? Number.NaN);
  if (text[to] === '季' || text.startsWith('个季', to)) return token('number', at, to, written, value);
  RANKED.lastIndex = to;
  if (!RANKED.test(text) || !(value >= 1 && value <= 60)) return -to;
  return token('nth', at, to, text.slice(at, to), start === at + 1 ? value : -value);
}
