import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { IncomingMessage } from '../domain/message.ts';
import { reviveInstants } from '../domain/thing-json.ts';

/**
 * Where accepted messages wait while Redis is away: a file of one JSON line per message. `append` returns when the line is on
 * the disk. A line torn by a crash was never acknowledged and is passed over.
 */
export class Spill {
  private readonly folder: string;
  private readonly file: string;
  /** The part of the file that is being fed back; a crash leaves it for the next start. */
  private readonly feeding: string;
  private turn: Promise<unknown> = Promise.resolve();
  private tail: 'unknown' | 'clean' = 'unknown';

  constructor(folder: string) {
    this.folder = folder;
    this.file = join(folder, 'inbox-spill.jsonl');
    this.feeding = join(folder, 'inbox-spill.feeding.jsonl');
  }

  append(message: IncomingMessage): Promise<void> {
    return this.inTurn(async () => {
      await mkdir(this.folder, { recursive: true });
      const isNew = !(await exists(this.file));
      const file = await open(this.file, 'a+');
      try {
        if (this.tail === 'unknown') await endLine(file);
        this.tail = 'unknown';
        await file.appendFile(`${JSON.stringify(message)}\n`);
        await file.datasync();
        this.tail = 'clean';
      } finally {
        await file.close();
      }
      if (isNew) await syncFolder(this.folder);
    });
  }

  async isEmpty(): Promise<boolean> {
    return !(await exists(this.file)) && !(await exists(this.feeding));
  }

  /**
   * Gives every waiting message to `take`, oldest first, those that are appended meanwhile included; answers how many. If `take`
   * throws, the rest stays, and messages of the same part are given again the next time.
   */
  async feed(take: (message: IncomingMessage) => Promise<void>): Promise<number> {
    let fed = 0;
    while (await this.nextPart()) {
      for (const line of (await readFile(this.feeding, 'utf8')).split('\n')) {
        const message = read(line);
        if (!message) continue;
        await take(message);
        fed += 1;
      }
      await rm(this.feeding);
    }
    return fed;
  }

  private async nextPart(): Promise<boolean> {
    if (await exists(this.feeding)) return true;
    return this.inTurn(async () => {
      if (!(await exists(this.file))) return false;
      await rename(this.file, this.feeding);
      await syncFolder(this.folder);
      this.tail = 'unknown';
      return true;
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => {});
    return done;
  }
}

function read(line: string): IncomingMessage | undefined {
  try {
    const message = JSON.parse(line);
    reviveInstants(message);
    return message;
  } catch {
    return undefined;
  }
}

/** Closes a line that a crash has torn, so that the next one stands by itself. */
async function endLine(file: Awaited<ReturnType<typeof open>>): Promise<void> {
  const { size } = await file.stat();
  if (size === 0) return;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  if (buffer[0] !== 0x0a) await file.appendFile('\n');
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Makes a new or renamed file itself survive a power loss. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
