import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ALWAYS, READERS } from '../../../bot/understand/intents/index.ts';
import type { IntentReader } from '../../../bot/understand/intents/reader.ts';
import type { UnderstandInput } from '../../../bot/understand/understand.ts';
import { calendar, meaningOf, shanghai } from './reading.ts';

/** Pieces of which orders, answers and traps are made, so that chance hits grammar more often than noise. */
const PIECES =
  '请 由 青山镇 石桥乡 马强 、 ， 。 ； \n ① 1. 3 15 三 十五 月 日 号 年 周五 下周三 本周内 每 每月 底 前 内 后 至 - （ ） : 17:30 24时 下班 上午 晚 半 个 天 工作日 小时 节 国庆节 尽快 立即 报 把 台账 T0612 延期 确认 同意 不 收到 已完成 退回 47/74 % 六成 99999 2099 9999年 31 2月30日 限 截止 配合 牵头 ？ 吗 取消 改 时限 已收 转办'.split(
    ' ',
  );
const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));
const text = fc.oneof(
  soup,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
);
const around = fc.record({
  addressed: fc.boolean(),
  waiting: fc.subarray(['confirm', 'choice', 'slot', 'ruling', 'ack', 'report', 'text'] as const),
  at: fc.date({ min: new Date('2005-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }),
  quote: fc.option(fc.record({ from: fc.constant('值守'), text, mine: fc.boolean() }), { nil: undefined }),
});

function input(rest: { quote: UnderstandInput['quote'] | undefined } & Omit<Partial<UnderstandInput>, 'quote'>) {
  const { quote, ...others } = rest;
  return { ...others, ...(quote && { quote }) };
}

test('no text whatever stops the understanding', () => {
  fc.assert(
    fc.property(text, around, (written, rest) => {
      expect(meaningOf(written, input(rest)).intent).toEqual(expect.any(String));
    }),
    { numRuns: 3000 },
  );
});

test('every time lies in the text, in order, and quotes it', () => {
  fc.assert(
    fc.property(text, around, (written, rest) => {
      let last = 0;
      for (const { span, words } of meaningOf(written, input(rest)).times) {
        expect(span[0]).toBeGreaterThanOrEqual(last);
        expect(span[1]).toBeGreaterThan(span[0]);
        expect(words).toBe(written.slice(span[0], span[1]));
        last = span[1];
      }
    }),
    { numRuns: 2000 },
  );
});

test('an order never has a deadline that has passed, nor one beside a question about it', () => {
  fc.assert(
    fc.property(soup, around, (written, rest) => {
      const { intent, dueAt, ask } = meaningOf(`请青山镇${written}`, input(rest));
      if (intent !== 'assign') return;
      if (dueAt) expect(dueAt.getTime()).toBeGreaterThanOrEqual(rest.at.getTime());
      if (ask?.about === 'due') expect(dueAt).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
});

test('whoever does not speak to the bot, while it waits for nothing, is left alone', () => {
  fc.assert(
    fc.property(text, (written) => {
      const { intent } = meaningOf(written.replace(/[A-Za-z]/g, '').replaceAll('绑定', ''), { addressed: false });
      expect(intent).toBe('ignore');
    }),
    { numRuns: 1000 },
  );
});

test('full width, spaces in dates and invisible characters change nothing', () => {
  const plain = meaningOf('请青山镇3月20日17:30前报台账');

  expect(meaningOf('请青山镇３月２０日１７：３０前报台账').dueAt).toEqual(plain.dueAt);
  expect(meaningOf('请青\u200b山镇3月2\u200b0日17:30前报台账').units).toEqual(['青山镇']);
  expect(meaningOf('请青山镇 3 月 20 日 17:30 前报台账').dueAt).toEqual(plain.dueAt);
});

describe('a text of 100,000 characters is read in linear time', () => {
  const units = [
    '周一、',
    '9月18日',
    '请青山镇',
    '前',
    '十',
    '一半',
    '至9月',
    '不含当日',
    '每月1、',
    '(',
    ' ',
    '由',
    '王局长',
    '1',
    'a',
    '。',
    '各',
    '限',
    '@',
    '已完成1家',
  ];

  test.each(units)('%j again and again', (unit) => {
    const cpuMs = (length: number) => {
      const written = unit.repeat(Math.ceil(length / unit.length));
      const before = process.cpuUsage();
      meaningOf(written, { waiting: ['ack', 'confirm', 'report', 'ruling', 'slot', 'choice'] });
      const { user } = process.cpuUsage(before);
      return user / 1000;
    };
    cpuMs(10_000);

    expect(cpuMs(100_000)).toBeLessThan(4000);
  });
});

test('a reader of an intent that nobody registered is found', async () => {
  const folder = join(__dirname, '../../../bot/understand/intents');
  const aids = ['index.ts', 'reader.ts', 'due.ts', 'amounts.ts', 'fallback.ts'];
  const registered = new Set<unknown>([...ALWAYS, ...READERS]);
  for (const file of readdirSync(folder).filter((name) => !aids.includes(name))) {
    const module = (await import(join(folder, file))) as Record<string, IntentReader | undefined>;
    const readers = Object.values(module).filter((exported) => typeof exported === 'function' && exported.length === 1);
    expect({ file, missing: readers.filter((reader) => !registered.has(reader)).length }).toEqual({ file, missing: 0 });
    expect(readers.length).toBeGreaterThan(0);
  }
});

test.each(['换班汛期31日两会.冬至', '换班2月28日和31日', '换班 9月30日 和吕刚换31日', '我除夕31日的班'])(
  'a day that the month before it does not have breaks nothing: %s',
  (text) => {
    for (const at of ['2027-12-01T17:14', '2026-03-11T08:13', '2024-02-28T23:59'])
      expect(meaningOf(text, { at: shanghai(at) }).intent).toBeDefined();
  },
);

test('the time of day in Shanghai decides, wherever the process runs', () => {
  const zones = ['UTC', 'America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati'];
  const own = process.env.TZ;
  const read = zones.map((zone) => {
    process.env.TZ = zone;
    return meaningOf('请青山镇明天下午5点前报台账', { at: shanghai('2026-03-11T23:50') }).dueAt?.toISOString();
  });
  if (own === undefined) delete process.env.TZ;
  else process.env.TZ = own;

  expect(read).toEqual(zones.map(() => '2026-03-12T09:00:00.000Z'));
  expect(calendar.clockOf(new Date('2026-03-12T09:00:00.000Z'))).toBe('17:00');
});
