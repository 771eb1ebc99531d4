import { UnreadableFile } from './unreadable-file.ts';

/** UTF-8, UTF-16 with its mark, or GB18030, which Excel writes on a Chinese machine; UnreadableFile for anything else. */
export function decodeText(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes);
  const encodings = marked ? [marked] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    const text = decodeAs(bytes, encoding);
    if (text !== undefined && !hasControls(text)) return text;
  }
  throw new UnreadableFile('encoding');
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** No table has them; a picture or a program read as text has plenty. */
function hasControls(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 9 || (code > 13 && code < 32)) return true;
  }
  return false;
}
