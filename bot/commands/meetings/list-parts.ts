import type { Ask } from '../../../domain/decision.ts';
import type { Address } from '../../../domain/message.ts';
import { type Paper, type PaperKind, paperId } from '../../../domain/papers/paper.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { askSpeaker, type CommandContext } from '../command.ts';

const WAITS_HOURS = 24 * 30;

/** What is said about the list from now on is for this one; the next question about it takes its place. */
export function listQuestion(context: CommandContext, meeting: ThingId): Ask {
  return askSpeaker(context, { about: 'list', matter: meeting, kinds: ['text'], hours: WAITS_HOURS });
}

/** The table as it then stands, to be drawn by a worker and sent. */
export function listPaper(
  { message, speaker, read }: CommandContext,
  meeting: ThingId,
  conversation: Address,
  kind: Extract<PaperKind, 'meeting-list' | 'meeting-ledger'> = 'meeting-list',
): Paper {
  return {
    id: paperId(`${message.id}.${conversation}`),
    ...{ type: 'paper', kind, units: [], meetings: [meeting], by: speaker.id },
    ...{ conversation, phones: false, askedAt: read.now },
  };
}
