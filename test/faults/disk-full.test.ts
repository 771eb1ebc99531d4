import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { build, until } from '../support/processes.ts';
import { Product, stopProducts } from '../support/product.ts';

const PATIENCE_MS = 180_000;
const MEGABYTE = 1024 * 1024;

const disk = mkdtempSync(join(tmpdir(), 'zhishou-disk-'));
const mounted = mount();
const onDisk = mounted ? test : test.skip;

/** A disk of 64 MB. Only root may have one; elsewhere these tests are skipped. */
function mount(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    process.stderr.write('a tmpfs cannot be mounted here: the tests of a full disk are skipped\n');
    return false;
  }
}

function freeBytes(): number {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
}

const filler = () => join(disk, 'filler');

/** Leaves so many bytes free. */
function fillUpTo(leftBytes: number): void {
  const bytes = freeBytes() - leftBytes;
  if (bytes > 0) appendFileSync(filler(), Buffer.alloc(bytes));
}

function fillUp(): void {
  for (const size of [MEGABYTE, 4096, 1]) {
    try {
      for (;;) appendFileSync(filler(), Buffer.alloc(size));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
}

const makeRoom = () => writeFileSync(filler(), '');

let product: Product;
beforeAll(async () => {
  if (!mounted) return;
  build();
  product = await Product.start({ dataDir: join(disk, 'data') });
}, PATIENCE_MS);
afterAll(async () => {
  await stopProducts();
  if (mounted) execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
}, PATIENCE_MS);

describe('a disk of 64 MB', () => {
  const answered = async () => (await product.chat.said('陈立')).length;

  onDisk(
    'is nearly full: what is said is kept, health says so, and with room all of it is answered once',
    async () => {
      fillUpTo(4 * MEGABYTE);
      await until(async () => (await product.health()).failing.includes('redis'), 'health to say so');
      for (let n = 0; n < 5; n += 1) await product.chat.says('陈立', '我的待办');
      expect(await answered()).toBe(0);

      makeRoom();
      await until(async () => (await answered()) >= 5, 'five answers', 60_000);
      await product.untilStill();
      expect(await answered()).toBe(5);
      await product.untilHealthy();
    },
    PATIENCE_MS,
  );

  onDisk(
    'is full to the last byte: who writes is told so, and what was said before and after is answered once',
    async () => {
      const before = await answered();
      await product.chat.says('陈立', '我的待办');
      fillUp();
      await expect(product.chat.says('陈立', '这句没有存下来'.repeat(1000))).rejects.toThrow(/no space left on device/);
      await until(async () => (await product.health()).failing.includes('redis'), 'health to say so');

      makeRoom();
      await product.chat.saysOnce('陈立', '我的待办');
      await until(async () => (await answered()) >= before + 2, 'two answers', 60_000);
      await product.untilHealthy();
      await product.untilStill();
      expect(await answered()).toBe(before + 2);
      expect((await product.chat.lines()).filter(({ text }) => text.includes('没有存下来'))).toEqual([]);
    },
    PATIENCE_MS,
  );

  onDisk(
    'fills up with what people send: a picture that does not fit is refused, and the bot goes on',
    async () => {
      const picture = Buffer.alloc(8 * MEGABYTE, 1);
      const send = (n: number) => {
        picture.writeUInt32BE(n, 0);
        return product.chat.says('陈立', '', { file: { name: `${n}.jpg`, base64: picture.toString('base64') } });
      };
      const sendAll = async () => {
        for (let n = 0; n < 12; n += 1) await send(n);
      };
      await expect(sendAll()).rejects.toThrow(/no space left on device/);
      const alive = await product.health();
      expect(alive.status === 200 || alive.failing.includes('redis')).toBe(true);
    },
    PATIENCE_MS,
  );
});
