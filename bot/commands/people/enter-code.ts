import { decide } from '../../../domain/decision.ts';
import { type Binding, bindingId } from '../../../domain/people/binding.ts';
import { enterCode } from '../../../domain/people/enter-code.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { NOT_UNDERSTOOD } from '../../../domain/wording/general.ts';
import { boundText, EXPIRED_TEXT, whichPersonText } from '../../../domain/wording/people.ts';
import { answer, defineStrangerCommand, reply } from '../command.ts';

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
        return decide({ save: result.save, drop: [result.drop], say: [answer(context, boundText(result, day))] });
    }
  },
});
