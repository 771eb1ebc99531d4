import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addToEntry,
  correctEntry,
  missingIn,
  newEntry,
  noteHandling,
} from '../../../../domain/duty/log/change-entry.ts';
import { isOpenEntry, type LogKind, logEntryKind } from '../../../../domain/duty/log/log-entry.ts';
import { readEntry } from '../../../../domain/duty/log/read-entry.ts';
import { at } from '../../../support/builders.ts';

function entry(kind: LogKind, words: string, cameAt = '2026-01-31 23:50') {
  const recording = { no: 'J001', unit: 'unit.qingshan', shift: 'shift.qingshan.officer.20260131', kind };
  const by = { by: 'person.chenli', at: at('2026-02-01 00:05') };
  return newEntry({ ...recording, ...by, cameAt: at(cameAt) }, readEntry(kind, words));
}

const remark = (words: string) => ({ by: 'person.chenli', at: at('2026-02-01 01:00'), words });

describe('who called and what it was about, as people write it', () => {
  const full = { unit: '县应急局', name: '李明', phone: '0000-8812345' };
  test.each([
    ['县应急局 李明 0000-8812345：通知明天降温，做好防冻', full, '通知明天降温，做好防冻'],
    ['县应急局李明，0000-8812345：通知明天降温', full, '通知明天降温'],
    ['县应急局（李明，电话0000-8812345）:通知明天降温', full, '通知明天降温'],
    ['县应急局 李明 0000-8812345 通知明天降温', full, '通知明天降温'],
    ['县应急局 李明 0000-8812345', full, ''],
    ['县应急局 李明主任：通知明天降温', { unit: '县应急局', name: '李明主任' }, '通知明天降温'],
    ['县应急局 通知明天降温', { unit: '县应急局' }, '通知明天降温'],
    ['群众 13812345678：路灯不亮', { name: '群众', phone: '13812345678' }, '路灯不亮'],
    ['李明：通知明天降温', { name: '李明' }, '通知明天降温'],
    ['119：南街一处冒烟，已派车', {}, '119：南街一处冒烟'],
    ['反映问题：南街路灯不亮', {}, '反映问题：南街路灯不亮'],
    ['通知明天14:00前报防冻情况', {}, '通知明天14:00前报防冻情况'],
    ['南街路灯不亮', {}, '南街路灯不亮'],
  ])('来电 %s', (words, caller, content) => {
    expect(readEntry('call', words)).toMatchObject({ caller, content });
    expect(readEntry('call', words).caller).toEqual(caller);
  });

  test('what was done and what a leader wants are told apart where they are said', () => {
    expect(readEntry('note', '群众反映南街路灯不亮，已转城管')).toEqual({
      ...{ caller: {}, content: '群众反映南街路灯不亮', handling: '已转城管' },
    });
    expect(readEntry('call', '县应急局：明天降温。批示：通知各村。处理情况：已通知12个村')).toEqual({
      caller: { unit: '县应急局' },
      ...{ content: '明天降温', instruction: '通知各村', handling: '已通知12个村' },
    });
    expect(readEntry('note', '群众说已经三天没水').handling).toBeUndefined();
  });

  test('never makes up a caller, and loses nothing of what is said', () => {
    const piece = fc.constantFrom(
      '县应急局',
      '李明',
      '群众',
      '0000-8812345',
      '通知',
      '降温',
      '已转',
      '：',
      '，',
      ' ',
      '。',
      '14:20',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.constantFrom<LogKind>('call', 'letter', 'note'),
        (pieces, kind) => {
          const words = pieces.join('');
          const { caller, content, handling = '', instruction = '' } = readEntry(kind, words);
          for (const said of Object.values(caller)) expect(words).toContain(said);
          const kept = `${Object.values(caller).join('')}${content}${handling}${instruction}`;
          const bare = (text: string) => [...text.replace(/[\s，。：:；、-]/g, '')].sort().join('');
          expect(bare(kept)).toBe(bare(words));
        },
      ),
    );
  });
});

describe('an entry', () => {
  test('is open until something was done about it; what is only noted never was', () => {
    const call = entry('call', '县应急局：明天降温');
    expect(isOpenEntry(call)).toBe(true);
    expect(isOpenEntry(noteHandling(call, remark('正在联系')))).toBe(true);
    expect(isOpenEntry(noteHandling(noteHandling(call, remark('正在联系')), remark('已通知')))).toBe(false);
    expect(isOpenEntry(entry('note', '20:00巡查一遍，正常'))).toBe(false);
    expect(isOpenEntry(entry('note', '群众反映路灯不亮'))).toBe(true);
  });

  test('is found by the month it came in, whenever it was written down', () => {
    expect(logEntryKind.collections(entry('note', '巡查'))).toEqual([
      'duty-log.unit.qingshan.2026-01',
      'duty-log.shift.qingshan.officer.20260131',
    ]);
    expect(logEntryKind.collections(entry('call', '县应急局：降温', '2026-02-01 00:00'))).toContain(
      'duty-log.open.unit.qingshan',
    );
  });

  test.each([
    ['call', '县应急局：降温', ['name', 'phone']],
    ['call', '群众 13812345678：占道', []],
    ['call', '匿名群众：占道', []],
    ['call', '降温', ['unit', 'name', 'phone']],
    ['letter', '关于防冻的通知', ['unit']],
    ['letter', '县应急局：关于防冻的通知', []],
    ['note', '巡查一遍', []],
  ] as const)('of %s “%s” lacks %j', (kind, words, missing) => {
    expect(missingIn(entry(kind, words))).toEqual(missing);
  });

  test('what is added fills in what is missing and never replaces what is known', () => {
    const call = entry('call', '县应急局：降温');
    expect(addToEntry(call, '李明 0000-8812345').caller).toEqual({
      unit: '县应急局',
      name: '李明',
      phone: '0000-8812345',
    });
    const full = addToEntry(call, '李明 0000-8812345');
    expect(addToEntry(full, '王强')).toMatchObject({ caller: full.caller, content: '降温（补充：王强）' });
    const corrected = correctEntry(full, remark('升温'));
    expect(corrected).toMatchObject({ content: '升温', corrections: [{ words: '降温' }] });
  });
});
