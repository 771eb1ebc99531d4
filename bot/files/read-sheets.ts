import type { Sheet } from '../../domain/duty/roster/sheet.ts';
import { decodeText } from './decode-text.ts';
import { LIMITS } from './limits.ts';
import { readCsv, readPastedTable } from './read-text-table.ts';
import { readWorkbook } from './read-workbook.ts';
import { isContainer, isEncrypted } from './signature.ts';
import { UnreadableFile } from './unreadable-file.ts';

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The tables in a file that somebody sent: xlsx, csv or text. What it is, is told from its bytes, since names lie.
 * Throws UnreadableFile with the reason for what is not taken.
 */
export async function readSheets(file: NamedFile): Promise<Sheet[]> {
  const { name, bytes } = file;
  if (bytes.byteLength === 0) throw new UnreadableFile('empty');
  if (bytes.byteLength > LIMITS.packedBytes) throw new UnreadableFile('too-big');
  if (isContainer(bytes, 'ole')) throw new UnreadableFile(isEncrypted(bytes) ? 'password' : 'old-excel');
  if (isContainer(bytes, 'zip')) return readWorkbook(name, bytes);
  if (/\.(xlsx|xlsm|et|xls)$/i.test(name)) throw new UnreadableFile('broken');
  if (isContainer(bytes, 'pdf')) throw new UnreadableFile('not-a-table');

  const text = decodeText(bytes);
  if (/\.csv$/i.test(name)) return [readCsv(name, text)];
  const pasted = readPastedTable(text);
  if (!pasted) throw new UnreadableFile('not-a-table');
  return [{ ...pasted, name: name.replace(/\.[^.]{1,5}$/, ''), file: name }];
}
