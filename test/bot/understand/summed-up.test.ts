import { expect, test } from '@jest/globals';
import { understand } from '../../../bot/understand/understand.ts';
import { calendar } from '../../support/builders.ts';
import { sampleRoster } from '../../support/roster.ts';

const read = (text: string) =>
  understand({
    ...{ text, calendar, addressed: true, roster: sampleRoster(), waiting: ['report'] },
    at: new Date('2026-01-15T10:12:00+08:00'),
  });

test.each([
  'T0001 应急局汇总全区56家',
  'T0001应急局汇总：全区56家，发现问题12处',
  'T0001 应急局汇总各乡镇56家情况如下',
  '应急局 T0001 汇总56家，发现问题3处，已整改3处',
  'T0001 应急局已汇总全区56家',
])('%s is the report of whoever leads', (text) => {
  expect(read(text)).toMatchObject({ intent: 'complete', task: 'T0001', unit: '应急局' });
});

test.each([
  ['T0001应急局已汇总38家，还差18家', 'progress'],
  ['T0001 应急局正在汇总，已收38家', 'progress'],
  ['T0001应急局汇总全区56家情况报我', 'unknown'],
  ['T0001应急局汇总全区56家后报区委办', 'unknown'],
  ['T0001应急局周五前汇总56家', 'unknown'],
  ['T0001 应急局汇总全区56家，下周三前报', 'unknown'],
  ['T0001应急局汇总了全区56家吗', 'unknown'],
])('%s is not: %s', (text, intent) => {
  expect(read(text).intent).toBe(intent);
});

test.each(['T0001 请应急局汇总全区56家', 'T0001 应急局要汇总全区56家', 'T0001 应急局还没汇总全区56家'])(
  '%s reports nothing',
  (text) => {
    expect(read(text).intent).not.toBe('complete');
  },
);
