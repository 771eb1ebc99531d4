import type { PuttingProblem } from '../duty/put-on-duty.ts';
import type { Layer, Shift } from '../duty/shift.ts';
import type { Day, ThingId } from '../thing.ts';
import { leaveWords } from './absence.ts';
import { head, LAYER_WORDS, peopleNames, shiftDay, shiftHours } from './duty.ts';
import { personName, unitName } from './names.ts';
import { shortDay } from './roster-days.ts';
import type { TextContext } from './tasks.ts';

/** A shift whose people were changed by who plans it. */
export interface PeopleChanged {
  readonly shift: Shift;
  readonly gone: readonly ThingId[];
  readonly come: readonly ThingId[];
  readonly reason: string;
  readonly by: ThingId;
}

/** To everybody else whom it concerns: `青山镇值班表已改：1月31日（周六）值班 陈立→何勇（陈立出差）`. */
export function peopleChangedText(changes: readonly PeopleChanged[], context: TextContext): string {
  const [{ shift, reason }] = changes as [PeopleChanged];
  const rows = changes.map((one) => rowText(one, context));
  return `${unitName(context.office, shift.unit)}值班表已改：${rows.join('；')}（${reason}）`;
}

function rowText({ shift, gone, come }: PeopleChanged, context: TextContext): string {
  const day = `${shiftDay(shift, context)}${LAYER_WORDS[shift.layer]}`;
  if (gone.length > 0) return `${day} ${peopleNames(gone, context)}→${peopleNames(come, context)}`;
  const all = shift.people.length > come.length ? `，现为${peopleNames(shift.people, context)}` : '';
  return `${day} 加${peopleNames(come, context)}${all}`;
}

/** To who said it, with what should be known beside it. */
export function putText(
  changes: readonly PeopleChanged[],
  warnings: readonly PuttingProblem[],
  unreached: readonly ThingId[],
  context: TextContext,
): string {
  const [{ shift }] = changes as [PeopleChanged];
  return [
    peopleChangedText(changes, context),
    ...warnings.map((warning) => `提示：${puttingProblemText(warning, shift, context)}`),
    unreached.length > 0
      ? `${peopleNames(unreached, context)}收不到消息，请电话告诉本人；其他有关的人已告知`
      : '有关的人已告知',
  ].join('\n');
}

/** To whoever need not come any more. */
export function takenOffText(changes: readonly PeopleChanged[], context: TextContext): string {
  const [{ reason, by }] = changes as [PeopleChanged];
  const rows = changes.map(
    ({ shift, come }) =>
      `${shiftDay(shift, context)}${head(shift, context)}不再排你，改为${peopleNames(come, context)}`,
  );
  return `值班表有变动：${rows.join('；')}（${reason}，${personName(context.office, by)}改）`;
}

/** To whoever is new on it, where the shift itself does not say it at once. */
export function putOnText(changes: readonly PeopleChanged[], context: TextContext): string {
  const [{ reason, by }] = changes as [PeopleChanged];
  const rows = changes.map(
    ({ shift }) => `${shiftDay(shift, context)}${head(shift, context)}排了你，${shiftHours(shift, context)}`,
  );
  return `值班表有变动：${rows.join('；')}（${reason}，${personName(context.office, by)}排）。有冲突请尽快说“换班”`;
}

export function cannotPutText(problems: readonly PuttingProblem[], shift: Shift, context: TextContext): string {
  return `不能这样排：${problems.map((problem) => puttingProblemText(problem, shift, context)).join('；')}。值班表没有改，请换个人或核对日期`;
}

export function puttingProblemText(problem: PuttingProblem, shift: Shift, context: TextContext): string {
  const who = personName(context.office, problem.person) || problem.person;
  const on = shiftDay(shift, context);
  switch (problem.what) {
    case 'no-tenure':
      return `${who}不在${unitName(context.office, shift.unit)}任职`;
    case 'on-leave':
      return `${leaveWords(problem.leave, context)}，能来请先说“销假”`;
    case 'double':
      return `${who}${on}已另有${shiftDay(problem.other, context)}${head(problem.other, context)}`;
    case 'short-rest':
      return `${who}${on}与${shiftDay(problem.other, context)}的班之间休息不够`;
  }
}

export function alreadyThereText(shift: Shift, come: readonly ThingId[], context: TextContext): string {
  return `${shiftDay(shift, context)}${head(shift, context)}已经排了${peopleNames(come, context)}，不用改`;
}

/** It is not clear in whose place. */
export function inWhosePlaceText(shift: Shift, context: TextContext): string {
  return `${shiftDay(shift, context)}${head(shift, context)}有${peopleNames(shift.people, context)}，换下哪一位？请连名字一起说，例如“${shortDay(shift.day)}${LAYER_WORDS[shift.layer]}由${personName(context.office, shift.people[0])}改成某某，原因”`;
}

/** No reason was given: the change waits for it. */
export function whyChangedText(shift: Shift, example: ThingId | undefined, context: TextContext): string {
  const who = personName(context.office, example) || '本人';
  return `改已发布的值班表要写原因，直接回复原因就行，例如“${who}出差”。${shiftDay(shift, context)}${head(shift, context)}还没有改`;
}

export function noShiftToChangeText(
  { unit, layer, day }: { unit: ThingId; layer: Layer; day: Day },
  context: TextContext,
): string {
  return `${unitName(context.office, unit)}${shiftDay({ day }, context)}没有已发布的${LAYER_WORDS[layer]}安排，没有改。请先排表或把值班表发给我`;
}

export function notTheirsText(person: ThingId, day: Day, context: TextContext): string {
  return `${shiftDay({ day }, context)}的班没有排${personName(context.office, person)}，没有改，请核对日期和姓名`;
}

export function whoComesText(names: readonly string[], unit: ThingId, { office }: TextContext): string {
  return `“${names.join('、')}”在${unitName(office, unit)}没有查到，或者不止一个，没有改。请核对姓名后再说一次`;
}

export const OWN_SHIFT = '自己的班要换人请说“换班”或“代班”，对方同意、领导批准后生效；也可以请别的排班人员来改';
export const DAY_OVER = '这一天已经过去了，值班表没有改，请核对日期';
export const WHICH_PART = '改哪一班？';
