import { decodeText } from './decode-text.ts';
import { readDocx } from './read-docx.ts';
import { readPdf } from './read-pdf.ts';
import { isContainer, isEncrypted } from './signature.ts';
import { UnreadableFile } from './unreadable-file.ts';

export interface SpeechFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The text of a speech: txt (UTF-8, UTF-16, GB18030), docx, or a pdf with text; undefined for another kind of file.
 * UnreadableFile for one that is broken, locked, too big, or a scan (`empty`).
 */
export async function readSpeech({ name, bytes }: SpeechFile): Promise<string | undefined> {
  if (isContainer(bytes, 'zip')) return readDocx(bytes);
  if (isContainer(bytes, 'pdf')) return readPdf(bytes);
  if (isContainer(bytes, 'ole') && isEncrypted(bytes)) throw new UnreadableFile('password');
  if (/\.(?:pdf|docx)$/i.test(name)) throw new UnreadableFile('broken');
  return /\.(?:doc|wps)$/i.test(name) || isContainer(bytes, 'ole') ? undefined : decodeText(bytes);
}
