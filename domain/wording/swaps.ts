import { approverToAsk } from '../duty/swaps/ask-swap.ts';
import type { SwapVerdict } from '../duty/swaps/check-swap.ts';
import type { Swap, SwapShift } from '../duty/swaps/swap.ts';
import type { ThingId } from '../thing.ts';
import { momentText } from './dates.ts';
import { LAYER_WORDS, shiftDay } from './duty.ts';
import { honorific, personName, unitName } from './names.ts';
import { problemText, warningLines } from './swap-problems.ts';
import type { TextContext } from './tasks.ts';

/** `1月31日（周六）陈立→吕刚；2月2日（周一）吕刚→陈立`. */
export function swapWords({ given, returned, giver, taker }: Swap, context: TextContext): string {
  const sides = [
    sideWords(given, giver, taker, context),
    ...(returned ? [sideWords(returned, taker, giver, context)] : []),
  ];
  return sides.join('；');
}

function sideWords(side: SwapShift, from: ThingId, to: ThingId, context: TextContext): string {
  return `${shiftDay(side, context)}${name(from, context)}→${name(to, context)}`;
}

/** Echo to who filed it. */
export function swapFiledText(swap: Swap, verdict: SwapVerdict, context: TextContext): string {
  const asked = swap.awaits.map((person) => name(person, context)).join('、');
  const next = swap.ruling?.approved ? `${asked}同意后即生效` : `${asked}同意后报${approver(swap, context)}批准`;
  return [
    `${swapKind(swap)}申请${swap.no}：${swapWords(swap, context)}`,
    ...warningLines(verdict, context),
    `已请${asked}确认，${next}。生效前仍由${name(swap.giver, context)}负责`,
  ].join('\n');
}

/** To each of those whose word is needed: what they would do, in the second person. */
export function swapAskText(
  swap: Swap,
  person: ThingId,
  again: boolean,
  context: TextContext,
  verdict?: SwapVerdict,
): string {
  const { giver, taker, given, returned, no } = swap;
  const own = person === taker ? given : returned;
  const others = person === taker ? returned : given;
  const other = name(person === taker ? giver : taker, context);
  const filer = swap.filedBy === person ? other : name(swap.filedBy, context);
  const yours = own ? `你值${shiftDay(own, context)}的班` : '';
  const theirs = others ? `${other}值你的${shiftDay(others, context)}` : '';
  const until = momentText(given.startAt, context.now, context.calendar);
  return [
    `${again ? '还在等你答复：' : ''}${filer}提出${swapKind(swap)}：${[yours, theirs].filter(Boolean).join('，')}${swap.reason ? `（${swap.reason}）` : ''}`,
    ...(verdict ? warningLines(verdict, context) : []),
    `同意回复“同意${no}”，不同意回复“不同意${no}”。${until}前没有答复就不换，原班不动`,
  ].join('\n');
}

export function swapAskRulingText(swap: Swap, verdict: SwapVerdict, again: boolean, context: TextContext): string {
  const { no } = swap;
  const checks = verdict.refusals.length > 0 ? verdict.refusals : verdict.warnings;
  const checked = checks.length > 0 ? checks.map((one) => problemText(one, context)).join('；') : '没有连班，没有空档';
  return [
    `${again ? '还在等你批：' : ''}${unitName(context.office, swap.unit)}${LAYER_WORDS[swap.layer]}${swapKind(swap)}${no}：${swapWords(swap, context)}`,
    `双方已同意，规则核对：${checked}`,
    `批准回复“批准${no}”，不批准回复“不批准${no} 原因”`,
  ].join('\n');
}

/** To both, to who ruled, and to the duty room. */
export function swapInForceText(swap: Swap, context: TextContext): string {
  const unit = unitName(context.office, swap.unit);
  const { given, returned, giver, taker, no } = swap;
  const rows = [`${shiftDay(given, context)} ${unit} ${name(taker, context)}`];
  if (returned) rows.push(`${shiftDay(returned, context)} ${unit} ${name(giver, context)}`);
  return `${swapKind(swap)}${no}生效，值班表已改：${rows.join('；')}`;
}

/** An emergency, to the leader and the duty room, where the leader still has to rule. */
export function swapEmergencyText(swap: Swap, context: TextContext): string {
  const why = swap.reason ? `（${swap.reason}）` : '';
  return [
    `应急代班${swap.no}：${unitName(context.office, swap.unit)}${swapWords(swap, context)}${why}，已先生效，待批准`,
    `批准回复“批准${swap.no}”，不批准回复“不批准${swap.no} 原因”`,
  ].join('\n');
}

/** To the one who takes over in an emergency. */
export function swapEmergencyTakerText(swap: Swap, context: TextContext): string {
  const until = momentText(swap.given.endAt, context.now, context.calendar);
  return `${name(swap.giver, context)}临时不能值班${swap.reason ? `（${swap.reason}）` : ''}，现由你代${unitName(context.office, swap.unit)}${shiftDay(swap.given, context)}的班，到${until}。来不了请马上回复“不同意${swap.no}”`;
}

/**
 * To both and to who filed it, when it comes to nothing: who serves, said in so many words. `serving` is who has the given shift
 * after all, where an emergency was refused when the taker stood at the post already.
 */
export function swapEndedText(swap: Swap, context: TextContext, serving: ThingId = swap.giver): string {
  const { no, state, given, returned, taker, ruling } = swap;
  const stays = `${shiftDay(given, context)}仍由${name(serving, context)}${LAYER_WORDS[swap.layer]}`;
  const other =
    returned && serving === swap.giver
      ? `，${shiftDay(returned, context)}仍由${name(taker, context)}${LAYER_WORDS[swap.layer]}`
      : '';
  switch (state) {
    case 'declined':
      return `${swapKind(swap)}${no}对方没有同意，不换。${stays}${other}`;
    case 'refused':
      return `${swapKind(swap)}${no}没有获准${ruling?.reason ? `（${ruling.reason}）` : ''}，${serving === swap.giver ? '不换。' : '请另行安排人；没有新的安排前'}${stays}${other}`;
    case 'withdrawn':
      return `${swapKind(swap)}${no}已撤回。${stays}${other}`;
    case 'expired':
      return `${swapKind(swap)}${no}到接班时还没有办完，已过期。${stays}${other}`;
    default:
      return swapGoneText(swap, context);
  }
}

export function swapMovedText(swap: Swap, context: TextContext): string {
  const what = swap.state === 'in-force' ? '换好的班' : `${swapKind(swap)}申请${swap.no}里的班`;
  return `值班表有调整，${what}跟着改为：${swapWords(swap, context)}。不合适请回复“不同意${swap.no}”或联系排班人员`;
}

export function swapGoneText(swap: Swap, context: TextContext): string {
  return `值班表有调整，${swapKind(swap)}${swap.no}（${swapWords(swap, context)}）里的班已取消或换了人，这次${swapKind(swap)}作废。以最新值班表为准`;
}

export function swapRulingWaitingText(swap: Swap, context: TextContext): string {
  return `应急代班${swap.no}（${swapWords(swap, context)}）已生效，还没有批。批准回复“批准${swap.no}”，不批准回复“不批准${swap.no} 原因”`;
}

/** Whoever will be asked to approve, with the title people use. */
export function approver(swap: Pick<Swap, 'approvers'>, { office, calendar, now }: TextContext): string {
  const first = office.people.get(approverToAsk(swap, office) ?? swap.approvers[0] ?? '');
  if (!first) return '安委办';
  const spoken = honorific(first, calendar.dayOf(now));
  return spoken === first.name ? first.name : `${first.name}（${spoken}）`;
}

export function swapKind({ kind, emergency }: Swap): string {
  return emergency ? '应急代班' : kind === 'exchange' ? '换班' : '代班';
}

function name(person: ThingId | undefined, { office }: TextContext): string {
  return personName(office, person) || person || '';
}
