import { inflateRawSync } from 'node:zlib';
import { UnreadableFile } from './unreadable-file.ts';

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const MOST_UNPACKED = 20 * 1024 ** 2;
/** One tag, or the text before the next one. */
const PIECE = /<([^>]{0,2000})>|([^<]+)/g;
/** What was taken out while changes were tracked, field codes, and the second copy of a drawing's text are not read. */
const LEFT_OUT = /^(?:w:del|w:instrText|w:delText|mc:Fallback)(?:\s|$)/;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text of a Word file (.docx), one line a paragraph; UnreadableFile where it is none. */
export function readDocx(bytes: Uint8Array): string {
  try {
    return textIn(part(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'word/document.xml'));
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

function textIn(xml: string): string {
  let text = '';
  let inText = false;
  const skipped: string[] = [];
  for (const [, tag, words] of xml.matchAll(PIECE)) {
    if (tag === undefined) {
      if (inText && skipped.length === 0) text += plain(words!);
      continue;
    }
    const name = tag.replace(/^\//, '').split(/[\s/]/)[0]!;
    if (LEFT_OUT.test(tag) && !tag.endsWith('/')) skipped.push(name);
    else if (tag.startsWith('/') && skipped[skipped.length - 1] === name) skipped.pop();
    else if (name === 'w:t') inText = !tag.startsWith('/') && !tag.endsWith('/');
    else if (skipped.length === 0) text += mark(tag, name);
  }
  return text;
}

function mark(tag: string, name: string): string {
  if (tag === '/w:p' || name === 'w:br' || name === 'w:cr') return '\n';
  return name === 'w:tab' ? '\t' : '';
}

function plain(words: string): string {
  return words.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{1,6}));/g, (all, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? all;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
