import type { Calendar } from '../calendar/calendar.ts';
import type { Day } from '../thing.ts';

const HEAD = 800;
const TAIL = 200;
const SHORT_LINE = 40;
/** 2026年1月16日, 1月16日. */
const DATE = /(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/;
/** 1月16日上午，全区…会议召开. */
const NEWS = /(\d{4}年)?\d{1,2}月\d{1,2}日[^。\n]{0,60}(?:召开|举行|召集)/;
const DIGITS = '〇一二三四五六七八九';

/**
 * The day a text says its meeting was held: a date of its own line near the head or at the end, or that of a report 1月16日…召开.
 * Only a proposal; a date without a year is the last one that has come. Undefined where none is said.
 */
export function dayProposed(text: string, today: Day, calendar: Calendar): Day | undefined {
  const plain = text.normalize('NFKC');
  const head = arabic(plain.slice(0, HEAD));
  const lines = [...head.split('\n').slice(0, 12), ...arabic(plain.slice(-TAIL)).split('\n').slice(-4)];
  const dated = lines.filter((line) => line.trim().length <= SHORT_LINE).find((line) => DATE.test(line));
  return dayIn(dated ?? NEWS.exec(head)?.[0] ?? '', today, calendar);
}

/** The first date of some words as the day of a meeting; undefined for none, and for one that does not exist. */
export function dayIn(words: string, today: Day, calendar: Calendar): Day | undefined {
  const said = DATE.exec(arabic(words.normalize('NFKC')));
  if (!said) return undefined;
  const on = (year: number) => `${year}-${said[2]!.padStart(2, '0')}-${said[3]!.padStart(2, '0')}`;
  const thisYear = Number(today.slice(0, 4));
  if (said[1]) return real(on(Number(said[1])));
  // A speech is sometimes read before it is held.
  const soon = calendar.addDays(today, 31);
  return [thisYear + 1, thisYear, thisYear - 1].map((year) => real(on(year))).find((day) => day && day <= soon);
}

function real(day: Day): Day | undefined {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : undefined;
}

/** 二〇二六年一月十六日 → 2026年1月16日. */
function arabic(text: string): string {
  return text
    .replace(/[二一][〇零○0一二三四五六七八九]{3}(?=年)/g, (year) =>
      [...year].map((digit) => (digit === '零' || digit === '○' ? 0 : Math.max(0, DIGITS.indexOf(digit)))).join(''),
    )
    .replace(/[一二三四五六七八九十]{1,3}(?=[月日号])/g, (written) => String(numberOf(written)));
}

function numberOf(written: string): number {
  const [tens, ones] = written.includes('十') ? written.split('十') : ['', written];
  const ten = written.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens!)) : 0;
  return ten * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones!.slice(-1)));
}
