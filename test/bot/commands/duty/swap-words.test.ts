import { describe, expect, test } from '@jest/globals';
import { rulingIn, swapWordsIn, takesBack } from '../../../../bot/commands/duty/swap-words.ts';

describe('the words of a swap', () => {
  test.each([
    ['换班 1月31日 和吕刚换2月2日', 'exchange', false, undefined],
    ['陈立1月31日的班和吕刚2月2日的班对调', 'exchange', false, undefined],
    ['下周四白班请许静代一下，孩子住院', 'give', true, '孩子住院'],
    ['把我31号的班换给吕刚', 'give', false, undefined],
    ['我现在去医院，吕刚替我', 'give', true, '去医院'],
    ['来不了了，请吕刚顶一下', 'give', true, '来不了了'],
    ['1月31日由吕刚代陈立，原因：外出培训', 'give', false, '外出培训'],
    ['请吕刚代班。我要出差', 'give', false, '出差'],
  ] as const)('%s', (text, kind, emergency, reason) => {
    expect(swapWordsIn(text)).toMatchObject({ kind, emergency, ...(reason && { reason }) });
    if (!reason) expect(swapWordsIn(text).reason).toBeUndefined();
  });

  test.each([
    ['吕刚明天的班我来替', true],
    ['我现在替他值班', true],
    ['吕刚替我', false],
    ['我去医院，吕刚替我', false],
  ])('who comes: %s', (text, offers) => {
    expect(swapWordsIn(text).offers).toBe(offers);
  });

  test.each(['取消换班', '撤回换班', '撤回我的代班申请', '不换了', '我想撤回换班申请'])('taken back: %s', (text) => {
    expect(takesBack(text)).toBe(true);
  });

  test.each(['换班 1月31日 和吕刚换2月2日', '我来不了，班取消不了，吕刚替我'])('not taken back: %s', (text) => {
    expect(takesBack(text)).toBe(false);
  });

  test.each([
    ['同意换班', { approve: true }],
    ['不同意代班', { approve: false }],
    ['不能换班，那天要开会', { approve: false, reason: '那天要开会' }],
    ['换班 1月31日', undefined],
  ])('answers: %s', (text, expected) => {
    expect(rulingIn(text)).toEqual(expected);
  });
});
