import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { holidayTables } from '../../../config/holidays.ts';
import { readPolicy } from '../../../config/policy.ts';
import { understandLines, understandText } from '../../../scripts/commands/understand.ts';

const ground = { tables: holidayTables(), office: readPolicy().office };
const REF = '2026-01-15T10:12:00+08:00';

async function answers(...lines: string[]): Promise<{ code: number; answers: Record<string, unknown>[] }> {
  const out: string[] = [];
  const code = await understandLines(Readable.from([`${lines.join('\n')}\n`]), ground, (line) => void out.push(line));
  return { code, answers: out.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

function explained(text: string, options: { at?: string; from?: string; quote?: string; addressed?: boolean } = {}) {
  const out: string[] = [];
  const code = understandText(
    text,
    { at: REF, addressed: true, ...options },
    new Date(0),
    ground,
    (line) => void out.push(line),
  );
  return { code, lines: out, all: out.join('\n') };
}

describe('understand --jsonl', () => {
  test('answers one line a line, in order', async () => {
    const { code, answers: got } = await answers(
      JSON.stringify({ text: '@值守 请青山镇周五前报台账', ref: REF, mentions: ['值守'] }),
      JSON.stringify({ text: '今天天气不错', ref: REF }),
    );
    expect(code).toBe(0);
    expect(got).toEqual([
      expect.objectContaining({
        intent: 'assign',
        units: ['青山镇'],
        content: '报台账',
        due: '2026-01-16T17:30:00+08:00',
        time: expect.objectContaining({ kind: 'deadline', grain: 'day', provisional: false }),
      }),
      { intent: 'ignore', time: expect.objectContaining({ kind: 'at' }), times: [expect.anything()] },
    ]);
  });

  test('reads with the office hours and key periods of the line', async () => {
    const config = {
      office: { start: '09:00', noonEnd: '12:00', noonStart: '13:00', end: '17:00' },
      dateOnlyDeadline: '16:00',
      keyPeriods: { 全国两会: { start: '03-05', end: '03-11' } },
    };
    const { answers: got } = await answers(
      JSON.stringify({ text: '周五前报台账', ref: REF, config }),
      JSON.stringify({ text: '周五下班前报台账', ref: REF, config }),
      JSON.stringify({ text: '全国两会前报台账', ref: REF, config }),
    );
    expect(got.map(({ time }) => (time as { due: string }).due)).toEqual([
      '2026-01-16T16:00:00+08:00',
      '2026-01-16T17:00:00+08:00',
      '2026-03-04T16:00:00+08:00',
    ]);
  });

  test('says what is wrong with a line and goes on', async () => {
    const { code, answers: got } = await answers(
      '{"text"',
      JSON.stringify({ text: 5, ref: '昨天' }),
      JSON.stringify({ text: '帮助', ref: REF, mentions: ['值守'] }),
    );
    expect(code).toBe(1);
    expect(got).toEqual([
      { error: 'not JSON' },
      { error: expect.stringMatching(/text: .*ref: an instant such as/) },
      expect.objectContaining({ intent: 'help' }),
    ]);
  });

  test('takes a quote of the bot for what the answer is about', async () => {
    const { answers: got } = await answers(
      JSON.stringify({ text: '收到', ref: REF, from: '陈立', quote: '值守：【T0612】零售点排查，请回复"收到"' }),
      JSON.stringify({ text: '收到', ref: REF, from: '陈立', quote: '许静：钥匙在门卫那里' }),
    );
    expect(got.map(({ intent }) => intent)).toEqual(['ack', 'ignore']);
  });
});

describe('understand TEXT', () => {
  test('explains what was read, where it stands, by which convention and what was assumed', () => {
    const { code, lines, all } = explained('请青山镇下周三下班前把台账报安委办，应急局牵头');
    expect(code).toBe(0);
    expect(lines).toEqual(
      expect.arrayContaining([
        '读作：交办（assign）',
        '承办单位：青山镇　[第2至4字]',
        '牵头：应急局　[第19至21字]',
        '事项：把台账报安委办　[第11至17字]',
        '时限：1月21日（周三）17:30',
      ]),
    );
    expect(all).toMatch(/时间“下周三下班前”\[第5至10字\]：时限　1月21日（周三）17:30\n　依据：/);
  });

  test('says what it could not settle, with the readings', () => {
    expect(explained('请供销社下周前清点库存').all).toMatch(/没有定下的时间“下周前”：有两种读法　可选：1 .*　2 /);
    expect(explained('请青山镇2月30日前报台账').all).toContain('没有这一天或这个钟点');
  });

  test('marks what depends on holidays that are not announced', () => {
    expect(explained('请青山镇三个工作日内报台账', { at: '2027-02-25T10:00:00+08:00' }).all).toContain('待公布');
  });

  test('shows chatter as none of its business', () => {
    expect(explained('中午吃什么', { addressed: false }).lines).toContain('读作：与值守无关，不回应（ignore）');
  });

  test('refuses a moment that is none', () => {
    expect(explained('周五前报', { at: '明天' })).toMatchObject({ code: 2, all: expect.stringContaining('--at') });
  });
});
