import type { Shift } from '../duty/shift.ts';
import type { ThingId } from '../thing.ts';
import { clockText } from './dates.ts';
import { clock, head, peopleNames, shiftDay, shiftHours } from './duty.ts';
import { personName, unitName } from './names.ts';
import type { TextContext } from './tasks.ts';

/** What a shift was asked and answered; both 0 where it was asked nothing. */
export interface ShiftFigures {
  readonly asked: number;
  readonly answered: number;
}

/** Half an hour before the end, to whoever is on duty. */
export function handoverAskText(shift: Shift, context: TextContext): string {
  return `${unitName(context.office, shift.unit)}${clock(shift.endAt, context.calendar)}交班，请说一下交给下一班的事，没有就回复“无”`;
}

/** 交班 was said without saying what. */
export const HANDOVER_AGAIN = '请接着说交给下一班的事，几件事用分号隔开，没有就回复“无”';

/** To whoever has just said what is left for the next shift. */
export function handoverNotedText(shift: Shift, context: TextContext): string {
  const count = shift.openMatters?.length ?? 0;
  const what = count > 0 ? `已记下交班事项${count}件` : '已记：没有遗留事项';
  const { handedOverAt, handedOverTo } = shift;
  if (!handedOverAt) return `${what}。下一班接班前仍由你负责`;
  const to = personName(context.office, handedOverTo);
  return to ? `${what}，已转告接班的${to}` : what;
}

/** To the successor, where it is said after the take-over. */
export function lateNotesText(before: Shift, context: TextContext): string {
  const matters = before.openMatters ?? [];
  const who = peopleNames(before.people, context);
  if (matters.length === 0)
    return `${unitName(context.office, before.unit)}上一班（${who}）补充：${before.notes ?? '无'}`;
  const items = matters.slice(0, 4).map((matter, index) => `${index + 1}. ${matter}`);
  const more = matters.length > 4 ? `（另有${matters.length - 4}件，见交班记录）` : '';
  return [
    `${unitName(context.office, before.unit)}上一班（${who}）补充交班事项${matters.length}件${more}：`,
    ...items,
  ].join('\n');
}

/** To the person who was relieved. */
export function relievedText(
  shift: Shift,
  by: ThingId,
  { asked, answered }: ShiftFigures,
  context: TextContext,
): string {
  const done = `交接完成 ${context.calendar.clockOf(shift.handedOverAt!)}，${personName(context.office, by)}已接班`;
  const figures = asked > 0 ? `。本班点名${asked}次，应答${answered}次` : '';
  const notes = shift.notesAt ? '' : '。还有要交代的请说“交班 内容”';
  return `${done}${figures}${notes}。辛苦了`;
}

export function alreadyTakenOverText(shift: Shift, context: TextContext): string {
  return `${head(shift, context)}已在${clockText(shift.takenOverAt!, context.now, context.calendar)}接班，不用再报`;
}

/** To a person planned who comes while somebody stands in. */
export function backAtPostText(shift: Shift, at: Date, standIns: readonly ThingId[], context: TextContext): string {
  return `${head(shift, context)}${clock(at, context.calendar)}起由你在岗，${peopleNames(standIns, context)}替到这时为止`;
}

/** The same to who stood in. */
export function standInOverText(shift: Shift, at: Date, by: ThingId, context: TextContext): string {
  return `${head(shift, context)}${clock(at, context.calendar)}起由${personName(context.office, by)}在岗，替班到此为止。辛苦了`;
}

/** To the person planned and the leader in charge: somebody else of the unit has taken over. */
export function stoodInText(shift: Shift, by: ThingId, context: TextContext): string {
  const { takenOverAt, people } = shift;
  const planned = peopleNames(people, context) || '（未排人）';
  return `${shiftDay(shift, context)}${head(shift, context)}由${personName(context.office, by)}${clock(takenOverAt!, context.calendar)}到岗接班，原排${planned}`;
}

/** To those who had been asked to telephone. */
export function takenOverAfterAllText(shift: Shift, context: TextContext): string {
  return `${head(shift, context)}已由${personName(context.office, shift.takenOverBy)}${clockText(shift.takenOverAt!, context.now, context.calendar)}接班，不用再核实`;
}

/** To whoever was on duty when the time was over and nobody is to follow. */
export function endedWithoutReliefText(shift: Shift, context: TextContext): string {
  return `${head(shift, context)}${clockText(shift.endAt, context.now, context.calendar)}结束，后面没有排班，你的班到此为止。辛苦了`;
}

/** To whoever has stayed on through a whole shift that nobody took over. */
export function stayedInVainText(waited: Shift, context: TextContext): string {
  return `${head(waited, context)}${clockText(waited.endAt, context.now, context.calendar)}结束，一直没有收到接班，你的班到此为止。辛苦了`;
}

/** To the dispatcher: a reminder of this shift found nobody. */
export function dutyNobodyText(shift: Shift, context: TextContext): string {
  return `${head(shift, context)}${shiftDay(shift, context)}${shiftHours(shift, context)}的提醒没有人能收到，请核对值班表和绑定`;
}

/** 收到 when a task waits for it too. */
export const WHICH_RECEIVED = '收到的是哪一件？交班事项请回复“清楚”，任务请回复编号加“收到”，例如“T0612收到”';
