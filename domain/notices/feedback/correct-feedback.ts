import type { Office } from '../../people/office.ts';
import { unitsOf } from '../../people/posts.ts';
import type { Day, ThingId } from '../../thing.ts';
import type { Notice } from '../notice.ts';
import type { FeedbackSaid } from './feedback.ts';
import { isAsking } from './rounds.ts';

/**
 * What a correction asks to be told: what it says anew, else what the first asked, by when the one or the other says. Undefined where
 * it says nothing about it and goes to nobody new: then the first goes on asking.
 */
export function feedbackOfCorrection(
  { feedback: first, ...notice }: Notice,
  said: FeedbackSaid | undefined,
  grows: boolean,
  now: Date,
): FeedbackSaid | undefined {
  const asks = first && isAsking(notice) ? first : undefined;
  if (!said && !(grows && asks)) return undefined;
  const fields = said && said.fields.length > 0 ? said.fields : (asks?.fields ?? []);
  if (fields.length === 0) return undefined;
  const ahead = (at: Date | undefined) => at !== undefined && at > now;
  const dueAt = said?.dueAt ?? (ahead(asks?.dueAt) ? asks?.dueAt : undefined);
  const updateAt = said?.updateAt ?? (asks?.updateAt ?? []).filter((at) => at > (dueAt ?? now));
  const everyMinutes = said?.everyMinutes ?? asks?.everyMinutes;
  const recurrence = said?.recurrence ?? asks?.recurrence;
  return {
    fields,
    ...(dueAt && { dueAt }),
    ...(said?.unclearDue && { unclearDue: said.unclearDue }),
    ...(updateAt.length > 0 && { updateAt }),
    ...(everyMinutes && { everyMinutes }),
    ...(recurrence && { recurrence }),
  };
}

/** Of which units figures are asked: those of the first, those that are new, and where the first asked none those of its people. */
export function unitsAsked(
  { feedback, people }: Notice,
  added: readonly ThingId[],
  office: Office,
  day: Day,
): ThingId[] {
  const before = feedback
    ? feedback.units
    : people.flatMap((id) => {
        const person = office.people.get(id);
        return person ? unitsOf(person, day).slice(0, 1) : [];
      });
  return [...new Set([...before, ...added])];
}
