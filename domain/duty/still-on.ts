import type { Message } from '../message.ts';
import type { CheckIn } from './checks/check-in.ts';
import type { Shift } from './shift.ts';

/** Steps that tell a person of a shift of his own. */
const PERSONAL = /\.duty-(?:new|ahead|tomorrow|soon)\./;
/** Steps that say that nobody has taken over. */
const MISSING = /\.(?:not-taken-over|missing-[a-z-]+)\./;

/**
 * Whether a reminder of a shift, decided a while ago, still fits: of his own shift only somebody hears who has it by now, and
 * that nobody has taken over is said only while it is so.
 */
export function isStillOn({ people, takenOverAt }: Shift, { once, to }: Pick<Message, 'once' | 'to'>): boolean {
  if (takenOverAt && MISSING.test(once)) return false;
  return !PERSONAL.test(once) || people.includes(to);
}

/** Whether a question that has not gone out yet is still for whoever it was decided for: not once that one has been relieved. */
export function isStillAsked({ askAt }: Pick<CheckIn, 'askAt'>, { handedOverAt }: Shift): boolean {
  return !handedOverAt || handedOverAt > askAt;
}
