import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hex, writing, written } from '../bot/files/pdf.ts';
import { build, ROOT } from '../support/processes.ts';

const SPEECH = '各乡镇要在5月20日前把辖区内的小型水库全部排查一遍。';
let folder: string;

beforeAll(async () => {
  build();
  folder = await mkdtemp(join(tmpdir(), 'zhishou-built-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function node(...args: string[]): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: folder });
  return stdout + stderr;
}

function sourcesIn(parent: string): string[] {
  return readdirSync(join(ROOT, parent), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(parent, name));
}

describe('what the build makes', () => {
  test('reads a PDF in a thread of its own, from any folder', async () => {
    const file = join(folder, 'speech.pdf');
    await writeFile(file, written({ pages: [writing(hex(SPEECH))] }));
    const printed = await node(join(ROOT, 'scripts', 'zhishou.mjs'), 'meeting', file, '--date', '2026-05-06', '--json');
    expect(JSON.parse(printed)).toMatchObject({ quote: expect.stringContaining('小型水库') });
  });

  test('holds every thread that the program starts', () => {
    const started = [...sourcesIn('bot'), ...sourcesIn('workers')].flatMap((source) =>
      [...readFileSync(join(ROOT, source), 'utf8').matchAll(/startThread\('([^']+)\.ts'/g)].map(([, name]) => name!),
    );
    expect(started.length).toBeGreaterThan(1);
    expect(started.filter((name) => !existsSync(join(ROOT, 'dist', `${name}.js`)))).toEqual([]);
  });

  test('names the lines of its sources where it fails', async () => {
    const module = pathToFileURL(join(ROOT, 'dist', 'bot', 'understand', 'understand.js')).href;
    const program = `
      const { understand } = await import(${JSON.stringify(module)});
      try { understand({}) } catch (error) { console.log(error.stack) }
    `;
    const stack = await node('--enable-source-maps', '--input-type=module', '-e', program);
    expect(stack).toMatch(/bot\/understand\/[\w/-]+\.ts:\d+/);
    expect(stack).not.toContain('chunk-');
  });
});
