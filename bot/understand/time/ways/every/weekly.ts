import type { EverySaid, Read } from '../../said.ts';
import { kindAt, type Run, type Token } from '../../token.ts';
import { rankedAt } from '../nth.ts';
import { DAYS, rule } from './rule.ts';

/** 每周五, 每周一至周五, 每周一、周三, 每周一三五, 每周末, 每周第一个工作日; a week without a day has no next moment. */
export function weekly(run: Run, at: number): Read<EverySaid> | undefined {
  const first = run[at];
  if (first?.kind === 'weekend') return rule('FREQ=WEEKLY;BYDAY=SA,SU', at + 1);
  if (first?.kind === 'weekWord') return ofWeek(run, at + 1);
  if (first?.kind !== 'weekday' || first.shift !== undefined) return undefined;
  const days = weekdays(run, at);
  return rule(`FREQ=WEEKLY;BYDAY=${written(days.values)}`, days.next);
}

/** The weekdays of 周一至周五, 周一、三、五, 周一三五. */
export function weekdays(run: Run, at: number): { readonly values: readonly number[]; readonly next: number } {
  const first = run[at]!.value;
  const joined = kindAt(run, at + 1);
  if (joined === 'to' || joined === 'dash') {
    const until = oneDay(run, at + 2);
    if (until && until.value > first) {
      return { values: Array.from({ length: until.value - first + 1 }, (_, index) => first + index), next: until.next };
    }
  }
  if (joined === 'few' || (joined === 'number' && isDay(run[at + 1], run[at + 2]))) {
    const more = [...run[at + 1]!.text].map((char) => '一二三四五六'.indexOf(char) + 1);
    if (more.every((day) => day > 0)) return { values: [first, ...more], next: at + 2 };
  }
  if (first === 6 && joined === 'day' && run[at + 1]!.text === '日') return { values: [6, 7], next: at + 2 };
  const values = [first];
  let next = at + 1;
  while (kindAt(run, next) === 'list') {
    const more = oneDay(run, next + 1);
    // A day that comes again begins another list.
    if (!more || values.includes(more.value)) break;
    values.push(more.value);
    next = more.next;
  }
  return { values, next };
}

/** 周三, or 三 and 日 alone behind another weekday. */
function oneDay(run: Run, at: number): { readonly value: number; readonly next: number } | undefined {
  const token = run[at];
  if (token?.kind === 'weekday' && token.shift === undefined) return { value: token.value, next: at + 1 };
  if (token?.kind === 'day' && token.text === '日') return { value: 7, next: at + 1 };
  return isDay(token, run[at + 1]) ? { value: token!.value, next: at + 1 } : undefined;
}

/** One Chinese numeral up to six that does not begin an hour or a date. */
function isDay(token: Token | undefined, behind: Token | undefined): boolean {
  if (token?.kind !== 'number' || !/^[一二三四五六]$/.test(token.text)) return false;
  return !['hour', 'colon', 'ge', 'day', 'month', 'dot'].includes(behind?.kind ?? '');
}

function ofWeek(run: Run, start: number): Read<EverySaid> {
  const at = kindAt(run, start) === 'of' ? start + 1 : start;
  if (kindAt(run, at) === 'weekday') {
    const days = weekdays(run, at);
    return rule(`FREQ=WEEKLY;BYDAY=${written(days.values)}`, days.next);
  }
  const ranked = rankedAt(run, at);
  if (ranked?.said.each === 'workday') {
    return rule(`FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=${ranked.said.nth}`, ranked.next, { workdays: true });
  }
  return rule('FREQ=WEEKLY', start, { anchored: false });
}

function written(values: readonly number[]): string {
  return [...values]
    .sort((a, b) => a - b)
    .map((day) => DAYS[day - 1])
    .join(',');
}
