import type { Calendar } from '../calendar/calendar.ts';
import type { Problem, ProblemKind, RosterLayer } from '../duty/roster/draft.ts';
import { type CellRef, columnLetters } from '../duty/roster/sheet.ts';
import { daysText } from './roster-days.ts';

export const LAYER_NAMES: Readonly<Record<RosterLayer, string>> = {
  leader: '带班',
  officer: '值班员',
  reserve: '备班',
};

/** One problem in full, with its place in the sheet and what stands there. */
export function problemText(problem: Problem, calendar: Calendar): string {
  const { cell } = problem;
  return `${cell ? `${placeText(cell)}：` : ''}${whatText(problem, calendar)}`;
}

/** `“2月”第12行C列“张三”`. */
function placeText({ sheet, row, column, words }: CellRef): string {
  const plain = words.replace(/\s+/g, ' ');
  const shown = plain.length > 20 ? `${plain.slice(0, 20)}…` : plain;
  return `${sheet ? `“${sheet}”` : ''}第${row}行${columnLetters(column)}列${shown ? `“${shown}”` : '（空）'}`;
}

const WEEKDAYS = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** The problem alone, where its place does not matter or is said otherwise. */
export function whatText(problem: Problem & { readonly duties?: string }, calendar: Calendar): string {
  const { kind, days, who, detail } = problem;
  const when = daysText(days);
  const duty = problem.duties ?? dutyText(problem);
  const texts: Readonly<Record<ProblemKind, () => string>> = {
    gap: () => `${when}${duty}空缺`,
    double: () => `${who}${when}排了两个班`,
    'short-rest': () => `${who}${when}连着值，中间休息不够`,
    'on-leave': () => `${who}${when}${detail}，要换人`,
    'unknown-name': () => `${when}的“${who}”不认识`,
    'ambiguous-name': () => `“${who}”不止一个，${when}是哪位没写`,
    'other-unit-person': () => `${when}的“${who}”不是本单位的人`,
    weekday: () => `${when}写成${WEEKDAYS[Number(detail)]}，应是${WEEKDAYS[calendar.weekday(days[0]!)]}，按日期算`,
    'no-phone': () => `${who}没有电话`,
    'other-phone': () => `${who}的电话和登记的（${detail}）不一样`,
    'no-such-date': () => '没有这一天',
    twice: () => `${when}写了不止一次`,
    past: () => `${when}已经过去`,
    unread: () => `${when}${duty}没看懂`,
    'other-unit': () => `${who}的行没有读`,
    'no-roster': () => '没有找到值班表，请按“日期、带班领导、值班员、电话”四列排',
  };
  return texts[kind]();
}

/** `值班员（夜班）`. */
export function dutyText({ layer, name }: Problem): string {
  return `${layer ? LAYER_NAMES[layer] : ''}${name ? `（${name}）` : ''}`;
}
