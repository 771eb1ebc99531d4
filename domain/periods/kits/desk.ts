import type { Office } from '../../people/office.ts';
import type { Reading } from '../../reading.ts';
import type { Step } from '../../step.ts';
import type { Thing } from '../../thing.ts';
import { PERIODS, type Period } from '../period.ts';
import { type SheetChange, sheetChanges } from './changes.ts';
import { type DueItem, itemsAhead, itemsDue, momentsOf } from './due-items.ts';
import { KIT_SHEETS, type KitSheet } from './sheet.ts';

/**
 * The office's agenda of everything that kits want to have put before the dispatchers: moments only. What is to be shown is worked
 * out from periods, kits and sheets when a moment has come, and whenever a period has changed.
 */
export interface KitDesk extends Thing {
  readonly type: 'kit-desk';
  readonly moments: readonly { readonly at: Date }[];
}

export const KIT_DESK = 'kit-desk.office';

export function kitDeskAgenda({ moments }: KitDesk): Step[] {
  return moments.map(({ at }) => ({ at, step: 'show', track: 'show', kind: 'act' }));
}

/** What the kits want at this moment. */
export interface KitNews {
  readonly due: readonly DueItem[];
  readonly changes: readonly SheetChange[];
  readonly sheets: readonly KitSheet[];
  /** Moments that lie ahead. */
  readonly moments: KitDesk['moments'];
}

/** Follows from periods, kits and sheets alone: asked as often as one likes it wants nothing twice. */
export async function kitNews(read: Reading): Promise<KitNews> {
  const { calendar, now } = read;
  const office = await read.office();
  const periods = await read.members<Period>(PERIODS);
  const sheets = await read.members<KitSheet>(KIT_SHEETS);
  const changes = sheetChanges(sheets, periods, calendar.dayOf(now), calendar);
  const current = sheets.map((sheet) => changes.find((change) => change.sheet.id === sheet.id)?.sheet ?? sheet);
  const ahead = itemsAhead(periods, current, kitSource(read, office), calendar);
  return {
    due: itemsDue(ahead, now),
    changes,
    sheets: current,
    moments: momentsOf(ahead)
      .filter((at) => at > now)
      .map((at) => ({ at })),
  };
}

export function kitSource({ policy }: Reading, office: Office) {
  return { kits: policy.kits, own: office.kits.values() };
}
