import type { DaySaid, QuarterMonthSaid, Read, Way } from '../said.ts';
import { kindAt, type Run } from '../token.ts';
import { day, isEnd, yearAt } from './helpers.ts';

/** 季度末, 本季度末, 四季度内, 第四季度末, 明年一季度. */
export const quarter: Way<DaySaid> = (run, at) => {
  const { year, next } = yearAt(run, at);
  const first = run[next];
  if (first?.kind === 'quarterEnd')
    return day({ sort: 'quarter', year: year.year, years: year.years, quarters: 0, end: true }, next + 1);

  const counted = first?.kind === 'number' && first.value >= 1 && first.value <= 4 ? first.value : undefined;
  const at2 = counted === undefined ? next : kindAt(run, next + 1) === 'ge' ? next + 2 : next + 1;
  const word = run[at2];
  if (counted !== undefined && word?.kind === 'quarterEnd') {
    return day({ sort: 'quarter', year: year.year, years: year.years, quarter: counted, end: true }, at2 + 1);
  }
  if (word?.kind !== 'quarterRef') return undefined;

  const open = Number.isNaN(word.value);
  const of = open && counted === undefined ? undefined : monthInQuarter(run, at2 + 1);
  if (of) {
    const quarterSaid = counted === undefined ? { quarters: word.value } : { quarter: counted };
    return day({ sort: 'quarter-month', year: year.year, years: year.years, ...quarterSaid, ...of.said }, of.next);
  }
  const end = isEnd(run[at2 + 1]);
  if (counted === undefined && open && kindAt(run, at2 + 1) !== 'within') return undefined;
  const which = counted === undefined ? { quarters: open ? 0 : word.value } : { quarter: counted };
  return day({ sort: 'quarter', year: year.year, years: year.years, ...which, end }, end ? at2 + 2 : at2 + 1);
};

type InQuarter = Pick<QuarterMonthSaid, 'place' | 'day' | 'third' | 'end'>;

/** 首月, 第一个月10日, 最后一个月底, 第二个月中旬 behind a quarter. */
function monthInQuarter(run: Run, at: number): Read<InQuarter> | undefined {
  const start = kindAt(run, at) === 'of' ? at + 1 : at;
  const place = monthPlace(run, start);
  if (!place) return undefined;
  const next = kindAt(run, place.next) === 'of' ? place.next + 1 : place.next;
  const word = run[next];
  const whole = { place: place.said, day: undefined, third: undefined, end: false };
  // 第二个月底 ends in one word.
  if (run[place.next - 1]!.kind === 'monthEnd') return { said: { ...whole, end: true }, next: place.next };
  if (isEnd(word) || (word?.kind === 'monthEnd' && word.text.length === 2))
    return { said: { ...whole, end: true }, next: next + 1 };
  if (word?.kind === 'third') return { said: { ...whole, third: word.value }, next: next + 1 };
  const dated = word?.kind === 'number' && word.value <= 31 && kindAt(run, next + 1) === 'day';
  return dated ? { said: { ...whole, day: word.value }, next: next + 2 } : { said: whole, next: place.next };
}

function monthPlace(run: Run, at: number): Read<1 | 2 | 3> | undefined {
  const word = run[at];
  if (word?.kind === 'quarterMonth') return { said: word.value === 1 ? 1 : 3, next: at + 1 };
  if (word?.kind !== 'nth') return undefined;
  const counted = kindAt(run, at + 1) === 'number' && run[at + 1]!.value === 1 ? at + 2 : at + 1;
  const unit = kindAt(run, counted) === 'ge' ? counted + 1 : counted;
  const place = word.value < 0 ? 4 + word.value : word.value;
  const fits =
    (run[unit]?.kind === 'month' || run[unit]?.text[0] === '月') && (place === 1 || place === 2 || place === 3);
  return fits ? { said: place, next: unit + 1 } : undefined;
}
