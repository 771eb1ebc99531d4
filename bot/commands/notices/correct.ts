import { decide } from '../../../domain/decision.ts';
import { type Addressees, type Audience, unitsWithoutAnybody } from '../../../domain/notices/audience.ts';
import { asking } from '../../../domain/notices/feedback/ask-feedback.ts';
import { feedbackOfCorrection, unitsAsked } from '../../../domain/notices/feedback/correct-feedback.ts';
import { correctionOf, type FollowOrigin, whyNotCorrectable } from '../../../domain/notices/follow-notice.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { ownRooms } from '../../../domain/notices/own-rooms.ts';
import { kindOf, lacksSource } from '../../../domain/notices/write-notice.ts';
import { correctionDraftText, correctionWantedText, notCorrectableText } from '../../../domain/wording/notice-life.ts';
import { SOURCE_WANTED, whoIsMeantText } from '../../../domain/wording/notices.ts';
import { answer, askSpeaker, type CommandContext, defineCommand, reply } from '../command.ts';
import { audienceNow } from './audience-now.ts';
import { assertOwn, noticeNamed } from './notice-meant.ts';

/** 更正 N0107 …: a new notice to everybody who had the old one, shown first and sent when its author says so. */
export default defineCommand({
  intent: 'correct_notice',
  opens: true,
  examples: [
    '更正 N0107 集合时间改为15:00',
    'N0107更正一下，集合时间改为15:00',
    'N0107有误，更正为：明天上午9点停电检修',
  ],

  async handle(context) {
    const { meaning, read, speaker, text } = context;
    const first = await noticeNamed(context);
    assertOwn(context, first);
    const why = whyNotCorrectable(first);
    if (why) return reply(context, notCorrectableText(first, why), first.no);
    const words = meaning.content;
    if (!words) return reply(context, correctionWantedText(first.no), first.no);
    const kind = kindOf(words, false);
    if (lacksSource({ kind, text: words })) return reply(context, SOURCE_WANTED, first.no);

    const added = meaning.groups ? await audienceNow(addedTo(context), context) : NOBODY_MORE;
    if (added.unknown.length > 0) return reply(context, whoIsMeantText(added.unknown), first.no);
    const origin = { no: await read.nextNumber('N'), by: speaker.id, at: read.now };
    const correction = corrected(first, added, origin, context);
    const shown = correctionDraftText(correction, { first, vacancies: added.vacancies }, text);
    return decide({
      save: [correction],
      say: [answer(context, shown, correction.no)],
      ask: [askSpeaker(context, { about: 'notice', matter: correction.id, kinds: ['confirm'] })],
    });
  },
});

const NOBODY_MORE: Audience = { people: [], units: [], unknown: [], vacancies: [] };

function addedTo({ meaning }: CommandContext): Addressees {
  return { units: [], scope: [], people: [], groups: meaning.groups ?? [] };
}

/** Read anew as a draft is: whom it goes to besides, and what it asks to be told. Whoever had the first is told in any case. */
function corrected(first: Notice, added: Audience, origin: FollowOrigin, context: CommandContext): Notice {
  const { meaning, read, office } = context;
  const day = read.calendar.dayOf(read.now);
  const vacant = unitsWithoutAnybody(added, office, day).map((unit) => ({ unit }));
  const rooms = first.kind === 'call' ? ownRooms(added.units, office).rooms : [];
  const more = { people: added.people, vacant, rooms };
  const written = correctionOf(first, meaning.content ?? '', origin, read.policy.notices, more);
  const said = feedbackOfCorrection(first, meaning.feedback, written.people.length > first.people.length, read.now);
  const settings = { office, day, policy: read.policy.notices };
  const notice = asking(written, said, unitsAsked(first, added.units, office, day), settings);
  const keeps = meaning.feedback?.alone && notice.feedback && added.people.length === 0;
  return keeps ? { ...notice, keepsReceipts: true } : notice;
}
