import type { Window } from '../calendar/calendar.ts';
import { parseRung, placeRung } from '../calendar/rung.ts';
import { ANY_TIME } from '../calendar/windows.ts';
import type { AgendaContext } from '../kind.ts';
import type { Step } from '../step.ts';
import { hasReceiptsToRelease } from './close-notice.ts';
import type { Notice, Receipt } from './notice.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
/** A draft that nobody confirmed in a day was not meant; neither was what no leader agreed to in a day. */
const DRAFT_HOURS = 24;
/** An ordinary notice whose receipts do not come in ends by itself. */
const END_DAYS = 7;

/**
 * A draft lapses; what waits for a leader is not forgotten; what is sent is handed out in parts, its author hears who has not
 * answered, and it ends; what has ended lets go of the receipts that still wait, in parts as well.
 */
export function noticeAgenda(notice: Notice, context: AgendaContext): Step[] {
  if (notice.state === 'draft' || notice.state === 'pending') return unsent(notice, context);
  if (hasReceiptsToRelease(notice)) return [releasing(notice)];
  return notice.state === 'sent' && notice.sentAt ? sent(notice, notice.sentAt, context) : [];
}

function unsent({ state, createdAt, pendingAt }: Notice, { policy }: AgendaContext): Step[] {
  const sinceMs = (pendingAt ?? createdAt).getTime();
  const lapse = new Date(sinceMs + DRAFT_HOURS * 60 * MINUTE_MS);
  const open = new Date(sinceMs + policy.notices.approvalMinutes * MINUTE_MS);
  return [
    { at: lapse, step: 'lapse', track: 'lapse', kind: 'act' },
    ...(state === 'pending'
      ? [{ at: open, step: 'approval-open', track: 'approval', kind: 'tell' as const, untilAt: lapse }]
      : []),
  ];
}

function sent(notice: Notice, sentAt: Date, { calendar, policy }: AgendaContext): Step[] {
  const { people, handedOut, wanted, urgent, kind } = notice;
  const handOut: Step[] =
    handedOut < people.length
      ? // A second after the part before it: only what lies after the commit itself is still ahead.
        [
          {
            at: new Date((notice.handledAt ?? sentAt).getTime() + SECOND_MS),
            step: 'hand-out',
            track: 'out',
            kind: 'act',
          },
        ]
      : [];
  const lists = wanted
    ? notice.ladder.list.map((text) => tell(text, 'list', sentAt, urgent ? ANY_TIME : policy.windows.L3, calendar))
    : [];
  // A call ends when everybody has answered, or when a person says so and why; never by itself.
  const end: Step[] =
    kind === 'call'
      ? []
      : [
          {
            at: calendar.at(calendar.addDays(calendar.dayOf(sentAt), END_DAYS), '03:00'),
            step: 'end',
            track: 'end',
            kind: 'act',
          },
        ];
  return [...handOut, ...lists, ...end];
}

/** At once where a person ended it; after the part before, or the wake that ended it, a second later. */
function releasing({ closedAt, handledAt }: Notice): Step {
  const handledMs = handledAt?.getTime() ?? 0;
  const closedMs = closedAt?.getTime() ?? handledMs;
  const at = new Date(closedMs > handledMs ? closedMs : handledMs + SECOND_MS);
  return { at, step: 'release', track: 'release', kind: 'act' };
}

/** Asked again while no answer has come, as often as the ladder has rungs; where it is urgent, the other of the pair is asked too. */
export function receiptAgenda(receipt: Receipt, { calendar, policy }: AgendaContext): Step[] {
  const { state, sentAt, urgent, remind, askOther, other } = receipt;
  if (state !== 'sent') return [];
  const window = urgent ? ANY_TIME : policy.windows.L3;
  return [
    ...remind.map((text) => tell(text, 'remind', sentAt, window, calendar)),
    ...(askOther && !other ? [tell(askOther, 'other', sentAt, window, calendar)] : []),
  ];
}

function tell(text: string, track: string, fromAt: Date, window: Window, calendar: AgendaContext['calendar']): Step {
  const rung = parseRung(text);
  const at = placeRung(rung, { fromAt }, 'from', calendar);
  return { at: calendar.laterInto(at, window), step: rung.step, track, kind: 'tell' };
}
