import { parseRung, placeRung } from '../../calendar/rung.ts';
import type { AgendaContext } from '../../kind.ts';
import type { MessageClass } from '../../message.ts';
import type { Step } from '../../step.ts';
import { untilAnswered } from '../../tasks/waiting.ts';
import { beginsAt, type Swap } from './swap.ts';

/** `ask` is the first question; commands that put it themselves create the swap handled up to that moment. */
export const SWAP_STEP_CLASS: Readonly<Record<string, MessageClass>> = {
  ask: 'D',
  'ask-again': 'L2',
  'ask-ruling': 'D',
  'ask-ruling-again': 'L2',
  'ruling-waiting': 'L3',
};

/** Reminders of the same swap to the same person are at least this far apart. */
const MIN_GAP_MS = 2 * 3_600_000;

/**
 * The other side is asked at once and again three days, a day and twelve hours before the shift; then whoever rules, in the same
 * manner. At the start of the shift what is still open expires (`expire`). An emergency waits for its ruling for as long as it takes.
 */
export function swapAgenda(swap: Swap, context: AgendaContext): Step[] {
  const expiry: Step = { at: beginsAt(swap), step: 'expire', track: 'expiry', kind: 'act' };
  switch (swap.state) {
    case 'filed':
      return [...asking(swap, swap.filedAt, 'ask', context), expiry];
    case 'consented':
      return [...asking(swap, swap.consentedAt ?? swap.filedAt, 'ask-ruling', context), expiry];
    case 'in-force':
      return swap.awaitsRuling ? emergency(swap, context) : [];
    default:
      return [];
  }
}

/** Before a deadline, so they move earlier into their window; those that are past when it begins are left out. */
function asking(swap: Swap, fromAt: Date, question: 'ask' | 'ask-ruling', { calendar, policy }: AgendaContext): Step[] {
  const startAt = beginsAt(swap);
  const steps: Step[] = [{ at: fromAt, step: question, track: question, kind: 'tell', untilAt: startAt }];
  for (const text of swap.ladder.untilTaken) {
    const rung = parseRung(text);
    const step = question === 'ask' ? rung.step : 'ask-ruling-again';
    const wanted = placeRung(rung, { fromAt: startAt }, 'from', calendar);
    const at = calendar.earlierInto(wanted, policy.windows[SWAP_STEP_CLASS[step] ?? 'L2']);
    if (at.getTime() - steps.at(-1)!.at.getTime() >= MIN_GAP_MS) {
      steps.push({ at, step, track: question, kind: 'tell', untilAt: startAt });
    }
  }
  return steps;
}

function emergency(swap: Swap, { calendar, policy }: AgendaContext): Step[] {
  const steps = swap.ladder.emergency.map((text): Step => {
    const rung = parseRung(text);
    const wanted = placeRung(rung, { fromAt: swap.filedAt }, 'from', calendar);
    return { at: calendar.laterInto(wanted, policy.windows.L3), step: rung.step, track: 'ruling', kind: 'tell' };
  });
  // After an evening both may fall on the next morning: then once is enough.
  const inOrder = steps.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const apart = inOrder.filter(
    (step, index) => index === 0 || step.at.getTime() - inOrder[index - 1]!.at.getTime() >= MIN_GAP_MS,
  );
  return untilAnswered(apart, swap, calendar);
}
