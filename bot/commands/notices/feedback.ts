import { decide } from '../../../domain/decision.ts';
import { receive } from '../../../domain/notices/answer-receipt.ts';
import { receiptId, waitingReceipts } from '../../../domain/notices/collections.ts';
import { feedbackTableId, waitingFeedbacks } from '../../../domain/notices/feedback/collections.ts';
import { giveFeedback, missingFields } from '../../../domain/notices/feedback/give-feedback.ts';
import type { Receipt } from '../../../domain/notices/notice.ts';
import { unitName } from '../../../domain/wording/names.ts';
import { feedbackTakenText, feedbackUnclearText } from '../../../domain/wording/notice-feedback.ts';
import { shortTitle } from '../../../domain/wording/tasks.ts';
import { answer, type CommandContext, defineCommand, reply, WhichOne } from '../command.ts';
import { type FeedbackMeant, feedbacksMeant } from './feedback-meant.ts';
import { askNoFeedback } from './feedback-off.ts';

/** While so few are missing any answer may be the last: see the receipts. */
const NEARLY_ALL = 200;

/** 转移12户31人, 青山镇 12户31人: the figures a notice asks for. They say that it was received as well. */
export default defineCommand({
  intent: 'feedback',
  examples: [],

  async handle(context) {
    const { meaning, room } = context;
    if (meaning.approve === false) return askNoFeedback(context);
    const found = await feedbacksMeant({
      ...context,
      ...(meaning.task && { no: meaning.task }),
      ...(meaning.unit && { unit: meaning.unit }),
    });
    const { feedback, notice, answer: said } = theOne(found, context);
    if (said.kind === 'unclear')
      return reply(context, feedbackUnclearText(feedback.no, notice.feedback!.fields), feedback.no);

    const { message, speaker, read } = context;
    const given = { by: speaker.id, at: message.sentAt, words: message.text.trim(), values: said.values };
    const known = giveFeedback(feedback, given, notice, read.now);
    const receipt = await read.thing<Receipt>(receiptId(feedback.no, speaker.id));
    const received = receipt && receive(receipt, { by: speaker.id, at: message.sentAt, heardAt: read.now });
    const isNews = received !== undefined && received !== receipt;
    const waiting = await read.count(waitingFeedbacks(notice.id));
    const unreceived = isNews ? await read.count(waitingReceipts(notice.id)) : 0;
    // In a room the figures stand there for everybody to see; only what is missing is said.
    const isSpoken = !room || missingFields(known, notice).length > 0;
    return decide({
      save: [known, ...(isNews ? [received] : [])],
      say: isSpoken ? [answer(context, feedbackTakenText(known, notice, context.text), feedback.no)] : [],
      nudge: [
        ...(waiting <= NEARLY_ALL ? [feedbackTableId(feedback.no)] : []),
        ...(isNews && unreceived <= NEARLY_ALL ? [notice.id] : []),
      ],
    });
  },
});

/** The only one that fits; which of several was meant is asked. */
function theOne(found: readonly FeedbackMeant[], { office }: CommandContext): FeedbackMeant {
  const clear = found.filter(({ answer: { kind } }) => kind === 'given');
  const fitting = clear.length > 0 ? clear : found;
  const [first, ...more] = fitting;
  if (!first) throw new Error('a feedback was understood that fits nothing any more');
  if (more.length === 0) return first;
  const numbers = new Map(fitting.map(({ notice }) => [notice.no, notice]));
  if (numbers.size > 1) {
    const choices = [...numbers.values()]
      .slice(0, 9)
      .map(({ no, text }) => ({ label: `${no} ${shortTitle(text)}`, value: no }));
    throw new WhichOne('task', '报的是哪一件？', choices);
  }
  const choices = fitting.slice(0, 9).map(({ feedback: { of } }) => unitName(office, of));
  throw new WhichOne(
    'unit',
    '报的是哪个单位的？',
    choices.map((label) => ({ label, value: label })),
  );
}
