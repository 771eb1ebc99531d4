/** What closes, how far away it may be at most. A quotation mark without its partner encloses nothing. */
const PAIRS: Readonly<Record<string, { readonly close: string; readonly within: number }>> = {
  '(': { close: ')', within: 400 },
  '《': { close: '》', within: 60 },
  '【': { close: '】', within: 60 },
  '〔': { close: '〕', within: 20 },
  '"': { close: '"', within: 80 },
  '「': { close: '」', within: 80 },
};

/** Which characters stand in brackets or quotation marks: what divides sentences there does not divide them. */
export function enclosedIn(text: string): Uint8Array {
  const inside = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const pair = PAIRS[text[at]!];
    if (!pair) continue;
    const end = closing(text, at, pair);
    if (end < 0) continue;
    inside.fill(1, at, end + 1);
    at = end;
  }
  return inside;
}

function closing(text: string, at: number, { close, within }: { close: string; within: number }): number {
  const last = Math.min(text.length - 1, at + within);
  for (let to = at + 1; to <= last; to++) {
    if (text[to] === close) return to;
    if (text[to] === '\n') return -1;
  }
  return -1;
}
