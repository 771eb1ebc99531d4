import type { AnswerKind } from '../domain/decision.ts';
import type { Meaning } from '../domain/meaning.ts';
import type { Office } from '../domain/people/office.ts';
import { currentTenures } from '../domain/people/posts.ts';
import type { Question } from '../domain/question.ts';
import type { Heard } from './dispatch.ts';
import { type Roster, understand } from './understand/understand.ts';

/** What a message means here: the text with its quote, the office's names, and what the bot waits for from this person. */
export function understandMessage({ message, office, read, person }: Heard, questions: readonly Question[]): Meaning {
  const choice = questions.find((question) => question.kinds.includes('choice'));
  const waiting: readonly AnswerKind[] = [...new Set(questions.flatMap((question) => question.kinds))];
  return understand({
    text: message.text,
    at: message.sentAt,
    calendar: read.calendar,
    ...(person && { from: person.name }),
    soon: read.policy.tasks,
    mentions: message.mentions.map((mention) => office.byContact.get(mention)?.name ?? mention),
    addressed: message.mentionsMe || message.quote?.mine === true || message.room === undefined,
    ...(message.quote && { quote: message.quote }),
    roster: rosterOf(office),
    // Whether a bare 收到 in a room is for the bot depends on what was handed out there: the command knows.
    waiting: person ? [...waiting, 'ack', ...(message.room ? [] : (['report'] as const))] : waiting,
    ...(choice?.choices && { waitingChoices: choice.choices.length }),
  });
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
