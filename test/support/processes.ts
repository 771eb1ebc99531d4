import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Brings dist up to date with the sources, as `npm start` does; does nothing where it is. */
export function build(): void {
  execFileSync(process.execPath, ['scripts/prepare.mjs', 'build'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits for something to become true, and says what it was when it does not. */
export async function until(
  isTrue: () => boolean | Promise<boolean>,
  why: string | (() => string),
  patienceMs = 30_000,
): Promise<void> {
  const endMs = performance.now() + patienceMs;
  while (!(await isTrue())) {
    if (performance.now() > endMs)
      throw new Error(`waited ${patienceMs} ms in vain for ${typeof why === 'string' ? why : why()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** The words of the command line under which a process was started; none if it is gone. */
export function namesOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
  } catch {
    return [];
  }
}

export function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** Processes that the product has noted in its data folder and that still run, also where they outlived their parent. */
export function notedIn(dataDir: string): number[] {
  const folder = join(dataDir, 'run');
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files
    .map((file) => Number(readFileSync(join(folder, file), 'utf8')))
    .filter((pid) => pid > 0 && namesOf(pid).some((word) => word.includes('zhishou')));
}

export function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
}
