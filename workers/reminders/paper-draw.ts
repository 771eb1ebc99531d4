import { type Decision, decide } from '../../domain/decision.ts';
import type { Message, StoredFile } from '../../domain/message.ts';
import type { Paper } from '../../domain/papers/paper.ts';
import { dispatchers, holdersOfRole } from '../../domain/people/find-people.ts';
import { LIST_GONE } from '../../domain/wording/meetings.ts';
import { noticeGoneText } from '../../domain/wording/notice-export.ts';
import {
  noShiftForSheetText,
  nothingForMonthText,
  paperFailedAdminText,
  paperFailedText,
} from '../../domain/wording/papers.ts';
import { isStoreAway } from '../../store/failure.ts';
import { defineReminder, type ReminderContext } from '../reminder.ts';
import { rendererFor } from '../render/index.ts';
import { written } from '../render/written.ts';

const MOST_TRIES = 3;
const TRY_AGAIN_MS = 20_000;

/** Draws a document, keeps its bytes and sends it. After three failures whoever waits for it is told, and the administrator why. */
export const paperDraw = defineReminder<Paper>({
  thing: 'paper',
  step: 'draw',

  async fire(paper, context) {
    try {
      return await drawn(paper, context);
    } catch (error) {
      if (isStoreAway(error)) throw error;
      return failed(paper, error, context);
    }
  },
});

async function drawn(paper: Paper, { read, text, files, occurrence }: ReminderContext): Promise<Decision> {
  const drawing = await rendererFor(paper.kind).draw(paper, { read, text });
  const say = (words: string, file?: StoredFile): Message => ({
    ...{ to: paper.conversation, class: 'R', text: words, once: `${occurrence}.${paper.conversation}` },
    ...(file && { file }),
  });
  if (!drawing) return decide({ drop: [paper.id], say: [say(nothingText(paper, text))] });

  const { bytes, ending } = await written(drawing, paper.askedAt);
  // A preview plays this through and leaves nothing behind.
  const file = await files?.put(bytes, `${drawing.name}.${ending}`);
  return decide({ drop: [paper.id], say: [say(drawing.text, file)] });
}

function nothingText(paper: Paper, text: ReminderContext['text']): string {
  if (paper.meetings) return LIST_GONE;
  if (paper.notice) return noticeGoneText(paper.notice);
  return paper.month
    ? nothingForMonthText(paper.month, paper.units, text)
    : noShiftForSheetText(paper.units[0]!, undefined, text);
}

function failed(paper: Paper, error: unknown, { now, office, read, text, occurrence }: ReminderContext): Decision {
  const failures = (paper.failures ?? 0) + 1;
  if (failures < MOST_TRIES) {
    const again: Paper = { ...paper, failures, againAt: new Date(now.getTime() + TRY_AGAIN_MS) };
    return decide({ save: [again] });
  }
  const reason = error instanceof Error ? error.message : String(error);
  const day = read.calendar.dayOf(now);
  const [administrator] = [...holdersOfRole(office, 'sysadmin', day), ...dispatchers(office, day)];
  return decide({
    drop: [paper.id],
    say: [
      { to: paper.conversation, class: 'R', text: paperFailedText(paper), once: `${occurrence}.failed` },
      ...(administrator
        ? [
            {
              to: administrator.id,
              class: 'L2' as const,
              text: paperFailedAdminText(paper, reason, text),
              once: `${occurrence}.failed.${administrator.id}`,
            },
          ]
        : []),
    ],
  });
}
