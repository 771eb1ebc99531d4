import { type Decision, decide } from '../../../domain/decision.ts';
import { receive } from '../../../domain/notices/answer-receipt.ts';
import { noticeId, openReceiptsOf, receiptId, waitingReceipts } from '../../../domain/notices/collections.ts';
import type { Notice, Receipt } from '../../../domain/notices/notice.ts';
import type { ReplyCall } from '../../../domain/tasks/reply-call.ts';
import type { Assignment } from '../../../domain/tasks/task.ts';
import { answerTheNewText, receivedForText } from '../../../domain/wording/notice-life.ts';
import { notYourNoticeText, receivedText } from '../../../domain/wording/notices.ts';
import { shortTitle } from '../../../domain/wording/tasks.ts';
import { answer, type CommandContext, reply, WhichOne } from '../command.ts';
import { noticeNumber } from './notice-meant.ts';

/**
 * While so few are missing any answer may be the last, and the notice looks whether all have come. More than are ever under way
 * at the same time: each of them may have counted before the others were written down.
 */
const NEARLY_ALL = 200;

/**
 * 收到 of a notice: of the one named or quoted, else of the only one that waits for the speaker here. Several are asked about,
 * together with `assignments`, which wait for 收到 too. Undefined where it can only be about something else.
 */
export async function acknowledgeNotice(
  context: CommandContext,
  assignments: readonly Assignment[],
  call: ReplyCall | undefined,
): Promise<Decision | undefined> {
  const no = noticeNumber(context);
  if (no) return ofNumber(context, no);
  const receipts = await waitingHere(context, call);
  if (receipts.length === 0) return undefined;
  const ids = [...new Set(receipts.map(({ notice }) => notice))];
  if (ids.length === 1 && assignments.length === 0) return received(context, receipts);

  const notices = await context.read.things<Notice>(ids);
  throw new WhichOne(
    'task',
    '收到的是哪一件？',
    [...assignments.map(({ no, title }) => ({ no, title })), ...notices.map(({ no, text }) => ({ no, title: text }))]
      .slice(0, 9)
      .map(({ no, title }) => ({ label: `${no} ${shortTitle(title)}`, value: no })),
  );
}

async function ofNumber(context: CommandContext, no: string): Promise<Decision> {
  const { read, room, speaker } = context;
  const own = await read.thing<Receipt>(receiptId(no, speaker.id));
  const open = (await read.members<Receipt>(openReceiptsOf(speaker.id))).filter((receipt) => receipt.no === no);
  if (!own && open.length === 0) {
    const notice = await read.thing<Notice>(noticeId(no));
    return room ? decide({}) : reply(context, notYourNoticeText(no, notice !== undefined), no);
  }
  const newer = own?.state === 'unanswered' ? await read.thing<Notice>(own.notice) : undefined;
  if (newer?.correctedBy) return room ? decide({}) : reply(context, answerTheNewText(newer), no);
  return received(context, [...(own ? [own] : []), ...open.filter(({ id }) => id !== own?.id)]);
}

/** In private everything that waits; in a room only what was posted there, and after anybody else's own 收到请回复. */
async function waitingHere(context: CommandContext, call: ReplyCall | undefined): Promise<Receipt[]> {
  const { read, room, speaker } = context;
  const open = await read.members<Receipt>(openReceiptsOf(speaker.id));
  return open.filter(
    ({ postedIn, alsoIn, sentAt }) =>
      !room || ([postedIn, alsoIn].includes(room.id) && (call === undefined || call.askedAt <= sentAt)),
  );
}

/**
 * Receipts of one notice: the speaker's own, and that of the other of the pair for whom he was asked. Said again it is thanked for
 * again and counts once. In a room the count speaks for itself.
 */
async function received(context: CommandContext, receipts: readonly Receipt[]): Promise<Decision> {
  const { message, read, room, speaker, text } = context;
  const { no, notice } = receipts[0]!;
  const word = { by: speaker.id, at: message.sentAt, heardAt: read.now };
  const known = receipts.map((receipt) => receive(receipt, word));
  const fresh = known.filter((receipt, index) => receipt !== receipts[index]);
  const others = receipts.filter(({ person }) => person !== speaker.id).map(({ person }) => person);
  const thanks = others.length > 0 ? receivedForText(no, others, text) : receivedText(no);
  const missing = await read.count(waitingReceipts(notice));
  return decide({
    save: fresh,
    say: room ? [] : [answer(context, thanks, no)],
    nudge: fresh.length > 0 && missing <= NEARLY_ALL ? [notice] : [],
  });
}
