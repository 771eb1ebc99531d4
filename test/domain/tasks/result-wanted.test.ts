import { describe, expect, test } from '@jest/globals';
import type { StoredFile } from '../../../domain/message.ts';
import { resultsMissing, resultsWanted } from '../../../domain/tasks/result-wanted.ts';

describe('what an order wants to be handed in', () => {
  test.each([
    ['请各乡镇下周三下班前把排查台账报安委办', ['document']],
    ['1月21日前报送消防检查台账，附现场照片', ['photo', 'document']],
    ['整改完拍照发群里', ['photo']],
    ['请各单位周五前提交工作总结', ['document']],
    ['请各乡镇开展一次排查，建立台账', []],
    ['周五前完成排查，不用报台账', []],
    ['明天17:00前报在岗人数，不要拍照', []],
    ['请青山镇派人到现场', []],
  ] as const)('%s', (order, wanted) => expect(resultsWanted(order)).toEqual(wanted));
});

test('a picture of the table is a table; a table is no photograph', () => {
  const file = (kind: StoredFile['kind']): StoredFile => ({ sha256: 'a', name: 'a', size: 1, kind });
  expect(resultsMissing(['photo', 'document'], [])).toEqual(['photo', 'document']);
  expect(resultsMissing(['photo', 'document'], [file('image')])).toEqual([]);
  expect(resultsMissing(['photo', 'document'], [file('file')])).toEqual(['photo']);
});
