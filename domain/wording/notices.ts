import type { Vacancy } from '../notices/audience.ts';
import type { Notice, NoticeKind } from '../notices/notice.ts';
import { currentTenures } from '../people/posts.ts';
import type { ThingId } from '../thing.ts';
import { momentText } from './dates.ts';
import { personName, personWithUnit, unitName } from './names.ts';
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

/** Whom a draft is for, as far as that is not in the draft itself. */
export interface DraftFor {
  readonly units: readonly ThingId[];
  /** Posts that nobody holds: 石桥乡党委书记. */
  readonly vacancies: readonly Vacancy[];
  /** Units in whose own room a call would be said, if they had one. */
  readonly withoutRoom: readonly ThingId[];
}

/** What will be sent, to how many, whom it does not reach, and how to say yes. */
export function noticeDraftText(notice: Notice, to: DraftFor, context: TextContext): string {
  const missed = missedText(notice, to.vacancies, context);
  return [
    `将发${NOTICE_NAMES[notice.kind]}【${notice.no}】：${notice.text}`,
    `对象：${whomText(notice, to.units, context)}${notice.wanted ? '，要回复收到' : '，不要回执'}${roomsText(notice, to, context)}`,
    ...(notice.feedback ? [feedbackDraftText(notice.feedback, context)] : []),
    ...(missed ? [missed] : []),
    notice.urgent
      ? '不受免打扰时段限制。未应答的10分钟后给你电话名单。发出请回复“发”'
      : '发出请回复“发”，不发请回复“取消”',
  ].join('\n');
}

function whomText({ people, kind }: Notice, units: readonly ThingId[], { office }: TextContext): string {
  const names = people
    .slice(0, 8)
    .map((id) => personName(office, id))
    .join('、');
  const towns = kind === 'call' && areTowns(units, office);
  const count = units.length > 1 ? `${units.length}${towns ? '镇' : '家'} ` : '';
  return people.length > 8 ? `${count}${names}等${people.length}人` : `${count}${names}${people.length}人`;
}

function areTowns(units: readonly ThingId[], { units: known }: TextContext['office']): boolean {
  return units.every((id) => known.get(id)?.kind === 'township');
}

/** 另在3个镇工作群各发1条. */
function roomsText({ rooms = [] }: Notice, { units, withoutRoom }: DraftFor, { office }: TextContext): string {
  const names = withoutRoom.slice(0, MOST_LISTED).map((id) => unitName(office, id));
  const towns = areTowns(units, office);
  const without = names.length > 0 ? `，${names.join('、')}没有本单位的群` : '';
  return rooms.length > 0 ? `；另在${rooms.length}个${towns ? '镇' : '单位'}工作群各发1条${without}` : without;
}

/** Units that hear nothing, posts that nobody holds, and people to whom nothing gets through, each by name. */
export function missedText(
  { people, vacant = [] }: Notice,
  vacancies: readonly Vacancy[],
  { office }: TextContext,
): string {
  const alone = vacant.map(({ unit }) => unit);
  const silent = alone.map((unit) => {
    const posts = vacancies.filter((one) => one.unit === unit).map(({ post }) => post);
    return `${unitName(office, unit)}没有${posts.join('、')}，收不到，发出后给你电话`;
  });
  const rest = vacancies.filter(({ unit }) => !alone.includes(unit));
  const unreachable = people.filter((id) => !office.people.get(id)?.accounts.some(({ reachable }) => reachable));
  const names = unreachable.map((id) => personName(office, id)).join('、');
  const phoned = unreachable.length > 0 ? [`私聊发不到：${names}，发出后给你电话`] : [];
  return [...silent, ...unheldTexts(rest, office), ...phoned].join('；');
}

/** 青山镇、石桥乡没有登记党委书记: for each post the units where nobody holds it. */
function unheldTexts(vacancies: readonly Vacancy[], office: TextContext['office']): string[] {
  return [...new Set(vacancies.map(({ post }) => post))].map((post) => {
    const of = vacancies.filter((one) => one.post === post);
    const names = of.slice(0, MOST_LISTED).map(({ unit }) => unitName(office, unit));
    const where = `${names.join('、')}${of.length > MOST_LISTED ? `等${of.length}家` : ''}`;
    return of[0]!.onDuty ? `${where}此刻值班表上没有${post}` : `${where}没有登记${post}`;
  });
}

/** Nobody of those units can be told: what to do instead. */
export function nobodyToTellText(vacancies: readonly Vacancy[], { office }: TextContext): string {
  const shown = unheldTexts(vacancies, office);
  return `${shown.join('，')}，发不出去。请写明发给谁再说一遍，或者先登记`;
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
export function sentText({ no, people, wanted, rooms = [] }: Notice, at: Date, { calendar, now }: TextContext): string {
  const done = wanted ? '，收齐告诉你' : '';
  if (at > now) return `现在不是发通知的时间，${no}将在${momentText(at, now, calendar)}发给${people.length}人${done}`;
  return `${no}已发出${people.length}人${rooms.length > 0 ? `和${rooms.length}个工作群` : ''}${done}`;
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

/** People, and units that nobody could be told for. */
export interface Phoned {
  readonly people: readonly ThingId[];
  readonly units: readonly ThingId[];
}

export function phonedText({ no }: Notice, done: Phoned, left: Phoned, { office }: TextContext): string {
  const names = [...left.people.map((id) => personName(office, id)), ...left.units.map((id) => unitName(office, id))];
  const rest = names.length > 0 ? `，还剩${countText(left)}：${names.slice(0, MOST_LISTED).join('、')}` : '';
  return `${no}已补记电话通知${countText(done)}${rest}`;
}

/** The telephone did not help: they stay where they were, with whom else to ring. */
export function stillOnListText(
  { no }: Notice,
  { people, units }: Phoned,
  { office, calendar, now }: TextContext,
): string {
  const desks = people.flatMap((id) => {
    const person = office.people.get(id);
    const [tenure] = person ? currentTenures(person, calendar.dayOf(now)) : [];
    const unit = tenure && office.units.get(tenure.unit);
    return unit?.dutyPhone ? `${unit.name}值班${unit.dutyPhone}` : [];
  });
  const names = [...people.map((id) => personName(office, id)), ...units.map((id) => unitName(office, id))];
  const instead = [...new Set(desks)].slice(0, MOST_LISTED).join('，');
  return `${names.slice(0, MOST_LISTED).join('、')}还没有通知到，${no}仍算未应答${instead ? `。可再打${instead}` : ''}`;
}

export function hasAnsweredText({ no }: Notice, people: readonly ThingId[], { office }: TextContext): string {
  const names = people.slice(0, MOST_LISTED).map((id) => personName(office, id));
  return `${no}${names.join('、')}已经应答，不用补记`;
}

/** 2人, 1家, 2人和1家. */
function countText({ people, units }: Phoned): string {
  const counts = [people.length > 0 ? `${people.length}人` : '', units.length > 0 ? `${units.length}家` : ''];
  return counts.filter(Boolean).join('和');
}

export function notYourNoticeText(no: string, exists: boolean): string {
  return exists ? `${no}没有发给你，不用回复` : `没有找到${no}，请核对编号`;
}
