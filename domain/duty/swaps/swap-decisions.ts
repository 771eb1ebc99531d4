import { type Ask, type Decision, decide, merge } from '../../decision.ts';
import type { Message } from '../../message.ts';
import type { Reading } from '../../reading.ts';
import type { ThingId } from '../../thing.ts';
import { swapAskRulingText, swapAskText } from '../../wording/swaps.ts';
import type { TextContext } from '../../wording/tasks.ts';
import { shiftsAround } from '../collections.ts';
import { chiefOfficers } from '../duty-people.ts';
import type { Shift } from '../shift.ts';
import { shiftsAfter } from './apply-swap.ts';
import { approverToAsk, questionAbout, questionsAbout, tellAbout } from './ask-swap.ts';
import type { SwapVerdict } from './check-swap.ts';
import { followChanges } from './follow-changes.ts';
import { isOpenSwap, partiesOf, type Swap } from './swap.ts';

export interface Telling {
  readonly read: Reading;
  readonly text: TextContext;
  /** Begins the name of every utterance. */
  readonly once: string;
}

interface Asked {
  readonly say: readonly Message[];
  readonly ask: readonly Ask[];
}

/** Puts the question to each of those whose word is needed. */
export function askConsent(swap: Swap, verdict: SwapVerdict, { text, once, read }: Telling): Asked {
  const say = swap.awaits.flatMap((person) =>
    tellAbout(swap, [person], swapAskText(swap, person, false, text, verdict), {
      once: `${once}.ask`,
      now: read.now,
    }),
  );
  return { say: say.map((message) => ({ ...message, of: swap.id })), ask: questions(swap, swap.awaits) };
}

/** Lays the request before the leader; before nobody where no leader can be reached, which the reminders report. */
export function askRuling(swap: Swap, verdict: SwapVerdict, { text, once, read }: Telling): Asked {
  const approver = approverToAsk(swap, text.office);
  if (!approver) return { say: [], ask: [] };
  const words = swapAskRulingText(swap, verdict, false, text);
  const say = tellAbout(swap, [approver], words, { once: `${once}.ask`, now: read.now });
  return { say: say.map((message) => ({ ...message, of: swap.id })), ask: questions(swap, [approver]) };
}

/**
 * A swap that changes its state, with the shifts that change hands by it and the questions that are over. Other open requests
 * for these shifts follow.
 */
export async function turned(
  before: Swap | undefined,
  after: Swap,
  shifts: readonly Shift[],
  by: ThingId,
  read: Reading,
): Promise<Decision> {
  const moved = shiftsAfter(before, after, shifts, read.now, by);
  const known = new Map(shifts.map((shift) => [shift.id, shift]));
  const others = await followChanges(
    moved.map((shift) => ({ before: known.get(shift.id)!, after: shift })),
    read,
    after.id,
  );
  const own = decide({
    save: [{ ...after, handledAt: read.now }, ...moved],
    drop: isOpenSwap(after) ? [] : questionsAbout(after),
  });
  return merge([own, others]);
}

/** Everybody whom a swap concerned so far: both sides, who filed it, and the leader once he has ruled or was asked to. */
export function concernedBy(swap: Swap, { text }: Telling): ThingId[] {
  const asked = swap.consentedAt || swap.emergency ? approverToAsk(swap, text.office) : undefined;
  const leaders = swap.ruling ? [swap.ruling.by] : asked ? [asked] : [];
  return [...new Set([...partiesOf(swap), swap.filedBy, ...leaders])];
}

/** The officer at the chief duty desk, who keeps the list of the day. */
export async function dutyDesk(swap: Swap, { read, text }: Telling): Promise<ThingId[]> {
  const sought = { office: text.office, unit: swap.unit, at: read.now, day: read.calendar.dayOf(read.now) };
  return chiefOfficers(await shiftsAround(read.now, read), sought)
    .slice(0, 1)
    .map(({ id }) => id);
}

function questions(swap: Swap, people: readonly ThingId[]): Ask[] {
  return people.map((person) => questionAbout(swap, person));
}
