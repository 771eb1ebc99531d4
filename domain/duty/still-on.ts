import type { Message } from '../message.ts';
import type { Shift } from './shift.ts';

/** Steps that tell a person of a shift of his own. */
const PERSONAL = /\.duty-(?:new|ahead|tomorrow|soon)\./;

/** Whether a reminder of a shift, decided a while ago, still fits: of his own shift only somebody hears who has it by now. */
export function isStillOn({ people }: Shift, { once, to }: Pick<Message, 'once' | 'to'>): boolean {
  return !PERSONAL.test(once) || people.includes(to);
}
