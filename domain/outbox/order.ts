import { MESSAGE_CLASSES } from '../message.ts';
import type { PendingMessage } from '../ports.ts';

type Ranked = Pick<PendingMessage, 'class' | 'sinceMs'>;

/** Incidents before answers before everything else; inside a class the older first. */
export function bySpeakingOrder(a: Ranked, b: Ranked): number {
  return MESSAGE_CLASSES.indexOf(a.class) - MESSAGE_CLASSES.indexOf(b.class) || a.sinceMs - b.sinceMs;
}
