import { type Ask, decide } from '../../domain/decision.ts';
import { approverToAsk, questionAbout, tellAbout } from '../../domain/duty/swaps/ask-swap.ts';
import { daysOfSwap, shiftsNear, verdictOf } from '../../domain/duty/swaps/read-around.ts';
import type { Swap } from '../../domain/duty/swaps/swap.ts';
import { SWAP_STEP_CLASS } from '../../domain/duty/swaps/swap-agenda.ts';
import { reachable } from '../../domain/people/reach.ts';
import type { ThingId } from '../../domain/thing.ts';
import { swapAskRulingText, swapAskText, swapRulingWaitingText } from '../../domain/wording/swaps.ts';
import { defineReminder, type ReminderContext, type ReminderResult } from '../reminder.ts';

/** The other side is asked again until it has answered, then the leader, then the leader about what is in force already. */
export const swapAsking = [
  consent('ask', false),
  consent('ask-again', true),
  ruling('ask-ruling', false),
  ruling('ask-ruling-again', true),
  defineReminder<Swap>({
    thing: 'swap',
    step: 'ruling-waiting',

    fire: async (swap, context) => {
      const approver = approverToAsk(swap, context.office);
      return approver ? said(swap, [[approver, swapRulingWaitingText(swap, context.text)]], context) : 'nobody';
    },
  }),
];

function consent(step: string, again: boolean) {
  return defineReminder<Swap>({
    thing: 'swap',
    step,

    fire: async (swap, context) => {
      const asked = reachable(context.office, swap.awaits);
      const texts = asked.map(({ id }) => [id, swapAskText(swap, id, again, context.text)] as const);
      return texts.length > 0 ? said(swap, texts, context) : 'nobody';
    },
  });
}

function ruling(step: string, again: boolean) {
  return defineReminder<Swap>({
    thing: 'swap',
    step,

    async fire(swap, context) {
      const { office, read, text } = context;
      const approver = approverToAsk(swap, office);
      if (!approver) return 'nobody';
      const verdict = await verdictOf(swap, await shiftsNear(daysOfSwap(swap), read), read);
      return said(swap, [[approver, swapAskRulingText(swap, verdict, again, text)]], context);
    },
  });
}

/** One message and one open question for each; what was answered meanwhile is not said any more. */
function said(
  swap: Swap,
  texts: readonly (readonly [person: ThingId, text: string])[],
  { step, occurrence, now }: ReminderContext,
): ReminderResult {
  const messageClass = SWAP_STEP_CLASS[step.step] ?? 'L3';
  const say = texts.flatMap(([person, text]) =>
    tellAbout(swap, [person], text, { once: occurrence, now, messageClass }).map((message) => ({
      ...message,
      of: swap.id,
      ...(step.untilAt && { notAfterAt: step.untilAt }),
    })),
  );
  const ask: Ask[] = texts.map(([person]) => questionAbout(swap, person));
  return decide({ say, ask });
}
