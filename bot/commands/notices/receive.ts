import { type Decision, decide } from '../../../domain/decision.ts';
import { receive } from '../../../domain/notices/answer-receipt.ts';
import { noticeId, openReceiptsOf, receiptId, waitingReceipts } from '../../../domain/notices/collections.ts';
import type { Notice, Receipt } from '../../../domain/notices/notice.ts';
import type { ReplyCall } from '../../../domain/tasks/reply-call.ts';
import type { Assignment } from '../../../domain/tasks/task.ts';
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
  if (receipts.length === 1 && assignments.length === 0) return received(context, receipts[0]!);

  const notices = await context.read.things<Notice>(receipts.map(({ notice }) => notice));
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
  const receipt = await read.thing<Receipt>(receiptId(no, speaker.id));
  if (receipt) return received(context, receipt);
  const notice = await read.thing<Notice>(noticeId(no));
  return room ? decide({}) : reply(context, notYourNoticeText(no, notice !== undefined), no);
}

/** In private everything that waits; in a room only what was posted there, and after anybody else's own 收到请回复. */
async function waitingHere(context: CommandContext, call: ReplyCall | undefined): Promise<Receipt[]> {
  const { read, room, speaker } = context;
  const open = await read.members<Receipt>(openReceiptsOf(speaker.id));
  return open.filter(
    ({ postedIn, sentAt }) => !room || (postedIn === room.id && (call === undefined || call.askedAt <= sentAt)),
  );
}

/** Said again it is thanked for again and counts once. In a room the count speaks for itself. */
async function received(context: CommandContext, receipt: Receipt): Promise<Decision> {
  const { message, read, room, speaker } = context;
  const known = receive(receipt, { by: speaker.id, at: message.sentAt, heardAt: read.now });
  const missing = await read.count(waitingReceipts(receipt.notice));
  return decide({
    save: known === receipt ? [] : [known],
    say: room ? [] : [answer(context, receivedText(receipt.no), receipt.no)],
    nudge: known !== receipt && missing <= NEARLY_ALL ? [receipt.notice] : [],
  });
}
