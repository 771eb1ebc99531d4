import { type Decision, decide, merge } from '../../../domain/decision.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import { type Question, questionsOf } from '../../../domain/question.ts';
import { acknowledge } from '../../../domain/tasks/answer-assignment.ts';
import { openAssignmentsOf } from '../../../domain/tasks/collections.ts';
import { type ReplyCall, replyCallId } from '../../../domain/tasks/reply-call.ts';
import type { Assignment, Task } from '../../../domain/tasks/task.ts';
import { unitNames } from '../../../domain/wording/names.ts';
import { type CommandContext, defineCommand, reply } from '../command.ts';
import { checkWords } from '../duty/check-words.ts';
import { checkQuestions } from '../duty/checks-meant.ts';
import { noticeNumber } from '../notices/notice-meant.ts';
import { acknowledgeNotice } from '../notices/receive.ts';
import { acknowledgeFor } from '../notices/receive-for.ts';
import { relayQuestion } from './relay-question.ts';
import { numberMeant, ownAssignmentsMeant } from './which-assignment.ts';

export default defineCommand({
  intent: 'ack',
  examples: ['收到', '收到，马上安排', 'T0612收到'],

  async handle(said) {
    const isAll = said.meaning.task === ALL.value || SAYS_ALL.test(said.message.text);
    const context = isAll ? { ...said, meaning: { ...said.meaning, task: undefined } } : said;
    const { meaning, message, speaker, room, read } = context;
    const forAnother = meaning.person ? await acknowledgeFor(context, meaning.person) : undefined;
    if (forAnother) return forAnother;
    const named = noticeNumber(context) === undefined && numberMeant(context) !== undefined;
    const call = room && !named ? await read.thing<ReplyCall>(replyCallId(room.id)) : undefined;

    const fits = (candidate: Assignment) =>
      candidate.state === 'issued' && (!room || isForRoom(candidate, context, call));
    const fitting = named ? [] : await fittingOf(context, fits);
    const noticed = named || meaning.person ? undefined : await acknowledgeNotice(context, fitting, call);
    if (noticed) return noticed;
    if (room && !named && fitting.length === 0) return decide({});
    const [called] = named || meaning.person || fitting.length > 0 ? [] : await checkQuestions(context, 'on-scene');
    if (called) return checkWords.handle({ ...context, question: called });

    // 收到 to a reminder or a ruling wants no answer; to a question of the bot it is none, and silence would say that it is.
    const isBare = fitting.length === 0 && !named && !meaning.unit && !meaning.text;
    if (isBare && !(await isAsked(context))) return decide({});

    const query = { right: 'acknowledge' as const, fits, prompt: '收到的是哪一件？', all: ALL };
    const assignments = isAll && fitting.length > 0 ? fitting : await ownAssignmentsMeant(context, query);
    const known = assignments.map((one) => acknowledge(one, speaker.id, message.sentAt, message.id));
    const saved = decide({
      save: known.filter((one, index) => one !== assignments[index]),
      nudge: [...new Set(assignments.map(({ task }) => task))],
    });
    const asked = await questionAside(context, assignments[0]!);
    if (asked) return merge([saved, asked]);
    // In a room the count speaks for itself; a private answer deserves one line.
    return room ? saved : merge([saved, reply(context, thanksText(context, assignments), assignments[0]!.no)]);
  },
});

/** Whether a question of the bot waits for this person here; pictures may follow a report and need not. */
async function isAsked({ speaker, conversation, read }: CommandContext): Promise<boolean> {
  const questions = await read.members<Question>(questionsOf(speaker.id));
  return questions.some(
    (question) =>
      question.conversation === conversation && question.expiresAt > read.now && question.about !== 'attachments',
  );
}

/** The choice beside the tasks where 收到 may be for several. */
const ALL = { label: '都收到', value: '*' };
const SAYS_ALL = /(?:都|全部?|均)已?(?:收到|收悉|知道|知悉)/;

/** A speaker of several units is told for which. */
function thanksText({ office }: CommandContext, assignments: readonly Assignment[]): string {
  const numbers = [...new Set(assignments.map(({ no }) => no))].join('、');
  const units = [...new Set(assignments.map(({ unit }) => unit))];
  return `${numbers}${units.length > 1 ? `（${unitNames(office, units)}）` : ''}已签收，谢谢`;
}

/** 收到。台账有模板吗: acknowledged, and the question goes on to whoever can answer it. In a room only if it is put to the bot. */
async function questionAside(context: CommandContext, assignment: Assignment): Promise<Decision | undefined> {
  const { meaning, message, room, read } = context;
  if (!meaning.text || (room && !message.mentionsMe)) return undefined;
  const task = await read.thing<Task>(assignment.task);
  return task && relayQuestion(context, task, meaning.text);
}

/** What was handed out in this room lately, and after anybody else's own 收到请回复. */
function isForRoom(
  candidate: Assignment,
  { read, room, message }: CommandContext,
  call: ReplyCall | undefined,
): boolean {
  const ageMs = message.sentAt.getTime() - candidate.issuedAt.getTime();
  if (candidate.room !== room!.id || ageMs > read.policy.tasks.ackHours * 3_600_000) return false;
  return !call || call.askedAt <= candidate.issuedAt;
}

/** What waits for 收到 from the speaker's units; in a room a 收到 that fits nothing of ours is somebody else's business. */
async function fittingOf(
  { speaker, read }: CommandContext,
  fits: (candidate: Assignment) => boolean,
): Promise<Assignment[]> {
  const units = unitsOf(speaker, read.calendar.dayOf(read.now));
  const open = await Promise.all(units.map((unit) => read.members<Assignment>(openAssignmentsOf(unit))));
  return open.flat().filter(fits);
}
