import { decide } from '../../domain/decision.ts';
import { shiftsNear } from '../../domain/duty/near.ts';
import { peopleAt } from '../../domain/duty/presence.ts';
import type { Shift } from '../../domain/duty/shift.ts';
import { SHIFT_STEP_CLASS } from '../../domain/duty/shift-agenda.ts';
import { outgoingOf } from '../../domain/duty/who.ts';
import type { Message } from '../../domain/message.ts';
import type { Person } from '../../domain/people/office.ts';
import { reachable } from '../../domain/people/reach.ts';
import type { ThingId } from '../../domain/thing.ts';
import { defineReminder, type ReminderContext } from '../reminder.ts';

/** One line to each of some people. */
export interface Told {
  readonly to: readonly Person[];
  readonly text: string;
  /** Begins the key of a line that several shifts would say; said once, whichever of them is first. */
  readonly once?: string;
}

export type Tellings = (shift: Shift, context: ReminderContext) => Promise<readonly Told[]>;

/** A step of a shift that only tells people something; in which class, `SHIFT_STEP_CLASS` says. */
export function defineShiftTelling(step: string, tellings: Tellings) {
  return defineReminder<Shift>({
    thing: 'shift',
    step,

    async fire(shift, context) {
      const say = tell(shift, await tellings(shift, context), context);
      return say.length > 0 ? decide({ say }) : 'nobody';
    },
  });
}

/** Nobody hears of a shift once the moment has passed for which the step was meant, nor after somebody has taken over. */
export function tell(shift: Shift, tellings: readonly Told[], { occurrence, step }: ReminderContext): Message[] {
  const messageClass = SHIFT_STEP_CLASS[step.step] ?? 'L1';
  return tellings.flatMap(({ to, text, once = occurrence }) =>
    to.map((person) => ({
      to: person.id,
      class: messageClass,
      text,
      once: `${once}.${person.id}`,
      of: shift.id,
      ...(step.untilAt && { notAfterAt: step.untilAt }),
      ...(messageClass === 'D' && { urgent: true }),
    })),
  );
}

/** Who still answers for the post because this shift has not been taken over. */
export async function stayingOn(shift: Shift, { read, now }: ReminderContext): Promise<ThingId[]> {
  const outgoing = outgoingOf(await shiftsNear(shift.unit, now, read), shift);
  return [...new Set(outgoing.flatMap((one) => peopleAt(one, now)))];
}

/** Whoever is planned and can be written to. */
export function plannedOf(shift: Shift, { office }: ReminderContext, only?: readonly ThingId[]): Person[] {
  return reachable(office, only ? shift.people.filter((person) => only.includes(person)) : shift.people);
}
