/** One tag, or the text before the next one. */
const PIECE = /<([^>]{0,2000})>|([^<]+)/g;
/**
 * Not read: what was taken out or moved away while changes were tracked, field codes, the pinyin above characters, and
 * the second copy of a drawing's text.
 */
const LEFT_OUT = /^(?:w:del|w:moveFrom|w:instrText|w:delText|w:rt|mc:Fallback)(?:\s|$)/;
const TEXT_BOX = 'w:txbxContent';
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text in the main part of a Word file, one line a paragraph. */
export function docxText(xml: string): string {
  const flow = new Flow();
  const skipped: string[] = [];
  let inText = false;
  for (const [, tag, words] of xml.matchAll(PIECE)) {
    if (tag === undefined) {
      if (inText && skipped.length === 0) flow.write(plain(words!));
      continue;
    }
    const name = tag.replace(/^\//, '').split(/[\s/]/)[0]!;
    if (LEFT_OUT.test(tag) && !tag.endsWith('/')) skipped.push(name);
    else if (tag.startsWith('/') && skipped[skipped.length - 1] === name) skipped.pop();
    else if (name === 'w:t') inText = !tag.startsWith('/') && !tag.endsWith('/');
    else if (skipped.length === 0) mark(tag, name, flow);
  }
  return flow.end();
}

function mark(tag: string, name: string, flow: Flow): void {
  if (tag === '/w:p') flow.endParagraph();
  else if (name === 'w:br' || name === 'w:cr') flow.write('\n');
  else if (name === 'w:tab') flow.write('\t');
  else if (tag === TEXT_BOX) flow.openBox();
  else if (tag === `/${TEXT_BOX}`) flow.closeBox();
}

/** A text box hangs inside a paragraph; what it says comes after that paragraph and not in the middle of it. */
class Flow {
  private readonly layers = [{ text: '', boxes: '' }];

  write(words: string): void {
    this.last.text += words;
  }

  endParagraph(): void {
    this.last.text += `\n${this.last.boxes}`;
    this.last.boxes = '';
  }

  openBox(): void {
    this.layers.push({ text: '', boxes: '' });
  }

  closeBox(): void {
    if (this.layers.length === 1) return;
    const { text, boxes } = this.layers.pop()!;
    this.last.boxes += text + boxes;
  }

  /** All that was written, also where a file breaks off inside a box. */
  end(): string {
    while (this.layers.length > 1) this.closeBox();
    return this.last.text + this.last.boxes;
  }

  private get last() {
    return this.layers[this.layers.length - 1]!;
  }
}

function plain(words: string): string {
  return words.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{1,6}));/g, (all, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? all;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
