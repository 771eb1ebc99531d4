import type { DaySaid, Way } from '../said.ts';
import { kindAt, type Run } from '../token.ts';
import { day } from './helpers.ts';

/** 十五日一查, 一日三班; 一日三点 is an hour of a day. */
function isRate(run: Run, at: number): boolean {
  const number = run[at];
  if (number?.kind !== 'number') return false;
  const once = run[at - 2]?.text === '一' && /^[两三四五六]$/.test(number.text) && kindAt(run, at + 1) !== 'hour';
  return number.text === '一' || once;
}

/** 15日, 十五号, 下月10日, 本月15号, 3至5日. Not 3日内, which counts days, and not 3日后. */
export const dayOfMonth: Way<DaySaid> = (run, at) => {
  const first = run[at]!;
  const months = first.kind === 'monthRef' ? first.value : undefined;
  const start = months === undefined ? at : kindAt(run, at + 1) === 'of' ? at + 2 : at + 1;
  const number = run[start];
  if (number?.kind !== 'number' || number.text.length > 3) return undefined;
  const suffix = kindAt(run, start + 1);
  if (suffix === 'day') {
    const after = kindAt(run, start + 2);
    if (months === undefined && (after === 'within' || after === 'after' || isRate(run, start + 2))) return undefined;
    // 118号, 90日: a number in a street, a length.
    if (number.value > 31 && after !== 'before') return undefined;
    return day({ sort: 'day-of-month', months, day: number.value }, start + 2);
  }
  // 本月28前; at the end of a run what follows has to show that no 28家 was meant.
  if (months !== undefined && number.value <= 31 && (suffix === 'before' || suffix === 'none'))
    return day({ sort: 'day-of-month', months, day: number.value }, start + 1);
  const joins = suffix === 'to' || suffix === 'dash' || (suffix === 'list' && months !== undefined);
  if (!joins || kindAt(run, start + 2) !== 'number' || kindAt(run, start + 3) !== 'day') return undefined;
  const ends = kindAt(run, start + 4);
  return ends === 'within' || ends === 'after'
    ? undefined
    : day({ sort: 'day-of-month', months, day: number.value }, start + 1);
};
