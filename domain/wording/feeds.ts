import type { Shift } from '../duty/shift.ts';
import type { Office, Unit } from '../people/office.ts';
import type { Period } from '../periods/period.ts';
import type { ThingId } from '../thing.ts';
import { LAYER_WORDS } from './duty.ts';
import { personName, unitName } from './names.ts';

export const OWN_CALENDAR = '我的值班';
export const PERIOD_CALENDAR = '重点时段';

export function unitCalendarName({ name }: Unit): string {
  return `${name}值班`;
}

export interface DutyShown {
  readonly shift: Shift;
  readonly people: readonly ThingId[];
  /** Of the other layer, at the same time. */
  readonly others: readonly ThingId[];
  readonly office: Office;
}

/** `青山镇值班 陈立（带班 郑伟）`; names only, never a telephone. */
export function dutySummary({ shift, people, others, office }: DutyShown): string {
  const { unit, layer, name } = shift;
  const names = (ids: readonly ThingId[]) => ids.map((id) => personName(office, id) || id).join('、');
  const other = LAYER_WORDS[layer === 'officer' ? 'leader' : 'officer'];
  const title = `${unitName(office, unit)}${LAYER_WORDS[layer]}${name ? `（${name}）` : ''}`;
  return `${title} ${people.length > 0 ? names(people) : '还没有排人'}${others.length > 0 ? `（${other} ${names(others)}）` : ''}`;
}

/** The telephone of the duty room, which is a unit's and nobody's own. */
export function dutyDescription({ unit }: Shift, office: Office): string | undefined {
  const phone = office.units.get(unit)?.dutyPhone;
  return phone && `值班电话 ${phone}`;
}

export function periodSummary({ name, level, provisional }: Period): string {
  return `${name}（${level}级${provisional ? '，放假安排待公布' : ''}）`;
}

/** What a link shows, as it is named in the chat. */
export function calendarName(of: string, office: Office): string {
  if (of === 'own') return '你的值班日历';
  return of === 'periods' ? '重点时段日历' : `${unitName(office, of)}值班日历`;
}

export function linkText(name: string, url: string): string {
  return [
    `${name}：`,
    url,
    '在手机或电脑的日历里选“订阅日历”，粘贴这个链接；换班、改班以后日历自己更新',
    '有链接就能看，请不要转发；泄露了请说“换一个日历链接”，旧链接马上作废',
  ].join('\n');
}

export function tooManyLinksText(name: string, count: number): string {
  return `${name}的链接已经给过${count}个，都还能用。找不到了请说“换一个日历链接”，旧的全部作废，再给你新的`;
}

export function renewedLinksText(links: readonly { readonly name: string; readonly url: string }[]): string {
  return [
    '旧的日历链接已全部作废，请在日历里删掉旧的订阅，换成：',
    ...links.map(({ name, url }) => `${name}：${url}`),
    '请不要转发',
  ].join('\n');
}

export const LINKS_REVOKED = '日历链接已全部作废，订阅过的日历不再更新。还要用请说“我的日历”';
export const NO_LINKS = '你还没有日历链接。要订阅值班日历请说“我的日历”';
export const WHICH_UNIT_CALENDAR = '要哪个单位的值班日历？';
export const NO_UNIT_CALENDAR = '请说清是哪个单位，例如“青山镇值班日历”';
