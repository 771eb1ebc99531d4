import type { Message } from '../../../domain/message.ts';
import type { Assignment } from '../../../domain/tasks/task.ts';
import type { ThingId } from '../../../domain/thing.ts';

/**
 * What another person hears of what somebody has just said about an assignment: at once while orders are handed out, else in the
 * morning, so that a request written at midnight wakes nobody. An urgent matter waits for no hour.
 */
export function tellOther(
  { no, priority }: Pick<Assignment, 'no' | 'priority'>,
  to: ThingId,
  text: string,
  once: string,
): Message {
  return { to, class: 'D', text, once, about: no, ...(priority !== 'normal' && { urgent: true }) };
}
