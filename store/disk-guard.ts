import { statfs } from 'node:fs/promises';
import { ask, type Place } from './redis-process.ts';

export interface DiskGuardOptions {
  readonly folder: string;
  readonly maxmemoryBytes: number;
  readonly reserveBytes: number;
  readonly onTrouble: (message: string) => void;
}

const LOOK_EACH_MS = 100;
/** The server may have been restarted with its own settings, so what was set is looked at again. */
const CONFIRM_EACH_MS = 2000;

/**
 * With `appendfsync always` Redis ends itself when the disk is full. So writes are refused a little earlier, by pretending that
 * its memory is full: reads go on, every write throws StoreFull, and both end when there is room again.
 */
export class DiskGuard {
  private readonly place: Place;
  private readonly options: DiskGuardOptions;
  private timer: NodeJS.Timeout | undefined;
  private refusing = false;
  private confirmedAtMs = 0;
  private running: Promise<void> | undefined;

  constructor(place: Place, options: DiskGuardOptions) {
    this.place = place;
    this.options = options;
  }

  start(): void {
    this.timer = setInterval(() => {
      this.running ??= this.apply()
        .catch(() => {})
        .finally(() => {
          this.running = undefined;
        });
    }, LOOK_EACH_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** What Redis' `maxmemory` must be just now. */
  async limitBytes(): Promise<number> {
    return (await this.isTight()) ? 1 : this.options.maxmemoryBytes;
  }

  private async apply(): Promise<void> {
    const tight = await this.isTight();
    if (tight !== this.refusing || performance.now() > this.confirmedAtMs + CONFIRM_EACH_MS) {
      await this.set(tight ? 1 : this.options.maxmemoryBytes);
    }
    if (tight === this.refusing) return;
    this.refusing = tight;
    this.options.onTrouble(
      tight ? `the disk under ${this.options.folder} is nearly full: nothing more is written` : 'there is room again',
    );
  }

  private async set(bytes: number): Promise<void> {
    this.confirmedAtMs = 0;
    const known = await ask(this.place, 'CONFIG', 'GET', 'maxmemory').catch(() => undefined);
    if (known === undefined) return;
    if (!known.endsWith(` ${bytes}`))
      await ask(this.place, 'CONFIG', 'SET', 'maxmemory', String(bytes)).catch(() => undefined);
    this.confirmedAtMs = performance.now();
  }

  private async isTight(): Promise<boolean> {
    const { bavail, bsize } = await statfs(this.options.folder);
    // Half as much again must be free before writing begins again, so that it does not flutter.
    return bavail * bsize < this.options.reserveBytes * (this.refusing ? 1.5 : 1);
  }
}
