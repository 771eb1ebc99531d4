import { type CommitContext, decideAndCommit } from '../domain/decide-and-commit.ts';
import type { Decision } from '../domain/decision.ts';
import { decide } from '../domain/decision.ts';
import type { FreshLink } from '../domain/duty/feeds/feed.ts';
import type { Meaning } from '../domain/meaning.ts';
import type { IncomingMessage } from '../domain/message.ts';
import { isToBot } from '../domain/message.ts';
import { roomHeard } from '../domain/people/find-rooms.ts';
import type { Office, Person, Room } from '../domain/people/office.ts';
import { withReachable } from '../domain/people/reach.ts';
import { conversationOf, type Question, questionsOf } from '../domain/question.ts';
import type { RecordedReading } from '../domain/reading.ts';
import type { Thing } from '../domain/thing.ts';
import { SAY_AGAIN, tooLongText, WENT_WRONG } from '../domain/wording/general.ts';
import type { TextContext } from '../domain/wording/tasks.ts';
import { isStoreAway } from '../store/failure.ts';
import { answering, matterOf } from './answering.ts';
import type { Codes } from './codes.ts';
import type { CommandContext, Tables } from './commands/command.ts';
import { commandFor, strangerCommandFor } from './commands/index.ts';
import { assertMay } from './commands/rights.ts';
import { expectedReads } from './expected-reads.ts';
import { feedbackIn } from './feedback-message.ts';
import { meetingIn } from './meeting-message.ts';
import { rosterIn } from './roster-message.ts';
import { attachment, noteReplyCall, recalled, strangerLine } from './side-effects.ts';
import { sayTo, spokenError } from './spoken-error.ts';
import { understandMessage } from './understand-message.ts';

/** What is longer is a paper somebody pasted; no part of it is taken for an order or a report. */
const MOST_READ_CHARS = 5_000;

export interface DispatchContext extends CommitContext {
  readonly codes: Codes;
  readonly tables: Tables;
  readonly freshLink: () => FreshLink;
  readonly log: {
    debug(fields: object, text: string): void;
    error(fields: object, text: string): void;
    isLevelEnabled?(level: 'debug'): boolean;
  };
  /** Test switch: may end the process at a named point. */
  readonly crashPoint?: (name: string) => void;
}

export type Handled = 'done' | 'ignored' | 'repeated';

/** One message in, one Decision out, committed with the message's id so that a replay does nothing a second time. */
export async function dispatch(message: IncomingMessage, context: DispatchContext): Promise<Handled> {
  try {
    return await handle(message, context, decisionFor);
  } catch (error) {
    if (isStoreAway(error)) throw error;
    context.log.error({ messageId: message.id, err: error }, 'a message could not be handled');
    return giveUpOn(message, context);
  }
}

/** Without reading it: whoever wrote it is told that it did not work out. */
export function giveUpOn(message: IncomingMessage, context: DispatchContext): Promise<Handled> {
  return handle(message, context, async (heard) => sayTo(heard, WENT_WRONG));
}

/** A message with everything about who said it where, on one reading. */
export interface Heard {
  readonly message: IncomingMessage;
  readonly read: RecordedReading;
  readonly office: Office;
  readonly person: Person | undefined;
  /** A room that the office knows, so that it can be spoken to. */
  readonly room: Room | undefined;
  /** The room it was said in, also where nobody has bound it; decides rights. */
  readonly heardIn: Room | undefined;
  readonly text: TextContext;
  readonly codes: Codes;
  readonly tables: Tables;
  readonly freshLink: () => FreshLink;
  readonly late: boolean;
  readonly log: DispatchContext['log'];
}

async function handle(
  message: IncomingMessage,
  context: DispatchContext,
  decideOn: (heard: Heard) => Promise<Decision>,
): Promise<Handled> {
  const outcome = await decideAndCommit(
    `message ${message.id}`,
    context,
    async (read) => {
      const heard = await hear(message, read, context);
      const decision = withFindings(heard, await decideOn(heard));
      return isNothing(decision) ? undefined : { decision, actor: actorOf(heard) };
    },
    {
      expected: () => expectedReads(message, context),
      onStage: (stage) => context.crashPoint?.(stage === 'decided' ? 'commit.before' : 'commit.after'),
    },
  );
  return outcome === 'nothing' ? 'ignored' : outcome;
}

async function hear(message: IncomingMessage, read: RecordedReading, context: DispatchContext): Promise<Heard> {
  const office = await read.office();
  const heard = message.room && roomHeard(office, message.room);
  const lateMs = message.receivedAt.getTime() - message.sentAt.getTime();
  return {
    message,
    read,
    office,
    person: office.byContact.get(message.from.contactId),
    room: heard && heard.kind !== 'unbound' ? heard.room : undefined,
    heardIn: heard?.room,
    text: { office, calendar: read.calendar, now: read.now },
    codes: context.codes,
    tables: context.tables,
    freshLink: context.freshLink,
    late: lateMs > context.policy.message.lateMinutes * 60_000,
    log: context.log,
  };
}

async function decisionFor(heard: Heard): Promise<Decision> {
  const { message, person } = heard;
  if (message.kind === 'recall') return recalled(heard);

  const questions = person ? await openQuestions(heard, person) : [];
  const called = noteReplyCall(heard);
  if (called) return called;
  const roster = (await meetingIn(heard, questions)) ?? (await rosterIn(heard, questions));
  if (!roster && message.file && message.text === '') return attachment(heard, questions);
  if (!roster && person && message.text.length > MOST_READ_CHARS) return tooLong(heard);

  const meaning = roster ?? (await feedbackIn(heard, questions, understandMessage(heard, questions)));
  if (meaning.intent === 'ignore') return decide({});

  const stranger = strangerCommandFor(meaning.intent);
  const place = { ...heard, room: heard.heardIn };
  const conversation = conversationOf(message, person?.id, heard.room?.id);
  if (stranger)
    return guarded(heard, meaning, () => stranger.handle({ ...place, meaning, speaker: person, conversation }));
  if (!person) return strangerLine(heard, meaning);

  const said = { ...place, meaning, speaker: person, conversation };
  return guarded(heard, meaning, async () => {
    const answered = answering(said, questions);
    // What is still open is asked about the message that was held, not about the digit that answered.
    const decision = await guarded({ ...heard, message: answered.message }, answered.meaning, () =>
      run(answered, heard),
    );
    return answered.message === message ? decision : withoutQuestion(decision, answered.question);
  });
}

/** A choice that has led to something is over: the same digit again must not do it again. After a refusal another may be chosen. */
function withoutQuestion(decision: Decision, question: Question | undefined): Decision {
  const isDone = decision.save.length + decision.ask.length > 0;
  return question && isDone ? { ...decision, drop: [...decision.drop, question.id] } : decision;
}

function tooLong(heard: Heard): Decision {
  const { message } = heard;
  return isToBot(message) ? sayTo(heard, tooLongText(message.text.length)) : decide({});
}

/** Questions of this person in this conversation that still wait, the latest first. */
async function openQuestions({ message, room, read }: Heard, person: Person): Promise<Question[]> {
  const conversation = conversationOf(message, person.id, room?.id);
  const all = await read.members<Question>(questionsOf(person.id));
  return all
    .filter((question) => question.conversation === conversation && question.expiresAt > read.now)
    .sort((a, b) => b.askedAt.getTime() - a.askedAt.getTime() || (a.id < b.id ? 1 : -1));
}

async function run(context: CommandContext, heard: Heard): Promise<Decision> {
  const command = commandFor(context.meaning.intent, matterOf(context));
  if (!command) throw new Error(`nobody handles the intent "${context.meaning.intent}"`);
  if (command.opens && context.late) return sayTo(heard, SAY_AGAIN);
  if (command.right) assertMay(context, command.right);
  return command.handle(context);
}

/** A Refusal is what the person hears; WhichOne becomes a numbered choice; anything else goes on up. */
async function guarded(heard: Heard, meaning: Meaning, handle: () => Promise<Decision>): Promise<Decision> {
  try {
    return await handle();
  } catch (error) {
    const decision = spokenError(heard, meaning, error);
    if (!decision) throw error;
    return decision;
  }
}

/** What a message shows besides what it says: its sender can be written to again, its room is the one the office file means. */
function withFindings({ message, person, room, office }: Heard, decision: Decision): Decision {
  const found: Thing[] = [];
  if (person && !message.room) {
    const reachable = withReachable(person, message.from.contactId, true);
    if (reachable !== person) found.push(reachable);
  }
  // Only together with something else: chatter in a room must not cause a commit of its own.
  if (room && office.rooms.get(room.id) !== room && !isNothing(decision)) found.push(room);
  const fresh = found.filter((thing) => !decision.save.some((saved) => saved.id === thing.id));
  return fresh.length > 0 ? { ...decision, save: [...decision.save, ...fresh] } : decision;
}

function isNothing(decision: Decision): boolean {
  return (
    decision.save.length + decision.drop.length + decision.say.length + decision.ask.length + decision.nudge.length ===
    0
  );
}

function actorOf({ message, person, room }: Heard) {
  return {
    ...(person && { person: person.id }),
    contactId: message.from.contactId,
    ...(room && { room: room.id }),
    messageId: message.id,
  };
}
