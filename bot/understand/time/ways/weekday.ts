import type { Weekday } from '../../../../domain/calendar/calendar.ts';
import type { DaySaid, Way } from '../said.ts';

/** 周五, 下周三, 下下星期一, 本礼拜天. */
export const weekday: Way<DaySaid> = (run, at) => {
  const token = run[at];
  if (token?.kind !== 'weekday') return undefined;
  const weeks = token.shift === undefined ? {} : { weeks: token.shift };
  return { said: { sort: 'weekday', ...weeks, weekday: token.value as Weekday }, next: at + 1 };
};
