import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { takeApart } from '../../../bot/gateway/incoming.ts';
import type { WhoIsWho } from '../../../bot/gateway/mentions.ts';

const RULE = '- - - - - - - - - - - - - - -';

function who(part: Partial<WhoIsWho> = {}): WhoIsWho {
  const members = [
    { contactId: 'wx1', name: '陈立' },
    { contactId: 'wx2', name: '王 五' },
    { contactId: 'wx3', name: '值守员小李' },
  ];
  return { selfId: 'bot', selfNames: ['值守'], mentionIds: [], members, ...part };
}

describe('the mention of the bot', () => {
  test.each([
    ['the separator WeChat writes', '@值守\u2005请记一下', '请记一下'],
    ['a no-break space', '@值守\u00a0请记一下', '请记一下'],
    ['a plain space', '@值守 请记一下', '请记一下'],
    ['an ideographic space', '@值守　请记一下', '请记一下'],
    ['a full-width at sign', '＠值守 请记一下', '请记一下'],
    ['the end of the text', '收到 @值守', '收到'],
    ['a line end', '@值守\n请记一下', '请记一下'],
    ['punctuation', '@值守，请记一下', '，请记一下'],
    ['a place inside the text', '请各单位@值守 今天报', '请各单位 今天报'],
    ['another mention right behind', '@值守@陈立 请记一下', '@陈立 请记一下'],
    ['zero-width characters inside', '@值\u200b守\u2005\ufeff请记一下', '请记一下'],
    ['nothing else', '@值守', ''],
  ])('is heard and taken out with %s', (_, raw, text) => {
    const apart = takeApart(raw, who());
    expect(apart.mentionsMe).toBe(true);
    expect(apart.text).toBe(text);
  });

  test.each([
    ['a person whose name begins with it', '@值守员小李 请记一下'],
    ['the word without an at sign', '值守 请记一下'],
    ['a word that goes on', '@值守人员 请到岗'],
    ['an address', 'zhang@163.com 值守'],
    ['a mention of everybody', '@所有人 请记一下'],
  ])('is not heard in %s', (_, raw) => {
    expect(takeApart(raw, who()).mentionsMe).toBe(false);
  });

  test('is known from the ids of the channel where the text shows another name', () => {
    const apart = takeApart('@安委办助手\u2005我的待办', who({ mentionIds: ['bot'] }));
    expect(apart.mentionsMe).toBe(true);
    expect(apart.mentions).toEqual([]);
  });

  test('is found in the text where gRPC delivers an empty list of ids', () => {
    expect(takeApart('@值守\u2005我的待办', who({ mentionIds: [] })).mentionsMe).toBe(true);
  });

  test('is heard under its name in the room', () => {
    expect(takeApart('@助手 我的待办', who({ selfNames: ['值守', '助手'] }))).toMatchObject({
      mentionsMe: true,
      text: '我的待办',
    });
  });
});

describe('others who are mentioned', () => {
  test('come with their ids, also when a name has a space', () => {
    expect(takeApart('@值守 转给 @王 五 和@陈立', who()).mentions).toEqual(['wx2', 'wx1']);
  });

  test('come by name where nobody here is called so', () => {
    expect(takeApart('@值守 请 @县局张工 看一下', who()).mentions).toEqual(['县局张工']);
  });

  test('are what the channel says, not what the text looks like', () => {
    expect(takeApart('@陈立 看 @小陈', who({ mentionIds: ['wx9', 'bot'] })).mentions).toEqual(['wx9']);
  });

  test.each(['@所有人 开会', '@全体成员 开会', '@All 开会', '开会 @all'])('can be everybody: %s', (raw) => {
    expect(takeApart(raw, who())).toMatchObject({ mentionsAll: true, mentions: [] });
  });

  test('can be everybody by the id of the channel', () => {
    expect(takeApart('开会', who({ mentionIds: ['notify@all'] }))).toMatchObject({ mentionsAll: true, mentions: [] });
  });
});

describe('a quote', () => {
  test('is taken apart from what was newly said', () => {
    expect(takeApart(`「陈立：T0612 已报」\n${RULE}\n收到`, who())).toMatchObject({
      text: '收到',
      quote: { from: '陈立', text: 'T0612 已报' },
    });
  });

  test('that mentions the bot is no mention of the bot', () => {
    const apart = takeApart(`「李卫东：@值守 请各单位排查」\n${RULE}\n收到`, who());
    expect(apart).toMatchObject({ mentionsMe: false, text: '收到', quote: { text: '@值守 请各单位排查' } });
  });

  test('can be followed by a mention of the bot', () => {
    const apart = takeApart(`「陈立：台账」\n${RULE}\n@值守\u2005登记`, who());
    expect(apart).toMatchObject({ mentionsMe: true, text: '登记', written: '@值守 登记' });
  });

  test('can have several lines and brackets of its own', () => {
    const apart = takeApart(`「值守：【T0612】排查\n时限：「周三」下班」\n${RULE}\n确认`, who());
    expect(apart).toMatchObject({ text: '确认', quote: { from: '值守', text: '【T0612】排查\n时限：「周三」下班' } });
  });

  test('of a quote ends where the outer one ends', () => {
    const apart = takeApart(`「陈立：「值守：在吗」\n${RULE}\n在」\n${RULE}\n好`, who());
    expect(apart).toMatchObject({ text: '好', quote: { from: '陈立' } });
  });

  test.each(['「重要」请看', `好\n${RULE}\n的`, '「陈立：没有横线」\n收到'])('is not seen in %s', (raw) => {
    expect(takeApart(raw, who())).toMatchObject({ text: raw });
    expect(takeApart(raw, who()).quote).toBeUndefined();
  });
});

describe('what is left alone', () => {
  test('full-width digits and letters stay as they were written', () => {
    expect(takeApart('Ｔ０６１２　已办结①', who()).text).toBe('Ｔ０６１２　已办结①');
  });

  test('emoji made of several characters stay whole', () => {
    expect(takeApart('收到👨‍👩‍👧👍🏽', who()).text).toBe('收到👨‍👩‍👧👍🏽');
  });
});

describe('strange texts', () => {
  test('never make it throw, and nothing is heard that is not there', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '@',
        '＠',
        '值守',
        '陈立',
        '王 五',
        '「',
        '」',
        `」\n${RULE}\n`,
        '：',
        '\u2005',
        '\u200b',
        '\n',
        '@所有人',
        '👍',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.array(fc.string(), { maxLength: 3 }), (pieces, mentionIds) => {
        const raw = pieces.join('');
        const apart = takeApart(raw, who({ mentionIds }));
        expect(apart.text.length).toBeLessThanOrEqual(raw.length);
        if (!/[@＠]/.test(raw) && !mentionIds.includes('bot')) expect(apart.mentionsMe).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('a word around the mention is never lost', () => {
    const word = fc.string({ unit: fc.constantFrom(...'请各单位今天报台账abc12'), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(word, word, fc.constantFrom('\u2005', ' ', '\u00a0'), (before, after, space) => {
        const apart = takeApart(`${before} @值守${space}${after}`, who());
        expect(apart.text.split(' ').filter(Boolean)).toEqual([before, after]);
      }),
    );
  });

  test.each([
    ['at signs', '@'.repeat(50_000)],
    ['mentions', '@值守 '.repeat(12_500)],
    ['emoji', '🎉'.repeat(25_000)],
    ['opening quotes', '「甲：'.repeat(16_000)],
    ['closing quotes', `「甲：${`」\n${RULE}\n`.repeat(1_500)}`],
    ['dashes', `「甲：${'」\n- - - - - '.repeat(4_000)}`],
    ['spaces', ' \u2005'.repeat(25_000)],
  ])('50,000 characters of %s are taken apart without going back and forth', (_, raw) => {
    const members = Array.from({ length: 500 }, (_, n) => ({ contactId: `wx${n}`, name: `值班员${n}` }));
    const startedMs = performance.now();
    takeApart(raw, who({ members }));
    expect(performance.now() - startedMs).toBeLessThan(2500);
  });
});
