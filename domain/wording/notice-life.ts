import type { Vacancy } from '../notices/audience.ts';
import type { FeedbackField } from '../notices/feedback/feedback.ts';
import type { NotCorrectable } from '../notices/follow-notice.ts';
import type { Notice } from '../notices/notice.ts';
import type { Period } from '../periods/period.ts';
import type { ThingId } from '../thing.ts';
import { clockText, momentText } from './dates.ts';
import { personName } from './names.ts';
import { fieldsText } from './notice-feedback.ts';
import { excerpt, noOf } from './notice-out.ts';
import { type Counts, missedText, NOTICE_NAMES } from './notices.ts';
import type { TextContext } from './tasks.ts';

const MOST_LISTED = 12;
const MOST_OF_CHOICE = 20;

/** The echo of a correction: nothing has happened to the first one yet. */
export function correctionDraftText(
  notice: Notice,
  { first, vacancies }: { readonly first: Notice; readonly vacancies: readonly Vacancy[] },
  context: TextContext,
): string {
  const again = notice.keepsReceipts ? '，已回复收到的不用再回' : notice.wanted ? '，要重新回复收到' : '，不要回执';
  const changes = changesText(first, notice, context);
  const missed = missedText(notice, vacancies, context);
  const no = noOf(notice.corrects!);
  return [
    `将发${NOTICE_NAMES[notice.kind]}【${notice.no}】：${notice.text}`,
    `${no}原文：${excerpt(notice.ofText ?? '')}`,
    `对象：${no}发给的${first.people.length}人${again}；发出后不再催${no}`,
    ...(changes ? [`改动：${changes}`] : []),
    ...(missed ? [missed] : []),
    '发出请回复“发”，不发请回复“取消”',
  ].join('\n');
}

/** 反馈时限21:00改为22:00，加报车辆数，对象增加3人: what was read out of the words, so that a slip is seen before it is sent. */
function changesText(first: Notice, { feedback, people }: Notice, { office, calendar, now }: TextContext): string {
  const before = first.feedback;
  const due = (at: Date | undefined) => (at ? clockText(at, now, calendar) : '没有时限');
  const has = (fields: readonly FeedbackField[] | undefined, stem: string) => fields?.some((one) => one.stem === stem);
  const more = feedback?.fields.filter(({ stem }) => !has(before?.fields, stem)) ?? [];
  const less = feedback ? (before?.fields ?? []).filter(({ stem }) => !has(feedback.fields, stem)) : [];
  const moved = feedback && feedback.dueAt?.getTime() !== before?.dueAt?.getTime();
  const added = people.filter((id) => !first.people.includes(id));
  const names = added.slice(0, MOST_LISTED).map((id) => personName(office, id));
  return [
    moved ? (before ? `反馈时限${due(before.dueAt)}改为${due(feedback.dueAt)}` : `反馈时限${due(feedback.dueAt)}`) : '',
    more.length > 0 ? `${before ? '加' : '要'}报${fieldsText(more)}` : '',
    less.length > 0 ? `不再报${fieldsText(less)}` : '',
    added.length > 0 ? `对象增加${names.join('、')}${added.length > names.length ? '等' : ''}${added.length}人` : '',
  ]
    .filter(Boolean)
    .join('，');
}

export function correctionWantedText(no: string): string {
  return `更正成什么？请写在后面，例如“更正 ${no} 集合时间改为15:00”`;
}

export function notCorrectableText({ no, correctedBy }: Notice, why: NotCorrectable): string {
  switch (why) {
    case 'draft':
    case 'pending':
      return `${no}还没有发出，不用更正。请回复“取消 ${no}”，再把改好的说一遍`;
    case 'corrected':
      return `${no}已由${correctedBy ? noOf(correctedBy) : '另一条'}更正，要再改请更正${correctedBy ? noOf(correctedBy) : '那一条'}`;
    case 'lifted':
      return `${no}已经解除，不能更正。有变化请另发通知`;
    case 'over':
      return `${no}已经结束，不能更正。有变化请另发通知`;
    case 'withdrawn':
      return `${no}没有发出，不用更正`;
    case 'is-lifting':
      return `${no}是解除通知，不能更正。有变化请另发通知`;
  }
}

/** Whoever answers the old words has not answered the new ones. */
export function answerTheNewText({ no, correctedBy }: Notice): string {
  const other = noOf(correctedBy!);
  return `${no}已由${other}更正，请看${other}，回复“${other} 收到”`;
}

/** The old words are not in force any more, and who is told that they are over would think of those. */
export function liftTheNewText(no: string, correctedBy: ThingId): string {
  return `${no}已由${noOf(correctedBy)}更正，要解除请说“解除 ${noOf(correctedBy)}”`;
}

/** To whoever wrote the first, where somebody else put it right or called it off. */
export function followedByText(first: Notice, notice: Notice, { office }: TextContext): string {
  const name = personName(office, notice.author);
  return notice.lifts ? `${name}已解除${first.no}` : `${name}已发${notice.no}，${excerpt(notice.text)}`;
}

export function notSentYetText(no: string): string {
  return `${no}还没有发出，不发请回复“取消 ${no}”`;
}

export function endReasonWantedText(no: string): string {
  return `请写明原因，例如“${no}不用再等了，原因：其余人电话已通知”`;
}

/** A call ends by itself at 100 % only; `who`: a leader. */
export function callEndsByLeaderText(no: string, who: string): string {
  return `${no}是叫应，要全部应答才结束；提前结束由领导说明原因，请联系${who}`;
}

export function endsByAuthorText(no: string, author: string): string {
  return `${no}由发起人${author}或者领导结束`;
}

/** Who has not answered is called so, and nothing worse. */
export function endedText(
  { no, closedReason }: Notice,
  counts: Counts,
  missing: readonly ThingId[],
  { office }: TextContext,
): string {
  const names = missing.slice(0, MOST_LISTED).map((id) => personName(office, id));
  const left = counts.total - counts.answered;
  const list = names.length > 0 ? `：${names.join('、')}${left > names.length ? '等' : ''}` : '';
  return `${no}已结束收集，原因：${closedReason}。签收${counts.answered}/${counts.total}${left > 0 ? `，未应答${left}人${list}` : ''}。不再提醒`;
}

export function endedByText(notice: Notice, counts: Counts, { office }: TextContext): string {
  const left = counts.total - counts.answered;
  return `${personName(office, notice.closedBy)}结束了${notice.no}的收集，原因：${notice.closedReason}。签收${counts.answered}/${counts.total}${left > 0 ? `，未应答${left}人` : ''}`;
}

export function remindedText(no: string, told: number, unreached: number): string {
  const rest = unreached > 0 ? `，另有${unreached}人私聊发不到，请打电话` : '';
  return `已私下提醒${no}没有签收的${told}人${rest}`;
}

export function nobodyToRemindText(no: string): string {
  return `${no}没有要提醒的人`;
}

export function remindedEnoughText(no: string): string {
  return `${no}不再加提醒，没有应答的请打电话。名单请说“未签收 ${no}”`;
}

/** To the other of an A and B pair, whose answer counts for both. */
export function askOtherText(notice: Notice, person: ThingId, { office }: TextContext): string {
  const name = personName(office, person);
  const what = `【${NOTICE_NAMES[notice.kind]} ${notice.no}】${notice.text}`;
  return `${name}还没有应答，你是其AB角，请代为落实并回复“收到”：\n${what}`;
}

export function receivedForText(no: string, others: readonly ThingId[], { office }: TextContext): string {
  return `${no}已签收，谢谢（代AB角 ${others.map((id) => personName(office, id)).join('、')}）`;
}

export function onlyLiaisonBText(name: string): string {
  return `代签收只能由${name}所在单位的联络员B角说。请${name}本人回复“收到”，或者由发起人电话通知后登记`;
}

export function callInPersonText(no: string, name: string): string {
  return `${no}是叫应，要${name}本人或其AB角应答。已电话通知的，请发起人登记“${name} 已通知”`;
}

export function nothingToReceiveForText(no: string, name: string): string {
  return `${no}没有等${name}的回执，不用代签收`;
}

export function whoIsSpokenForText(name: string): string {
  return `“${name}”不知道指谁，请写明姓名，例如“代陈立收到”`;
}

/** Added to what 解除 answers where a warning is named too and the speaker may not end it. */
export function warningStaysText(title: string, who: string): string {
  return `${title}的加强值守由${who}解除`;
}

/** `已解除N0107（叫应：暴雨橙色预警……）`: 解除 alone says which it was. */
export function liftedOnlyText({ no, kind, text }: Notice): string {
  return `已解除${no}（${NOTICE_NAMES[kind]}：${excerpt(text, MOST_OF_CHOICE)}）`;
}

export const WHICH_TO_LIFT = '解除哪一条？';

export function liftChoiceText({ no, kind, text, sentAt }: Notice, { now, calendar }: TextContext): string {
  return `${no} ${NOTICE_NAMES[kind]}（${momentText(sentAt!, now, calendar)}）${excerpt(text, MOST_OF_CHOICE)}`;
}

export function warningChoiceText({ name }: Pick<Period, 'name'>): string {
  return `${name}时段`;
}

export function nothingToLiftText(said: string | undefined): string {
  return `你没有正在进行的${said ?? '通知、叫应或预警'}，不用解除。要解除别人的或以前的请写编号，例如“解除 N0107”`;
}

/** What is to be lifted is nothing of ours. */
export const LIFT_WHICH = '解除哪一条？请写编号，例如“解除 N0107”，或写预警，例如“解除暴雨红色预警”';
