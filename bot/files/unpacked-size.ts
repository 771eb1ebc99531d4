import { inflateRawSync } from 'node:zlib';
import { UnreadableFile } from './unreadable-file.ts';

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;

/**
 * Bytes of everything in a zip archive, measured by unpacking it: what an archive says of its own sizes is not to be
 * trusted. Throws UnreadableFile once `limit` is passed, having held no more than that.
 */
export function unpackedSize(bytes: Uint8Array, limit: number): number {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return entriesOf(archive).reduce((sum, entry) => sum + sizeOf(archive, entry, limit - sum), 0);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('broken', { cause: error });
  }
}

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

/** From the directory at the archive's end. Reading outside the archive throws a RangeError. */
function entriesOf(archive: Buffer): Entry[] {
  const end = endOf(archive);
  const count = archive.readUInt16LE(end + 10);
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (archive.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new UnreadableFile('broken');
    entries.push({
      method: archive.readUInt16LE(at + 10),
      packed: archive.readUInt32LE(at + 20),
      offset: archive.readUInt32LE(at + 42),
    });
    at += ENTRY_LENGTH + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function endOf(archive: Buffer): number {
  const first = Math.max(0, archive.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = archive.length - END_LENGTH; at >= first; at--) {
    if (archive.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  throw new UnreadableFile('broken');
}

function sizeOf(archive: Buffer, { method, packed, offset }: Entry, left: number): number {
  const start = offset + LOCAL_LENGTH + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  if (start + packed > archive.length) throw new UnreadableFile('broken');

  if (packed === 0) return 0;
  if (method === 0) return within(packed, left);
  if (left <= 0) throw new UnreadableFile('too-big-unpacked');
  return inflated(archive.subarray(start, start + packed), left);
}

function inflated(data: Buffer, left: number): number {
  try {
    return within(inflateRawSync(data, { maxOutputLength: left }).length, left);
  } catch (error) {
    const tooBig = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw tooBig ? new UnreadableFile('too-big-unpacked', { cause: error }) : error;
  }
}

function within(size: number, left: number): number {
  if (size > left) throw new UnreadableFile('too-big-unpacked');
  return size;
}
