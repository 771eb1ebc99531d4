import { setImmediate } from 'node:timers/promises';
import type { DueEntry } from './alarm-groups.ts';
import type { Due } from './commit.ts';
import type { AlarmIndex } from './keys.ts';

/** Where alarms are filed. */
export interface AlarmFile {
  add(entries: readonly DueEntry[]): Promise<void>;
}

/**
 * Carries what commits made due at once to the alarm clock. Nobody waits for it: entries of many commits are gathered while the
 * last ones are being filed. What it cannot deliver, or what dies with the process, the sweep finds.
 */
export class Relay {
  private readonly alarms: Readonly<Record<AlarmIndex, AlarmFile>>;
  private readonly onTrouble: (error: Error) => void;
  private readonly waiting = { wakes: new Map<string, number>(), outbox: new Map<string, number>() };
  private readonly crashPoint: (name: string) => void;
  private running: Promise<void> | undefined;

  /** `crashPoint` is the test switch: it may end the process at a named point. */
  constructor(
    alarms: Readonly<Record<AlarmIndex, AlarmFile>>,
    onTrouble: (error: Error) => void = () => {},
    crashPoint: (name: string) => void = () => {},
  ) {
    this.alarms = alarms;
    this.onTrouble = onTrouble;
    this.crashPoint = crashPoint;
  }

  /** To be given to the store. */
  readonly onDue = (due: readonly Due[]): void => {
    for (const { index, id, atMs } of due) {
      const known = this.waiting[index].get(id);
      if (known === undefined || atMs < known) this.waiting[index].set(id, atMs);
    }
    this.running ??= this.run();
  };

  /** Resolves when everything handed over so far is filed or given up. */
  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  private async run(): Promise<void> {
    await setImmediate();
    while (this.waiting.wakes.size + this.waiting.outbox.size > 0) {
      await Promise.all([this.carry('wakes'), this.carry('outbox')]);
    }
    this.running = undefined;
  }

  private async carry(index: AlarmIndex): Promise<void> {
    const entries = [...this.waiting[index]].map(([id, atMs]) => ({ id, atMs }));
    this.waiting[index].clear();
    if (entries.length === 0) return;
    const filed = this.alarms[index].add(entries).then(() => this.crashPoint('relay.filed'));
    await filed.catch(this.onTrouble);
  }
}
