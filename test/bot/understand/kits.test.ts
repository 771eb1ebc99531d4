import { describe, expect, test } from '@jest/globals';
import { understand } from '../../../bot/understand/understand.ts';
import type { AnswerKind } from '../../../domain/decision.ts';
import { at, calendar } from '../../support/builders.ts';
import { sampleRoster } from '../../support/roster.ts';

const now = at('2026-01-30 10:12');

function read(text: string, waiting: readonly AnswerKind[] = ['kit', 'ack', 'report']) {
  return understand({ text, at: now, calendar, addressed: true, roster: sampleRoster(), waiting });
}

describe('answers to the drafts of a key period', () => {
  test.each([
    ['全部确认', [['confirm', 'all']]],
    ['确认全部', [['confirm', 'all']]],
    ['确认1、3', [['confirm', [1, 3]]]],
    ['确认1，3', [['confirm', [1, 3]]]],
    ['1,3确认', [['confirm', [1, 3]]]],
    ['确认第2条', [['confirm', [2]]]],
    ['确认 2-4', [['confirm', [2, 3, 4]]]],
    ['确认①③', [['confirm', [1, 3]]]],
    ['2不要', [['decline', [2]]]],
    ['2、5不要了', [['decline', [2, 5]]]],
    ['全部不要', [['decline', 'all']]],
    [
      '确认1、3，2不要',
      [
        ['confirm', [1, 3]],
        ['decline', [2]],
      ],
    ],
    [
      '确认8，其余不要',
      [
        ['confirm', [8]],
        ['decline', 'rest'],
      ],
    ],
    ['预览', [['show', 'all']]],
    ['预览2', [['show', [2]]]],
  ])('“%s”', (text, expected) => {
    const { intent, kit } = read(text);
    expect([intent, kit?.map((reply) => [reply.does, reply.does === 'amend' ? reply.item : reply.items])]).toEqual([
      'kit',
      expected,
    ]);
  });

  test.each([
    ['3改为 青山镇、南街镇', { item: 3, names: ['青山镇', '南街镇'] }],
    ['3改为2月5日前', { item: 3, names: [], dueAt: at('2026-02-05 17:30') }],
    ['第3条改成 各乡镇，2月5日前', { item: 3, names: ['各乡镇'], dueAt: at('2026-02-05 17:30') }],
    ['3改为 烟花爆竹批发点检查，附照片', { item: 3, names: [], text: '烟花爆竹批发点检查，附照片' }],
  ])('“%s”', (text, expected) => {
    expect(read(text).kit).toEqual([{ does: 'amend', ...expected }]);
  });

  test.each([
    '1、3',
    '要不要确认',
    '确认一下青山镇的情况',
    '确认1和另外几条',
    'T0612 青山镇已完成',
    '收到',
    '3月5日',
    '不要',
  ])('not “%s”', (text) => expect(read(text).intent).not.toBe('kit'));

  test('a bare 确认 is for a draft of a task if one waits, and is asked about otherwise', () => {
    expect(read('确认')).toMatchObject({ intent: 'kit', kit: [] });
    expect(read('确认', ['kit', 'confirm']).intent).toBe('confirm');
  });

  test('a bare 确认 that quotes something else is for that', () => {
    const quoted = (text: string) =>
      understand({
        ...{ text: '确认', at: now, calendar, addressed: true, roster: sampleRoster() },
        waiting: ['kit'],
        quote: { from: '值守', text, mine: true },
      });
    expect(quoted('已记为任务草稿，【T0612】烟花爆竹零售点排查').intent).toBe('confirm');
    expect(quoted('春节（2月15日—2月23日）准备事项5条，草稿未下达').intent).toBe('kit');
  });

  test('nothing is read so where no drafts wait', () => {
    for (const text of ['全部确认', '确认1、3', '2不要', '预览', '3改为2月5日前'])
      expect(read(text, ['ack', 'report']).intent).not.toBe('kit');
  });

  test.each([
    ['春节准备事项', '春节'],
    ['春运的准备事项', '春运'],
    ['看看烟花爆竹旺季准备事项有哪些', '烟花爆竹旺季'],
    ['准备事项', undefined],
    ['近期准备事项有哪些', undefined],
  ])('“%s” looks a kit up', (text, name) => {
    expect(read(text, ['ack'])).toMatchObject({ intent: 'kits', ...(name && { name }) });
  });

  test.each(['请各乡镇2月5日前报春节准备事项', '春节准备事项已经报了'])('not “%s”', (text) => {
    expect(read(text, ['ack']).intent).not.toBe('kits');
  });
});
