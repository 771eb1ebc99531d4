import { type Decision, decide } from '../../../domain/decision.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { type Question, questionsOf } from '../../../domain/question.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { noFeedbackText } from '../../../domain/wording/notice-feedback.ts';
import { answer, type CommandContext, reply } from '../command.ts';

/** 不用反馈, said about a draft that would ask for it. */
export async function askNoFeedback(context: CommandContext): Promise<Decision> {
  const { read, speaker, conversation } = context;
  const questions = await read.members<Question>(questionsOf(speaker.id));
  const [latest] = questions
    .filter((question) => question.about === 'notice' && question.conversation === conversation)
    .toSorted((one, other) => other.askedAt.getTime() - one.askedAt.getTime());
  const found = latest && (await read.thing<Notice>(latest.matter));
  if (!found) throw new Refusal('WHICH_MATTER');

  const { feedback: _, ...notice } = found;
  if (notice.state !== 'draft' && notice.state !== 'pending')
    return reply(context, `${notice.no}已经发出，不再收反馈请说“解除 ${notice.no}”`, notice.no);
  return decide({ save: [notice], say: [answer(context, noFeedbackText(notice.no), notice.no)] });
}
