import { peopleFinder } from '../domain/duty/roster/find-person.ts';
import { rosterContext } from '../domain/duty/roster/publish-plan.ts';
import type { Roster } from '../domain/duty/roster/roster.ts';
import { settleRoster } from '../domain/duty/roster/settle.ts';
import type { Meaning } from '../domain/meaning.ts';
import { isToBot } from '../domain/message.ts';
import type { Question } from '../domain/question.ts';
import { rosterSource } from './commands/duty/roster-source.ts';
import { publishesRoster, rosterWords } from './commands/duty/roster-words.ts';
import type { Heard } from './dispatch.ts';

const MEANS_ROSTER: Meaning = { intent: 'roster', times: [] };
const LONGEST_ANSWER = 1_000;

/**
 * Whether a message brings a duty roster or says in words what the bot has asked about one; plain digits and 确认 are understood
 * as after any other question. A file that is the attachment of the report just given stays that.
 */
export async function rosterIn(heard: Heard, questions: readonly Question[]): Promise<Meaning | undefined> {
  const { message, person, office, read, tables } = heard;
  if (!person) return undefined;
  const belongsToReport = message.text === '' && questions.some(({ about }) => about === 'attachments');
  const around = { tables, office, today: read.calendar.dayOf(read.now) };
  if (message.file) return !belongsToReport && (await rosterSource(message, around)) ? MEANS_ROSTER : undefined;
  if (message.text.includes('\n') && (await rosterSource(message, around))) return MEANS_ROSTER;

  if (!isToBot(message) || message.text.length > LONGEST_ANSWER) return undefined;
  if (publishesRoster(message.text)) return MEANS_ROSTER;
  const question = questions.find(({ matter }) => matter.startsWith('roster.'));
  return question && (await answers(heard, question)) ? MEANS_ROSTER : undefined;
}

async function answers({ message, read, office }: Heard, question: Question): Promise<boolean> {
  if (/^\s*\d{1,2}\s*$/.test(message.text)) return false;
  const roster = await read.thing<Roster>(question.matter);
  if (!roster) return false;
  const context = await rosterContext(roster.unit, read);
  const { isName } = peopleFinder(office, roster.unit, context.today);
  const said = rosterWords(message.text, settleRoster(roster.draft, context), isName);
  return said.taken > 0 || said.trouble?.is === 'no-day';
}
