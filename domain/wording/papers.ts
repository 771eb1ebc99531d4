import { monthText } from '../papers/month-said.ts';
import type { Paper, PaperKind } from '../papers/paper.ts';
import type { ThingId } from '../thing.ts';
import { momentText } from './dates.ts';
import { personName, unitName, unitNames } from './names.ts';
import type { TextContext } from './tasks.ts';

export const PAPER_NAMES: Readonly<Record<PaperKind, string>> = {
  'handover-sheet': '交接班表',
  'duty-month': '值班记录表',
  'duty-roster': '值班表',
  'meeting-list': '任务清单',
  'meeting-ledger': '会议部署台账',
  'year-poster': '重点时段图',
  'notice-record': '通知全程记录',
};

const MOST_NAMED = 3;

/** `导出：王芳 2月3日（周二）10:05`, printed on the document. */
export function issuedText({ by, askedAt }: Paper, { office, calendar }: TextContext): string {
  const year = calendar.dayOf(askedAt).slice(0, 4);
  return `导出：${personName(office, by)} ${year}年${momentText(askedAt, askedAt, calendar)}`;
}

/** File name without its ending, and title of what is sent: `青山镇2026年1月值班记录表`. */
export function paperTitle(kind: PaperKind, units: readonly ThingId[], when: string, { office }: TextContext): string {
  const named = units.length > MOST_NAMED ? `${units.length}个单位` : unitNames(office, units);
  return `${named}${when}${PAPER_NAMES[kind]}`;
}

export function paperSentText(title: string, more: string): string {
  return `${title}${more ? `：${more}` : ''}，请查收附件`;
}

/** Whoever asked for a document of a unit that is not his. */
export function notYourPaperText(kind: PaperKind, units: readonly ThingId[], { office }: TextContext): string {
  return `${unitNames(office, units.slice(0, MOST_NAMED))}的${PAPER_NAMES[kind]}只给本单位和安委办，请联系该单位`;
}

/** To the room in which it was asked for. */
export function paperInPrivateText(kind: PaperKind): string {
  return `${PAPER_NAMES[kind]}私发给你`;
}

export const WHICH_UNIT = '要哪个单位的？';
export const WHICH_MONTH = '要哪个月的？';
export const ONE_MONTH_PLEASE = '请一次说一个月，例如“导出1月值班记录”';

export function nameUnitText(kind: PaperKind, unit: ThingId | undefined, { office }: TextContext): string {
  const example = unit ? unitName(office, unit) : '青山镇';
  return `要哪个单位的？请连单位一起说，例如“${example}${kind === 'handover-sheet' ? '' : '1月'}${PAPER_NAMES[kind]}”`;
}

/** Nothing is rostered for it, so that there is nothing to write. */
export function nothingForMonthText(month: string, units: readonly ThingId[], { office }: TextContext): string {
  const named = units.length === 0 ? '' : unitNames(office, units.slice(0, MOST_NAMED));
  return `${named}${monthText(month)}没有已发布的值班表，没有可导出的内容`;
}

export function noMonthText(kind: PaperKind): string {
  return `最近没有已发布的值班表。请说明月份，例如“1月${PAPER_NAMES[kind]}”`;
}

export function noShiftForSheetText(unit: ThingId, day: string | undefined, { office }: TextContext): string {
  return day
    ? `${unitName(office, unit)}${day}没有排班，出不了交接班表`
    : `${unitName(office, unit)}现在没有在岗的班，请说明日期，例如“1月24日交接班表”`;
}

/** To whoever waits for a document that could not be made; the administrator is told why. */
export function paperFailedText(paper: Paper): string {
  return `${PAPER_NAMES[paper.kind]}没有出成，已通知管理员。数据没有受影响，稍后可以再说一次`;
}

export function paperFailedAdminText(paper: Paper, reason: string, { office }: TextContext): string {
  return `${personName(office, paper.by)}要的${PAPER_NAMES[paper.kind]}连续出错，没有发出。原因：${reason.slice(0, 120)}`;
}
