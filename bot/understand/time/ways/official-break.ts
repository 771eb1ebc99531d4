import type { DaySaid, Read, Way, YearSaid } from '../said.ts';
import { kindAt, type Run, type Token, type TokenKind } from '../token.ts';
import { day, yearAt } from './helpers.ts';

/** Stems of the official breaks' names, by the value their words carry. */
export const BREAKS = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'] as const;

/** Only so a break without a name is one: 节前, 放假期间; 假期安全 is not. */
const LIMITS: ReadonlySet<TokenKind | 'none'> = new Set<TokenKind>(['before', 'after', 'period', 'within', 'about']);

/** 国庆节前, 春节期间, 五一假期, 国庆假期结束前, and 节前, 放假前 without a name. */
export const officialBreak: Way<DaySaid> = (run, at) => {
  const { year, next } = yearAt(run, at);
  const first = run[next];
  if (first?.kind === 'holiday') return named(run, next, first, year);
  if (first?.kind !== 'breakOf') return undefined;
  const end = kindAt(run, next + 1) === 'breakOf' ? next + 2 : next + 1;
  const ended = kindAt(run, end) === 'ended' && first.text !== '节';
  if (!LIMITS.has(kindAt(run, ended ? end + 1 : end))) return undefined;
  return day({ sort: 'break', year: year.year, years: year.years, wholeBreak: true, ended }, ended ? end + 1 : end);
};

/** The months of 元旦, 五一 and 国庆, by the value of their words. */
const MONTHS: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [3, 5],
  [6, 10],
]);

/** 国庆3号 is 3 October; 国庆10月3日 is a date that stands for itself (null). */
function dayInside(run: Run, at: number, { value }: Token, year: YearSaid): Read<DaySaid> | null | undefined {
  const number = run[at];
  const unit = kindAt(run, at + 1);
  if (number?.kind !== 'number') return undefined;
  if (unit === 'month' && kindAt(run, at + 2) === 'number' && kindAt(run, at + 3) === 'day') return null;
  const month = MONTHS.get(value);
  if (unit !== 'day' || month === undefined || number.value > 8) return undefined;
  const after = kindAt(run, at + 2);
  if (after === 'within' || after === 'after') return undefined;
  return day({ sort: 'date', year: year.year, years: year.years, month, day: number.value }, at + 2);
}

function named(run: Run, at: number, first: Token, year: YearSaid): Read<DaySaid> | undefined {
  let end = at + 1;
  let whole = kindAt(run, end) === 'period';
  // 国庆中秋假期, 国庆节放假
  while (kindAt(run, end) === 'breakOf' || (kindAt(run, end) === 'holiday' && run[end]!.value !== first.value)) {
    whole ||= run[end]!.text !== '节';
    end++;
  }
  const own = dayInside(run, end, first, year);
  if (own !== undefined) return own ?? undefined;
  const word = kindAt(run, end);
  // 国庆来临前 is 国庆前, 国庆来临之际 no time.
  if (word === 'begun' && kindAt(run, end + 1) !== 'before' && run[end]!.value !== 1) return undefined;
  const ended = word === 'ended';
  const said: DaySaid = {
    sort: 'break',
    year: year.year,
    years: year.years,
    name: BREAKS[first.value]!,
    wholeBreak: whole || ended,
    ended,
  };
  return day(said, ended || (word === 'begun' && kindAt(run, end + 1) === 'before') ? end + 1 : end);
}
