import type { DutyLeave } from '../duty/absences/leave.ts';
import type { Shift } from '../duty/shift.ts';
import type { ThingId } from '../thing.ts';
import { dayText } from './dates.ts';
import { head, shiftDay } from './duty.ts';
import { personName } from './names.ts';
import { shortDay } from './roster-days.ts';
import type { TextContext } from './tasks.ts';

const MOST_SHIFTS = 4;

/** `吕刚2月3日（周二）—2月8日（周日）出差`. */
export function leaveWords({ person, fromDay, toDay, why }: DutyLeave, context: TextContext): string {
  const days = fromDay === toDay ? day(fromDay, context) : `${day(fromDay, context)}—${day(toDay, context)}`;
  return `${personName(context.office, person) || person}${days}${why}`;
}

/** To whoever said it. `self`: the one who is away; the shifts that fall into it stay theirs until somebody else has them. */
export function leaveNotedText(
  leave: DutyLeave,
  shifts: readonly Shift[],
  { self, plans }: { readonly self: boolean; readonly plans: boolean },
  context: TextContext,
): string {
  const noted = `已记：${leaveWords(leave, context)}，排班和顶班都会避开`;
  if (shifts.length === 0) return noted;
  const whose = self ? '你' : personName(context.office, leave.person);
  return [
    noted,
    `其间${whose}有班，要换人：${shiftsText(shifts, context)}。换好之前仍由${whose}负责`,
    plans ? howToReplace(leave, shifts, context) : '请说“换班”，已告知排班人员',
  ].join('\n');
}

/** To who plans the unit's duty: somebody has to be found. */
export function leaveClashText(leave: DutyLeave, shifts: readonly Shift[], context: TextContext): string {
  return [
    `${leaveWords(leave, context)}，其间有班，要换人：${shiftsText(shifts, context)}`,
    howToReplace(leave, shifts, context),
  ].join('\n');
}

/** To the one who is away, where somebody else said it. */
export function leaveToldText(leave: DutyLeave, by: ThingId, shifts: readonly Shift[], context: TextContext): string {
  const name = personName(context.office, by);
  const own = shifts.length > 0 ? `。其间你有班：${shiftsText(shifts, context)}，换好之前仍由你负责` : '';
  return `${name}登记了${leaveWords(leave, context)}${own}。不对请说“销假”`;
}

export function leaveKnownText(leave: DutyLeave, context: TextContext): string {
  return `${leaveWords(leave, context)}，已经记过了`;
}

export function leaveOverText(leave: DutyLeave, context: TextContext): string {
  const who = personName(context.office, leave.person) || leave.person;
  if (leave.cancelledAt) return `已销假：${leaveWords(leave, context)}，全部取消`;
  const was = leave.ended ? `，原到${day(leave.ended.wasToDay, context)}` : '';
  return `已销假：${who}${leave.why}到${day(leave.toDay, context)}为止${was}，之后照常排班`;
}

export function leaveOverToldText(leave: DutyLeave, by: ThingId, context: TextContext): string {
  return `${personName(context.office, by)}替你${leaveOverText(leave, context)}`;
}

export function noLeaveText(who: string): string {
  return `没有查到${who}登记的请假，不用销`;
}

export function whichLeaveText(leaves: readonly DutyLeave[], context: TextContext): string {
  const listed = leaves.slice(0, MOST_SHIFTS).map((leave) => leaveWords(leave, context));
  return `登记了${leaves.length}次：${listed.join('；')}。请带上日期，例如“${shortDay(leaves[0]!.fromDay)}销假”`;
}

export const LEAVE_DAYS_MISSING = '请说几号到几号，例如“2月3日到8日请假”，替别人说请带上姓名';
export const LEAVE_PAST = '这些天已经过去了，请核对日期';
export const LEAVE_TOO_LONG = '一次最多记一年。长期离岗请由管理员调整职务';

export function leaveUntilText(fromDay: string): string {
  return `从${shortDay(fromDay)}起到几号？请连头带尾再说一次，例如“${shortDay(fromDay)}到某月某日请假”`;
}

function howToReplace(leave: DutyLeave, [first]: readonly Shift[], { office }: TextContext): string {
  const layer = first!.layer === 'leader' ? '带班' : '值班';
  return `换人请说“${shortDay(first!.day)}${layer}改成某某，${personName(office, leave.person)}${leave.why}”`;
}

function shiftsText(shifts: readonly Shift[], context: TextContext): string {
  const said = shifts.slice(0, MOST_SHIFTS).map((shift) => `${shiftDay(shift, context)}${head(shift, context)}`);
  return `${said.join('、')}${shifts.length > MOST_SHIFTS ? `等${shifts.length}班` : ''}`;
}

function day(of: string, { calendar, now }: TextContext): string {
  return dayText(of, calendar.dayOf(now), calendar);
}
