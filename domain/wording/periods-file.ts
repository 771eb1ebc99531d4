import type { OwnPeriod } from '../periods/own-period.ts';
import type { DaySpan } from '../periods/window.ts';
import type { Complaint } from './office-file.ts';

/** What is wrong with a key period of the office file. */
export const PERIOD_FORM = {
  badSpan: (text: string): Complaint => ({
    what: `日期“${text}”不存在或不合格式`,
    remedy: '写成 2026-01-20..2026-01-25，只有一天的写 2026-01-20',
  }),
  badYearly: (text: string): Complaint => ({
    what: `每年的日期“${text}”不存在或不合格式`,
    remedy: '写成 07-15..07-17，农历写成 农历03-03..03-04',
  }),
  reversed: (text: string): Complaint => ({ what: `日期倒了：“${text}”`, remedy: '把前后两天对调或改正' }),
  badLevel: (text: string): Complaint => ({ what: `级别不能是“${text}”`, remedy: '只能是 A、B 或 C' }),
  nameOfCatalogue: (name: string): Complaint => ({
    what: `“${name}”是全国都有的时段，已内置`,
    remedy: '删去这一项；要改日期或级别请在设置里写 periods 或 keyPeriods.levels',
  }),
};

/** `2026-01-20至2026-01-25`. */
export function spanText({ fromDay, toDay }: DaySpan): string {
  return fromDay === toDay ? fromDay : `${fromDay}至${toDay}`;
}

/** `农历03-03至03-04`. */
export function yearlyText({ start, end, lunar }: NonNullable<OwnPeriod['yearly']>): string {
  return `${lunar ? '农历' : ''}${start === end ? start : `${start}至${end}`}`;
}
