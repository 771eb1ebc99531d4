import type { Weekday } from '../../../../domain/calendar/calendar.ts';
import type { DaySaid, Way } from '../said.ts';
import { day } from './helpers.ts';

/** 周五, 下周三, 下下星期一, 本礼拜天. */
export const weekday: Way<DaySaid> = (run, at) => {
  const { shift, value } = run[at]!;
  return day({ sort: 'weekday', weeks: shift, weekday: value as Weekday }, at + 1);
};
