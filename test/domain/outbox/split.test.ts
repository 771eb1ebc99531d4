import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { splitText } from '../../../domain/outbox/split.ts';

const MARK = /^（\d+\/\d+）/;
const LONE_SURROGATE = /\p{Surrogate}/u;
const bare = (parts: string[]) => parts.map((part) => part.replace(MARK, ''));

test('a text that fits is left alone', () => {
  expect(splitText('请报送台账', 20)).toEqual(['请报送台账']);
});

test('a long text is cut after a sentence and numbered', () => {
  const first = '请各单位今天报送排查台账。';
  const second = '没有问题的也要报零报告，明天上午汇总。';
  expect(splitText(first + second, 30)).toEqual([`（1/2）${first}`, `（2/2）${second}`]);
});

test('a closing quotation mark stays with its sentence', () => {
  const [first] = splitText('他说“现在就去现场看一看。”请各单位照此办理，今天报结果，不要拖延', 30);
  expect(first).toBe('（1/2）他说“现在就去现场看一看。”');
});

test.each([
  ['a telephone number', '0000-6270119'],
  ['the number of a matter', 'T0612'],
  ['a date with its clock', '11月21日17:30'],
  ['a family', '👨‍👩‍👧‍👦'],
  ['a keycap', '1️⃣'],
  ['a flag', '🇨🇳'],
])('%s is never torn', (_, whole) => {
  for (let lead = 0; lead < 40; lead++) {
    const parts = bare(splitText(`${'排'.repeat(lead)}${whole}${'查'.repeat(45)}`, 40));
    expect(parts.filter((part) => part.includes(whole))).toHaveLength(1);
  }
});

describe('for any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom('。', '，', '\n', 'T0612', '17:30', '👨‍👩‍👧‍👦', '🇨🇳', '请各单位报送台账', '”'),
    fc.integer({ min: 0, max: 10 ** 15 }).map(String),
  );
  const text = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(''));
  const size = fc.integer({ min: 20, max: 200 });

  test('no part is too long, no character is lost, and only whole code points are handed out', () => {
    fc.assert(
      fc.property(text, size, (whole, maxChars) => {
        const parts = splitText(whole, maxChars);
        expect(parts.every((part) => part.length <= maxChars)).toBe(true);
        expect(parts.every((part) => !LONE_SURROGATE.test(part))).toBe(true);
        if (parts.length > 1) expect(bare(parts).join('')).toBe(whole);
        else expect(parts).toEqual([whole]);
      }),
      { numRuns: 500 },
    );
  });
});
