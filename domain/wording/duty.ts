import type { Gap } from '../duty/gaps.ts';
import type { Layer, Shift } from '../duty/shift.ts';
import type { Unattended } from '../duty/unattended.ts';
import type { OnDuty } from '../duty/who.ts';
import type { ThingId } from '../thing.ts';
import { clockText, dayText, momentText } from './dates.ts';
import { personName, unitName } from './names.ts';
import { daysText, shortDay } from './roster-days.ts';
import type { TextContext } from './tasks.ts';

/** What a person reads when a rule about duty says no. One line, says what to do. A code is never reused for another meaning. */
export const DUTY_REFUSALS = {
  SHIFT_CANCELLED: '这一班已经取消',
  NOT_PUBLISHED: '这一班的值班表还没有发布，请联系排班人员',
  SHIFT_OVER: '这一班已经结束，不能再接班',
  SHIFT_BEGUN: '这一班已经开始，不能再改；有人替班请说“代班”',
  TAKEOVER_EARLY: '还没到接班时间，{clock}以后再说“接班”',
  NOT_YOUR_SHIFT: '这一班没有排你。如果是替班，请值班员或带班领导先说“代班”',
  ALREADY_TAKEN_OVER: '这一班已有人接班，要换人请说“代班”',
  NOT_TAKEN_OVER: '这一班还没有接班，请先说“接班”',
  NO_SHIFT: '最近的值班表上没有排你的班，请核对。替班请由值班员或带班领导说“代班”',
  NOT_ON_SHIFT: '这一班没有排这个人，请核对日期和姓名',
  ALREADY_ON_SHIFT: '这个人已经在这一班，不用再加',
  WHY_NEEDED: '改值班表请补一句原因，例如“因病住院”',
  SWAP_TOO_LATE: '{no}到接班时还没有办完，已过期，原班不动',
  SWAP_CLOSED: '{no}已经了结，不用再答复',
  SWAP_NOT_YOURS: '{no}要由{who}来答复',
  SWAP_WAITS_CONSENT: '{no}还在等{who}同意，同意后再批',
  SWAP_IN_FORCE: '{no}已经生效，不能撤回。要换回来请再说“换班”',
  SWAP_NO_SHIFT: '没有查到{who}{on}的班，可能没有排或还没有发布，请核对日期',
  SWAP_NOBODY_NAMED: '没有找到“{name}”，请说全名，对方要先绑定',
  SWAP_WITH_WHOM: '{on}的班{what}？请连日期和姓名一起说，例如“{example}”',
  SWAP_UNREACHABLE: '还联系不上{who}，没法请本人确认。请本人先绑定，或者请带班领导来提出',
  SWAP_NONE_OPEN: '没有等着你办的换班申请，请写上编号，例如“{example}”',
} as const;

export const LAYER_WORDS: Readonly<Record<Layer, string>> = { leader: '带班', officer: '值班' };

/** `8:30—次日8:30`. */
export function shiftHours(
  { day, startAt, endAt }: Pick<Shift, 'day' | 'startAt' | 'endAt'>,
  { calendar }: TextContext,
): string {
  const next = calendar.dayOf(endAt) === day ? '' : '次日';
  return `${clock(startAt, calendar)}—${next}${clock(endAt, calendar)}`;
}

/** `1月31日（周六）`, with the part of the day where it has one. */
export function shiftDay({ day, name }: Pick<Shift, 'day' | 'name'>, { calendar, now }: TextContext): string {
  return `${dayText(day, calendar.dayOf(now), calendar)}${name ?? ''}`;
}

export function peopleNames(people: readonly ThingId[], { office }: TextContext): string {
  return people.map((person) => personName(office, person) || person).join('、');
}

/** To somebody who was put on shifts of one layer of a unit, the first of them at short notice; `leaders` of the first. */
export function dutyNewText(shifts: readonly Shift[], leaders: readonly ThingId[], context: TextContext): string {
  const [first] = shifts;
  const hours = [...new Set(shifts.map((shift) => shiftHours(shift, context)))];
  const what =
    shifts.length === 1
      ? ownShift(first!, leaders, context)
      : `${daysText(shifts.map(({ day }) => day))}${hours.length === 1 ? ` ${hours[0]}` : ''} ${head(first!, context)}，共${shifts.length}班`;
  return `给你排了班：${what}。有冲突请尽快说“换班”`;
}

/** About a week before; it is called so only where it is one. */
export function dutyAheadText(shift: Shift, leaders: readonly ThingId[], context: TextContext): string {
  const { calendar, now } = context;
  const when = calendar.daysBetween(calendar.dayOf(now), shift.day) === 7 ? '一周后' : '';
  return `${when}你有班：${ownShift(shift, leaders, context)}。要换班请现在说`;
}

/** The day before; said late, on the day itself, it no longer calls it 明天 nor offers what is past. */
export function dutyTomorrowText(shift: Shift, leaders: readonly ThingId[], context: TextContext): string {
  const { calendar, now } = context;
  const today = calendar.dayOf(now);
  const when = shift.day === calendar.addDays(today, 1) ? '明天' : '';
  const closing = calendar.closing(today);
  const swap = when && now < closing ? `。换班请在今天${clock(closing, calendar)}前说“换班”` : '';
  return `${when}你有班：${ownShift(shift, leaders, context)}${swap}`;
}

export function dutySoonText(shift: Shift, context: TextContext): string {
  const phone = context.office.units.get(shift.unit)?.dutyPhone;
  const post = phone ? `，值班电话${phone}` : '';
  const what = shift.layer === 'officer' ? '到岗后回复“接班”' : '请保持电话畅通';
  return `${clock(shift.startAt, context.calendar)}起你在${unitName(context.office, shift.unit)}${LAYER_WORDS[shift.layer]}${post}。${what}`;
}

/** To the person who should have come. */
export function notTakenOverText(shift: Shift, context: TextContext): string {
  return `${head(shift, context)}应于${clockText(shift.startAt, context.now, context.calendar)}接班，还没有收到你的“接班”。已到岗请回复“接班”，来不了请马上说`;
}

/** To the person who is still there. */
export function stayOnText(shift: Shift, context: TextContext): string {
  return `${unitName(context.office, shift.unit)}下一班${peopleNames(shift.people, context) || '（未排人）'}还没有接班，接班前仍由你负责，请联系对方`;
}

/** To whoever is in reserve that day. */
export function reserveCalledText(shift: Shift, context: TextContext): string {
  return `${head(shift, context)}${clockText(shift.startAt, context.now, context.calendar)}起还没有人接班。你是今天的备班，请马上到值班室，到岗后回复“接班”`;
}

/** The day before, to whoever is in reserve: nothing is to be done, and the telephone is to be heard. */
export function reserveTomorrowText(shift: Shift, context: TextContext): string {
  const { calendar, now } = context;
  const when = shift.day === calendar.addDays(calendar.dayOf(now), 1) ? '明天' : '';
  return `${when}你备班：${shiftDay({ day: shift.day }, context)}${unitName(context.office, shift.unit)}，不用到岗，请保持电话畅通`;
}

/** To the duty leader, then to the chief duty officer, with telephones in full; in private only. It says what was not heard, not what was not done. */
export function missingEscalatedText(shift: Shift, outgoing: readonly ThingId[], context: TextContext): string {
  const phones = [...shift.people, ...outgoing].map((person) => {
    const phone = context.office.people.get(person)?.phone;
    return `${personName(context.office, person) || person}${phone ?? '（无电话）'}`;
  });
  const staying = outgoing.length > 0 ? `，现由${peopleNames(outgoing, context)}继续负责` : '，岗位上没有已知的人';
  const post = context.office.units.get(shift.unit)?.dutyPhone;
  const all = [...(post ? [`值班室${post}`] : []), ...phones];
  return [
    `${head(shift, context)}${clockText(shift.startAt, context.now, context.calendar)}起还没有收到接班${staying}`,
    `请电话核实：${all.join('，') || '没有登记电话'}`,
  ].join('\n');
}

/** 缺班, to who plans the roster. */
export function gapText(gap: Gap, context: TextContext): string {
  const { calendar, now, office } = context;
  const until = momentText(gap.toAt, now, calendar);
  return `${unitName(office, gap.unit)}${LAYER_WORDS[gap.layer]}缺班：${momentText(gap.fromAt, now, calendar)}至${until}没有排人，请补上`;
}

/** 缺班 on several days, in one line. */
export function gapDaysText(shifts: readonly Shift[], context: TextContext): string {
  const [first] = shifts;
  const days = daysText(shifts.map(({ day }) => day));
  return `${unitName(context.office, first!.unit)}${LAYER_WORDS[first!.layer]}缺班${shifts.length}班：${days}没有排人，请补上，可以说“${shortDay(first!.day)}补 姓名”`;
}

/** `青山镇：带班 郑伟；值班 陈立`, one line a unit. */
export function onDutyLine(unit: ThingId, onDuty: readonly OnDuty[], context: TextContext): string {
  const parts = onDuty.filter((one) => one.unit === unit).map((one) => onDutyWords(one, context));
  return `${unitName(context.office, unit)}：${parts.join('；') || '没有排班'}`;
}

function onDutyWords({ layer, people, kind, due, shift }: OnDuty, context: TextContext): string {
  const name = `${LAYER_WORDS[layer]}${shift.name ? `（${shift.name}）` : ''} ${peopleNames(people, context) || '未排人'}`;
  switch (kind) {
    case 'staying-on':
      return `${name}（${due ? `${peopleNames(due.people, context) || '下一班'}未接班` : '未交班'}）`;
    case 'not-taken-over':
      return `${name}（未接班）`;
    default:
      return `${name}${readyWords(shift, people, context)}`;
  }
}

/** Whoever was in reserve and has come is not in reserve any more. */
function readyWords({ reserve = [] }: Shift, people: readonly ThingId[], context: TextContext): string {
  const ready = reserve.filter((one) => !people.includes(one));
  return ready.length > 0 ? `，备班 ${peopleNames(ready, context)}` : '';
}

export function takenOverText(shift: Shift, before: Shift | undefined, context: TextContext): string {
  const taken = `${unitName(context.office, shift.unit)}已接班 ${context.calendar.clockOf(shift.takenOverAt!)}`;
  const open = before?.openMatters ?? [];
  if (open.length === 0)
    return `${taken}${before ? `。上一班（${peopleNames(before.people, context)}）${saidBefore(before)}` : ''}`;
  const items = open.slice(0, 4).map((matter, index) => `${index + 1}. ${matter}`);
  const more = open.length > 4 ? `（另有${open.length - 4}件，见交班记录）` : '';
  return [
    `${taken}。上一班（${peopleNames(before!.people, context)}）未完事项${open.length}件${more}：`,
    ...items,
    '看清楚了请回复“清楚”',
  ].join('\n');
}

function saidBefore({ notes }: Shift): string {
  return notes ? `交代：${notes}` : '还没有说交班事项，请当面问清';
}

/** One line of the weekly figures. */
export function unattendedText({ unit, minutes }: Unattended, { office }: TextContext): string {
  const hours = Math.floor(minutes / 60);
  return `${unitName(office, unit)}无人值守${hours > 0 ? `${hours}小时` : ''}${minutes % 60}分钟`;
}

function ownShift(shift: Shift, leaders: readonly ThingId[], context: TextContext): string {
  const led = shift.layer === 'officer' && leaders.length > 0 ? `，带班${peopleNames(leaders, context)}` : '';
  return `${shiftDay(shift, context)}${shiftHours(shift, context)} ${unitName(context.office, shift.unit)}${LAYER_WORDS[shift.layer]}${led}`;
}

/** `青山镇值班`. */
export function head(shift: Pick<Shift, 'unit' | 'layer'>, context: TextContext): string {
  return `${unitName(context.office, shift.unit)}${LAYER_WORDS[shift.layer]}`;
}

/** `8:30`, as people say a time of the day. */
export function clock(at: Date, calendar: TextContext['calendar']): string {
  return calendar.clockOf(at).replace(/^0/, '');
}
