import { decide } from '../../../domain/decision.ts';
import { DutyRefusal } from '../../../domain/duty/duty-refusal.ts';
import { openMattersIn } from '../../../domain/duty/open-matters.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import { handOver } from '../../../domain/duty/shift-rules.ts';
import type { Message } from '../../../domain/message.ts';
import { isToBot } from '../../../domain/message.ts';
import { reachable } from '../../../domain/people/reach.ts';
import { type Question, questionsOf } from '../../../domain/question.ts';
import { HANDOVER_AGAIN, handoverNotedText, lateNotesText } from '../../../domain/wording/handover.ts';
import { answer, askSpeaker, type CommandContext, defineCommand } from '../command.ts';
import { shiftToHandOver } from './own-shift.ts';

/** 交班: what is left for the next shift. It ends nothing; that does the successor's 接班. Said after it, it is passed on. */
export default defineCommand({
  intent: 'handover',
  right: 'do-duty',
  examples: ['交班：①利民超市群众举报待回访 ②材料12:00前报区里', '交班 无', '我交班了，没有遗留'],

  async handle(context) {
    const { meaning, message, text } = context;
    const found = await shiftToHandOver(context);
    if (!found && !isToBot(context.message)) return decide({});
    if (!found) throw new DutyRefusal('NO_SHIFT');
    const { shift } = found;
    if (!meaning.notes) {
      const ask = askSpeaker(context, { about: 'handover', matter: shift.id, kinds: ['handover'], hours: 1 });
      return decide({ say: [answer(context, HANDOVER_AGAIN)], ask: [ask] });
    }

    const handed = handOver(shift, {
      notes: meaning.notes,
      openMatters: openMattersIn(meaning.notes),
      at: message.sentAt,
    });
    return decide({
      save: [handed],
      say: [answer(context, handoverNotedText(handed, text)), ...passOn(context, handed)],
      drop: await answered(context, handed),
    });
  },
});

function passOn({ office, message, speaker, text }: CommandContext, shift: Shift): Message[] {
  const { handedOverTo: to } = shift;
  if (!to || to === speaker.id) return [];
  return reachable(office, [to]).map(({ id }) => ({
    to: id,
    class: 'L1',
    text: lateNotesText(shift, text),
    once: `${message.id}.late-notes.${id}`,
  }));
}

/** The question about this shift, wherever it was put: what is said next is no part of the notes. */
async function answered({ read, speaker }: CommandContext, shift: Shift): Promise<string[]> {
  const waiting = await read.members<Question>(questionsOf(speaker.id));
  return waiting.filter(({ about, matter }) => about === 'handover' && matter === shift.id).map(({ id }) => id);
}
