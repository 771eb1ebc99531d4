import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Children whose parent was killed end in order by themselves; they get this long, in milliseconds, and are then ended hard. */
const LEFTOVER_MS = 12_000;
const ROOT = 'start';

/** Knows in `<data>/run` which processes of the product run on a data folder. */
export class RunFolder {
  private readonly folder: string;

  /**
   * Takes a data folder for this process tree, and waits for what an earlier one that was killed has left. Throws an Error that
   * says what to do where another tree still runs on it.
   */
  static async claim(dataDir: string): Promise<RunFolder> {
    const run = new RunFolder(dataDir);
    mkdirSync(run.folder, { recursive: true });
    const other = run.running(ROOT);
    if (other)
      throw new Error(
        `"zhishou start" already runs on ${dataDir} (process ${other}); stop it first, or set ZHISHOU_DATA to another folder`,
      );
    run.note(ROOT, process.pid);
    await Promise.all(run.names().map((name) => run.end(name)));
    return run;
  }

  private constructor(dataDir: string) {
    this.folder = join(dataDir, 'run');
  }

  note(name: string, pid: number): void {
    try {
      writeFileSync(this.file(name), String(pid));
    } catch (error) {
      // A full disk must not keep a process from being started again.
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }

  release(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private names(): string[] {
    return readdirSync(this.folder)
      .flatMap((file) => (file.endsWith('.pid') ? [file.slice(0, -4)] : []))
      .filter((name) => name !== ROOT);
  }

  private async end(name: string): Promise<void> {
    const endMs = performance.now() + LEFTOVER_MS;
    for (let pid = this.running(name); pid; pid = this.running(name)) {
      if (performance.now() > endMs) process.kill(pid, 'SIGKILL');
      await sleep(50);
    }
    rmSync(this.file(name), { force: true });
  }

  /** The id of the noted process if it still runs; ids are reused, so what runs under it is looked at. */
  private running(name: string): number | undefined {
    const pid = Number.parseInt(read(this.file(name)) ?? '', 10);
    if (!pid || pid === process.pid || !isAlive(pid)) return undefined;
    const words = read(`/proc/${pid}/cmdline`)?.split('\0').filter(Boolean);
    if (!words) return pid;
    const isOurs = words.some((word) => /zhishou(\.\w+)?$/.test(word)) && (name === ROOT || words.at(-1) === name);
    return isOurs ? pid : undefined;
  }

  private file(name: string): string {
    return join(this.folder, `${name}.pid`);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
