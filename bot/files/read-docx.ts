import { inflateRawSync } from 'node:zlib';
import { docxText } from './docx-text.ts';
import { UnreadableFile } from './unreadable-file.ts';

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const MOST_UNPACKED = 20 * 1024 ** 2;

/** The text of a Word file (.docx), one line a paragraph; UnreadableFile where it is none. */
export function readDocx(bytes: Uint8Array): string {
  try {
    const xml = part(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'word/document.xml');
    // A document that breaks off would be read as a shorter one.
    if (!xml.trimEnd().endsWith('</w:document>')) throw new UnreadableFile('broken');
    return docxText(xml);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('broken', { cause: error });
  }
}

/** Reading outside the archive throws a RangeError. */
function part(archive: Buffer, name: string): string {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || archive.readUInt32LE(end) !== END_SIGNATURE) throw new UnreadableFile('broken');
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== ENTRY_SIGNATURE) break;
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    if (archive.toString('utf8', at + 46, at + 46 + nameLength) === name) return unpacked(archive, at);
    at += 46 + nameLength + extra + comment;
  }
  throw new UnreadableFile('broken');
}

function unpacked(archive: Buffer, entry: number): string {
  const local = archive.readUInt32LE(entry + 42);
  const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const data = archive.subarray(from, from + archive.readUInt32LE(entry + 20));
  if (archive.readUInt16LE(entry + 10) === 0) return data.toString('utf8');
  try {
    return inflateRawSync(data, { maxOutputLength: MOST_UNPACKED }).toString('utf8');
  } catch (error) {
    const tooBig = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new UnreadableFile(tooBig ? 'too-big-unpacked' : 'broken', { cause: error });
  }
}
