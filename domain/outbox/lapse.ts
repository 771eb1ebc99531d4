import type { MessageClass } from '../message.ts';
import type { PendingMessage } from '../ports.ts';
import { lapsedText } from '../wording/outbox.ts';

/** The news that something was not said is as pressing as the thing itself, but never an answer or a dispatch. */
const NOTICE_CLASS: Readonly<Record<MessageClass, MessageClass>> = {
  L0: 'L0',
  R: 'L2',
  D: 'L2',
  L1: 'L1',
  L2: 'L2',
  L3: 'L3',
  L4: 'L3',
};

/** Whether saying this now would mislead. */
export function isLapsed(item: PendingMessage, now: Date): boolean {
  return item.notAfterMs !== undefined && item.notAfterMs < now.getTime();
}

/** What whoever is named in `lapseTo` hears about messages whose time has passed: one line each, never silence. */
export function lapseNotices(lapsed: readonly PendingMessage[], now: Date): PendingMessage[] {
  return lapsed.flatMap((item) => {
    if (!item.lapseTo) return [];
    return [
      {
        to: item.lapseTo,
        class: NOTICE_CLASS[item.class],
        text: lapsedText(item),
        once: `${item.once}.lapsed`,
        sinceMs: now.getTime(),
        ...(item.about ? { about: item.about } : {}),
      },
    ];
  });
}
