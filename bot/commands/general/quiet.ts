import { decide } from '../../../domain/decision.ts';
import { answerTo } from '../../../domain/tasks/answer-assignment.ts';
import { isOwed } from '../../../domain/tasks/status.ts';
import { dueText } from '../../../domain/wording/tasks.ts';
import { answer, defineCommand } from '../command.ts';
import { ownAssignmentMeant } from '../tasks/which-assignment.ts';

/** 别催: what has been asked so far counts as answered; the deadline and what follows it stay. */
export default defineCommand({
  intent: 'quiet',
  examples: ['别催 T0612'],

  async handle(context) {
    const assignment = await ownAssignmentMeant(context, {
      right: 'acknowledge',
      fits: isOwed,
      prompt: '别催哪一件？',
    });
    const known = answerTo(assignment, context.speaker.id, context.message.sentAt, context.message.id);
    const text = `好的，${assignment.no}在${dueText(assignment.dueAt, context.text)}当天之前不再提醒`;
    return decide({ save: [known], say: [answer(context, text, assignment.no)], nudge: [assignment.task] });
  },
});
