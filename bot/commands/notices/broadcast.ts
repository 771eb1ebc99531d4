import { decide } from '../../../domain/decision.ts';
import { audienceOf } from '../../../domain/notices/audience.ts';
import { kindOf, lacksSource, writeNotice } from '../../../domain/notices/write-notice.ts';
import { NOBODY_MEANT, noticeDraftText, SOURCE_WANTED, whoIsMeantText } from '../../../domain/wording/notices.ts';
import { answer, askSpeaker, type CommandContext, defineCommand, reply } from '../command.ts';

const CALL = /叫应/;

/** 通知, 预警 and 叫应: written down as a draft, shown with its addressees, sent when its author says so. */
export default defineCommand({
  intent: 'broadcast',
  right: 'send-notice',
  opens: true,
  examples: ['通知各乡镇明天上午8点停电检修，收到请回复', '发个通知，安委会成员单位周五下午3点在305开会，收到请回复'],

  async handle(context) {
    const { meaning, message, speaker, office, read, text, room } = context;
    const words = meaning.content ?? '';
    const kind = kindOf(message.text, CALL.test(message.text));
    if (lacksSource({ kind, text: words })) return reply(context, SOURCE_WANTED);

    const audience = audienceOf(addressees(context), office, read.calendar.dayOf(read.now));
    if (audience.unknown.length > 0) return reply(context, whoIsMeantText(audience.unknown));
    if (audience.people.length === 0) return reply(context, NOBODY_MEANT);

    const known = room && office.rooms.get(room.id);
    const holdsAll =
      known !== undefined && audience.units.length > 0 && audience.units.every((unit) => known.units.includes(unit));
    const origin = {
      no: await read.nextNumber('N'),
      author: speaker.id,
      ...(holdsAll && { postedIn: known.id }),
      at: read.now,
    };
    const said = { text: words, ...(meaning.needAck !== undefined && { needAck: meaning.needAck }) };
    const notice = writeNotice(kind, said, audience.people, origin, read.policy.notices);
    return decide({
      save: [notice],
      say: [answer(context, noticeDraftText(notice, audience.units, text), notice.no)],
      ask: [askSpeaker(context, { about: 'notice', matter: notice.id, kinds: ['confirm'] })],
    });
  },
});

function addressees({ meaning }: CommandContext) {
  const { units = [], scope = [], people = [] } = meaning;
  return { units, scope, people };
}
