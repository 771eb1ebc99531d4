import { describe, expect, test } from '@jest/globals';
import { noteProgress } from '../../../domain/meetings/ledger.ts';
import type { Meeting } from '../../../domain/meetings/meeting.ts';
import { orderFrom } from '../../../domain/meetings/order.ts';
import { paragraphsOf } from '../../../domain/meetings/places.ts';
import { isPlan, readPlan } from '../../../domain/meetings/plan-table.ts';
import { buildOffice } from '../../../domain/people/build-office.ts';
import { numbersText } from '../../../domain/wording/meetings.ts';
import { seriesText } from '../../../domain/wording/meetings-changed.ts';
import { at } from '../../support/builders.ts';
import { sampleOffice } from '../../support/world.ts';

const office = buildOffice(sampleOffice());
const sheet = (rows: readonly (readonly string[])[]) => ({
  name: '1',
  rows: rows.map((row) => row.map((text) => ({ text }))),
});

test('numbers are said as people say them', () => {
  expect(numbersText([9, 1, 4, 5, 6, 12, 13])).toBe('1、4—6、9、12、13');
  expect(numbersText([])).toBe('');
  expect(seriesText(['T0001', 'T0002', 'T0003'])).toBe('T0001—T0003');
  expect(seriesText(['T0001', 'T0003', 'T0004'])).toBe('T0001、T0003、T0004');
});

test('a place in a text is told by paragraphs, empty lines left out', () => {
  const place = paragraphsOf('甲\n\n  \n乙丙\n丁');
  expect([0, 7, 8, 10].map(place)).toEqual([1, 2, 2, 3]);
});

test('a task is called by what is to be done, and not by what it rests on', () => {
  const order = (action: string) => {
    const item = { no: 1, action, leads: ['应急局'], coops: [], quote: action, place: 1 };
    const meeting = { name: '防汛会', source: 'speech', decided: {}, items: [item] } as unknown as Meeting;
    return orderFrom(meeting, meeting.items[0]!, office);
  };
  expect(order('根据汛情变化，结合各自实际，修订转移预案，5月底前备案')).toMatchObject({
    title: '修订转移预案，5月底前备案',
    requirements: ['根据汛情变化，结合各自实际，'],
  });
  expect(order('按照职责，')).toMatchObject({
    title: '按照职责',
    requirements: [],
    source: { kind: 'meeting', reference: '防汛会' },
  });
});

describe('the rows of a plan', () => {
  const HEAD = ['序号', '工作任务', '责任单位', '完成时间'];

  test.each([
    ['应急局牵头，公安局、消防大队配合', ['应急局'], ['公安局', '消防大队']],
    ['牵头单位：应急局；配合单位：公安局', ['应急局'], ['公安局']],
    ['应急局\n公安局 供销社', ['应急局', '公安局', '供销社'], []],
    ['各乡镇（园区）、应急局等', ['各乡镇', '应急局'], []],
    ['应急局和公安局按职责分工负责', ['应急局', '公安局'], []],
  ])('%j', (cell, leads, coops) => {
    const [row] = readPlan([sheet([HEAD, ['1', '排查', cell, '']])], office)!;
    expect({ leads: row!.leads, coops: row!.coops, problems: row!.problems }).toEqual({ leads, coops, problems: [] });
  });

  test('an empty limit stays empty; notes below the table are no rows', () => {
    const rows = readPlan([sheet([HEAD, ['1', '排查', '应急局', ''], ['备注：请对照执行', '', '', '']])], office)!;
    expect(rows).toHaveLength(1);
    expect(rows[0]).not.toHaveProperty('deadline');
  });

  test('needs a task beside somebody to do it; a roster and a ledger of hazards are none', () => {
    expect(isPlan([sheet([HEAD])])).toBe(true);
    expect(isPlan([sheet([['日期', '带班领导', '值班员']])])).toBe(false);
    expect(isPlan([sheet([['问题描述及内容', '整改责任单位']])])).toBe(false);
    expect(readPlan([sheet([['甲', '乙']])], office)).toBeUndefined();
  });
});

test('a point that was done by mistake goes on again', () => {
  const items = [1, 2].map((no) => ({ no })) as unknown as Meeting['items'];
  const meeting = { items, decided: { 1: { course: 'ledger' }, 2: { course: 'task' } } } as unknown as Meeting;
  const done = noteProgress(meeting, [{ nos: [1, 2], done: true, words: '已完成' }], at('2026-02-02 09:00'));
  expect([done.done, done.unknown]).toEqual([[1], [2]]);
  const again = noteProgress(done.meeting, [{ nos: [1], done: false, words: '还在推进' }], at('2026-02-03 09:00'));
  expect(again.meeting.decided['1']).toEqual({
    course: 'ledger',
    progress: '还在推进',
    progressAt: at('2026-02-03 09:00'),
  });
});
