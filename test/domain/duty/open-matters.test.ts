import { expect, test } from '@jest/globals';
import { openMattersIn } from '../../../domain/duty/open-matters.ts';

test.each([
  ['①群众举报待回访 ②材料12:00前报区里', ['群众举报待回访', '材料12:00前报区里']],
  ['1.山塘水位待复核；2.对讲机一台没电', ['山塘水位待复核', '对讲机一台没电']],
  ['两件事：1、水位1.5米待复核 2、车没油', ['水位1.5米待复核', '车没油']],
  ['（1）钥匙在抽屉（2）水泵在修', ['钥匙在抽屉', '水泵在修']],
  ['水泵没修好，下午师傅来', ['水泵没修好，下午师傅来']],
  ['水泵没修好\n钥匙在抽屉；', ['水泵没修好', '钥匙在抽屉']],
  ['超市已回访；其他无', ['超市已回访']],
  ['没有车了，要用车找办公室', ['没有车了，要用车找办公室']],
])('“%s” leaves what it names', (notes, matters) => {
  expect(openMattersIn(notes)).toEqual(matters);
});

test.each(['无', '没有', '无。', '一切正常', '没有要交代的事', '没有遗留', '正常，无其他事项', '其他无'])(
  '“%s” leaves nothing',
  (notes) => {
    expect(openMattersIn(notes)).toEqual([]);
  },
);

test('is linear in the length of the notes', () => {
  const startedMs = performance.now();
  openMattersIn('无其他'.repeat(20_000));
  openMattersIn(`${'1. '.repeat(20_000)}`);
  expect(performance.now() - startedMs).toBeLessThan(500);
});
