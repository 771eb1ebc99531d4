import type { Weekday } from '../../calendar/calendar.ts';
import type { Cell } from './sheet.ts';

/** A date as a roster writes it: whatever is not written there follows from the title or from the rows above. */
export interface SaidDate {
  readonly year?: number;
  readonly month?: number;
  readonly day: number;
  /** Last day of a range, included. */
  readonly to?: { readonly month?: number; readonly day: number };
  readonly weekday?: Weekday;
  /** Only the weekday is written: it means that day of the week which the title names, and `day` is 0. */
  readonly inWeek?: true;
  /** `1-5` is 5 January or the first five days of a month; `1.1` may be 1.10 whose zero the spreadsheet dropped. */
  readonly unsure?: 'month-or-range' | 'lost-zero';
}

export interface DateAndRest {
  readonly date: SaidDate;
  /** What follows the date in the same cell. */
  readonly rest: string;
}

const WEEKDAYS = '一二三四五六日';
const NUMERALS = '一二三四五六七八九十';

/** `周三`, `星期三`, `（三）`, and in a column of its own `三`. */
export function readWeekday(text: string): Weekday | undefined {
  const plain = text.normalize('NFKC').replace(/[\s()]/g, '');
  const said = plain.match(/^(?:周|星期|礼拜)?([一二三四五六日天])$/)?.[1];
  return said ? weekdayOf(said) : undefined;
}

/** `周三` where the title says 2月2日—8日. */
export function weekdayOfWeek(text: string, range: SaidDate | undefined): SaidDate | undefined {
  const weekday = readWeekday(text);
  return weekday && range?.to && isWeek(range) ? { day: 0, weekday, inWeek: true } : undefined;
}

function isWeek({ month, day, to }: SaidDate): boolean {
  const days = to!.month === undefined || to!.month === month ? to!.day - day : to!.day + 31 - day;
  return days >= 0 && days <= 6;
}

/** A cell that begins with a date; a bare number from 1 to 31 is a day of the month. */
export function readDate(cell: Cell): DateAndRest | undefined {
  if (cell.day) return { date: partsOf(cell.day), rest: '' };
  if (cell.text.length > 120) return undefined;

  const { text, weekday } = takeWeekday(cell.text.normalize('NFKC').trim());
  const hasClock = /\d[:：]\d\d|\d[时点]/.test(text);
  const plain = digits(dashes(text.replace(/\d{1,2}[:：]\d\d|\d{1,2}[时点](?:\d{1,2}分?)?/g, '')));
  const read = readPlain(plain.replace(/^\s+/, ''));
  if (!read) return undefined;

  // From 8:30 to 8:30 of the next day is one duty and not two days.
  const { to, ...single } = read.date;
  const date = to && !hasClock ? read.date : single;
  return { date: { ...date, ...(weekday && { weekday }) }, rest: read.rest.replace(/^[\s,、:]+/, '').trim() };
}

function partsOf(day: string): SaidDate {
  const [year, month, date] = day.split('-').map(Number);
  return { year: year!, month: month!, day: date! };
}

function weekdayOf(said: string): Weekday {
  return (WEEKDAYS.indexOf(said === '天' ? '日' : said) + 1) as Weekday;
}

/** Must go before 日 is read as the word for a day: 5日 周日. */
function takeWeekday(text: string): { text: string; weekday?: Weekday } {
  const found = text.match(/[(]?\s*(?:周|星期|礼拜)([一二三四五六日天])\s*[)]?|[(]\s*([一二三四五六日])\s*[)]/);
  const said = found?.[1] ?? found?.[2];
  if (!found || !said) return { text };
  return {
    text: `${text.slice(0, found.index)} ${text.slice(found.index! + found[0].length)}`,
    weekday: weekdayOf(said),
  };
}

function dashes(text: string): string {
  return text.replace(/[—–−~～至到]+/g, '-').replaceAll('元月', '1月');
}

/** 十一日 and 一月 in digits; only numerals that stand before 月, 日 or 号. */
function digits(text: string): string {
  return text.replace(/([一二三四五六七八九十]{1,3})(?=[月日号])/g, (numeral) => String(smallNumber(numeral)));
}

function smallNumber(numeral: string): number {
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['0', numeral];
  const value = (part: string | undefined) => (part ? NUMERALS.indexOf(part) + 1 : 0);
  return (numeral.includes('十') ? (tens ? value(tens) : 1) * 10 : 0) + value(ones);
}

function readPlain(text: string): DateAndRest | undefined {
  const full = text.match(/^(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})(?!\d)\s*[日号]?/);
  if (full) return withRange(Number(full[1]), Number(full[2]), Number(full[3]), text.slice(full[0].length));

  const packed = text.match(/^(20\d\d)(\d\d)(\d\d)(?!\d)/);
  if (packed) return withRange(Number(packed[1]), Number(packed[2]), Number(packed[3]), text.slice(8));

  const spoken = text.match(/^(\d{1,2})\s*月份?\s*(\d{1,2})(?!\d)\s*[日号]?/);
  if (spoken) return withRange(undefined, Number(spoken[1]), Number(spoken[2]), text.slice(spoken[0].length));

  return readShort(text);
}

function readShort(text: string): DateAndRest | undefined {
  const pair = text.match(/^(\d{1,2})([./-])(\d{1,2})(?![\d./])\s*([日号]?)/);
  if (pair) {
    const [whole, one, mark, other, unit] = pair;
    const rest = text.slice(whole.length);
    if (mark === '-' && unit) return { date: { day: Number(one), to: { day: Number(other) } }, rest };

    const read = withRange(undefined, Number(one), Number(other), rest);
    if (mark === '-') return { ...read, date: { ...read.date, unsure: 'month-or-range' } };
    return mark === '.' && /^[123]$/.test(other!) ? { ...read, date: { ...read.date, unsure: 'lost-zero' } } : read;
  }

  const bare = text.match(/^(\d{1,2})(?![\d.])\s*([日号]?)/);
  return bare && (bare[2] || !/^\s*[%年月/:级层楼人个]/.test(text.slice(bare[0].length)))
    ? withRange(undefined, undefined, Number(bare[1]), text.slice(bare[0].length))
    : undefined;
}

function withRange(year: number | undefined, month: number | undefined, day: number, rest: string): DateAndRest {
  const date = { ...(year && { year }), ...(month !== undefined && { month }), day };
  const end = rest.match(/^\s*-+\s*(?:(\d{4})\s*[年./-]\s*)?(?:(\d{1,2})\s*[月./-]\s*)?(\d{1,2})(?!\d)\s*[日号]?/);
  if (!end) return { date, rest };

  const to = { ...(end[2] && { month: Number(end[2]) }), day: Number(end[3]) };
  return { date: { ...date, to }, rest: rest.slice(end[0].length) };
}
