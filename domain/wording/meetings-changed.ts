import type { Applied, Refused } from '../meetings/changes.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Person } from '../people/office.ts';
import { dayText, momentText } from './dates.ts';
import { meetingName, numbersText } from './meetings.ts';
import { honorific } from './names.ts';
import { shortTitle, type TextContext } from './tasks.ts';

/** `1、4按2月6日（周五）；3不要；其余12条列入台账`: every correction as it was understood. */
export function appliedText(applied: readonly Applied[], context: TextContext): string {
  return applied
    .filter(({ nos }) => nos.length > 0)
    .map((one) => `${which(one)}${becomes(one, context)}`)
    .join('；');
}

function which({ nos, together }: Applied): string {
  return together ? `其余${nos.length}条（${numbersText(nos)}）` : numbersText(nos);
}

function becomes({ change, dueAt }: Applied, { calendar, now }: TextContext): string {
  switch (change.what) {
    case 'due':
    case 'standard':
    case 'own':
      return dueAt ? `按${dueText(dueAt, { calendar, now })}` : '';
    case 'open-ended':
      return '不定时限';
    case 'ledger':
      return '列入台账';
    case 'drop':
      return '不要';
    case 'leads':
      return `给${change.names.join('、')}`;
    case 'coops':
      return `由${change.names.join('、')}配合`;
    case 'action':
      return `改为“${shortTitle(change.words, 24)}”`;
  }
}

/** The close of the office goes without saying. */
function dueText(dueAt: Date, { calendar, now }: Pick<TextContext, 'calendar' | 'now'>): string {
  const day = calendar.dayOf(dueAt);
  if (dueAt.getTime() !== calendar.closing(day).getTime()) return momentText(dueAt, now, calendar);
  return dayText(day, calendar.dayOf(now), calendar);
}

export function refusedText(refused: Refused, { items }: Meeting, context: TextContext): string {
  switch (refused.why) {
    case 'no-such-item':
      return `没有第${numbersText(refused.nos)}条，清单是1—${items.length}`;
    case 'no-day':
      return '“默认”要从会议那天算，请先说“会议1月16日”';
    case 'past':
      return `${numbersText(refused.nos)}的时限${dueText(refused.dueAt, context)}已经过去，请另说日期`;
    case 'no-limit':
      return `${numbersText(refused.nos)}原文没有可用的时限，请说日期`;
    case 'own-words':
      return `${refused.items.map(({ no, deadline }) => `${no}原文时限是“${shortTitle(deadline!, 12)}”`).join('、')}，请说日期`;
    case 'issued':
      return `${numbersText(refused.nos)}的任务已经下达，要改请说“改 编号 …”`;
  }
}

export function unknownUnitText(words: string, near: readonly string[]): string {
  return `没有找到单位“${words}”${near.length > 0 ? `，是不是${near.join('、')}` : '，请用全称'}`;
}

export function unreadText(words: string): string {
  return `“${words}”没看懂`;
}

export function noDateText(words: string): string {
  return `“${words}”读不出日期，请说几月几日`;
}

/** A limit on a day off is allowed; it is asked about once. */
export function dayOffText(dueAt: Date, nos: readonly number[], { calendar, now }: TextContext): string {
  const today = calendar.dayOf(now);
  const day = calendar.dayOf(dueAt);
  const moved = calendar.addWorkdays(day, 1);
  const [, month, date] = moved.split('-');
  return `${dayText(day, today, calendar)}是休息日，要改到${dayText(moved, today, calendar)}请说“${numbersText(nos)}按${Number(month)}月${Number(date)}日”，不改不用回`;
}

/** Points with a term and nobody to do them. */
export function needsUnitText(nos: readonly number[]): string {
  return `${numbersText(nos)}还没有明确单位，请说“${nos[0]}给某单位”`;
}

/** What became of what is decided: drafts and the ledger. */
export function settledText(
  drafted: readonly string[],
  kept: number,
  leader: Person | undefined,
  progressDay: number,
  { calendar, now }: TextContext,
): string {
  const who = leader ? `（等${honorific(leader, calendar.dayOf(now))}确认后下达）` : '（请你确认后下达）';
  const parts = [
    ...(drafted.length > 0 ? [`${drafted.length}条转任务草稿${seriesText(drafted)}${who}`] : []),
    ...(kept > 0 ? [`${kept}条列入“会议部署”台账，每月${progressDay}日问一次进展`] : []),
  ];
  return parts.join('，');
}

/** Who issues from now on. */
export function issuedByText(leader: Person | undefined, { calendar, now }: TextContext): string {
  return leader ? `好，任务等${honorific(leader, calendar.dayOf(now))}确认后下达` : '好，任务由你确认下达';
}

/** To whoever issues them: one line a task, four at most. */
export function draftsToConfirmText(
  meeting: Meeting,
  lines: readonly string[],
  leader: Person | undefined,
  by: string,
  context: TextContext,
): string {
  const who = leader ? honorific(leader, context.calendar.dayOf(context.now)) : '';
  const shown = lines.slice(0, lines.length > 4 ? 3 : 4);
  return [
    `${meetingName(meeting, context)}任务草稿${lines.length}条，${leader ? `由${by}整理，` : ''}请${who}确认：回复“全部确认”，或“确认 编号”“改 编号 …”“取消 编号”`,
    ...shown,
    ...(lines.length > shown.length ? [`……共${lines.length}条，见表格`] : []),
  ].join('\n');
}

/** `T0001—T0005` where they follow each other. */
export function seriesText(nos: readonly string[]): string {
  const numbers = nos.map((no) => Number(no.replace(/\D/g, '')));
  const inRow = numbers.every((number, index) => index === 0 || number === numbers[index - 1]! + 1);
  return nos.length > 2 && inRow ? `${nos[0]}—${nos.at(-1)}` : nos.join('、');
}

export function amendedText(changed: readonly string[], cancelled: readonly string[]): string {
  return [
    ...(changed.length > 0 ? [`草稿${changed.join('、')}已跟着改`] : []),
    ...(cancelled.length > 0 ? [`草稿${cancelled.join('、')}已取消`] : []),
  ].join('，');
}
