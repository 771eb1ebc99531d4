import type { Notice } from './notice.ts';

/** It is over: receipts that still wait are no longer asked for. */
export function closeNotice(notice: Notice, because: NonNullable<Notice['closedBecause']>, at: Date): Notice {
  return { ...notice, state: 'closed', closedAt: at, closedBecause: because };
}
