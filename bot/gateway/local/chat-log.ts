import { closeSync, fdatasync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ChatEntry } from './chat-types.ts';

/** The append-only log on disk. What `append` returned from survives the death of the process; power loss costs 50 ms at most. */
export interface ChatLog {
  /** What was there when the log was opened. */
  readonly entries: readonly ChatEntry[];
  append(entry: ChatEntry): void;
  close(): void;
}

const SYNC_AFTER_MS = 50;

/** Drops a last line that a crash tore; throws on damage anywhere else, because skipping it would lose messages in silence. */
export function openChatLog(path: string): ChatLog {
  mkdirSync(dirname(path), { recursive: true });
  const fd = openSync(path, 'a+');
  const { entries, goodBytes } = readEntries(readFileSync(path), path);
  ftruncateSync(fd, goodBytes);
  return { entries, ...appender(fd, goodBytes) };
}

function appender(fd: number, startBytes: number): Pick<ChatLog, 'append' | 'close'> {
  let size = startBytes;
  let closed = false;
  let sync: NodeJS.Timeout | undefined;

  return {
    append(entry) {
      const line = Buffer.from(`${JSON.stringify(entry)}\n`);
      try {
        let written = 0;
        while (written < line.length) written += writeSync(fd, line, written);
      } catch (error) {
        ftruncateSync(fd, size);
        throw error;
      }
      size += line.length;
      sync ??= setTimeout(() => {
        sync = undefined;
        if (!closed) fdatasync(fd, () => {});
      }, SYNC_AFTER_MS);
    },

    close() {
      closed = true;
      clearTimeout(sync);
      closeSync(fd);
    },
  };
}

function readEntries(bytes: Buffer, path: string): { entries: ChatEntry[]; goodBytes: number } {
  const entries: ChatEntry[] = [];
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    const entry = readEntry(bytes.toString('utf8', start, end));
    const last = end === bytes.length - 1;
    if (!entry && last) break;
    if (!entry) throw new Error(`${path}: line ${entries.length + 1} is damaged`);
    entries.push(entry);
    start = end + 1;
  }
  return { entries, goodBytes: start };
}

function readEntry(line: string): ChatEntry | undefined {
  try {
    const entry = JSON.parse(line) as ChatEntry;
    return typeof entry.seq === 'number' && typeof entry.kind === 'string' ? entry : undefined;
  } catch {
    return undefined;
  }
}
