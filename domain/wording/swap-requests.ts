import type { Shift } from '../duty/shift.ts';
import type { Swap } from '../duty/swaps/swap.ts';
import type { Day, ThingId } from '../thing.ts';
import { LAYER_WORDS, peopleNames, shiftDay, shiftHours } from './duty.ts';
import { personName, unitName } from './names.ts';
import { approver, swapAskText, swapEndedText, swapInForceText, swapKind, swapWords } from './swaps.ts';
import type { TextContext } from './tasks.ts';

/** A shift in a numbered choice: `1月31日（周六）白班8:30—20:30 青山镇值班`. */
export function shiftChoice(shift: Shift, context: TextContext): string {
  return `${shiftDay(shift, context)}${shiftHours(shift, context)} ${unitName(context.office, shift.unit)}${LAYER_WORDS[shift.layer]}`;
}

export function whichOwnShiftText(person: ThingId, kind: Swap['kind'], self: boolean, context: TextContext): string {
  const whose = self ? '你' : personName(context.office, person);
  return kind === 'exchange' ? `换${whose}的哪一班？` : `代${whose}的哪一班？一次办一班，`;
}

export function whichReturnedText(person: ThingId, context: TextContext): string {
  return `换${personName(context.office, person)}的哪一班？`;
}

export const NOT_RETURNED = '不换回，只代班';

export function whoStandsInText(shift: Shift, kind: Swap['kind'], context: TextContext): string {
  const day = shiftDay(shift, context);
  return `${day}的班${kind === 'exchange' ? '和谁换' : '请谁代'}？不在下面的请直接说，例如“${plainDay(shift.day)}的班请某某代”。`;
}

export function whichPartnerText(name: string): string {
  return `是哪一位${name}？`;
}

/** The shift an emergency leaves at once, to who dropped out or said it for him. */
export function emergencyFiledText(swap: Swap, unreached: readonly ThingId[], context: TextContext): string {
  const call = unreached.length > 0 ? `。${peopleNames(unreached, context)}收不到消息，请马上电话告诉本人` : '';
  const ruling = swap.awaitsRuling ? `待${approver(swap, context)}批准` : '已批准';
  return `应急代班${swap.no}已先生效，${ruling}：${swapWords(swap, context)}${call}`;
}

/** To somebody whose 同意 was noted and who waits with the others. */
export function agreedText(swap: Swap, context: TextContext): string {
  const stays = `生效前仍由${personName(context.office, swap.giver)}负责`;
  if (swap.state === 'in-force') return swapStateText(swap, context);
  if (swap.awaits.length > 0) return `已记下。${swap.no}还在等${peopleNames(swap.awaits, context)}同意，${stays}`;
  return `已记下，${swap.no}已报${approver(swap, context)}批准，${stays}`;
}

/** Somebody asks how it stands. */
export function swapStateText(swap: Swap, context: TextContext): string {
  const words = `${swapKind(swap)}${swap.no}：${swapWords(swap, context)}`;
  const stays = `。生效前仍由${personName(context.office, swap.giver)}负责`;
  switch (swap.state) {
    case 'filed':
      return `${words}。等${peopleNames(swap.awaits, context)}同意${stays}`;
    case 'consented':
      return `${words}。双方已同意，等${approver(swap, context)}批准${stays}`;
    case 'in-force':
      return swap.awaitsRuling
        ? `${words}。已先生效，等${approver(swap, context)}批准`
        : swapInForceText(swap, context);
    default:
      return swapEndedText(swap, context);
  }
}

/** It came to the last word, and a rule stands against it now. */
export function notInForceText(swap: Swap, reasons: readonly string[], context: TextContext): string {
  return `${swap.no}现在不能生效：${reasons.join('；')}。原班不动，仍由${personName(context.office, swap.giver)}负责；不换了请撤回后另行申请`;
}

export function emergencyApprovedText(swap: Swap, context: TextContext): string {
  return `应急代班${swap.no}已批准：${swapWords(swap, context)}`;
}

export function whichSwapText(swap: Swap, context: TextContext): string {
  return `${swap.no} ${swapWords(swap, context)}`;
}

/** Asked anew, because the day has changed. */
export function swapMovedAskText(swap: Swap, person: ThingId, context: TextContext): string {
  return `值班表有调整。${swapAskText(swap, person, false, context)}`;
}

/** `1月31日`, in an example that somebody may type. */
export function plainDay(day: Day): string {
  const [, month, date] = day.split('-');
  return `${Number(month)}月${Number(date)}日`;
}

/** To somebody whose words about an open request were not understood. */
export function swapHowToText(swap: Swap, mayRule: boolean, context: TextContext): string {
  const { no, awaits } = swap;
  const spokenFor = mayRule && awaits[0] ? `；替本人答复说“同意${no} 代${personName(context.office, awaits[0])}”` : '';
  return `没看懂要怎么办${no}。可以说“同意${no}”“不同意${no} 原因”“撤回${no}”“${no}”（查看）${spokenFor}`;
}
