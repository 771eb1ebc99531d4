import { type Decision, decide } from '../../../domain/decision.ts';
import type { Message } from '../../../domain/message.ts';
import { endNotice } from '../../../domain/notices/close-notice.ts';
import { answeredReceipts, waitingReceipts } from '../../../domain/notices/collections.ts';
import type { Notice, Receipt } from '../../../domain/notices/notice.ts';
import { countsWith } from '../../../domain/notices/vacant-units.ts';
import { personName } from '../../../domain/wording/names.ts';
import {
  callEndsByLeaderText,
  endedByText,
  endedText,
  endReasonWantedText,
  endsByAuthorText,
  notSentYetText,
} from '../../../domain/wording/notice-life.ts';
import type { Counts } from '../../../domain/wording/notices.ts';
import { answer, type CommandContext, defineCommand, reply } from '../command.ts';
import { mayHere } from '../rights.ts';
import { noticeNamed } from './notice-meant.ts';

/** N0107不用再等了，原因：…: whoever has not answered is not asked any more. */
export default defineCommand({
  intent: 'end_notice',
  examples: ['N0107不用再等了，原因：其余人电话已通知', '关闭 N0107 其余人已在现场'],

  async handle(context) {
    const { meaning, read, speaker } = context;
    const notice = await noticeNamed(context);
    const refusal = whoMay(notice, context);
    if (refusal) return reply(context, refusal, notice.no);
    if (notice.state === 'draft' || notice.state === 'pending')
      return reply(context, notSentYetText(notice.no), notice.no);
    if (notice.state === 'closed') return reply(context, `${notice.no}已经结束，不再等回执`, notice.no);
    if (!meaning.reason) return reply(context, endReasonWantedText(notice.no), notice.no);
    return ended(endNotice(notice, speaker.id, meaning.reason, read.now), context);
  },
});

/** Undefined where the speaker may end it; else the line that says who may. */
function whoMay(notice: Notice, context: CommandContext): string | undefined {
  if (notice.kind === 'call') {
    const verdict = mayHere(context, 'end-call');
    return verdict.allowed ? undefined : callEndsByLeaderText(notice.no, verdict.who ?? '领导');
  }
  const isOwn = notice.author === context.speaker.id;
  if (isOwn || mayHere(context, 'end-notice').allowed) return undefined;
  return endsByAuthorText(notice.no, personName(context.office, notice.author));
}

async function ended(notice: Notice, context: CommandContext): Promise<Decision> {
  const { read, speaker, text, message } = context;
  const counts = countsWith(notice, await read.count(answeredReceipts(notice.id)));
  const waiting = await read.members<Receipt>(waitingReceipts(notice.id));
  const missing = waiting.map(({ person }) => person);
  return decide({
    save: [notice],
    say: [
      answer(context, endedText(notice, counts, missing, text), notice.no),
      ...(notice.author === speaker.id ? [] : [toAuthor(notice, counts, context, message.id)]),
    ],
  });
}

function toAuthor(notice: Notice, counts: Counts, { text }: CommandContext, once: string): Message {
  return {
    ...{ to: notice.author, class: notice.urgent ? 'L0' : 'L3', text: endedByText(notice, counts, text) },
    ...{ once: `${once}.author`, about: notice.no },
  };
}
