import { describe, expect, test } from '@jest/globals';
import { normalise } from '../../../bot/understand/normalise.ts';
import { conventionText } from '../../../bot/understand/time/conventions.ts';
import { readTimes } from '../../../bot/understand/time/read-times.ts';
import { type KeyPeriod, keyPeriodsWith } from '../../../domain/calendar/key-periods.ts';
import { calendar, shanghai, WEDNESDAY } from './reading.ts';

function read(text: string, at = WEDNESDAY, periods?: readonly KeyPeriod[]) {
  const soon = { soonWorkdays: 3, swiftWorkdays: 1 };
  return readTimes({ normal: normalise(text), at: shanghai(at), calendar, names: [], soon, periods });
}

const conventionsOf = (text: string, at?: string) => read(text, at).times.at(-1)?.conventions;

describe('every time says by which convention it was read', () => {
  test.each([
    ['20日前报', ['next-date', 'inclusive', 'closing']],
    ['20日（不含当日）前报', ['next-date', 'exclusive', 'closing']],
    ['国庆节前报', ['break-before', 'closing']],
    ['节后上报', ['break-after']],
    ['立冬前', ['term', 'feast-before', 'closing']],
    ['入汛前', ['season-before', 'closing']],
    ['汛期期间', ['season-days']],
    ['5个工作日内', ['workdays']],
    ['三天内', ['days']],
    ['两个月内', ['months']],
    ['48小时内', ['exact']],
    ['下周五前', ['week', 'inclusive', 'closing']],
    ['周五前', ['weekday', 'inclusive', 'closing']],
    ['本周内', ['week-end-work', 'closing']],
    ['月底前', ['month-end', 'inclusive', 'closing']],
    ['明天下班前', ['office']],
    ['三点开会', ['afternoon']],
    ['24时前', ['midnight']],
    ['正月十五前', ['lunar', 'inclusive', 'closing']],
    ['每周五报', ['rule']],
    ['每个工作日报', ['rule', 'workdays']],
    ['立即排查', ['now']],
    ['时限3月15日改到3月20日', ['moved', 'next-date']],
    ['3月15日的检查推迟一周', ['shifted']],
    ['昨天下发的', []],
  ])('%s', (text, codes) => {
    expect(conventionsOf(text)).toEqual(codes);
  });

  test('and that the arrangement of its year is not announced', () => {
    expect(conventionsOf('春节前')).toEqual(['break-before', 'closing', 'provisional']);
  });

  test('in words that a person can read', () => {
    for (const code of conventionsOf('国庆节前')!) expect(conventionText(code)).toMatch(/^[^a-z]{6,40}$/);
  });
});

describe("an office's own key periods", () => {
  const own = keyPeriodsWith({
    汛期: { start: '04-01', end: '10-31' },
    森林防火期: { start: '12-01', end: '06-15' },
  });

  test('decide what 入汛 and 出汛 mean', () => {
    expect(read('入汛前报', WEDNESDAY, own).times[0]?.read.dueAt).toEqual(shanghai('2026-03-31T17:30'));
    expect(read('出汛前报', WEDNESDAY, own).times[0]?.read.dueAt).toEqual(shanghai('2026-10-31T17:30'));
  });

  test('may bring names that nobody else knows', () => {
    expect(read('森林防火期结束前报', WEDNESDAY, own).times[0]?.read.dueAt).toEqual(shanghai('2026-06-15T17:30'));
    expect(read('森林防火期结束前报').times).toEqual([]);
  });
});
