import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { answers } from './time-zone-answers.ts';

const run = promisify(execFile);

async function answersIn(timeZone: string): Promise<{ offset: number; said: string[] }> {
  const script = fileURLToPath(new URL('./time-zone-answers.ts', import.meta.url));
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script], {
    env: { TZ: timeZone },
    maxBuffer: 10_000_000,
  });
  const [offset, ...said] = stdout.trimEnd().split('\n');
  return { offset: Number(offset), said };
}

test.each([
  ['UTC', 0],
  ['America/New_York', 300],
  ['Asia/Shanghai', -480],
  ['Pacific/Kiritimati', -840],
])('a machine set to %s gives the same answers, from the sources as they are', async (timeZone, offset) => {
  const answered = await answersIn(timeZone);
  expect(answered.offset).toBe(offset);
  expect(answered.said.length).toBeGreaterThan(1000);
  expect(answered.said).toEqual(answers());
});
