import type { Leaving, Shift } from '../duty/shift.ts';
import type { ThingId } from '../thing.ts';
import { clockText } from './dates.ts';
import { clock, head } from './duty.ts';
import { personName, unitName } from './names.ts';
import type { TextContext } from './tasks.ts';

/** To who wants to leave: nothing has changed yet. */
export function leavingNotedText(
  shift: Shift,
  leaving: Leaving,
  warnings: readonly string[],
  context: TextContext,
): string {
  const comes = personName(context.office, leaving.standIn);
  return [
    `已请${comes}到${unitName(context.office, shift.unit)}顶班。${comes}回复“接班”之前仍由你负责，请不要离岗；不走了请说“不离岗了”`,
    ...warnings.map((warning) => `提示：${warning}`),
  ].join('\n');
}

/** To who is to come. */
export function comeStandInText(shift: Shift, { person, reason }: Leaving, context: TextContext): string {
  return `${personName(context.office, person)}要离开${head(shift, context)}的岗位${why(reason)}，请你去顶，到岗后回复“接班”，从那时起由你负责，到${clockText(shift.endAt, context.now, context.calendar)}或本人回来为止。去不了请马上告诉${personName(context.office, person)}`;
}

/** To the leader in charge, who need do nothing. */
export function leavingToldText(shift: Shift, { person, standIn, reason }: Leaving, context: TextContext): string {
  return `${head(shift, context)}${personName(context.office, person)}要离岗${why(reason)}，已请${personName(context.office, standIn)}顶班，接班前仍由${personName(context.office, person)}负责`;
}

/** To who may go now, and to the leader. */
export function stoodInForText(shift: Shift, by: ThingId, at: Date, context: TextContext): string {
  return `${head(shift, context)}${clock(at, context.calendar)}起由${personName(context.office, by)}在岗`;
}

export function mayLeaveText(shift: Shift, by: ThingId, at: Date, context: TextContext): string {
  return `${stoodInForText(shift, by, at, context)}，你可以离岗了。回来后请说“接班”`;
}

/** To who has come. */
export function standingInText(shift: Shift, { person }: Leaving, at: Date, context: TextContext): string {
  const from = personName(context.office, person);
  return `${head(shift, context)}${clock(at, context.calendar)}起由你在岗，点名和来电都由你负责，到${clockText(shift.endAt, context.now, context.calendar)}或${from}回来为止`;
}

/** Ten minutes later nobody has come: to both, and to the leader in charge. */
export function notRelievedText(shift: Shift, { person, standIn, at }: Leaving, context: TextContext): string {
  return `${head(shift, context)}${personName(context.office, person)}${clock(at, context.calendar)}请${personName(context.office, standIn)}顶班，还没有收到“接班”。接班前仍由${personName(context.office, person)}负责，请联系或另找人`;
}

export function staysText(shift: Shift, context: TextContext): string {
  return `好的，${head(shift, context)}仍由你在岗`;
}

export function notNeededText(shift: Shift, { person }: Leaving, context: TextContext): string {
  return `${head(shift, context)}不用去顶了，${personName(context.office, person)}不离岗`;
}

function why(reason: string): string {
  return reason ? `（${reason}）` : '';
}

export const WHO_STANDS_IN = '离岗要有人顶，请连名字一起说，例如“我要离岗，某某顶一下”。对方回复“接班”之前仍由你负责';
export const NOT_AT_POST = '你现在没有在岗的班，不用报离岗。当班的请先说“接班”';
export const NOT_LEAVING = '没有等着顶班的离岗，仍由你在岗';
