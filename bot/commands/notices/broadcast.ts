import { decide } from '../../../domain/decision.ts';
import { type Addressees, type Audience, unitsWithoutAnybody } from '../../../domain/notices/audience.ts';
import { asksEverybody, isWhoever, withoutEverybody } from '../../../domain/notices/everybody.ts';
import { asking } from '../../../domain/notices/feedback/ask-feedback.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { ownRooms } from '../../../domain/notices/own-rooms.ts';
import { kindOf, lacksSource, writeNotice } from '../../../domain/notices/write-notice.ts';
import { EVERYBODY_NOTES } from '../../../domain/wording/notice-everybody.ts';
import {
  NOBODY_MEANT,
  nobodyToTellText,
  noticeDraftText,
  SOURCE_WANTED,
  whoIsMeantText,
} from '../../../domain/wording/notices.ts';
import { answer, askSpeaker, type CommandContext, defineCommand, reply } from '../command.ts';
import { audienceNow } from './audience-now.ts';
import { everybodyFor } from './everybody.ts';

const CALL = /叫应/;

/** 通知, 预警 and 叫应: written down as a draft, shown with its addressees, sent when its author says so. */
export default defineCommand({
  intent: 'broadcast',
  right: 'send-notice',
  opens: true,
  examples: ['通知各乡镇明天上午8点停电检修，收到请回复', '发个通知，安委会成员单位周五下午3点在305开会，收到请回复'],

  async handle(context) {
    const { meaning, message, speaker, office, read, text, room } = context;
    const forAll = asksEverybody(message.text);
    const words = forAll ? withoutEverybody(meaning.content ?? '') : (meaning.content ?? '');
    const kind = kindOf(message.text, CALL.test(message.text));
    if (lacksSource({ kind, text: words })) return reply(context, SOURCE_WANTED);

    const audience = await audienceNow(addressees(context), context);
    const { units, vacancies } = audience;
    if (audience.unknown.length > 0) return reply(context, whoIsMeantText(audience.unknown));
    if (audience.people.length === 0)
      return reply(context, vacancies.length > 0 ? nobodyToTellText(vacancies, text) : NOBODY_MEANT);

    const known = room && office.rooms.get(room.id);
    const holdsAll = known !== undefined && units.length > 0 && units.every((unit) => known.units.includes(unit));
    const origin = {
      no: await read.nextNumber('N'),
      author: speaker.id,
      ...(holdsAll && { postedIn: known.id }),
      at: read.now,
    };
    const said = { text: words, ...(meaning.needAck !== undefined && { needAck: meaning.needAck }) };
    const written = forUnits(writeNotice(kind, said, audience.people, origin, read.policy.notices), audience, context);
    const settings = { office, day: read.calendar.dayOf(read.now), policy: read.policy.notices };
    const notice = asking(written, meaning.feedback, units, settings);
    const { draft, note } = forAll ? everybodyFor(notice, holdsAll ? known : undefined, context) : { draft: notice };
    const to = { units, vacancies, withoutRoom: kind === 'call' ? ownRooms(units, office).without : [] };
    const shown = [noticeDraftText(draft, to, text), ...(note ? [EVERYBODY_NOTES[note]] : [])].join('\n');
    return decide({
      save: [draft],
      say: [answer(context, shown, notice.no)],
      ask: [askSpeaker(context, { about: 'notice', matter: notice.id, kinds: ['confirm'] })],
    });
  },
});

/** With the units that nobody is told for, and of a call with the rooms of its units. */
function forUnits(notice: Notice, audience: Audience, { office, read }: CommandContext): Notice {
  const vacant = unitsWithoutAnybody(audience, office, read.calendar.dayOf(read.now)).map((unit) => ({ unit }));
  const rooms = notice.kind === 'call' ? ownRooms(audience.units, office).rooms : [];
  return { ...notice, ...(vacant.length > 0 && { vacant }), ...(rooms.length > 0 && { rooms }) };
}

/** 所有人, and nobody named beside @所有人, are those of the room it is said in. */
function addressees({ meaning, message, office, room }: CommandContext): Addressees {
  const { units = [], people = [], groups, named } = meaning;
  const before = named ? { named } : {};
  if (groups) return { units, people, scope: meaning.scope ?? [], groups, ...before };
  const said = meaning.scope ?? [];
  const forAll = asksEverybody(message.text);
  const scope = said.filter((word) => !isWhoever(word));
  const nobody = scope.length + units.length + people.length === 0;
  const known = room && office.rooms.get(room.id);
  if (known && nobody && (forAll || scope.length < said.length))
    return { people, scope, units: namesOf(known.units, office) };
  return { people, units, scope: known || forAll ? scope : said, ...before };
}

function namesOf(units: readonly string[], office: CommandContext['office']): string[] {
  return units.map((unit) => office.units.get(unit)?.name ?? unit);
}
