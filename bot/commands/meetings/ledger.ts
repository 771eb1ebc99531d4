import { type Decision, decide } from '../../../domain/decision.ts';
import { ledgerRows, noteProgress } from '../../../domain/meetings/ledger.ts';
import { MEETINGS, type Meeting, openInLedger } from '../../../domain/meetings/meeting.ts';
import { type Paper, paperId } from '../../../domain/papers/paper.ts';
import { may } from '../../../domain/people/rights.ts';
import { Refusal } from '../../../domain/refusal.ts';
import {
  LEDGER_SENT,
  type MeetingRows,
  meetingsText,
  NO_MEETINGS,
  progressNotedText,
  WHICH_MEETING,
} from '../../../domain/wording/meetings-ledger.ts';
import { answer, type CommandContext, defineCommand, reply, WhichOne } from '../command.ts';
import { tasksOf } from './drafts.ts';
import { progressWords } from './progress-words.ts';
import { meetingQuestions } from './source.ts';

const HEAD =
  /^[\s,。]*(?:请|帮我)?(?:查看|查一下|查|看一下|看下|看|导出|打印)?会议部署(?:台账|台帐|情况|进展|清单|表)?[\s:,，：]*/;
const EXPORTS = /导出|打印|excel|表格|xlsx/i;

/** 会议部署: which meetings there are and what is open; its table; and how things stand, by number. */
export default defineCommand({
  intent: 'meetings',
  right: 'see-meetings',
  examples: ['会议部署', '导出会议部署', '会议部署 3已完成，5正在推进', '看一下会议部署台账'],

  async handle(context) {
    const { message, read } = context;
    const rest = message.text.normalize('NFKC').replace(HEAD, '').trim();
    const all = (await read.members<Meeting>(MEETINGS)).sort(
      (one, other) => other.readAt.getTime() - one.readAt.getTime(),
    );
    const progress = progressWords(rest);
    if (progress.read) return note(context, all, rest);
    const named = rest
      .replace(/[“”"《》]/g, '')
      .replace(EXPORTS, '')
      .trim();
    const shown = named === '' ? all : all.filter(({ name }) => name.includes(named));
    if (shown.length === 0) return reply(context, NO_MEETINGS);
    return EXPORTS.test(message.text) ? exported(context, shown) : look(context, shown);
  },
});

async function look(context: CommandContext, meetings: readonly Meeting[]): Promise<Decision> {
  const all: MeetingRows[] = [];
  for (const meeting of meetings) all.push({ meeting, rows: ledgerRows(meeting, await tasksOf(meeting, context)) });
  return reply(context, meetingsText(all, context.text));
}

function exported(context: CommandContext, meetings: readonly Meeting[]): Decision {
  const { message, speaker, read } = context;
  const paper: Paper = {
    ...{ id: paperId(message.id), type: 'paper', kind: 'meeting-ledger', units: [] },
    ...{ meetings: meetings.map(({ id }) => id), by: speaker.id, conversation: speaker.id },
    ...{ phones: false, askedAt: read.now },
  };
  return decide({ save: [paper], say: [answer(context, LEDGER_SENT)] });
}

/** Of the meeting that was asked about last, else of the only one that has these numbers open. */
async function note(context: CommandContext, all: readonly Meeting[], words: string): Promise<Decision> {
  assertNotes(context);
  const { said } = progressWords(words);
  const questions = await meetingQuestions(context);
  const asked = questions.find(({ about }) => about === 'progress');
  const chosen = context.meaning.item ? all.find(({ id }) => id === context.meaning.item) : undefined;
  const meeting =
    chosen ??
    all.find(({ id }) => id === asked?.matter) ??
    only(
      all,
      said.flatMap(({ nos }) => nos),
    );
  if (!meeting) return reply(context, NO_MEETINGS);
  const noted = noteProgress(meeting, said, context.read.now);
  return decide({
    save: [noted.meeting],
    drop: asked && openInLedger(noted.meeting).length === 0 ? [asked.id] : [],
    say: [answer(context, progressNotedText(noted))],
  });
}

function only(all: readonly Meeting[], nos: readonly number[]): Meeting | undefined {
  const open = all.filter((meeting) => openInLedger(meeting).some(({ no }) => nos.length === 0 || nos.includes(no)));
  if (open.length <= 1) return open[0] ?? all[0];
  throw new WhichOne(
    'item',
    WHICH_MEETING,
    open.slice(0, 9).map(({ id, name }) => ({ label: name, value: id })),
  );
}

function assertNotes({ speaker, office, read }: CommandContext): void {
  const verdict = may({ person: speaker, right: 'split-meeting', office, day: read.calendar.dayOf(read.now) });
  if (!verdict.allowed) throw new Refusal(verdict.refusal, { who: verdict.who ?? '' });
}
