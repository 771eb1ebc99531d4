import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readSpeech } from '../../bot/files/read-speech.ts';
import { UnreadableFile } from '../../bot/files/unreadable-file.ts';
import { readMeeting } from '../../bot/understand/meeting/read-meeting.ts';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { KeyPeriod } from '../../domain/calendar/key-periods.ts';
import { secrecyMarkIn } from '../../domain/secrecy/secrecy-mark.ts';
import { SECRECY_TEXT } from '../../domain/wording/general.ts';
import { jsonLines, meetingLines } from './meeting-lines.ts';

export interface MeetingOptions {
  /** The day of the meeting, 2026-01-16. Without it no deadline becomes a date. */
  readonly date?: string;
  readonly json?: boolean;
}

export interface MeetingGround {
  readonly calendar: Calendar;
  readonly periods: readonly KeyPeriod[];
}

type Out = (line: string) => void;

/** A speech of 20,000 characters is some 60 kB; whatever is far larger is no speech. */
const MOST_BYTES = 5 * 1024 ** 2;

/**
 * `zhishou meeting FILE`: the draft list of a speech, one JSON row a line or as a table in Chinese; needs no Redis and
 * changes nothing. 0 also where nothing is in it; 1 for a file that is not read, 2 for a day that is none.
 */
export async function meeting(file: string, options: MeetingOptions, ground: MeetingGround, out: Out): Promise<number> {
  const at = options.date === undefined ? undefined : morningOf(options.date);
  if (at === null) {
    out(`--date：看不懂“${options.date}”，请写成 2026-01-16`);
    return 2;
  }
  const name = basename(file);
  if (secrecyMarkIn(name)) return refused(SECRECY_TEXT, out);

  const text = await textOf(file, name);
  if ('problem' in text) return refused(text.problem, out);
  if (secrecyMarkIn(text.words)) return refused(SECRECY_TEXT, out);

  const { rows, unlisted } = readMeeting({ text: text.words, ...ground, ...(at && { at }) });
  const lines = options.json ? jsonLines(rows, unlisted) : meetingLines(rows, unlisted, { dated: at !== undefined });
  for (const line of lines) out(line);
  return 0;
}

function refused(line: string, out: Out): number {
  out(line);
  return 1;
}

/** Nine in the morning of a calendar day, Shanghai; null for a day that is none, 2026-02-30. */
function morningOf(day: string): Date | null {
  const at = new Date(`${day}T09:00:00+08:00`);
  const real = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(at.getTime());
  return real && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? at : null;
}

async function textOf(file: string, name: string): Promise<{ words: string } | { problem: string }> {
  try {
    if ((await stat(file)).size > MOST_BYTES) return { problem: '文件超过5MB，请只发讲话稿本身' };
    const words = await readSpeech({ name, bytes: await readFile(file) });
    return words === undefined ? { problem: OTHER_KIND } : { words };
  } catch (error) {
    if (error instanceof UnreadableFile) return { problem: UNREADABLE[error.reason] ?? UNREADABLE.broken! };
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES')
      return { problem: `打不开文件“${name}”，请核对路径` };
    throw error;
  }
}

const OTHER_KIND = '只读txt、docx和能复制文字的PDF。doc、wps请先另存为docx';
const UNREADABLE: Readonly<Record<string, string>> = {
  empty: '这个PDF是扫描件（或有扫描页），没有文字，请发可复制文字的PDF或Word',
  encoding: '认不出里面的文字，请另存为docx或UTF-8的txt',
  password: '文件有密码，打不开，请去掉密码再发',
  broken: '文件已损坏，请重新导出后再试',
  'too-big': '文件太大或太复杂，请只发讲话稿本身',
  'too-big-unpacked': '文件解压后过大，请只发讲话稿本身',
};
