import { decide } from '../../domain/decision.ts';
import { reliefOf, shiftsNear } from '../../domain/duty/near.ts';
import { peopleAt } from '../../domain/duty/presence.ts';
import type { Shift } from '../../domain/duty/shift.ts';
import { endShift } from '../../domain/duty/shift-rules.ts';
import { outgoingOf } from '../../domain/duty/who.ts';
import type { Message } from '../../domain/message.ts';
import { reachable } from '../../domain/people/reach.ts';
import type { ThingId } from '../../domain/thing.ts';
import { endedWithoutReliefText, handoverAskText, stayedInVainText } from '../../domain/wording/handover.ts';
import { defineReminder, type ReminderContext } from '../reminder.ts';
import { tell } from './shift-tells.ts';

/** So long after the end of a shift what it leaves behind may still be said in plain words. */
const STILL_ASKED_MS = 60 * 60_000;
/** An end that nobody could be told of for so long is not news any more. */
const NEWS_MS = 2 * 60 * 60_000;

export const shiftEnd = [
  /** What goes to the next shift is asked of the one who took over, half an hour before. */
  defineReminder<Shift>({
    thing: 'shift',
    step: 'handover',

    async fire(shift, context) {
      const there = peopleAt(shift, context.now);
      const first = there.find((person) => person === shift.takenOverBy) ?? there[0];
      const to = reachable(context.office, first ? [first] : []);
      const say = tell(shift, [{ to, text: handoverAskText(shift, context.text) }], context);
      if (say.length === 0) return 'nobody';
      return decide({ say, ask: to.map(({ id }) => handoverQuestion(shift, id)) });
    },
  }),

  /** What becomes of a shift when its time is over; whoever need not wait any longer is told so. */
  defineReminder<Shift>({
    thing: 'shift',
    step: 'end',

    async fire(shift, context) {
      const shifts = await shiftsNear(shift.unit, shift.endAt, context.read);
      const relief = reliefOf(shift, shifts);
      const around = relief ? { relief } : {};
      const waited = shift.takenOverAt ? [] : outgoingOf(shifts, shift);
      const ended = [
        ...endShift(shift, around),
        ...waited.flatMap((before) => endShift(shift, { ...around, before }).filter(({ id }) => id === before.id)),
      ];
      const own = ended.find(({ id }) => id === shift.id);
      const alone = own?.takenOverAt && !own.handedOverTo ? [shift] : [];
      const say = [
        ...alone.flatMap((one) => closing(one, endedWithoutReliefText(one, context.text), context)),
        ...waited.flatMap((one) => closing(one, stayedInVainText(shift, context.text), context)),
      ];
      return decide({ save: ended, say });
    },
  }),
];

/** Private, and open for what the person may still want to leave behind. */
function handoverQuestion(shift: Shift, person: ThingId) {
  return {
    conversation: person,
    person,
    matter: shift.id,
    about: 'handover',
    kinds: ['handover'] as const,
    expiresAt: new Date(shift.endAt.getTime() + STILL_ASKED_MS),
  };
}

function closing(shift: Shift, text: string, { office, now, occurrence, step }: ReminderContext): Message[] {
  if (now.getTime() - step.at.getTime() > NEWS_MS) return [];
  return reachable(office, peopleAt(shift, step.at)).map(({ id }) => ({
    to: id,
    class: 'L1',
    text,
    once: `${occurrence}.closed.${id}`,
  }));
}
