import type { Recurrence } from '../../../domain/calendar/calendar.ts';
import type { Heard } from '../heard.ts';
import type { Span } from '../span.ts';

/** A moment by which, or a rule by which, something is to be told. */
export interface Limit extends Span {
  readonly dueAt?: Date;
  readonly recurrence?: Recurrence;
  /** The words of a limit that may be on either of two days. */
  readonly unclear?: string;
}

const LIMITING = /(?:前|内|止)$/;

/** The times of a stretch in their order, limits also where two ways of reading one come to the same moment. */
export function limitsIn({ times, text }: Heard, { from: first, to: last }: Span): Limit[] {
  const read = times.times
    .filter(({ from, to }) => from >= first && to <= last)
    .map(
      ({ from, to, read: { kind, dueAt, recurrence } }): Limit => ({
        ...{ from, to },
        ...(kind === 'deadline' && dueAt && { dueAt }),
        ...(recurrence && { recurrence }),
      }),
    );
  const doubtful = times.troubles
    .filter(({ kind, from, to }) => kind === 'ambiguous' && from >= first && to <= last)
    .filter(({ from, to }) => LIMITING.test(text.slice(from, to)))
    .map(({ from, to, choices }): Limit => {
      const moments = new Set(choices.map((choice) => choice.getTime()));
      return moments.size === 1 ? { from, to, dueAt: choices[0]! } : { from, to, unclear: text.slice(from, to) };
    });
  return [...read, ...doubtful].toSorted((one, other) => one.from - other.from);
}
