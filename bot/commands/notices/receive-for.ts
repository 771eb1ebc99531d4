import { type Decision, decide } from '../../../domain/decision.ts';
import { receive } from '../../../domain/notices/answer-receipt.ts';
import { openReceiptsOf } from '../../../domain/notices/collections.ts';
import type { Notice, Receipt } from '../../../domain/notices/notice.ts';
import { otherOf } from '../../../domain/notices/pair.ts';
import { peopleMeant } from '../../../domain/people/find-people.ts';
import type { Person } from '../../../domain/people/office.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import {
  callInPersonText,
  nothingToReceiveForText,
  onlyLiaisonBText,
  receivedForText,
  whoIsSpokenForText,
} from '../../../domain/wording/notice-life.ts';
import { shortTitle } from '../../../domain/wording/tasks.ts';
import { answer, type CommandContext, reply, WhichOne } from '../command.ts';
import { mayHere } from '../rights.ts';
import { noticeNumber } from './notice-meant.ts';

/**
 * 代陈立收到: only of the liaison B of that person's unit; of a 叫应, where the person himself has to answer, only of the other of
 * the pair; and of whoever was asked in that person's place. Undefined where no notice waits for that person: then it can be about a task.
 */
export async function acknowledgeFor(context: CommandContext, name: string): Promise<Decision | undefined> {
  const { office, read, speaker } = context;
  const day = read.calendar.dayOf(read.now);
  const people = peopleMeant(office, name, day);
  if (people.length !== 1) return reply(context, whoIsSpokenForText(name));
  const person = people[0]!;
  if (person.id === speaker.id) return undefined;
  const no = noticeNumber(context);
  const asked = (await read.members<Receipt>(openReceiptsOf(speaker.id))).filter(
    (receipt) => receipt.person === person.id && (!no || receipt.no === no),
  );
  if (asked.length === 0 && !isLiaisonB(person, context)) return reply(context, onlyLiaisonBText(person.name));

  const open = await read.members<Receipt>(openReceiptsOf(person.id));
  const meant = open.filter((receipt) => receipt.person === person.id && (!no || receipt.no === no));
  if (meant.length === 0) return no ? reply(context, nothingToReceiveForText(no, person.name), no) : undefined;
  const notices = await read.things<Notice>(meant.map(({ notice }) => notice));
  if (notices.length > 1)
    throw new WhichOne(
      'task',
      '代签收的是哪一件？',
      notices.slice(0, 9).map((notice) => ({ label: `${notice.no} ${shortTitle(notice.text)}`, value: notice.no })),
    );
  return received(meant[0]!, notices[0]!, person, context);
}

function received(receipt: Receipt, notice: Notice, person: Person, context: CommandContext): Decision {
  const { office, read, speaker, message, text } = context;
  const day = read.calendar.dayOf(read.now);
  if (notice.kind === 'call' && otherOf(office, person.id, day)?.id !== speaker.id)
    return reply(context, callInPersonText(notice.no, person.name), notice.no);
  return decide({
    save: [receive(receipt, { by: speaker.id, at: message.sentAt, heardAt: read.now })],
    say: [answer(context, receivedForText(notice.no, [person.id], text), notice.no)],
    nudge: [notice.id],
  });
}

function isLiaisonB(person: Person, context: CommandContext): boolean {
  const { read } = context;
  return unitsOf(person, read.calendar.dayOf(read.now)).some(
    (unit) => mayHere(context, 'acknowledge-for', { unit }).allowed,
  );
}
