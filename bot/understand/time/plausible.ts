import type { PhraseSaid } from './said.ts';

/** 三点开会, 3点到我办公室; else 三点 is likelier a count. */
const CLOCK_COMPANY = /^\s?(?:开会|集合|准时|到|在|出发|召开|整|报|交|签到|点名|检查|参加|来|去|截止)/;

/** 下班把表发我; 上班第一天 and 下班路上 are no hours. */
const OFFICE_COMPANY = /^\s?(?:把|将|报|交|发)/;

/** Whether a phrase is a time at all: an hour without morning, minute, day or 前 needs a word beside it. */
export function isPlausible(said: PhraseSaid, words: string, after: string): boolean {
  if (said.day || said.every || said.now || said.until) return true;
  if (said.clock?.sort === 'clock' && said.clock.bare && said.clock.minute === 0 && !said.relation) {
    return CLOCK_COMPANY.test(after) && !/^[零一两二]?[一二]点/.test(words);
  }
  return said.clock?.sort !== 'office' || said.relation !== undefined || OFFICE_COMPANY.test(after);
}
