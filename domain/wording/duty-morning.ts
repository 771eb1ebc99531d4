import type { UnitDuty } from '../duty/morning.ts';
import { dayText } from './dates.ts';
import { clock, peopleNames } from './duty.ts';
import { unitName } from './names.ts';
import type { TextContext } from './tasks.ts';

/** More units than this are counted and not listed: the line must stay one that people read. */
const MOST_LISTED = 20;
const HEAD_CHARS = 16;

/**
 * `今日值班（1月24日（周六）8:30—1月25日（周日）8:30）：…`, names without telephones because a room reads it. `head` is the last link of
 * the audit chain, so that many have it in writing.
 */
export function morningLineText(
  { units, fromAt, toAt }: { readonly units: readonly UnitDuty[]; readonly fromAt: Date; readonly toAt: Date },
  head: string | undefined,
  context: TextContext,
): string {
  const { calendar, now } = context;
  const moment = (at: Date) => `${dayText(calendar.dayOf(at), calendar.dayOf(now), calendar)}${clock(at, calendar)}`;
  const listed = units.filter(({ leaders, officers }) => leaders.length + officers.length > 0);
  const lines = listed.slice(0, MOST_LISTED).map((unit) => unitText(unit, context));
  const more = listed.length > MOST_LISTED ? `；等${listed.length}家` : '';
  const gaps = units.filter(({ isFull }) => !isFull).map(({ unit }) => unitName(context.office, unit));
  const all = gaps.length === 0 ? '均已排班' : `没有排满：${gaps.join('、')}`;
  return [
    `今日值班（${moment(fromAt)}—${moment(toAt)}）：${lines.join('；') || '没有排班'}${more}（共${units.length}家，${all}）`,
    ...(head ? [`记录校验码 ${head.slice(0, HEAD_CHARS)}`] : []),
  ].join('\n');
}

/** `青山镇 郑伟/陈立`; who is in charge of the whole district has 带班 before the name. */
function unitText({ unit, leaders, officers }: UnitDuty, context: TextContext): string {
  const name = unitName(context.office, unit);
  const led = peopleNames(leaders, context);
  const manned = peopleNames(officers, context);
  if (!manned) return `${name}带班 ${led}`;
  return led ? `${name} ${led}/${manned}` : `${name} ${manned}`;
}
