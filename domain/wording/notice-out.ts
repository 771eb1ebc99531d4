import type { Notice } from '../notices/notice.ts';
import { lastPart, type ThingId } from '../thing.ts';
import { momentText } from './dates.ts';
import { personName, personWithUnit } from './names.ts';
import { howToAnswerText } from './notice-feedback.ts';
import { NOTICE_NAMES, noticeText } from './notices.ts';
import type { TextContext } from './tasks.ts';

const MOST_SHOWN = 60;

/** `N0107` of the notice that another one puts right or calls off. */
export function noOf(notice: ThingId): string {
  return lastPart(notice);
}

/** The first words of a text, with a mark where there is more. */
export function excerpt(text: string, most = MOST_SHOWN): string {
  return text.length > most ? `${text.slice(0, most)}……` : text;
}

/** What each person reads. */
export function noticeOutText(notice: Notice, context: TextContext): string {
  if (notice.lifts) return liftedText(notice, context);
  return notice.corrects ? correctedText(notice, context) : noticeText(notice, context);
}

/** The same in a room, with @所有人 in front where a leader has agreed to it. */
export function noticeInRoomText(notice: Notice, context: TextContext): string {
  const words = noticeOutText(notice, context);
  return notice.everybodyIn && notice.approvedBy ? `@所有人 ${words}` : words;
}

/** In the own room of a unit, where the call is said once besides to each of its people. */
export function noticeInOwnRoomText(notice: Notice, context: TextContext): string {
  if (notice.lifts || notice.corrects) return noticeOutText(notice, context);
  const { office, calendar, now } = context;
  const from = personWithUnit(office, notice.author, calendar.dayOf(now));
  const head = `【${NOTICE_NAMES[notice.kind]} ${notice.no}】${notice.text}（${from}）`;
  const figures = notice.feedback ? '。反馈请私聊值守，每个单位报一次即可' : '';
  return `${head}。已逐人私聊，在私聊或本群回复“收到”都算${figures}`;
}

/** The new words, what they put right, and that the old 收到 does not count for them. */
function correctedText(notice: Notice, { office, calendar, now }: TextContext): string {
  const from = personWithUnit(office, notice.author, calendar.dayOf(now));
  const head = `【${NOTICE_NAMES[notice.kind]} ${notice.no}】${notice.text}（${from}）`;
  const first = `${noOf(notice.corrects!)}原文：${excerpt(notice.ofText ?? '')}`;
  const figures = notice.feedback ? `${howToAnswerText(notice.feedback)}，已报过的数不用再报` : '';
  const again = notice.keepsReceipts ? '回复过“收到”的不用再回' : '回复过的也请重新回复“收到”';
  const answer = notice.wanted ? again : notice.feedback ? '不用回复收到' : '不用回复';
  return `${head}\n${first}\n以本条为准。${answer}${figures}`;
}

function liftedText({ lifts, ofText, author, createdAt }: Notice, { office, calendar, now }: TextContext): string {
  const when = momentText(createdAt, now, calendar);
  return `【解除 ${noOf(lifts!)}】${personName(office, author)}${when}解除：${excerpt(ofText ?? '')}`;
}

/** Every later message about it in one room: it is there only for the names it mentions. */
export function seeAboveText({ kind, no, wanted }: Notice): string {
  return `【${NOTICE_NAMES[kind]} ${no}】内容见本群上一条${wanted ? '，请回复“收到”' : ''}`;
}

/** For the leaders, who hear of every 叫应 and need not do anything. */
export function leaderToldText(notice: Notice, { office, calendar, now }: TextContext): string {
  const from = personWithUnit(office, notice.author, calendar.dayOf(now));
  return `报告：${from}已发出叫应${notice.no}，${notice.people.length}人：${excerpt(notice.text)}。不用回复，查看请说“${notice.no}”`;
}
