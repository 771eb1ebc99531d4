import { expect, test } from '@jest/globals';
import { normalise } from '../../../bot/understand/normalise.ts';
import { readTimes } from '../../../bot/understand/time/read-times.ts';
import { calendar, shanghai, WEDNESDAY } from './reading.ts';

const UNITS =
  '每 每月1、 每周一、 周一、二、 国庆 节前 春节前3天 正月十五 初 汛 入汛前 3月 3月1日， 12.1- 1- 1: 1. 1/ 1小时 一 三五 第 第一 倒数第 最迟 时限 内 几天内 前 之前 （ ） 和 的 a1 http:// A-1. 推迟一周 改到 明天，9点 明天9点， 下周一、 每天，9点， 未来3天内 差一刻 早8晚6 〔2026〕 至9月 不含 2026年 农历 闰六月 含'.split(
    ' ',
  );

test.each(UNITS)('a text of 100,000 characters made of %j is read in linear time', (unit) => {
  const cpuMs = (length: number) => {
    const normal = normalise(unit.repeat(Math.ceil(length / unit.length)));
    const before = process.cpuUsage();
    readTimes({ normal, at: shanghai(WEDNESDAY), calendar, names: [], soon: { soonWorkdays: 3, swiftWorkdays: 1 } });
    const { user } = process.cpuUsage(before);
    return user / 1000;
  };
  cpuMs(10_000);

  expect(cpuMs(100_000)).toBeLessThan(3000);
});
