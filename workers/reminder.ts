import type { Decision } from '../domain/decision.ts';
import type { Office } from '../domain/people/office.ts';
import type { Reading } from '../domain/reading.ts';
import type { Step } from '../domain/step.ts';
import type { Thing } from '../domain/thing.ts';
import type { TextContext } from '../domain/wording/tasks.ts';
import type { FileStore } from '../store/files/file-store.ts';

export interface ReminderContext {
  readonly step: Step;
  /** Names this occurrence for ever; `once` keys begin with it. */
  readonly occurrence: string;
  readonly now: Date;
  /** Its moment is past by more than an ordinary delay: there was an outage, and replies may still be on their way. */
  readonly late: boolean;
  readonly read: Reading;
  readonly office: Office;
  readonly text: TextContext;
  /** Absent in a preview. */
  readonly files?: Pick<FileStore, 'put'>;
}

/** `nobody`: there is no one to tell; the next step of the track is taken at once, and the dispatcher hears why. */
export type ReminderResult = Decision | 'nobody';

/** What one step of one kind of thing does when its moment has come. Looks at the thing as it is now. */
export interface Reminder<T extends Thing = Thing> {
  readonly thing: T['type'];
  readonly step: string;
  fire(thing: T, context: ReminderContext): Promise<ReminderResult>;
}

export function defineReminder<T extends Thing>(reminder: Reminder<T>): Reminder {
  return reminder as unknown as Reminder;
}

/** The step that looks at a thing whenever it is woken, because something it depends on has changed. */
export const LOOK = 'look';
