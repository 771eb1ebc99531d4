import { describe, expect, test } from '@jest/globals';
import { dayIn, dayProposed } from '../../../domain/meetings/held-day.ts';
import { calendar } from '../../support/builders.ts';

const TODAY = '2026-01-19';

describe('the day a meeting was held', () => {
  test.each([
    ['1月16日', '2026-01-16'],
    ['2025年12月30日', '2025-12-30'],
    ['12月30日', '2025-12-30'],
    ['2月3日', '2026-02-03'],
    ['二〇二六年一月十六日', '2026-01-16'],
    ['二○二六年十二月二十一日', '2026-12-21'],
    ['一月二十号', '2026-01-20'],
    ['２０２６年１月１６日', '2026-01-16'],
  ])('%s', (words, day) => {
    expect(dayIn(words, TODAY, calendar)).toBe(day);
  });

  test.each(['2月30日', '上次', '2026年13月1日'])('%s is none', (words) => {
    expect(dayIn(words, TODAY, calendar)).toBeUndefined();
  });

  test('at the turn of the year a date without a year is the last one that has come', () => {
    expect(dayIn('12月31日', '2026-01-01', calendar)).toBe('2025-12-31');
    expect(dayIn('1月4日', '2025-12-31', calendar)).toBe('2026-01-04');
  });

  test.each([
    ['在会上的讲话\n（2026年1月16日）\n同志们：', '2026-01-16'],
    ['本报讯 1月16日上午，全区安全生产会议召开，区长出席并讲话。', '2026-01-16'],
    ['同志们：\n今天开会。\n各单位要抓好落实。\n安宁区安委办\n2026年1月17日', '2026-01-17'],
  ])('is proposed from %j', (text, day) => {
    expect(dayProposed(text, TODAY, calendar)).toBe(day);
  });

  test.each([
    '同志们：\n去年7月12日，某地发生一起较大事故，造成人员伤亡，教训十分深刻，大家务必引以为戒、举一反三、落实责任。',
    '各乡镇要在2月10日前完成排查，2月20日前完成整改，3月底前组织一次回头看，确保问题全部见底清零。',
    '',
  ])('is not taken from what is said in passing: %j', (text) => {
    expect(dayProposed(text, TODAY, calendar)).toBeUndefined();
  });
});
