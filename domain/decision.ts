import type { Meaning } from './meaning.ts';
import type { Address, IncomingMessage, Message, StoredFile } from './message.ts';
import type { Thing, ThingId } from './thing.ts';

/** What a command or a reminder wants done. It is carried out whole or not at all, and nothing else may write. */
export interface Decision {
  /** Things as they shall be from now on. */
  readonly save: readonly Thing[];
  /** Things that shall be gone. */
  readonly drop: readonly ThingId[];
  readonly say: readonly Message[];
  readonly ask: readonly Ask[];
  /** Things to be looked at again at once, whatever their agenda says (a parent whose last child has closed). */
  readonly nudge: readonly ThingId[];
}

/** What kinds of answer a question takes; an answer of another kind is not for it. */
export type AnswerKind =
  | 'confirm'
  | 'choice'
  | 'slot'
  | 'ruling'
  | 'ack'
  | 'report'
  | 'text'
  // What only those on duty are asked for; each is answered by the intent of the same name.
  | 'checkin'
  | 'zero_report'
  | 'phone_verify'
  | 'handover'
  | 'duty_log'
  // What the dispatcher does with the drafts of a key period.
  | 'kit';

/** A question of the bot that now waits for an answer. It becomes a thing of its own. */
export interface Ask {
  readonly conversation: Address;
  readonly person: ThingId;
  /** The matter asked about: a task, an assignment … */
  readonly matter: ThingId;
  /** What is asked, for the command that takes the answer: `draft`, `due`, `units` … */
  readonly about: string;
  readonly kinds: readonly AnswerKind[];
  readonly choices?: readonly Choice[];
  /** The version of the matter that was shown; an answer to an older one is answered with the newer. */
  readonly shown?: number;
  readonly expiresAt: Date;
  /** What the person had said when it turned out to be ambiguous; said again with the choice filled in. */
  readonly held?: HeldMessage;
  /** A file that waits to be told where it belongs. */
  readonly file?: StoredFile;
}

/** A message that waits for its sender to say which matter was meant. */
export interface HeldMessage {
  readonly message: IncomingMessage;
  readonly meaning: Meaning;
}

export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** Fills in what a decision leaves out. */
export function decide(part: Partial<Decision>): Decision {
  return {
    save: part.save ?? [],
    drop: part.drop ?? [],
    say: part.say ?? [],
    ask: part.ask ?? [],
    nudge: part.nudge ?? [],
  };
}

/** One decision from several about different things; where two save the same thing the later wins. */
export function merge(decisions: readonly Decision[]): Decision {
  const save = new Map(decisions.flatMap((decision) => decision.save).map((thing) => [thing.id, thing]));
  return {
    save: [...save.values()],
    drop: decisions.flatMap((decision) => decision.drop),
    say: decisions.flatMap((decision) => decision.say),
    ask: decisions.flatMap((decision) => decision.ask),
    nudge: [...new Set(decisions.flatMap((decision) => decision.nudge))],
  };
}
