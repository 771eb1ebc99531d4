import { type Decision, decide } from '../../../domain/decision.ts';
import type { Meeting } from '../../../domain/meetings/meeting.ts';
import type { Question } from '../../../domain/question.ts';
import { SAY_AGAIN } from '../../../domain/wording/general.ts';
import { HOW_TO_CORRECT, LIST_GONE } from '../../../domain/wording/meetings.ts';
import { meetingWordsEnd } from '../../understand/meeting-words.ts';
import { answer, askSpeaker, type Command, type CommandContext, defineCommand, reply } from '../command.ts';
import { bring } from './bring.ts';
import { correct } from './correct.ts';
import { LEAST_AWAITED, meetingQuestions, sourceOf } from './source.ts';

/** 讲话转任务 with text or file, a 分工方案, and what is said about the list that is being decided. Which messages: `bot/meeting-message.ts`. */
const turnIntoList = defineCommand({
  intent: 'meeting',
  right: 'split-meeting',
  opens: true,
  examples: [
    '讲话转任务（会议：全区第一季度安全生产工作会议，1月16日）',
    '把这个讲话拆成任务',
    '会议任务分解',
    '请把会议纪要分解成任务清单',
    '分工方案',
  ],

  async handle(context) {
    const questions = await meetingQuestions(context);
    const awaited = questions.find(({ about }) => about === 'speech');
    if (!bringsSomething(context, awaited))
      return aboutList(
        context,
        questions.find(({ about }) => about === 'list'),
      );
    if (context.late) return reply(context, SAY_AGAIN);
    const source = await sourceOf(context, awaited);
    const drop = awaited ? [awaited.id] : [];
    if (!('tell' in source)) return bring(context, source, drop);
    return decide({ say: [answer(context, source.tell)], ask: source.waits ? [awaitText(context)] : [] });
  },
});

function bringsSomething({ message }: CommandContext, awaited: Question | undefined): boolean {
  if (message.file || meetingWordsEnd(message.text) > 0) return true;
  return awaited !== undefined && message.text.length >= LEAST_AWAITED;
}

const WAITS_HOURS = 1;

/** Long texts are often pasted in a message of their own. */
function awaitText(context: CommandContext) {
  const { message, meaning } = context;
  const { time: _time, times: _times, ...slots } = meaning;
  return {
    ...askSpeaker(context, { about: 'speech', matter: 'meeting', kinds: ['text'], hours: WAITS_HOURS }),
    held: { message, meaning: { ...slots, times: [] } },
  };
}

async function aboutList(context: CommandContext, question: Question | undefined): Promise<Decision> {
  const meeting = question && (await context.read.thing<Meeting>(question.matter));
  if (!meeting) return { ...reply(context, LIST_GONE), drop: question ? [question.id] : [] };
  return correct({ ...context, question }, meeting);
}

/** Words that nobody understands, right after a list was shown. */
const unknown = defineCommand({
  intent: 'unknown',
  matter: 'meeting',
  examples: [],
  handle: async (context) => reply(context, HOW_TO_CORRECT),
});

export const meetingLists: readonly Command[] = [turnIntoList, unknown];
