import type { Sheet, Unreadable } from '../../domain/duty/roster/sheet.ts';
import type { StoredFile } from '../../domain/message.ts';
import { LIMITS } from './limits.ts';
import { readSheets } from './read-sheets.ts';
import { readSpeech } from './read-speech.ts';
import { readPastedTable } from './read-text-table.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** Tables out of stored files and pasted texts. What is no table is an answer here and no error; `get` throws as it does. */
export function openTables(files: { get(sha256: string): Promise<Uint8Array> }) {
  // Whether a message brings a roster is asked before the roster is read; a file is taken apart once for both.
  const known = new WeakMap<StoredFile, Promise<readonly Sheet[] | Unreadable>>();
  const read = async ({ sha256, name }: StoredFile) => {
    const bytes = await files.get(sha256);
    return orReason(() => readSheets({ name, bytes }));
  };

  return {
    sheetsOf(file: StoredFile): Promise<readonly Sheet[] | Unreadable> {
      const found = known.get(file) ?? read(file);
      known.set(file, found);
      return found;
    },

    async speechIn({ sha256, name }: StoredFile): Promise<string | undefined> {
      const bytes = await files.get(sha256);
      if (bytes.byteLength === 0 || bytes.byteLength > LIMITS.packedBytes) return undefined;
      try {
        return await readSpeech({ name, bytes });
      } catch (error) {
        if (error instanceof UnreadableFile) return undefined;
        throw error;
      }
    },

    tableIn(text: string): Sheet | undefined {
      try {
        return readPastedTable(text);
      } catch (error) {
        if (error instanceof UnreadableFile) return undefined;
        throw error;
      }
    },
  };
}

async function orReason<T>(read: () => Promise<T>): Promise<T | Unreadable> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UnreadableFile) return error.reason;
    throw error;
  }
}
