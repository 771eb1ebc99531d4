import { decide } from '../../../domain/decision.ts';
import type { Message } from '../../../domain/message.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { askExtension } from '../../../domain/tasks/answer-assignment.ts';
import { isOwed } from '../../../domain/tasks/status.ts';
import type { Assignment } from '../../../domain/tasks/task.ts';
import { momentText } from '../../../domain/wording/dates.ts';
import { personName, unitName } from '../../../domain/wording/names.ts';
import { extensionRequestText } from '../../../domain/wording/tasks.ts';
import { answer, type CommandContext, defineCommand } from '../command.ts';
import { ownAssignmentMeant } from './which-assignment.ts';

export default defineCommand({
  intent: 'extend',
  examples: ['延期 T0612 到1月23日 两个村在搞白事，人手不够', '吊装单位还没排上，请再宽五天'],

  async handle(context) {
    const { message, meaning, speaker, office, read, text } = context;
    const assignment = await ownAssignmentMeant(context, {
      right: 'ask-extension',
      fits: (candidate) => isOwed(candidate) && candidate.dueAt !== undefined,
      prompt: '要延期的是哪一件？',
    });
    const toAt = wantedDeadline(context, assignment);
    if (!toAt) throw new Refusal('DATE_NEEDED', { no: assignment.no });
    if (!meaning.reason)
      throw new Refusal('REASON_NEEDED', {
        example: `延期 ${assignment.no} 到${momentText(toAt, text.now, read.calendar)} 人手不够`,
      });

    const asked = askExtension(
      assignment,
      { toAt, reason: meaning.reason, by: speaker.id, at: message.sentAt },
      momentText(toAt, text.now, read.calendar),
    );
    const decider = asked.reviewer;
    const request: Message = {
      to: decider,
      class: 'R',
      text: extensionRequestText(asked, text),
      once: `${message.id}.extension`,
      about: asked.no,
    };
    return decide({
      save: [asked],
      say: [
        answer(
          context,
          `已把${unitName(office, asked.unit)}的延期申请报给${personName(office, decider)}，答复前原时限不变`,
          asked.no,
        ),
        request,
      ],
      ask: [
        {
          conversation: decider,
          person: decider,
          matter: asked.id,
          about: 'extension',
          kinds: ['ruling'],
          expiresAt: new Date(read.now.getTime() + 30 * 86_400_000),
        },
      ],
    });
  },
});

/** The date that was said, or the present deadline plus the days that were said; office closing where no clock is named. */
function wantedDeadline({ meaning, read }: CommandContext, assignment: Assignment): Date | undefined {
  if (meaning.dueAt) return meaning.dueAt;
  if (!meaning.days || !assignment.dueAt) return undefined;
  const { calendar } = read;
  return calendar.at(
    calendar.addDays(calendar.dayOf(assignment.dueAt), meaning.days),
    calendar.clockOf(assignment.dueAt),
  );
}
