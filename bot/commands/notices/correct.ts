import { decide } from '../../../domain/decision.ts';
import { correctionOf, whyNotCorrectable } from '../../../domain/notices/follow-notice.ts';
import { kindOf, lacksSource } from '../../../domain/notices/write-notice.ts';
import { correctionDraftText, correctionWantedText, notCorrectableText } from '../../../domain/wording/notice-life.ts';
import { SOURCE_WANTED } from '../../../domain/wording/notices.ts';
import { answer, askSpeaker, defineCommand, reply } from '../command.ts';
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
    const { meaning, read, speaker } = context;
    const first = await noticeNamed(context);
    assertOwn(context, first);
    const why = whyNotCorrectable(first);
    if (why) return reply(context, notCorrectableText(first, why), first.no);
    const words = meaning.content;
    if (!words) return reply(context, correctionWantedText(first.no), first.no);
    const kind = kindOf(words, false);
    if (lacksSource({ kind, text: words })) return reply(context, SOURCE_WANTED, first.no);

    const origin = { no: await read.nextNumber('N'), by: speaker.id, at: read.now };
    const correction = correctionOf(first, words, origin, read.policy.notices);
    return decide({
      save: [correction],
      say: [answer(context, correctionDraftText(correction), correction.no)],
      ask: [askSpeaker(context, { about: 'notice', matter: correction.id, kinds: ['confirm'] })],
    });
  },
});
