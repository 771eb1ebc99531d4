import { brotliDecompressSync } from 'node:zlib';

const HEADER_BYTES = 48;
/** Places in the format's own list of table names. */
const CMAP = 0;
const GLYF = 10;
const LOCA = 11;
const NAMED = 63;

/** The characters that a WOFF2 font has glyphs for, by code point (W3C Recommendation WOFF 2.0, section 4 and 5; OpenType cmap). */
export function charactersOfFont(font: Buffer): ReadonlySet<number> {
  if (font.toString('latin1', 0, 4) !== 'wOF2') throw new Error('not a WOFF2 font');
  const { tables, end } = directory(font, font.readUInt16BE(12));
  const bytes = brotliDecompressSync(font.subarray(end, end + font.readUInt32BE(20)));
  const before = tables.slice(
    0,
    tables.findIndex(({ tag }) => tag === CMAP),
  );
  return charactersOf(bytes.subarray(before.reduce((sum, { length }) => sum + length, 0)));
}

function directory(font: Buffer, count: number) {
  const tables: { tag: number; length: number }[] = [];
  let at = HEADER_BYTES;
  const number = () => {
    let value = 0;
    for (;;) {
      const byte = font[at++]!;
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
  };
  for (let table = 0; table < count; table++) {
    const flags = font[at++]!;
    const tag = flags & 0x3f;
    if (tag === NAMED) at += 4;
    const length = number();
    // Of these two no change is the third way, of all others the first.
    const isChanged = tag === GLYF || tag === LOCA ? flags >> 6 !== 3 : flags >> 6 !== 0;
    tables.push({ tag, length: isChanged ? number() : length });
  }
  return { tables, end: at };
}

function charactersOf(cmap: Buffer): ReadonlySet<number> {
  const found = new Set<number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const part = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4));
    const format = part.readUInt16BE(0);
    if (format === 12) addGroups(part, found);
    if (format === 4) addSegments(part, found);
  }
  return found;
}

function addGroups(part: Buffer, found: Set<number>): void {
  for (let group = 0; group < part.readUInt32BE(12); group++) {
    const [first, last] = [part.readUInt32BE(16 + group * 12), part.readUInt32BE(20 + group * 12)];
    for (let code = first; code <= last; code++) found.add(code);
  }
}

function addSegments(part: Buffer, found: Set<number>): void {
  const count = part.readUInt16BE(6) / 2;
  for (let segment = 0; segment < count; segment++) {
    const last = part.readUInt16BE(14 + segment * 2);
    const first = part.readUInt16BE(16 + (count + segment) * 2);
    for (let code = first; code <= last && code !== 0xffff; code++) found.add(code);
  }
}
