import type { AnswerKind, Choice, Decision } from '../../domain/decision.ts';
import { decide } from '../../domain/decision.ts';
import type { FreshLink } from '../../domain/duty/feeds/feed.ts';
import type { Sheet, Unreadable } from '../../domain/duty/roster/sheet.ts';
import type { Intent, Meaning } from '../../domain/meaning.ts';
import type { Address, IncomingMessage, StoredFile } from '../../domain/message.ts';
import type { Office, Person, Room } from '../../domain/people/office.ts';
import type { Right } from '../../domain/people/rights.ts';
import type { Question } from '../../domain/question.ts';
import type { Reading } from '../../domain/reading.ts';
import type { TextContext } from '../../domain/wording/tasks.ts';
import type { Codes } from '../codes.ts';

/** Tables in what people send: in a file, or why it cannot be read; and pasted into a text. Besides them the words of speeches. */
export interface Tables {
  sheetsOf(file: StoredFile): Promise<readonly Sheet[] | Unreadable>;
  tableIn(text: string): Sheet | undefined;
  /** The words of a speech in a file; undefined where it is no text that can be read. */
  speechIn(file: StoredFile): Promise<string | undefined>;
}

/** Everything a command knows about the message it answers. */
export interface CommandContext {
  readonly meaning: Meaning;
  readonly message: IncomingMessage;
  readonly speaker: Person;
  readonly room: Room | undefined;
  /** Where the answer goes. */
  readonly conversation: Address;
  readonly office: Office;
  readonly read: Reading;
  /** The bot's question that this message answers, where it is clear which one. */
  readonly question?: Question;
  /** Written so long before we saw it that it may no longer open a matter. */
  readonly late: boolean;
  readonly text: TextContext;
  readonly tables: Tables;
  /** A new link to a calendar feed. */
  readonly freshLink: () => FreshLink;
}

export interface Command {
  readonly intent: Intent;
  /** Type of the thing that the answered question is about, where the same words mean another command there (确认 of a roster). */
  readonly matter?: string;
  /** Which right the speaker needs whatever the object is; rights on an object are asked for in `handle`. */
  readonly right?: Right;
  /** Opens a new matter: not done for a message that arrives late. */
  readonly opens?: boolean;
  /** Sentences that mean this command; tests read them back. */
  readonly examples: readonly string[];
  handle(context: CommandContext): Promise<Decision>;
}

export function defineCommand(command: Command): Command {
  return command;
}

/** What may be said by somebody whom no code has proved yet. */
export interface StrangerContext extends Omit<CommandContext, 'speaker' | 'question'> {
  readonly speaker: Person | undefined;
  readonly codes: Codes;
}

export interface StrangerCommand {
  readonly intent: Intent;
  readonly examples: readonly string[];
  handle(context: StrangerContext): Promise<Decision>;
}

export function defineStrangerCommand(command: StrangerCommand): StrangerCommand {
  return command;
}

/** What a choice fills in; `given` and `returned` are the shifts of a swap, by id. */
export type OpenSlot = 'task' | 'unit' | 'person' | 'with' | 'given' | 'returned' | 'item' | 'month';

/** It is not clear which matter is meant: the person is asked, and what was said is said again with the choice filled in. */
export class WhichOne extends Error {
  readonly slot: OpenSlot;
  readonly prompt: string;
  readonly choices: readonly Choice[];

  constructor(slot: OpenSlot, prompt: string, choices: readonly Choice[]) {
    super(prompt);
    this.name = 'WhichOne';
    this.slot = slot;
    this.prompt = prompt;
    this.choices = choices;
  }
}

/** An answer to the speaker, where it was said. */
export function answer(context: Pick<CommandContext, 'conversation' | 'message'>, text: string, about?: string) {
  return {
    to: context.conversation,
    class: 'R' as const,
    text,
    once: `${context.message.id}.answer`,
    ...(about && { about }),
  };
}

/** A decision that only answers. */
export function reply(
  context: Pick<CommandContext, 'conversation' | 'message'>,
  text: string,
  about?: string,
): Decision {
  return decide({ say: [answer(context, text, about)] });
}

/** The question with its numbered choices, to be put to the speaker. */
export function askSpeaker(
  context: CommandContext,
  question: {
    about: string;
    matter: string;
    kinds: readonly AnswerKind[];
    choices?: readonly Choice[];
    shown?: number;
    hours?: number;
  },
) {
  const { hours = 24, ...rest } = question;
  return {
    ...rest,
    conversation: context.conversation,
    person: context.speaker.id,
    expiresAt: new Date(context.read.now.getTime() + hours * 3_600_000),
  };
}
