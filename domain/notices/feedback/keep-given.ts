import type { Notice } from '../notice.ts';
import type { Feedback } from './feedback.ts';
import { missingFields, valuesOf } from './give-feedback.ts';

/**
 * The feedback to a correction with what was answered to the first in its last round, as far as it asks for the same: nobody has to
 * say that again, and what is new still waits.
 */
export function keepGiven(feedback: Feedback, before: Feedback | undefined, notice: Notice): Feedback {
  const asked = new Set((notice.feedback?.fields ?? []).map(({ stem }) => stem));
  const holding = new Set(before ? valuesOf(before, before.round).values() : []);
  const given = (before?.given ?? []).flatMap((one) => {
    const values = one.values.filter(
      (value) => one.round === before!.round && holding.has(value) && asked.has(value.stem),
    );
    return values.length > 0 ? [{ ...one, round: 1, values }] : [];
  });
  if (given.length === 0) return feedback;
  const known: Feedback = { ...feedback, given };
  return missingFields(known, notice).length > 0 ? known : { ...known, state: 'complete' };
}
