import type { Calendar, Recurrence } from '../calendar/calendar.ts';

/**
 * How a deadline was given that follows from working days nobody had announced: in words, read by the moment they were written,
 * or as an occurrence of a rule. It holds as long as the deadline is still `dueAt`; one that a person has moved since stands on
 * its own.
 */
export type DueSaid =
  | { readonly dueAt: Date; readonly words: string; readonly saidAt: Date }
  | { readonly dueAt: Date; readonly recurrence: Recurrence; readonly afterAt: Date };

/** Works a deadline out again by another calendar; undefined where the words say none any more. */
export type Reread = (words: string, saidAt: Date, calendar: Calendar) => Date | undefined;

interface Dated {
  readonly dueAt?: Date;
  readonly dueSaid?: DueSaid;
}

/** How the present deadline was given, where that is known and still counts. */
export function dueSaidOf({ dueAt, dueSaid }: Dated): DueSaid | undefined {
  return dueSaid && dueAt?.getTime() === dueSaid.dueAt.getTime() ? dueSaid : undefined;
}

/** The deadline that was given so, by a calendar. */
export function dueBy(said: DueSaid, calendar: Calendar, reread: Reread): Date | undefined {
  return 'words' in said
    ? reread(said.words, said.saidAt, calendar)
    : calendar.occurrences(said.recurrence, said.afterAt, 1)[0];
}

/** An occurrence of a rule of working days, in a year whose days off nobody knows yet. */
export function occurrenceSaid(
  dueAt: Date,
  recurrence: Recurrence,
  afterAt: Date,
  calendar: Calendar,
): DueSaid | undefined {
  const isSure = !recurrence.cal || calendar.isAnnounced(Number(calendar.dayOf(dueAt).slice(0, 4)));
  return isSure ? undefined : { dueAt, recurrence, afterAt };
}
