import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { projectRoot } from '../../config/root.ts';
import { readSettings } from '../../config/settings.ts';
import { poster } from '../../scripts/commands/poster.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'zhishou-poster-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function run(file: string, year?: string, officeFile = join(projectRoot(), 'config', 'sample-office.yaml')) {
  const lines: string[] = [];
  const code = await poster(file, year, {
    out: (line) => lines.push(line),
    readFile: (path) =>
      readFile(path, 'utf8').catch(({ code }: NodeJS.ErrnoException) => {
        throw Object.assign(new Error('not there'), { code });
      }),
    officeFile,
    settings: readSettings({ ZHISHOU_POLICY_FILE: undefined }),
    now: new Date('2026-12-31T23:30:00+08:00'),
  });
  return { code, lines };
}

describe('zhishou poster', () => {
  test('writes the picture of the sample office, of this year in Shanghai where none is named', async () => {
    const file = join(dir, 'year.png');
    expect(await run(file)).toEqual({ code: 0, lines: [`2026年重点时段图：${file}`] });
    expect((await readFile(file)).toString('latin1', 1, 4)).toBe('PNG');
  });

  test('says what is wrong with a year, an office file and a place', async () => {
    for (const year of ['2099', 'abc', '2027.5', ''])
      expect(await run(join(dir, 'no.png'), year)).toEqual({ code: 2, lines: ['只能出2001年到2098年的重点时段图'] });
    expect((await run(join(dir, 'no.png'), '2027', join(dir, 'none.yaml'))).code).toBe(1);
    const elsewhere = join(dir, 'none', 'year.png');
    expect(await run(elsewhere, '2027')).toEqual({ code: 1, lines: [`写不进文件“${elsewhere}”，请换一个位置`] });
  });
});
