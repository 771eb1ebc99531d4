import { holidayTables } from '../../../config/holidays.ts';
import { readPolicy } from '../../../config/policy.ts';
import { createCalendar } from '../../../domain/calendar/create-calendar.ts';
import { type Plan, type PlanInput, planConversation } from '../../../domain/outbox/plan.ts';
import type { ConversationState, PendingMessage } from '../../../domain/ports.ts';

export const policy = readPolicy();
export const calendar = createCalendar(holidayTables(), policy.office);

let counter = 0;

/** Wednesday 2026-01-14 10:00 in Shanghai, inside every window, unless said otherwise. */
export const WEDNESDAY_10 = new Date('2026-01-14T10:00:00+08:00');

export function at(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}:00+08:00`);
}

export function aMessage(part: Partial<PendingMessage> = {}): PendingMessage {
  counter += 1;
  return {
    to: 'person.chenli',
    class: 'L3',
    text: `T${1000 + counter}请今天报送`,
    once: `message.${counter}`,
    sinceMs: WEDNESDAY_10.getTime(),
    ...part,
  };
}

export function conversation(part: Partial<ConversationState> = {}): ConversationState {
  return { to: part.items?.[0]?.to ?? 'person.chenli', rev: 1, items: [], ...part };
}

export function planFor(items: readonly PendingMessage[], part: Partial<PlanInput> = {}): Plan {
  const state = part.state ?? conversation({ items });
  return planConversation({
    state,
    policy,
    calendar,
    now: WEDNESDAY_10,
    isRoom: state.to.startsWith('room.'),
    newEnvelopeId: 'envelope.1',
    ...part,
  });
}

/** What would be read in the chat, one string per chat message. */
export function spoken(plan: Plan): string[] {
  return (plan.envelope?.parts ?? []).map((part) => part.text);
}
