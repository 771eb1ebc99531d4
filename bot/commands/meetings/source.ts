import { type SpeechFile, speechFilesOf } from '../../../domain/meetings/meeting.ts';
import { isPlan, type PlanRow, readPlan } from '../../../domain/meetings/plan-table.ts';
import type { IncomingMessage, StoredFile } from '../../../domain/message.ts';
import { type Question, questionsOf } from '../../../domain/question.ts';
import { NO_PLAN, NO_SPEECH, SPEECH_FILE_GONE, SPEECH_FILE_UNREAD } from '../../../domain/wording/meetings.ts';
import type { CommandContext, Tables } from '../command.ts';
import { partsOf } from './header.ts';

/** The material of a meeting that a message brings, and what is said about the meeting beside it. */
export interface Source {
  readonly header: string;
  readonly text?: string;
  readonly plan?: readonly PlanRow[];
  readonly file?: StoredFile;
}

/** Nothing could be read: what to tell the speaker. `waits`: the text may come in the next message. */
export interface NoSource {
  readonly tell: string;
  readonly waits?: true;
}

/** What is shorter says which meeting it was, and is no speech. */
const LEAST_CHARS = 30;
/** A message that follows 讲话转任务 and is as long as this is the text that was asked for. */
export const LEAST_AWAITED = 100;
const TABLE = /\.(?:xlsx|xlsm|xls|et|csv)$/i;

/** In this order: the text behind the words, the file that came with them, what is quoted, the file sent before. */
export async function sourceOf(context: CommandContext, awaited: Question | undefined): Promise<Source | NoSource> {
  const { message } = context;
  const own = partsOf(message.text);
  const header = own.header || (awaited?.held ? partsOf(awaited.held.message.text).header : '');
  if (own.body.length >= LEAST_CHARS) return { header, text: own.body };
  const said = [header, own.body].filter((words) => words !== '').join('，');
  if (message.file) return fromFile(said, message.file, context);
  const { quote } = message;
  if (quote && !quote.mine) {
    const named = /^\s*\[文件\]\s*(.+)$/.exec(quote.text)?.[1]?.trim();
    if (!named && quote.text.length >= LEAST_CHARS) return { header: said, text: quote.text };
    const kept = await keptFiles(context);
    const meant = named ? kept.find(({ file }) => file.name === named) : kept[0];
    return meant ? fromFile(said, meant.file, context) : { tell: SPEECH_FILE_GONE };
  }
  const [latest] = await keptFiles(context);
  return latest ? fromFile(said, latest.file, context) : { tell: NO_SPEECH, waits: true };
}

/** Files that were sent in private and might be speeches, the latest first. */
async function keptFiles({ read, speaker }: CommandContext): Promise<SpeechFile[]> {
  const kept = await read.members<SpeechFile>(speechFilesOf(speaker.id));
  return kept
    .filter(({ expiresAt }) => expiresAt > read.now)
    .sort((one, other) => other.expiresAt.getTime() - one.expiresAt.getTime());
}

async function fromFile(
  header: string,
  file: StoredFile,
  { tables, office }: CommandContext,
): Promise<Source | NoSource> {
  if (TABLE.test(file.name)) {
    const sheets = await tables.sheetsOf(file);
    if (typeof sheets === 'string') return { tell: SPEECH_FILE_UNREAD };
    const plan = readPlan(sheets, office);
    return plan ? { header, plan, file } : { tell: NO_PLAN };
  }
  const text = file.kind === 'file' ? await tables.speechIn(file) : undefined;
  return text === undefined ? { tell: SPEECH_FILE_UNREAD } : { header, text, file };
}

/** A table in a file that nobody has called a plan: told by its headings alone. */
export async function isPlanFile({ file }: IncomingMessage, tables: Tables): Promise<boolean> {
  if (file?.kind !== 'file' || !TABLE.test(file.name)) return false;
  const sheets = await tables.sheetsOf(file);
  return typeof sheets !== 'string' && isPlan(sheets);
}

/** The bot's questions about meetings in this conversation, the latest first. */
export async function meetingQuestions({ read, speaker, conversation }: CommandContext): Promise<Question[]> {
  const all = await read.members<Question>(questionsOf(speaker.id));
  return all
    .filter((one) => one.conversation === conversation && one.matter.startsWith('meeting') && one.expiresAt > read.now)
    .sort((one, other) => other.askedAt.getTime() - one.askedAt.getTime());
}
