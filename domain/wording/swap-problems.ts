import type { SwapProblem, SwapVerdict } from '../duty/swaps/check-swap.ts';
import { provisionalMark } from './dates.ts';
import { LAYER_WORDS, shiftDay } from './duty.ts';
import { personName, unitName } from './names.ts';
import type { TextContext } from './tasks.ts';

/** To who asked for it, when a rule stands against it: every reason, and nobody else hears of it. */
export function swapRefusedText({ refusals }: SwapVerdict, context: TextContext): string {
  const reasons = refusals.map((problem) => problemText(problem, context));
  return `不能这样换：${reasons.join('；')}。请换个日期或换个人`;
}

/** What is said along with it and stops nothing, a line each. */
export function warningLines({ warnings }: SwapVerdict, context: TextContext): string[] {
  return warnings.map((warning) => `提示：${problemText(warning, context)}`);
}

export function problemText(problem: SwapProblem, context: TextContext): string {
  const { code, person, shift, other, hours, days, day, no } = problem;
  const who = personName(context.office, person) || person || '';
  const on = shift ? shiftDay(shift, context) : day ? shiftDay({ day }, context) : '';
  switch (code) {
    case 'SHIFT_GONE':
      return `${on}这一班不存在或已取消`;
    case 'SHIFT_BEGUN':
      return `${on}的班已经开始`;
    case 'SAME_PERSON':
      return '换班双方是同一个人';
    case 'SAME_SHIFT':
      return '换的是同一班';
    case 'NOT_ON_SHIFT':
      return `${on}没有排${who}`;
    case 'ALREADY_ON_SHIFT':
      return `${on}已经排了${who}`;
    case 'OTHER_LAYER':
      return '带班和值班不能互换';
    case 'NO_TENURE':
      return `${who}${day ? shiftDay({ day }, context) : on}不在${shift ? unitName(context.office, shift.unit) : '本单位'}任职`;
    case 'ON_LEAVE':
      return `${who}${on}请假或出差，能来请先说“销假”`;
    case 'DOUBLE_SHIFT':
      return `${who}${on}已另有${other ? `${unitName(context.office, other.unit)}${LAYER_WORDS[other.layer]}` : '一班'}`;
    case 'SHORT_REST':
      return `${who}${on}与${other ? shiftDay(other, context) : ''}的班之间只休息${Math.floor(hours ?? 0)}小时`;
    case 'LEAVES_GAP':
      return `${on}会没有人`;
    case 'OPEN_SWAP':
      return `${on}已有换班申请${no}没有办完`;
    case 'HOLIDAY_NOTICE':
      return `${on}是节假日${markOf(problem, context)}，换班一般提前${days}天`;
    case 'SHORT_NOTICE':
      return `换班一般提前${days}天`;
  }
}

/** Whether a day is a holiday nobody knows for sure as long as the year is not announced. */
function markOf({ shift, day }: SwapProblem, { calendar }: TextContext): string {
  const on = shift?.day ?? day;
  return on ? provisionalMark(on, calendar) : '';
}
