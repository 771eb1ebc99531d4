import { type Ask, decide } from '../../../domain/decision.ts';
import type { IncomingMessage, Message } from '../../../domain/message.ts';
import { type Binding, bindingId } from '../../../domain/people/binding.ts';
import { type Bound, enterCode, otherMissing } from '../../../domain/people/enter-code.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Day } from '../../../domain/thing.ts';
import { NOT_UNDERSTOOD } from '../../../domain/wording/general.ts';
import { anotherAccountText, boundText, EXPIRED_TEXT, whichPersonText } from '../../../domain/wording/people.ts';
import { answer, defineStrangerCommand, reply } from '../command.ts';

const DAY_MS = 86_400_000;

/** The digits that an administrator passed on. Every try counts. */
export default defineStrangerCommand({
  intent: 'code',
  examples: ['7731'],

  async handle(context) {
    const { read, office, message, meaning, codes } = context;
    const binding = await read.thing<Binding>(bindingId(message.from.contactId));
    if (!binding) return reply(context, context.speaker ? NOT_UNDERSTOOD : EXPIRED_TEXT);

    const day = read.calendar.dayOf(read.now);
    const result = enterCode(binding, meaning.code ?? '', { office, now: read.now, day, hash: codes.hash });
    switch (result.kind) {
      case 'wrong':
        return decide({
          save: [result.binding],
          say: [answer(context, new Refusal('CODE_WRONG', { left: String(result.binding.attemptsLeft) }).text)],
        });
      case 'spent':
        return decide({ save: [result.binding], say: [answer(context, EXPIRED_TEXT)] });
      case 'expired':
        return decide({ drop: [result.drop], say: [answer(context, EXPIRED_TEXT)] });
      case 'unclear':
        return decide({
          drop: [result.drop],
          say: [answer(context, whichPersonText(result.people, result.unit, day))],
        });
      case 'bound':
        return decide({
          save: result.save,
          drop: [result.drop],
          say: [answer(context, boundText(result, day)), ...toOtherAccounts(result, message)],
          ask: otherAsked(result, day, read.now),
        });
    }
  },
});

/** Whoever holds an account of that person already hears that there is one more: a code can be talked out of an office. */
function toOtherAccounts({ person, unit }: Bound, message: IncomingMessage): Message[] {
  const others = person.accounts.filter(({ contactId }) => contactId !== message.from.contactId);
  return others.map(({ contactId }) => ({
    to: `contact.${contactId}`,
    class: 'D',
    text: anotherAccountText(person, unit),
    once: `${message.id}.bound.${contactId}`,
  }));
}

/** Whoever is asked for the other liaison may answer with a name. */
function otherAsked(bound: Bound, day: Day, now: Date): Ask[] {
  if (!otherMissing(bound, day)) return [];
  const { id } = bound.person;
  const expiresAt = new Date(now.getTime() + DAY_MS);
  return [{ conversation: id, person: id, matter: bound.unit.id, about: 'other-liaison', kinds: ['text'], expiresAt }];
}
