import { statfs } from 'node:fs/promises';
import { ask, type Place } from './redis-process.ts';

export interface DiskGuardOptions {
  readonly folder: string;
  readonly maxmemoryBytes: number;
  readonly reserveBytes: number;
  readonly onTrouble: (message: string) => void;
}

const LOOK_EACH_MS = 250;

/**
 * With `appendfsync always` Redis ends itself when the disk is full. So writes are refused a little earlier, by pretending that
 * its memory is full: reads go on, every write throws StoreFull, and both end when there is room again.
 */
export class DiskGuard {
  private readonly place: Place;
  private readonly options: DiskGuardOptions;
  private timer: NodeJS.Timeout | undefined;
  private refusing = false;

  constructor(place: Place, options: DiskGuardOptions) {
    this.place = place;
    this.options = options;
  }

  start(): void {
    this.timer = setInterval(() => void this.apply().catch(() => {}), LOOK_EACH_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  async isTight(): Promise<boolean> {
    const { bavail, bsize } = await statfs(this.options.folder);
    // Twice the reserve must be free before writing begins again, so that it does not flutter.
    return bavail * bsize < this.options.reserveBytes * (this.refusing ? 2 : 1);
  }

  async apply(): Promise<void> {
    const tight = await this.isTight();
    const bytes = tight ? 1 : this.options.maxmemoryBytes;
    // Asked each time and not only on a change: the server may have been restarted with its own settings.
    const known = await ask(this.place, 'CONFIG', 'GET', 'maxmemory').catch(() => undefined);
    if (known !== undefined && !known.endsWith(` ${bytes}`)) {
      await ask(this.place, 'CONFIG', 'SET', 'maxmemory', String(bytes)).catch(() => undefined);
    }
    if (tight === this.refusing) return;
    this.refusing = tight;
    this.options.onTrouble(
      tight ? `the disk under ${this.options.folder} is nearly full: nothing more is written` : 'there is room again',
    );
  }
}
