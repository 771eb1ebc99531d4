import type { Meaning } from '../domain/meaning.ts';
import type { Meeting, SpeechFile } from '../domain/meetings/meeting.ts';
import { isToBot } from '../domain/message.ts';
import type { Person } from '../domain/people/office.ts';
import { may } from '../domain/people/rights.ts';
import type { Question } from '../domain/question.ts';
import { listWords } from './commands/meetings/correction-words.ts';
import { progressWords } from './commands/meetings/progress-words.ts';
import { isPlanFile, LEAST_AWAITED } from './commands/meetings/source.ts';
import type { Heard } from './dispatch.ts';
import { matterNumbers } from './understand/matter-numbers.ts';
import { meetingWordsEnd } from './understand/meeting-words.ts';

const BRINGS: Meaning = { intent: 'meeting', times: [] };
const PROGRESS: Meaning = { intent: 'meetings', times: [] };
const LONGEST_ANSWER = 2_000;
const SPEECH_FILE = /\.(?:txt|docx?|wps|pdf|md)$/i;

/**
 * Whether a message brings a speech or a plan, however long it is, or says what becomes of the points of a list or of the ledger.
 * Only of what was asked last among lists of meetings and rosters; bare digits and what bears a number are for others.
 */
export async function meetingIn(heard: Heard, questions: readonly Question[]): Promise<Meaning | undefined> {
  const { message, person, tables } = heard;
  if (!person || !isToBot(message)) return undefined;
  if (meetingWordsEnd(message.text) > 0) return BRINGS;
  if (message.room || !mayTurn(person, heard)) return undefined;

  const awaited = questions.find(({ about, matter }) => about === 'speech' && matter === 'meeting');
  if (message.file) {
    if (matterNumbers(message.text.slice(0, 500)).length > 0 || isOfReport(heard, questions)) return undefined;
    if (awaited && SPEECH_FILE.test(message.file.name)) return BRINGS;
    return (await isPlanFile(message, tables)) ? BRINGS : undefined;
  }
  if (awaited && message.text.length >= LEAST_AWAITED) return BRINGS;
  if (message.text.length > LONGEST_ANSWER || matterNumbers(message.text).length > 0) return undefined;
  return aboutOpen(heard, questions);
}

async function aboutOpen(
  { message, read, office }: Heard,
  questions: readonly Question[],
): Promise<Meaning | undefined> {
  const latest = questions.find(({ matter }) => matter.startsWith('meeting.') || matter.startsWith('roster.'));
  if (!latest?.matter.startsWith('meeting.') || /^\s*[\d①-⑳]{1,2}\s*$/.test(message.text)) return undefined;
  if (latest.about === 'progress' && progressWords(message.text).read) return PROGRESS;
  const list = questions.find(({ about, matter }) => about === 'list' && matter.startsWith('meeting.'));
  const meeting = list && (await read.thing<Meeting>(list.matter));
  if (!meeting) return undefined;
  const { taken, drops, confirmsDay, corrections } = listWords(message.text, meeting, {
    office,
    read,
    at: message.sentAt,
  });
  // 取消 and 好的 alone may be for what was asked later.
  const isShort = (drops || confirmsDay) && corrections.length === 0;
  return taken > 0 && (!isShort || list === questions[0]) ? BRINGS : undefined;
}

/** A file in a private chat of somebody who may turn speeches into lists is kept for a day, so that he may quote it. */
export function speechKept({ message, person, read, ...heard }: Heard): SpeechFile[] {
  const { file } = message;
  if (!person || message.room || file?.kind !== 'file' || file.sha256 === '') return [];
  if (!mayTurn(person, { message, person, read, ...heard })) return [];
  const hours = read.policy.meetings.fileHours;
  return [
    {
      id: `speech-file.${message.id.replaceAll(':', '-')}`,
      ...{ type: 'speech-file', by: person.id, file, handledAt: read.now },
      expiresAt: new Date(Math.max(message.sentAt.getTime(), read.now.getTime()) + hours * 3_600_000),
    },
  ];
}

function mayTurn(person: Person, { office, read }: Heard): boolean {
  return may({ person, right: 'split-meeting', office, day: read.calendar.dayOf(read.now) }).allowed;
}

/** The attachment of the report that was just given. */
function isOfReport({ message }: Heard, questions: readonly Question[]): boolean {
  return message.text === '' && questions.some(({ about }) => about === 'attachments');
}
