import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { build, until } from '../support/processes.ts';
import { Product, stopProducts } from '../support/product.ts';

const PATIENCE_MS = 180_000;
const ROOM = '安宁区安委会成员单位';
const PEOPLE = ['李卫东', '王芳', '何静', '刘峰', '梁斌', '陈立', '赵敏', '马强', '周洁', '孙浩'];
/** Far longer than a message needs, even beside other work: what grows with the square of the text takes minutes. */
const MOST_MS = 30_000;
let product: Product;
let bot: number;

beforeAll(async () => {
  build();
  product = await Product.start();
  await product.chat.clock('2026-01-15T10:12:00+08:00');
  bot = await product.pid('bot');
}, PATIENCE_MS);
afterAll(stopProducts, PATIENCE_MS);

async function answersTo(who: string, text: string, room?: string): Promise<string[]> {
  const place = room ?? who;
  const before = (await product.chat.said(place)).length;
  await product.chat.says(who, text, room ? { room } : {});
  await product.untilStill();
  return (await product.chat.said(place)).slice(before).map((line) => line.text);
}

async function expectAlive(): Promise<void> {
  expect(await answersTo('林涛', '帮助')).toEqual([expect.stringContaining('常用说法')]);
  expect(await product.pid('bot')).toBe(bot);
}

describe('a message of 50,000 characters', () => {
  const PAPER = `请青山镇下周三前报送排查台账。${'各单位要认真组织排查，发现问题当场整改。'.repeat(2_500)}`;

  test(
    'in private gets a clear word and does nothing',
    async () => {
      expect(await answersTo('王芳', PAPER.slice(0, 50_000))).toEqual([
        expect.stringContaining('50000字，太长了，没有办理'),
      ]);
      await expectAlive();
    },
    PATIENCE_MS,
  );

  test(
    'in a room gets that word where it is said to the bot, else none',
    async () => {
      expect(await answersTo('李卫东', `@值守 ${PAPER}`, ROOM)).toEqual([expect.stringContaining('太长了，没有办理')]);
      expect(await answersTo('李卫东', PAPER, ROOM)).toEqual([]);
      await expectAlive();
    },
    PATIENCE_MS,
  );

  test.each([
    ['one character', '一'],
    ['digits', '1'],
    ['dates', '1月21日17:30'],
    ['numbers of matters', 'T0001'],
    ['units', '青山镇、南街镇、'],
    ['lines of orders', '请青山镇周五前报\n'],
    ['open quotes', '“（【'],
    ['blanks', ' \u3000\n'],
  ])(
    'of nothing but %s does not hold up the others',
    async (_, piece) => {
      for (const chars of [50_000, 5_000]) {
        await product.chat.says('王芳', `王${piece.repeat(chars / piece.length)}`);
        const startedMs = performance.now();
        await expectAlive();
        expect(performance.now() - startedMs).toBeLessThan(MOST_MS);
      }
    },
    PATIENCE_MS,
  );
});

describe('an emoji storm', () => {
  test.each([
    ['families, flags and skins', '😀👍🏽👨‍👩‍👧‍👦❤️🇨🇳'],
    ['combining marks', 'a\u0301\u0302\u0303\u0304'],
    ['invisible characters', '\u200b\u2060\ufeff\u202e'],
    ['halves of characters', '\ud83d'],
    ['zeros', '\u0000'],
  ])(
    'of %s is answered with one line at most',
    async (_, piece) => {
      for (const many of [1, 20, 2_000])
        expect((await answersTo('王芳', `嗯${piece.repeat(many)}`)).length).toBeLessThan(2);
      await expectAlive();
    },
    PATIENCE_MS,
  );

  test(
    'of hundreds of messages in a room is not answered at all',
    async () => {
      const before = (await product.chat.said(ROOM)).length;
      await Promise.all(
        Array.from({ length: 300 }, (_, n) =>
          product.chat.says(PEOPLE[n % 10]!, '😀'.repeat(1 + (n % 5)), { room: ROOM }),
        ),
      );
      await product.untilStill();
      expect(await product.chat.said(ROOM)).toHaveLength(before);
      await expectAlive();
    },
    PATIENCE_MS,
  );
});

describe('1,000 messages at once', () => {
  const counts = () => Promise.all(PEOPLE.map(async (name) => (await product.chat.said(name)).length));

  /** Half of them to the bot, who answers each; half into the room, where nothing is to be answered. */
  async function flood(messages: number): Promise<void> {
    await Promise.all(
      Array.from({ length: messages }, (_, n) =>
        n % 2 === 0
          ? product.chat.says(PEOPLE[(n / 2) % 10]!, '帮助')
          : product.chat.says(PEOPLE[n % 10]!, n % 4 === 1 ? '收到' : '大家下午开会', { room: ROOM }),
      ),
    );
  }

  async function expectAllAnswered(messages: number, before: readonly number[], inRoom: number): Promise<void> {
    await product.untilStill(120_000);
    expect((await counts()).map((count, index) => count - before[index]!)).toEqual(PEOPLE.map(() => messages / 20));
    expect(await product.chat.said(ROOM)).toHaveLength(inRoom);
  }

  test(
    'are all heard, and those to the bot are answered once each',
    async () => {
      const [before, inRoom] = [await counts(), (await product.chat.said(ROOM)).length];
      await flood(1_000);
      await expectAllAnswered(1_000, before, inRoom);
      await expectAlive();
      await product.untilHealthy();
    },
    PATIENCE_MS,
  );

  test(
    'or some hundreds are all answered once each although the bot is killed in the middle of them',
    async () => {
      const [before, inRoom] = [await counts(), (await product.chat.said(ROOM)).length];
      const answered = async () => (await product.chat.said()).length;
      const start = await answered();
      const flooding = flood(400);
      await until(async () => (await answered()) > start + 50, 'the first answers');
      await product.kill('bot');
      await flooding;
      await expectAllAnswered(400, before, inRoom);
      await product.untilHealthy();
    },
    PATIENCE_MS,
  );
});
