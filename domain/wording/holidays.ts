import type { Calendar } from '../calendar/calendar.ts';

import type { HolidayDraft } from '../holidays/holiday-draft.ts';
import type { YearDays } from '../holidays/holiday-year.ts';
import type { HolidayTell } from '../holidays/tells.ts';
import type { Period } from '../periods/period.ts';
import type { Day, ThingId } from '../thing.ts';
import { dayText } from './dates.ts';
import { unitName } from './names.ts';
import { fitted } from './periods.ts';
import type { TextContext } from './tasks.ts';
import { shortTitle } from './tasks.ts';

const MOST_LINES = 6;
/** The breaks of a year stand on so many lines. */
const BREAK_LINES = 3;

export const YEAR_NEEDED_TEXT = '没看到是哪一年的安排，请连同标题“关于…年部分节假日安排的通知”一起发给我';
/** Every week from November on, and every day from the middle of December, until it is there. */
export function holidaysWantedText(year: number): string {
  return `${year}年放假安排还没有录入，现在按法定节日和周末推算。国务院办公厅的通知公布后请把全文私聊发给我，我读出来请你确认`;
}

export const DAY_OVER_TEXT = '这一天已经过去了，不能再调整，请核对日期';
export const NOTHING_TO_CONFIRM_TEXT = '没有等确认的放假安排，请把通知全文发给我';
export const DRAFT_DROPPED_TEXT = '好的，这份放假安排不启用';

export function yearOutOfReachText(year: number, thisYear: number): string {
  return `这是${year}年的放假安排，只能录入或调整${thisYear}年、${thisYear + 1}年的，请核对`;
}

export function notEnteredYetText(year: number): string {
  return `${year}年的放假安排还没有录入，请先把国务院办公厅的通知全文发给我`;
}

export function sameDaysText(year: number): string {
  return `${year}年放假安排与现在用的一致，没有变化`;
}

/** 调整节假日 without saying what. */
export function holidaysHowText(year: number, calendar: Calendar): string {
  const state = (one: number) => `${one}年${calendar.isAnnounced(one) ? '已录入' : '待公布'}`;
  return [
    `放假安排：${state(year)}，${state(year + 1)}`,
    '录入：把国务院办公厅的通知全文发给我',
    '改一天：说“调整节假日 2月14日改为上班”，或“改为不上班”',
  ].join('\n');
}

/** What was read, to be confirmed. */
export function holidayDraftText(draft: HolidayDraft, isCorrected: boolean, calendar: Calendar): string {
  const { year, breaks, makeUpDays, questions } = draft;
  const named = breaks.map((holiday) => {
    const days = calendar.daysBetween(holiday.from, holiday.to) + 1;
    return `${holiday.name} ${spanText(holiday.from, holiday.to, year, calendar)}${days}天`;
  });
  const perLine = Math.ceil(named.length / BREAK_LINES);
  const lines = Array.from({ length: Math.ceil(named.length / perLine) }, (_, index) =>
    named.slice(index * perLine, (index + 1) * perLine).join('；'),
  );
  const asked = questionsText(draft, calendar);
  return [
    `${isCorrected ? '改后的' : '读到'}${year}年放假安排，无误请回复“确认”，有错直接说，如“2月14日改为不上班”`,
    ...lines,
    `${makeUpText(draft, calendar)}；共休${daysOff(draft, calendar)}天，含法定13天，补班${makeUpDays.length}天`,
    ...(questions.length > 0 ? [`请核对：${asked}`] : []),
  ].join('\n');
}

function makeUpText({ year, makeUpDays }: HolidayDraft, calendar: Calendar): string {
  return makeUpDays.length === 0
    ? '没有补班日'
    : `上班：${makeUpDays.map((day) => dayOf(day, year, calendar)).join('、')}`;
}

function questionsText({ year, questions }: HolidayDraft, calendar: Calendar): string {
  const parts = questions.map((question) =>
    question.what === 'weekday'
      ? `${dayOf(question.day, year, calendar)}通知写的是周${'一二三四五六日'[question.said - 1]}，是不是日期有误`
      : `法定节日以外的工作日多休${question.extra}天，补班${question.madeUp}天，两者不等，有没有漏`,
  );
  return parts.join('；');
}

function daysOff({ breaks }: YearDays, calendar: Calendar): number {
  return breaks.reduce((sum, { from, to }) => sum + calendar.daysBetween(from, to) + 1, 0);
}

function spanText(from: Day, to: Day, year: number, calendar: Calendar): string {
  return from === to ? dayOf(from, year, calendar) : `${dayOf(from, year, calendar)}—${dayOf(to, year, calendar)}`;
}

/** With the year only where it is another than the arrangement's. */
export function dayOf(day: Day, year: number, calendar: Calendar): string {
  return dayText(day, `${year}-01-01`, calendar);
}

/** To whoever confirmed: that it holds, and what it has moved; his own part of it stands below. */
export function yearEnteredText(
  draft: HolidayDraft,
  tells: ReadonlyMap<ThingId, readonly HolidayTell[]>,
  own: readonly HolidayTell[],
  context: TextContext,
): string {
  const all = [...tells.values()].flat();
  const count = (what: HolidayTell['what']) => new Set(all.filter((one) => one.what === what).map(keyOf)).size;
  const moved = [
    [count('due') + count('draft'), '件任务的时限'],
    [count('period'), '个重点时段'],
  ].flatMap(([times, what]) => (times ? [`${times}${what}`] : []));
  const asked = count('asks') + count('day-off');
  const lines = [
    `${draft.year}年放假安排已启用：休${daysOff(draft, context.calendar)}天，补班${draft.makeUpDays.length}天`,
    ...(moved.length > 0 ? [`随之改了${moved.join('、')}，已分别告知有关的人`] : []),
    ...(asked > 0 ? [`${asked}件任务的时限没有动，已请交办人定`] : []),
  ];
  return [
    ...lines,
    ...fitted(
      own.map((tell) => tellText(tell, draft.year, context)),
      MOST_LINES - lines.length,
      '；',
    ),
  ].join('\n');
}

/** To everybody concerned, once: what of his has moved, and what he is asked. */
export function holidayTellsText(year: number, tells: readonly HolidayTell[], context: TextContext): string {
  const lines = tells.map((tell) => tellText(tell, year, context));
  return [`${year}年放假安排有变，与你有关的如下`, ...fitted(lines, MOST_LINES - 1, '；')].join('\n');
}

function keyOf(tell: HolidayTell): string {
  if (tell.what === 'period') return tell.after.id;
  return tell.what === 'shifts' ? tell.unit : tell.no;
}

function tellText(tell: HolidayTell, year: number, { calendar, office }: TextContext): string {
  const moment = (at: Date) => `${dayOf(calendar.dayOf(at), year, calendar)}${calendar.clockOf(at)}`;
  const span = ({ fromDay, toDay }: Period) => spanText(fromDay, toDay ?? fromDay, year, calendar);
  switch (tell.what) {
    case 'due':
    case 'draft':
      return `${tell.what === 'draft' ? '草稿' : ''}${tell.no} ${shortTitle(tell.title)}：时限由${moment(tell.fromAt)}改为${moment(tell.toAt)}`;
    case 'asks': {
      const why = tell.wantedAt ? `按新安排应为${moment(tell.wantedAt)}，已经过了` : '按新安排算不出时限';
      return `${tell.no} ${shortTitle(tell.title)}：${why}，时限仍是${moment(tell.dueAt)}。要改请说“${tell.no}时限改到几号”`;
    }
    case 'day-off':
      return `${tell.no} ${shortTitle(tell.title)}：时限${moment(tell.dueAt)}成了休息日。要改请说“${tell.no}时限改到几号”`;
    case 'period':
      return `${tell.after.name}（${tell.after.level}级）：${span(tell.before)}改为${span(tell.after)}`;
    case 'shifts': {
      const days = tell.days.map(({ day, off }) => `${dayOf(day, year, calendar)}${off ? '改为休息' : '改为上班'}`);
      return `${unitName(office, tell.unit)}值班表：${days.join('、')}，请看人员是否要调`;
    }
  }
}
