import type { Settings } from '../../config/settings.ts';
import type { OpenOffice } from '../../store/open-office.ts';

export interface PeriodicContext {
  readonly office: OpenOffice;
  readonly settings: Settings;
}

/** Work that the calendar asks for again and again. The tick only asks; what is to be done follows from the state. */
export interface Periodic {
  readonly name: string;
  /** When to ask, as a cron expression in Shanghai time. */
  readonly cron: string;
  run(context: PeriodicContext): Promise<void>;
}

export function definePeriodic(periodic: Periodic): Periodic {
  return periodic;
}
