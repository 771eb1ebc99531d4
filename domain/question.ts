import type { AnswerKind, Ask, Choice, HeldMessage } from './decision.ts';
import { defineKind } from './kind.ts';
import type { Address, IncomingMessage, StoredFile } from './message.ts';
import type { Step } from './step.ts';
import type { Thing, ThingId } from './thing.ts';

/** A question of the bot that waits for one person's answer in one conversation. */
export interface Question extends Thing {
  readonly type: 'question';
  readonly conversation: Address;
  readonly person: ThingId;
  readonly matter: ThingId;
  readonly about: string;
  readonly kinds: readonly AnswerKind[];
  readonly choices?: readonly Choice[];
  readonly shown?: number;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly held?: HeldMessage;
  readonly file?: StoredFile;
}

/** Asked again about the same matter in the same conversation a question replaces the older one: only one of them can be answered. */
export function questionFrom(ask: Ask, now: Date): Question {
  const id = `question.${ask.person}.${ask.conversation}.${ask.about}.${ask.matter}`;
  return { id, type: 'question', ...ask, askedAt: now, handledAt: now };
}

/** The collection that lists what waits for a person. */
export function questionsOf(person: ThingId): string {
  return `questions.${person}`;
}

/** An unanswered question simply goes; whatever depended on it has its own ladder. */
export function questionAgenda(question: Question): Step[] {
  return [{ at: question.expiresAt, step: 'expire', track: 'expire', kind: 'act' }];
}

/** Where a message was said, as an address the outbox understands. */
export function conversationOf(
  message: IncomingMessage,
  person: ThingId | undefined,
  room: ThingId | undefined,
): Address {
  return room ?? person ?? `contact.${message.from.contactId}`;
}

export const questionKind = defineKind<Question>({
  type: 'question',
  agenda: questionAgenda,
  collections: (question) => [questionsOf(question.person)],
  audited: false,
});
