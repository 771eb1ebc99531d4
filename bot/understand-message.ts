import { type KeyPeriod, keyPeriodsWith } from '../domain/calendar/key-periods.ts';
import type { AnswerKind } from '../domain/decision.ts';
import type { Meaning } from '../domain/meaning.ts';
import { isToBot } from '../domain/message.ts';
import type { Office } from '../domain/people/office.ts';
import { currentTenures } from '../domain/people/posts.ts';
import type { Policy } from '../domain/policy.ts';
import type { Question } from '../domain/question.ts';
import { maskedPhone } from '../domain/wording/names.ts';
import type { Heard } from './dispatch.ts';
import { explain } from './understand/explain.ts';
import { type Roster, type UnderstandInput, understand } from './understand/understand.ts';

/** What a message means here; with the log at debug, how it was read. Chatter that is none of ours is never logged. */
export function understandMessage(heard: Heard, questions: readonly Question[]): Meaning {
  const input = inputOf(heard, questions);
  const meaning = understand(input);
  const { message, log } = heard;
  const isExplained = meaning.intent !== 'ignore' && log.isLevelEnabled?.('debug');
  log.debug(
    {
      messageId: message.id,
      intent: meaning.intent,
      task: meaning.task,
      ...(isExplained && { how: explained(input) }),
    },
    'understood',
  );
  return meaning;
}

/** Telephone and identity numbers are nobody's business in a log. */
function explained(input: UnderstandInput): string[] {
  return explain(input).map((line) => line.replace(/\d{7,}/g, maskedPhone));
}

/** The text with its quote, the office's names, and what the bot waits for from this person. */
function inputOf({ message, office, read, person }: Heard, questions: readonly Question[]): UnderstandInput {
  const choice = questions.find((question) => question.kinds.includes('choice'));
  const waiting: readonly AnswerKind[] = [...new Set(questions.flatMap((question) => question.kinds))];
  return {
    text: message.text,
    at: message.sentAt,
    calendar: read.calendar,
    ...(person && { from: person.name }),
    soon: read.policy.tasks,
    periods: periodsOf(read.policy),
    mentions: message.mentions.map((mention) => office.byContact.get(mention)?.name ?? mention),
    addressed: isToBot(message),
    inRoom: message.room !== undefined,
    ...(message.quote && { quote: message.quote }),
    roster: rosterOf(office),
    // Whether a bare 收到 in a room is for the bot depends on what was handed out there: the command knows.
    waiting: person ? [...waiting, 'ack', ...(message.room ? [] : (['report'] as const))] : waiting,
    ...(choice?.choices && { waitingChoices: choice.choices.length }),
  };
}

const PERIODS = new WeakMap<Policy, readonly KeyPeriod[]>();

function periodsOf(policy: Policy): readonly KeyPeriod[] {
  const known = PERIODS.get(policy) ?? keyPeriodsWith(policy.periods);
  PERIODS.set(policy, known);
  return known;
}

const ROSTERS = new WeakMap<Office, Roster>();

/** The office's names as understanding wants them; made once per state of the office. */
function rosterOf(office: Office): Roster {
  const known = ROSTERS.get(office);
  if (known) return known;

  const roster: Roster = {
    people: [...office.people.values()].map((person) => {
      const tenure = currentTenures(person, '9999-12-31')[0] ?? person.tenures.at(-1);
      const unit = tenure && office.units.get(tenure.unit)?.name;
      return { name: person.name, ...(unit && { unit }), ...(tenure && { post: tenure.title }) };
    }),
    units: [...office.units.values()].map(({ name, aliases }) => ({ name, aliases })),
    sets: [...office.sets.values()].map(({ name, aliases }) => ({ name, aliases })),
  };
  ROSTERS.set(office, roster);
  return roster;
}
