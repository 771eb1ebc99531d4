import { describe, expect, test } from '@jest/globals';
import { meaningOf } from './reading.ts';

/** Said on 2026-03-11. */
const POSTERS: readonly (readonly [text: string, year: number | undefined])[] = [
  ['2027年重点时段图', 2027],
  ['全年日历图', undefined],
  ['重点时段海报', undefined],
  ['重点时段图', undefined],
  ['今年的重点时段图', 2026],
  ['明年重点时段海报', 2027],
  ['请出一张2027年重点时段图发给我', 2027],
  ['2026年年历', 2026],
  ['帮我做一张明年的全年日历图', 2027],
  ['年度时段图', undefined],
];

describe('the poster of a year is asked for', () => {
  test.each(POSTERS)('%s', (text, year) => {
    const { intent, paper, year: read, ask } = meaningOf(text);
    expect({ intent, paper, year: read, ask }).toEqual({ intent: 'paper', paper: 'year-poster', year, ask: undefined });
  });

  test.each([
    '重点时段',
    '现在是什么时段',
    '明天起有哪些时段',
    '日历',
    '重点时段 采茶节 4月1日到4月5日 B级',
    '请青山镇3月15日前报送全年重点时段安排图',
    '报 T0612 全年台账图已上传',
    '值班表',
    '统计图发我',
    '年度总结的图片发群里了',
  ])('and not by “%s”', (text) => {
    expect(meaningOf(text).paper).not.toBe('year-poster');
  });

  test('not by somebody who talks to others in a room', () => {
    expect(meaningOf('2027年重点时段图', { addressed: false, inRoom: true }).intent).toBe('ignore');
  });
});
