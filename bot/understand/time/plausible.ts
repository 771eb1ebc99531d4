import type { PhraseSaid } from './said.ts';

/** 三点开会, 3点到我办公室; else 三点 is likelier a count. */
const CLOCK_COMPANY =
  /^\s?(?:的|开会|开始|集合|准时|到|在|出发|召开|整|报|交|签到|点名|检查|参加|来|去|截止|上班|下班|开|出|进|集中|碰|会商|见|结束|启动|值班|巡查|准点|还|必须|务必|要|前后|左右|,|。|$)/;

/** 早上好. */
const GREETING = /^[好安]/;
/** 于3点, or nothing before in the clause: then an hour opens it. */
const OPENS = /(?:^|[,。;!?\n(]|于|在|定|是|为|约)\s?$/;
/** 三点：一是…; a list of points. */
const LISTS = /^\s?(?:[:,。;、!?]|[是式线水论一以能做档]|$)/;

/** 下班把表发我; 上班第一天 and 下班路上 are no hours. */
const OFFICE_COMPANY = /^\s?(?:把|将|报|交|发|时(?!间))/;

/** Whether a phrase is a time at all: an hour without morning, minute, day or 前 needs a word beside it. */
export function isPlausible(said: PhraseSaid, words: string, before: string, after: string): boolean {
  const { clock } = said;
  if (clock?.sort === 'part' && !said.relation && GREETING.test(after)) return false;
  if (said.day || said.every || said.now || said.until || said.beyond) return true;
  if (clock?.sort === 'clock' && clock.bare && clock.minute === 0 && !said.relation && !words.includes(':')) {
    if (/^[零一两二]?[一二]点/.test(words)) return false;
    return words.endsWith('整') || CLOCK_COMPANY.test(after) || (OPENS.test(before) && !LISTS.test(after));
  }
  return clock?.sort !== 'office' || said.relation !== undefined || OFFICE_COMPANY.test(after);
}
