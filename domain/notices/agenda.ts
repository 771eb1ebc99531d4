import type { Window } from '../calendar/calendar.ts';
import { parseRung, placeRung } from '../calendar/rung.ts';
import { ANY_TIME } from '../calendar/windows.ts';
import type { AgendaContext } from '../kind.ts';
import type { Step } from '../step.ts';
import type { Notice, Receipt } from './notice.ts';

const SECOND_MS = 1_000;
/** A draft that nobody confirmed in a day was not meant. */
const DRAFT_HOURS = 24;
/** An ordinary notice whose receipts do not come in ends by itself. */
const END_DAYS = 7;

/** A draft lapses; what is sent is handed out in parts, its author hears who has not answered, and it ends. */
export function noticeAgenda(notice: Notice, { calendar, policy }: AgendaContext): Step[] {
  const { state, createdAt, sentAt, people, handedOut, wanted, urgent, kind } = notice;
  if (state === 'draft') {
    const at = new Date(createdAt.getTime() + DRAFT_HOURS * 3_600_000);
    return [{ at, step: 'lapse', track: 'lapse', kind: 'act' }];
  }
  if (state !== 'sent' || !sentAt) return [];

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

/** Asked again while no answer has come, as often as the ladder has rungs. */
export function receiptAgenda(receipt: Receipt, { calendar, policy }: AgendaContext): Step[] {
  if (receipt.state !== 'sent') return [];
  const window = receipt.urgent ? ANY_TIME : policy.windows.L3;
  return receipt.remind.map((text) => tell(text, 'remind', receipt.sentAt, window, calendar));
}

function tell(text: string, track: string, fromAt: Date, window: Window, calendar: AgendaContext['calendar']): Step {
  const rung = parseRung(text);
  const at = placeRung(rung, { fromAt }, 'from', calendar);
  return { at: calendar.laterInto(at, window), step: rung.step, track, kind: 'tell' };
}
