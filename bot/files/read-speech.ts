import { decodeText } from './decode-text.ts';
import { readDocx } from './read-docx.ts';

/** The text of a speech: txt (UTF-8, UTF-16, GB18030) or docx; undefined for another kind of file. UnreadableFile for a broken one. */
export function readSpeech({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): string | undefined {
  if (isZip(bytes)) return readDocx(bytes);
  if (/\.(?:pdf|docx?|wps)$/i.test(name) || startsWith(bytes, '%PDF')) return undefined;
  return decodeText(bytes);
}

function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, 'PK\u0003\u0004');
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((char, at) => bytes[at] === char.charCodeAt(0));
}
