import type { Settings } from '../../config/settings.ts';
import type { FileStore } from '../../store/files/file-store.ts';
import type { OpenOffice } from '../../store/open-office.ts';
import type { Tick } from '../../store/ticks.ts';

export interface PeriodicContext {
  readonly office: OpenOffice;
  readonly settings: Settings;
  readonly files: FileStore;
}

/** Work that the calendar asks for again and again. The tick only asks; what is to be done follows from the state. */
export interface Periodic extends Tick {
  run(context: PeriodicContext): Promise<void>;
}

export function definePeriodic(periodic: Periodic): Periodic {
  return periodic;
}
