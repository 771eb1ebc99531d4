import { type Decision, decide, merge } from '../../decision.ts';
import type { Reading } from '../../reading.ts';
import type { ThingId } from '../../thing.ts';
import { swapMovedAskText } from '../../wording/swap-requests.ts';
import { swapGoneText, swapMovedText } from '../../wording/swaps.ts';
import type { TextContext } from '../../wording/tasks.ts';
import { swapsOfShift } from '../collections.ts';
import type { Shift } from '../shift.ts';
import { approverToAsk, questionAbout, questionsAbout, tellAbout } from './ask-swap.ts';
import { type Followed, followShift } from './follow-shift.ts';
import type { Swap } from './swap.ts';

/** A shift before and after it was changed by other means than a swap; without `after` it is gone. */
export interface ChangedShift {
  readonly before: Shift;
  readonly after?: Shift;
}

/**
 * What becomes of the open swaps of shifts that are moved, replaced or cancelled, to be merged into the decision that saves the
 * shifts: the swap moves with its shift, or is gone; both sides are told. `except` is the swap that caused the change itself.
 */
export async function followChanges(
  changes: readonly ChangedShift[],
  read: Reading,
  except?: ThingId,
): Promise<Decision> {
  const followed = new Map<ThingId, Followed>();
  for (const { before, after } of changes) {
    for (const swap of await read.members<Swap>(swapsOfShift(before.id))) {
      const earlier = followed.get(swap.id);
      const next = followShift(earlier?.swap ?? swap, before, after, read.now);
      if (swap.id !== except && next.what !== 'nothing') followed.set(swap.id, next);
    }
  }
  const text: TextContext = { office: await read.office(), calendar: read.calendar, now: read.now };
  return merge([...followed.values()].map((one) => (one.what === 'gone' ? gone(one, text) : moved(one, text))));
}

function gone({ swap, tell }: Followed, text: TextContext): Decision {
  const once = `${swap.id}.gone.${text.now.getTime()}`;
  return decide({
    save: [swap],
    say: tellAbout(swap, tell, swapGoneText(swap, text), { once, now: text.now }),
    drop: questionsAbout(swap),
  });
}

/** Whoever still owes an answer is asked anew, with the new day: the question on its way speaks of the old one. */
function moved({ swap, tell }: Followed, text: TextContext): Decision {
  const once = `${swap.id}.moved.${text.now.getTime()}`;
  const approver = swap.state === 'consented' ? approverToAsk(swap, text.office) : undefined;
  const others = [...tell, ...(approver ? [approver] : [])].filter((person) => !swap.awaits.includes(person));
  return decide({
    save: [swap],
    say: [
      ...tellAbout(swap, others, swapMovedText(swap, text), { once, now: text.now }),
      ...swap.awaits.flatMap((person) =>
        tellAbout(swap, [person], swapMovedAskText(swap, person, text), { once, now: text.now }),
      ),
    ],
    ask: [...swap.awaits, ...(approver ? [approver] : [])].map((person) => questionAbout(swap, person)),
  });
}
