import { deflateSync } from 'node:zlib';

/** A PDF written by hand, object by object from number 1, which is its catalogue. */
export function pdf(objects: readonly (string | Buffer)[], trailer = ''): Uint8Array {
  const parts = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  let length = parts[0]!.length;
  objects.forEach((object, index) => {
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object as string),
      Buffer.from('\nendobj\n'),
    ]);
    places.push(length);
    parts.push(part);
    length += part.length;
  });
  const list = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${length}\n%%EOF\n`;
  parts.push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${list}${end}`));
  return new Uint8Array(Buffer.concat(parts));
}

export function stream(content: string | Buffer, entries = ''): Buffer {
  const bytes = Buffer.from(content as string);
  return Buffer.concat([
    Buffer.from(`<</Length ${bytes.length}${entries}>>stream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

export function packed(content: string | Buffer): Buffer {
  return stream(deflateSync(Buffer.from(content as string)), '/Filter/FlateDecode');
}

/** The codes of a text in UTF-16, as a PDF writes them between angle brackets. */
export function hex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}

interface Written {
  /** What stands on each page. */
  readonly pages: readonly (string | Buffer)[];
  /** How the codes of the text are to be understood. */
  readonly encoding?: string;
  /** The collection of characters that the font counts in. */
  readonly ordering?: string;
  /** Characters of the codes 0001, 0002 and so on, said by the file itself. */
  readonly characters?: string;
  readonly more?: readonly string[];
  readonly trailer?: string;
}

/** Pages with a Chinese font that is not in the file, as office programs of twenty years ago wrote them. */
export function written(options: Written): Uint8Array {
  const { pages, encoding = 'UniGB-UCS2-H', ordering = 'GB1', characters = '', more = [], trailer } = options;
  const kids = pages.map((_, at) => `${7 + 2 * at} 0 R`).join(' ');
  const toUnicode = characters && '/ToUnicode 6 0 R';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[4 0 R]${toUnicode}>>`,
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 2>>/FontDescriptor 5 0 R/DW 1000>>`,
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
    stream(meanings(characters)),
    ...pages.flatMap((page, at) => [
      `<</Type/Page/Parent 2 0 R/Contents ${8 + 2 * at} 0 R>>`,
      typeof page === 'string' ? stream(page) : page,
    ]),
    ...more,
  ];
  return pdf(objects, trailer);
}

function meanings(characters: string): string {
  const lines = [...characters].map((char, at) => `<${code(at)}> <${hex(char)}>`);
  return `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange ${lines.length} beginbfchar ${lines.join(' ')} endbfchar endcmap end`;
}

function code(at: number): string {
  return (at + 1).toString(16).padStart(4, '0');
}

/** The codes of a font that numbers its own characters from 1. */
export function numbered(characters: string): string {
  return [...characters].map((_, at) => code(at)).join('');
}

/** Lines of text from a height of 700 points downwards, 24 apart. */
export function writing(...codes: string[]): string {
  return codes.map((line, at) => `BT /F 16 Tf 80 ${700 - 24 * at} Td <${line}> Tj ET\n`).join('');
}
