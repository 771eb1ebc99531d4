import { describe, expect, test } from '@jest/globals';
import { festivalIn, rotationWords } from '../../../../bot/commands/duty/rotation-words.ts';
import { calendar } from '../../../support/builders.ts';

const KNOWN = ['陈立', '吕刚', '何勇', '郑伟', '高翔', '黄志明'];
const read = (text: string) => rotationWords(text, (word) => KNOWN.includes(word));

describe('who is to serve, as it is said', () => {
  test.each([
    ['排2月的班，值班员陈立、吕刚、何勇，带班郑伟、高翔', ['郑伟', '高翔'], ['陈立', '吕刚', '何勇']],
    ['排3月值班表', [], []],
    ['排3月值班表，带班：郑伟、黄志明；值班：陈立 吕刚', ['郑伟', '黄志明'], ['陈立', '吕刚']],
    ['排3月值班表，值班员陈立和吕刚轮流', [], ['陈立', '吕刚']],
    ['排3月值班表，值班员陈立、吕岗', [], ['陈立', '吕岗']],
    ['把3月的值班排一下，每人轮流，尽量公平', [], []],
    ['排值班室3月值班表，带班领导郑伟', ['郑伟'], []],
  ])('%s', (text, leader, officer) => {
    expect(read(text).named).toEqual({ leader, officer });
  });

  test.each([
    ['排3月值班表，不排吕刚', ['吕刚']],
    ['排3月值班表，除吕刚、何勇以外都排', ['吕刚', '何勇']],
    ['排3月值班表', []],
  ])('%s leaves out', (text, without) => {
    expect(read(text).without).toEqual(without);
  });

  test('重排 also what is published', () => {
    expect(read('重排3月值班表').anew).toBe(true);
    expect(read('重新排3月值班表').anew).toBe(true);
    expect(read('排3月值班表').anew).toBe(false);
  });
});

describe('a festival', () => {
  test.each([
    ['排春节值班表', '2026-01-28', '2026-02-15', '2026-02-23'],
    ['排春节值班表', '2026-02-18', '2026-02-18', '2026-02-23'],
    ['五一值班排一下', '2026-02-18', '2026-05-01', '2026-05-05'],
    ['排国庆值班', '2026-02-18', '2026-10-01', '2026-10-07'],
  ])('%s on %s', (text, today, fromDay, toDay) => {
    expect(festivalIn(text, today, calendar)).toEqual({ fromDay, toDay });
  });

  test('none is named', () => {
    expect(festivalIn('排3月值班表', '2026-01-28', calendar)).toBeUndefined();
  });
});
