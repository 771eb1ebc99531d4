import type { DaySaid, Way } from '../said.ts';
import { kindAt } from '../token.ts';
import { day } from './helpers.ts';

/** 今天, 明天, 大后天, 昨天, 当天, 次日; the part of the day in 今晚 and 明早 is read as the clock. */
export const namedDay: Way<DaySaid> = (run, at) => {
  const token = run[at]!;
  if (Number.isNaN(token.value)) return undefined;
  const next = token.value === 1 && token.text[0] !== '明';
  return day({ sort: 'shifted', days: token.value, next }, at + 1);
};

const SPELLS = [[], [0, 1], [0, 2], [1, 2]] as const;

/** 今明两天, 明后天. */
export const spell: Way<DaySaid> = (run, at) => {
  const [from, to] = SPELLS[run[at]!.value] ?? [];
  return from === undefined || to === undefined ? undefined : day({ sort: 'spell', from, to }, at + 1);
};

/** 下个工作日, 第三个工作日; 工作日 alone is no day. */
export const namedWorkday: Way<DaySaid> = (run, at) => {
  const first = run[at]!;
  if (first.kind === 'workday') {
    return Number.isNaN(first.value) ? undefined : day({ sort: 'workday', workdays: first.value }, at + 1);
  }
  const unit = kindAt(run, at + 1) === 'ge' ? at + 2 : at + 1;
  return kindAt(run, unit) === 'workday' && Number.isNaN(run[unit]!.value) && first.value > 0
    ? day({ sort: 'workday', workdays: first.value }, unit + 1)
    : undefined;
};
