import type { EverySaid, Read, Way } from '../../said.ts';
import { kindAt, type Run, type TokenKind } from '../../token.ts';
import { readClock } from '../clock.ts';
import { interval, otherEvery } from './interval.ts';
import { monthly } from './monthly.ts';
import { rule } from './rule.ts';
import { weekdays, weekly } from './weekly.ts';
import { quarterly, yearly } from './yearly.ts';

/** 每天, 每个工作日, 每周一、三、五, 每月5日, 每月底, 每季度末, 每年3月15日, 每小时, 隔天, 工作日每天, 周一至周五每天. */
export const every: Way<EverySaid> = (run, at) => {
  const first = run[at]!;
  if (first.kind === 'everyOther') return otherEvery(run, at);
  if (first.kind === 'workday' && Number.isNaN(first.value))
    return daily(run, at + 1, 'FREQ=DAILY', true) ?? anyWorkday(run, at);
  if (first.kind === 'weekday' && first.shift === undefined && run.length > at + 2) return daysDaily(run, at);
  if (first.kind !== 'every') return undefined;
  const next = at + 1;
  switch (kindAt(run, next)) {
    case 'weekend':
    case 'weekWord':
    case 'weekday':
      return weekly(run, next);
    case 'monthEnd':
    case 'month':
      return monthly(run, next);
    case 'quarterEnd':
    case 'quarterRef':
      return quarterly(run, next);
    case 'year':
    case 'yearEnd':
      return yearly(run, next);
    default:
      return interval(run, next);
  }
};

/** 工作日每天, 周一至周五每日: 每天 behind the days it is said of. */
function daily(run: Run, at: number, text: string, workdays: boolean): Read<EverySaid> | undefined {
  if (kindAt(run, at) !== 'every') return undefined;
  const unit = run[at + 1];
  if (unit?.kind === 'part') return rule(text, at + 2, { workdays, part: unit.part });
  return unit?.kind === 'dayCount' || unit?.text === '日' ? rule(text, at + 2, { workdays }) : undefined;
}

/** 工作日17:30前 is one of every working day; 最后一个工作日17:30前 is not. */
function anyWorkday(run: Run, at: number): Read<EverySaid> | undefined {
  if (at > 0 && COUNTS.has(run[at - 1]!.kind)) return undefined;
  const clock = readClock(run, at + 1);
  return clock && clock.said.sort !== 'part' ? rule('FREQ=DAILY', at + 1, { workdays: true }) : undefined;
}

const COUNTS: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'number',
  'few',
  'half',
  'ge',
  'nth',
  'of',
  'before',
  'after',
  'week',
  'monthRef',
  'month',
]);

function daysDaily(run: Run, at: number): Read<EverySaid> | undefined {
  const days = weekdays(run, at);
  if (kindAt(run, days.next) !== 'every' || days.values.length < 2) return undefined;
  const whole = weekly(run, at);
  return whole && daily(run, whole.next, whole.said.rule, false);
}
