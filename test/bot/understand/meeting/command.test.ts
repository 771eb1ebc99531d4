import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { DEFAULT_KEY_PERIODS } from '../../../../domain/calendar/key-periods.ts';
import { meeting } from '../../../../scripts/commands/meeting.ts';
import { calendar } from '../reading.ts';

const folder = mkdtempSync(join(tmpdir(), 'meeting-'));

async function run(name: string, content: string, options: Parameters<typeof meeting>[1] = {}) {
  const file = join(folder, name);
  writeFileSync(file, content);
  const lines: string[] = [];
  const code = await meeting(file, options, { calendar, periods: DEFAULT_KEY_PERIODS }, (line) => lines.push(line));
  return { code, lines };
}

test.each([
  ['nothing to do', 'a.txt', '今天天气不错。', 0, '没有读出'],
  ['a secrecy mark', 'b.txt', '【机密】各乡镇要开展排查。', 1, '疑似涉密'],
  ['a broken PDF', 'c.pdf', '%PDF-1.4', 1, '文件已损坏'],
  ['a WPS file', 'c.wps', '各乡镇要开展排查。', 1, '另存为docx'],
])('%s is answered with one line', async (_, name, content, code, words) => {
  const answer = await run(name, content);

  expect(answer.code).toBe(code);
  expect(answer.lines).toHaveLength(1);
  expect(answer.lines[0]).toContain(words);
});

test('a day that is none is asked for again', async () => {
  expect(await run('d.txt', '各乡镇要开展排查。', { date: '2026-02-30' })).toMatchObject({ code: 2 });
});

test('--json gives one row a line, with its place in the file', async () => {
  const text = '各乡镇要在4月底前完成排查。';
  const { lines } = await run('e.txt', text, { date: '2026-03-11', json: true });
  const row = JSON.parse(lines[0]!);

  expect(text.slice(row.start, row.end)).toBe(row.quote);
  expect(row).toMatchObject({ units: [{ written: '各乡镇' }], deadline: '4月底前', due: '2026-04-30T17:30:00+08:00' });
});

test('a limit that stands on no row is told with the row beside it, and in a table of its own', async () => {
  const text = '各村把转移名册送到镇应急办，一个都不能少；后天中午12点，我要看结果。';
  const json = await run('f.txt', text, { json: true });
  const table = await run('g.txt', text);

  expect(json.lines.map((line) => JSON.parse(line))).toMatchObject([
    {
      units: [{ written: '各村' }],
      deadline: null,
      unlisted: [{ deadline: '后天中午12点', start: 0, end: text.length }],
    },
  ]);
  expect(table.lines.slice(-2)).toEqual([
    '未列入的时限（没有对应任务，请核对）',
    expect.stringMatching(/^1\t后天中午12点\t各村把转移名册/),
  ]);
});
