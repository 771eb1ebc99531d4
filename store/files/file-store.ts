import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredFile } from '../../domain/message.ts';

/** Keeps the bytes of files that people sent or the product made, under their SHA-256. */
export interface FileStore {
  put(bytes: Buffer, name: string): Promise<StoredFile>;
  /** Throws when the file is not there or its bytes are no longer what they were. */
  get(sha256: string): Promise<Buffer>;
}

export class FileTooLarge extends Error {
  constructor(name: string, size: number, limit: number) {
    super(`file "${name}" has ${size} bytes, more than the ${limit} that are kept`);
    this.name = 'FileTooLarge';
  }
}

export const FILE_LIMIT_BYTES = 20 * 1024 * 1024;

const IMAGE = /\.(png|jpe?g|gif|webp|bmp|heic)$/i;

export function kindOfFile(name: string): StoredFile['kind'] {
  return IMAGE.test(name) ? 'image' : 'file';
}

/** The last part of whatever path the sender wrote, without characters that a file system or a header takes amiss. */
export function plainFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = [...last].filter((char) => char >= ' ' && char !== '\u007f' && !'<>:"|?*'.includes(char)).join('');
  const trimmed = clean.replace(/^\.+/, '').trim();
  return trimmed === '' ? 'file' : shortened(trimmed);
}

function shortened(name: string): string {
  const chars = [...name];
  if (chars.length <= 120) return name;
  const extension = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? '';
  return chars.slice(0, 120 - extension.length).join('') + extension;
}

/** Files in a folder: the same bytes are stored once, and a file is either whole or absent, also after a crash. */
export function openFileStore(dir: string, limitBytes = FILE_LIMIT_BYTES): FileStore {
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`not a SHA-256: "${sha256.slice(0, 80)}"`);
    return join(dir, sha256.slice(0, 2), sha256);
  };

  return {
    async put(bytes, name) {
      if (bytes.length > limitBytes) throw new FileTooLarge(name, bytes.length, limitBytes);
      const sha256 = sha256Of(bytes);
      await writeOnce(pathOf(sha256), bytes);
      const clean = plainFileName(name);
      return { sha256, name: clean, size: bytes.length, kind: kindOfFile(clean) };
    },

    async get(sha256) {
      const bytes = await readFile(pathOf(sha256));
      if (sha256Of(bytes) !== sha256) throw new Error(`the stored file ${sha256} is damaged`);
      return bytes;
    },
  };
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function writeOnce(path: string, bytes: Buffer): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there?.size === bytes.length) return;

  const folder = join(path, '..');
  await mkdir(folder, { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const handle = await open(draft, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
