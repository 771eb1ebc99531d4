import type { Notice, NoticeState } from '../notices/notice.ts';
import { countsWith, unitsToPhone } from '../notices/vacant-units.ts';
import type { ThingId } from '../thing.ts';
import { personName, unitName } from './names.ts';
import { excerpt, noOf } from './notice-out.ts';
import type { Counts } from './notices.ts';
import type { TextContext } from './tasks.ts';

const MOST_LISTED = 12;
const STATES: Readonly<Record<NoticeState, string>> = {
  draft: '待确认',
  pending: '待批准',
  sent: '收集中',
  closed: '已结束',
};

/** `missing`: who has not answered, whether or not anybody still waits for it. */
export interface Standing {
  readonly answered: number;
  readonly missing: readonly ThingId[];
}

/** Without telephone numbers: it may be asked for in a room. */
export function noticeShownText(notice: Notice, { answered, missing }: Standing, context: TextContext): string {
  const counts = countsWith(notice, answered);
  return [
    `【${notice.no}】${excerpt(notice.text)}`,
    ...linkLines(notice),
    `${stateOf(notice, context)}${receiptsText(notice, counts, missing, context)}`,
  ].join('\n');
}

/** Both sides of a correction and of a lifting say so. */
function linkLines({ corrects, lifts, correctedBy, liftedBy }: Notice): string[] {
  const of = corrects ? `更正的是${noOf(corrects)}` : lifts ? `解除的是${noOf(lifts)}` : '';
  const by = [
    ...(correctedBy ? [`已由${noOf(correctedBy)}更正，以${noOf(correctedBy)}为准`] : []),
    ...(liftedBy ? [`已由${noOf(liftedBy)}解除`] : []),
  ];
  return [of, ...by].filter(Boolean);
}

function stateOf({ state, closedBecause, closedBy, closedReason, handedOut }: Notice, { office }: TextContext): string {
  if (state !== 'closed') return STATES[state];
  if (closedBecause === 'said') return `${personName(office, closedBy)}结束收集，原因：${closedReason}`;
  if (handedOut === 0) return '没有发出，已取消';
  return STATES.closed;
}

function receiptsText(
  notice: Notice,
  { answered, total }: Counts,
  people: readonly ThingId[],
  { office }: TextContext,
): string {
  const { state, wanted, handedOut } = notice;
  if (!wanted || handedOut === 0) return '';
  const missing = [
    ...people.map((id) => personName(office, id)),
    ...unitsToPhone(notice).map((id) => `${unitName(office, id)}（没有人可发）`),
  ];
  const names = missing.slice(0, MOST_LISTED);
  const more = missing.length > MOST_LISTED ? `等${missing.length}人` : '';
  const list = missing.length > 0 ? `，${state === 'sent' ? '未签收' : '未应答'}：${names.join('、')}${more}` : '';
  return `，签收${answered}/${total}${list}`;
}
