import { decide } from '../../domain/decision.ts';
import { questionsAbout, tellAbout } from '../../domain/duty/swaps/ask-swap.ts';
import type { Swap } from '../../domain/duty/swaps/swap.ts';
import { concernedBy } from '../../domain/duty/swaps/swap-decisions.ts';
import { expireSwap } from '../../domain/duty/swaps/swap-rules.ts';
import { swapEndedText } from '../../domain/wording/swaps.ts';
import { defineReminder } from '../reminder.ts';

/** The shift begins and not everybody has spoken: both hear that the original person stays, and so does the leader who was asked. */
export const swapExpiry = defineReminder<Swap>({
  thing: 'swap',
  step: 'expire',

  async fire(swap, { read, text, now, occurrence }) {
    const expired = expireSwap(swap, now);
    if (expired === swap) return decide({});
    const told = concernedBy(expired, { read, text, once: occurrence });
    return decide({
      save: [expired],
      say: tellAbout(expired, told, swapEndedText(expired, text), { once: occurrence, now, messageClass: 'L1' }),
      drop: questionsAbout(expired),
    });
  },
});
