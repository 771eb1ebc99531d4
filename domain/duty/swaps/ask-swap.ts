import type { Ask } from '../../decision.ts';
import type { Message, MessageClass } from '../../message.ts';
import type { Office } from '../../people/office.ts';
import { isReachable } from '../../people/reach.ts';
import { questionFrom } from '../../question.ts';
import type { ThingId } from '../../thing.ts';
import { beginsAt, partiesOf, type Swap } from './swap.ts';
import { isSoon } from './swap-emergency.ts';

/** An emergency that nobody rules is asked about again by its ladder; one question waits no longer than this. */
const EMERGENCY_DAYS = 7;

/** The question to one person whether he agrees, or to the leader whether it is approved. It ends when the shift begins. */
export function questionAbout(swap: Swap, person: ThingId): Ask {
  const expiresAt =
    swap.state === 'in-force' ? new Date(swap.filedAt.getTime() + EMERGENCY_DAYS * 86_400_000) : beginsAt(swap);
  return { conversation: person, person, matter: swap.id, about: 'swap', kinds: ['ruling'], expiresAt };
}

/** Every question that may be open about a swap; they go with it. */
export function questionsAbout(swap: Swap): ThingId[] {
  return [...partiesOf(swap), ...swap.approvers].map(
    (person) => questionFrom(questionAbout(swap, person), swap.filedAt).id,
  );
}

/** The leader who is asked: the first of those who may rule that can be reached. */
export function approverToAsk({ approvers }: Pick<Swap, 'approvers'>, office: Office): ThingId | undefined {
  return approvers.find((id) => {
    const person = office.people.get(id);
    return person !== undefined && isReachable(person);
  });
}

/** One line about a swap to each of these people; what is soon is said at any hour. */
export function tellAbout(
  swap: Swap,
  people: readonly ThingId[],
  text: string,
  { once, now, messageClass = 'D' }: { once: string; now: Date; messageClass?: MessageClass },
): Message[] {
  return [...new Set(people)].map((person) => ({
    to: person,
    class: messageClass,
    text,
    once: `${once}.${person}`,
    about: swap.no,
    ...(messageClass === 'D' && isSoon(swap.given, now) && { urgent: true }),
  }));
}
