import type { Day } from '../thing.ts';
import { daysInMonth, dayText, monthStart, weekdayOf } from './civil-day.ts';
import { lunarDay } from './lunar.ts';
import { SOLAR_TERMS, solarTermDay } from './solar-terms.ts';

/** When a festival is: a civil date, a lunar date, the n-th weekday of a month, a solar term, or so many days from 正月初一. */
export type FestivalRule =
  | { readonly solar: readonly [month: number, day: number] }
  | { readonly lunar: readonly [month: number, day: number] }
  | { readonly nth: readonly [month: number, nth: number, weekday: number] }
  | { readonly term: (typeof SOLAR_TERMS)[number] }
  | { readonly fromSpringFestival: number };

export interface Festival {
  readonly name: string;
  /** Other names; 七一 and its like are names only in company, which the reader of texts decides. */
  readonly aliases: readonly string[];
  readonly rule: FestivalRule;
}

const solar = (name: string, month: number, day: number, ...aliases: string[]): Festival => ({
  name,
  aliases,
  rule: { solar: [month, day] },
});
const lunar = (name: string, month: number, day: number, ...aliases: string[]): Festival => ({
  name,
  aliases,
  rule: { lunar: [month, day] },
});

/** The festivals that the official calendar gives days off for, in the order of the year, each with its own day. */
export const OFFICIAL_FESTIVALS: readonly Festival[] = [
  solar('元旦', 1, 1),
  lunar('春节', 1, 1),
  { name: '清明', aliases: [], rule: { term: '清明' } },
  solar('劳动', 5, 1),
  lunar('端午', 5, 5),
  lunar('中秋', 8, 15),
  solar('国庆', 10, 1),
];

/** Festivals and days of remembrance without days off for everybody. */
export const FESTIVALS: readonly Festival[] = [
  lunar('元宵节', 1, 15, '元宵', '灯节', '上元节'),
  lunar('龙抬头', 2, 2),
  lunar('七夕', 7, 7, '七夕节'),
  lunar('中元节', 7, 15, '中元'),
  lunar('重阳节', 9, 9, '重阳', '老人节', '敬老节'),
  lunar('寒衣节', 10, 1),
  lunar('下元节', 10, 15),
  lunar('腊八节', 12, 8, '腊八'),
  lunar('小年', 12, 23, '小年夜', '北方小年'),
  lunar('南方小年', 12, 24),
  {
    name: '除夕',
    aliases: ['除夕夜', '大年三十', '年三十', '大年夜', '年三十晚'],
    rule: { fromSpringFestival: -1 },
  },
  { name: '大年初一', aliases: ['年初一', '新年初一'], rule: { fromSpringFestival: 0 } },
  { name: '破五', aliases: ['大年初五'], rule: { fromSpringFestival: 4 } },
  solar('情人节', 2, 14),
  solar('妇女节', 3, 8, '三八妇女节', '三八节', '国际妇女节', '三八国际妇女节', '女神节'),
  solar('植树节', 3, 12),
  solar('消费者权益日', 3, 15, '国际消费者权益日'),
  solar('世界水日', 3, 22),
  solar('全民国家安全教育日', 4, 15, '国家安全教育日', '国家安全日'),
  solar('世界地球日', 4, 22, '地球日'),
  solar('世界读书日', 4, 23, '读书日'),
  solar('青年节', 5, 4, '五四青年节', '五四'),
  solar('护士节', 5, 12, '国际护士节'),
  solar('防灾减灾日', 5, 12, '全国防灾减灾日'),
  { name: '母亲节', aliases: [], rule: { nth: [5, 2, 7] } },
  solar('儿童节', 6, 1, '六一', '六一儿童节', '六一节', '国际儿童节'),
  solar('环境日', 6, 5, '世界环境日', '六五环境日'),
  solar('安全宣传咨询日', 6, 16, '安全生产咨询日', '安全生产宣传咨询日', '安全咨询日'),
  { name: '父亲节', aliases: [], rule: { nth: [6, 3, 7] } },
  solar('禁毒日', 6, 26, '国际禁毒日'),
  solar('建党节', 7, 1, '七一', '七一建党节', '党的生日', '建党纪念日'),
  solar('建军节', 8, 1, '八一', '八一建军节'),
  solar('医师节', 8, 19, '中国医师节'),
  solar('教师节', 9, 10),
  { name: '国防教育日', aliases: ['全民国防教育日'], rule: { nth: [9, 3, 6] } },
  { name: '丰收节', aliases: ['农民丰收节', '中国农民丰收节'], rule: { term: '秋分' } },
  solar('烈士纪念日', 9, 30),
  solar('记者节', 11, 8),
  solar('消防日', 11, 9, '全国消防日', '消防宣传日', '全国消防宣传日'),
  solar('交通安全日', 12, 2, '全国交通安全日'),
  solar('宪法日', 12, 4, '国家宪法日'),
  solar('公祭日', 12, 13, '国家公祭日'),
  solar('平安夜', 12, 24),
  solar('圣诞节', 12, 25, '圣诞'),
];

const known = new Map<string, Day>();

/**
 * The day of a festival in a civil year: 除夕 of 2027 is 2027-02-05, although its lunar year began in 2026.
 * Undefined in a year that has none (腊八 now and then falls on both sides of a civil year).
 */
export function festivalDay({ name, rule }: Festival, year: number): Day | undefined {
  const key = `${year}${name}`;
  let day = known.get(key);
  if (day === undefined) {
    day = work(rule, year);
    if (day !== undefined) known.set(key, day);
  }
  return day;
}

function work(rule: FestivalRule, year: number): Day | undefined {
  if ('solar' in rule) return dayText(monthStart(year, rule.solar[0]) + rule.solar[1] - 1);
  if ('term' in rule) return solarTermDay(year, SOLAR_TERMS.indexOf(rule.term));
  if ('fromSpringFestival' in rule) return dayText(lunarDay(year, 1, 1) + rule.fromSpringFestival);
  if ('nth' in rule) return nthWeekday(year, ...rule.nth);

  const [month, day] = rule.lunar;
  return [year - 1, year]
    .map((lunarYear) => dayText(lunarDay(lunarYear, month, day)))
    .find((it) => it.startsWith(`${year}-`));
}

/** The n-th weekday of a month; undefined where the month has no such day. */
function nthWeekday(year: number, month: number, nth: number, weekday: number): Day | undefined {
  const first = monthStart(year, month);
  const offset = ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
  return offset < daysInMonth(year, month) ? dayText(first + offset) : undefined;
}
