import type { Notice, NoticeKind } from '../notices/notice.ts';
import type { ThingId } from '../thing.ts';
import { momentText } from './dates.ts';
import { personName, personWithUnit } from './names.ts';
import { feedbackDraftText, howToAnswerText } from './notice-feedback.ts';
import type { TextContext } from './tasks.ts';

export const NOTICE_NAMES: Readonly<Record<NoticeKind, string>> = { notice: '通知', warning: '预警', call: '叫应' };

/** How many of how many have answered; `total` is everybody it was handed out to. */
export interface Counts {
  readonly answered: number;
  readonly total: number;
}

const MOST_SHOWN = 60;
/** Lines of names; the rest is a number. */
const MOST_LISTED = 12;

/** What will be sent, to how many, and how to say yes. */
export function noticeDraftText(notice: Notice, units: readonly ThingId[], context: TextContext): string {
  const { office } = context;
  const unreachable = notice.people.filter((id) => !office.people.get(id)?.accounts.some(({ reachable }) => reachable));
  const names = notice.people
    .slice(0, 8)
    .map((id) => personName(office, id))
    .join('、');
  const more = notice.people.length > 8 ? '等' : '';
  const whom = `${units.length > 1 ? `${units.length}家 ` : ''}${names}${more}${notice.people.length}人`;
  return [
    `将发${NOTICE_NAMES[notice.kind]}【${notice.no}】：${notice.text}`,
    `对象：${whom}${notice.wanted ? '，要回复收到' : '，不要回执'}`,
    ...(notice.feedback ? [feedbackDraftText(notice.feedback, context)] : []),
    ...(unreachable.length > 0
      ? [`私聊发不到：${unreachable.map((id) => personName(office, id)).join('、')}，发出后给你电话`]
      : []),
    notice.urgent
      ? '不受免打扰时段限制。未应答的10分钟后给你电话名单。发出请回复“发”'
      : '发出请回复“发”，不发请回复“取消”',
  ].join('\n');
}

export function whoIsMeantText(unknown: readonly string[]): string {
  const names = unknown.map((name) => `“${name}”`).join('、');
  return `${names}不知道指谁，通知还没有发。请写明单位或姓名再说一遍`;
}

export const NOBODY_MEANT = '发给哪些单位或人？请写明再说一遍，例如“通知各乡镇……，收到请回复”';
export const SOURCE_WANTED = '预警要写明谁在几点发布，例如“19:30区气象台发布”。请补上再发一遍，通知还没有发';

/** What each person reads: the words of the author as they are. */
export function noticeText(notice: Notice, { office, calendar, now }: TextContext): string {
  const from = personWithUnit(office, notice.author, calendar.dayOf(now));
  const head = `【${NOTICE_NAMES[notice.kind]} ${notice.no}】${notice.text}`;
  const tail = notice.wanted ? `（${from}）。请回复“收到”` : `（${from}）`;
  return `${head}${tail}${notice.feedback ? howToAnswerText(notice.feedback) : ''}`;
}

/** `at` is when it may be spoken. */
export function sentText({ no, people, wanted }: Notice, at: Date, { calendar, now }: TextContext): string {
  const done = wanted ? '，收齐告诉你' : '';
  if (at > now) return `现在不是发通知的时间，${no}将在${momentText(at, now, calendar)}发给${people.length}人${done}`;
  return `${no}已发出${people.length}人${done}`;
}

export function remindText({ no, text, urgent }: Notice): string {
  const what = text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}……` : text;
  return `${no}还没有看到你的“收到”：${what}${urgent ? '。请马上回复“收到”' : '。看到请回复“收到”'}`;
}

export function receivedText(no: string): string {
  return `${no}已签收，谢谢`;
}

export function completeText({ no }: Notice, { total }: Counts): string {
  return `${no}签收${total}/${total}，已收齐`;
}

export const WHO_WAS_PHONED = '电话通知到了谁？请写明姓名，例如“龙海 已通知”';

export function phonedText({ no }: Notice, count: number, left: readonly ThingId[], { office }: TextContext): string {
  const rest = left
    .slice(0, MOST_LISTED)
    .map((id) => personName(office, id))
    .join('、');
  return `${no}已补记电话通知${count}人${left.length > 0 ? `，还剩${left.length}人：${rest}` : ''}`;
}

export function notYourNoticeText(no: string, exists: boolean): string {
  return exists ? `${no}没有发给你，不用回复` : `没有找到${no}，请核对编号`;
}
