import type { DaySaid, Read, Way, YearSaid } from '../said.ts';
import type { Run, Token, TokenKind } from '../token.ts';
import { day, yearAt } from './helpers.ts';

/** Stems of the official breaks' names, by the value their words carry. */
export const BREAKS = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'] as const;

/** Only so a break without a name is one: 节前, 放假期间; 假期安全 is not. */
const LIMITS: ReadonlySet<TokenKind | undefined> = new Set<TokenKind>(['before', 'after', 'period', 'within', 'about']);

/** 国庆节前, 春节期间, 五一假期, 国庆假期结束前, and 节前, 放假前 without a name. */
export const officialBreak: Way<DaySaid> = (run, at) => {
  const { year, next } = yearAt(run, at);
  const first = run[next];
  if (first?.kind === 'holiday') return named(run, next, first, year);
  if (first?.kind !== 'breakOf') return undefined;
  const end = run[next + 1]?.kind === 'breakOf' ? next + 2 : next + 1;
  const ended = run[end]?.kind === 'ended' && first.text !== '节';
  if (!LIMITS.has(run[ended ? end + 1 : end]?.kind)) return undefined;
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
  const unit = run[at + 1]?.kind;
  if (number?.kind !== 'number') return undefined;
  if (unit === 'month' && run[at + 2]?.kind === 'number' && run[at + 3]?.kind === 'day') return null;
  const month = MONTHS.get(value);
  if (unit !== 'day' || month === undefined || number.value > 8) return undefined;
  const after = run[at + 2]?.kind;
  if (after === 'within' || after === 'after') return undefined;
  return day({ sort: 'date', year: year.year, years: year.years, month, day: number.value }, at + 2);
}

function named(run: Run, at: number, first: Token, year: YearSaid): Read<DaySaid> | undefined {
  let end = at + 1;
  let whole = run[end]?.kind === 'period';
  // 国庆中秋假期, 国庆节放假
  while (run[end]?.kind === 'breakOf' || (run[end]?.kind === 'holiday' && run[end]!.value !== first.value)) {
    whole ||= run[end]!.text !== '节';
    end++;
  }
  const own = dayInside(run, end, first, year);
  if (own !== undefined) return own ?? undefined;
  const word = run[end]?.kind;
  // 国庆来临前 is 国庆前, 国庆来临之际 no time.
  if (word === 'begun' && run[end + 1]?.kind !== 'before' && run[end]!.value !== 1) return undefined;
  const ended = word === 'ended';
  const said: DaySaid = {
    sort: 'break',
    year: year.year,
    years: year.years,
    name: BREAKS[first.value]!,
    wholeBreak: whole || ended,
    ended,
  };
  return day(said, ended || (word === 'begun' && run[end + 1]?.kind === 'before') ? end + 1 : end);
}
