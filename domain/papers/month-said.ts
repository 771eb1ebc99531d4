import type { Day } from '../thing.ts';

/** 2025年12月, 1月份, 十二月; 1月5日 names a day. */
const NAMED =
  /(?:(20\d\d)年\s?)?(?<![\d个])(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?(?!\s?\d{1,2}[日号]|[初中末底上下])/g;
const RELATIVE: readonly (readonly [words: RegExp, months: number])[] = [
  [/上上(?:个)?月/, -2],
  [/上(?:个)?月/, -1],
  [/下下(?:个)?月/, 2],
  [/下(?:个)?月/, 1],
  [/(?:本|这个?|当|该)月/, 0],
];
const DIGITS = '一二三四五六七八九十';

/** `past`: of what has been, the month that was last called so; `near`: the one nearest to today. */
export type MonthSense = 'past' | 'near';

/** The months that a text names, as `2026-01`, each once. Days within a month name none. */
export function monthsSaid(text: string, today: Day, sense: MonthSense): string[] {
  const relative = RELATIVE.find(([words]) => words.test(text));
  if (relative) return [shifted(today, relative[1])];
  const found = [...text.matchAll(NAMED)].map(([, year, month]) => monthOf(year, numberOf(month!), today, sense));
  return [...new Set(found)];
}

/** Takes out what names a month. */
export function withoutMonths(text: string): string {
  return RELATIVE.reduce((rest, [words]) => rest.replace(words, ' '), text.replace(NAMED, ' '));
}

function monthOf(year: string | undefined, month: number, today: Day, sense: MonthSense): string {
  if (year) return written(Number(year), month);
  const thisYear = Number(today.slice(0, 4));
  const ahead = month - Number(today.slice(5, 7));
  if (ahead > 0 && sense === 'past') return written(thisYear - 1, month);
  if (ahead > 6) return written(thisYear - 1, month);
  return written(ahead < -6 && sense === 'near' ? thisYear + 1 : thisYear, month);
}

function shifted(today: Day, months: number): string {
  const at = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + months;
  return written(Math.floor(at / 12), (at % 12) + 1);
}

/** `2026年1月`. */
export function monthText(month: string): string {
  return `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;
}

function written(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}

function numberOf(words: string): number {
  if (/\d/.test(words)) return Number(words);
  const [first, second] = [...words].map((digit) => DIGITS.indexOf(digit) + 1);
  return second === undefined ? first! : first! + second;
}
