import type { Notice } from '../notice.ts';
import type { Feedback, FeedbackField, FeedbackGiven, FieldValue } from './feedback.ts';

const AT_THE_POST = /^(?:上岗|到岗|在岗|在位)$/;

/** Of a call everybody's own answer says that he is at his post; no unit has to count them again. */
export function isFromReceipts({ stem }: FeedbackField, { kind, wanted }: Pick<Notice, 'kind' | 'wanted'>): boolean {
  return kind === 'call' && wanted && AT_THE_POST.test(stem);
}

/** What each field holds in a round: of several answers the one written last. */
export function valuesOf({ given }: Feedback, round: number): ReadonlyMap<string, FieldValue> {
  return new Map(
    given.filter((one) => one.round === round).flatMap(({ values }) => values.map((value) => [value.stem, value])),
  );
}

/** Those answers of a round of which something still holds, or the last where nothing was counted. */
export function answersThatHold(feedback: Feedback, round: number): FeedbackGiven[] {
  const given = feedback.given.filter((one) => one.round === round);
  const values = new Set(valuesOf(feedback, round).values());
  const holding = given.filter((one) => one.values.some((value) => values.has(value)));
  return holding.length > 0 ? holding : given.slice(-1);
}

/** Figures that a round still lacks. Where only words are asked for, any answer has all of it. */
export function missingFields(feedback: Feedback, notice: Notice, round = feedback.round): FeedbackField[] {
  const values = valuesOf(feedback, round);
  const fields = (notice.feedback?.fields ?? []).filter(
    (field) => field.kind === 'figure' && !isFromReceipts(field, notice),
  );
  const missing = fields.filter(({ stem }) => !values.has(stem));
  const answered = feedback.given.some((one) => one.round === round);
  return fields.length === 0 && !answered ? [...(notice.feedback?.fields ?? [])] : missing;
}

/** Notes an answer. What was said before stays on record; of each field the one written last holds. */
export function giveFeedback(
  feedback: Feedback,
  given: Omit<FeedbackGiven, 'round'>,
  notice: Notice,
  heardAt: Date,
): Feedback {
  const all = [...feedback.given, { ...given, round: feedback.round }].toSorted(
    (one, other) => one.at.getTime() - other.at.getTime(),
  );
  const known: Feedback = { ...feedback, given: all };
  if (missingFields(known, notice).length > 0) return { ...known, state: 'open' };
  return { ...known, state: 'complete', basisAt: heardAt };
}

/** The next round: everybody is asked anew. */
export function nextRound(feedback: Feedback, round: number, dueAt: Date): Feedback {
  return { ...feedback, round, dueAt, state: 'open' };
}
