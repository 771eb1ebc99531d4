import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { FileTooLarge, openFileStore, plainFileName } from '../../../store/files/file-store.ts';
import { tempDir } from '../../bot/gateway/chat-world.ts';

let dir: Awaited<ReturnType<typeof tempDir>>;

beforeEach(async () => {
  dir = await tempDir();
});

afterEach(() => dir.remove());

const stored = async () =>
  (await readdir(dir.path, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

describe('the file store', () => {
  test('gives back the bytes it took, also empty ones', async () => {
    const store = openFileStore(dir.path);
    for (const bytes of [Buffer.from('台账'), Buffer.alloc(0)]) {
      const { sha256, size } = await store.put(bytes, 'a.xlsx');
      expect(size).toBe(bytes.length);
      expect(await store.get(sha256)).toEqual(bytes);
    }
  });

  test('stores the same bytes once, under however many names and at the same time', async () => {
    const store = openFileStore(dir.path);
    const bytes = Buffer.alloc(100_000, 3);
    const files = await Promise.all(['a.png', 'b.xlsx', 'c'].map((name) => store.put(bytes, name)));
    expect(new Set(files.map(({ sha256 }) => sha256)).size).toBe(1);
    expect(files.map(({ kind }) => kind)).toEqual(['image', 'file', 'file']);
    expect(await stored()).toHaveLength(1);
  });

  test('writes a file anew that an interrupted copy left shorter', async () => {
    const store = openFileStore(dir.path);
    const { sha256 } = await store.put(Buffer.from('whole'), 'a');
    await writeFile(join(dir.path, sha256.slice(0, 2), sha256), 'who');
    await store.put(Buffer.from('whole'), 'a');
    expect((await store.get(sha256)).toString()).toBe('whole');
  });

  test('refuses to give out bytes that have changed', async () => {
    const store = openFileStore(dir.path);
    const { sha256 } = await store.put(Buffer.from('whole'), 'a');
    await writeFile(join(dir.path, sha256.slice(0, 2), sha256), 'other');
    await expect(store.get(sha256)).rejects.toThrow(/damaged/);
  });

  test('refuses what is too large, and leaves nothing behind', async () => {
    const store = openFileStore(dir.path, 10);
    await expect(store.put(Buffer.alloc(11), 'a.zip')).rejects.toBeInstanceOf(FileTooLarge);
    expect(await stored()).toEqual([]);
  });

  test('takes only a SHA-256 for a name', async () => {
    await expect(openFileStore(dir.path).get('../../etc/passwd')).rejects.toThrow(/SHA-256/);
  });
});

describe('the name of a file', () => {
  test.each([
    ['台账.xlsx', '台账.xlsx'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\王芳\\台账.xlsx', '台账.xlsx'],
    ['.htaccess', 'htaccess'],
    ['a\u0000b\n.txt', 'ab.txt'],
    ['', 'file'],
    ['..', 'file'],
  ])('%j becomes %j', (name, clean) => {
    expect(plainFileName(name)).toBe(clean);
  });

  test('keeps its ending when it is too long', () => {
    const name = plainFileName(`${'长'.repeat(300)}.xlsx`);
    expect([...name]).toHaveLength(120);
    expect(name.endsWith('.xlsx')).toBe(true);
  });
});
