import type { ReadTime } from '../../../domain/meaning.ts';
import type { Convention } from './conventions.ts';
import { yearOf } from './days.ts';
import type { FoundTime } from './found.ts';
import type { Resolved } from './resolved.ts';
import { isRolled } from './roles.ts';
import type { PhraseSaid } from './said.ts';
import type { Scene } from './scene.ts';

/** What was resolved, as a time with its place in the original text. `told`: it tells of the past, or was given up. */
export function found(
  resolved: Resolved,
  kind: ReadTime['kind'],
  told: boolean,
  said: PhraseSaid,
  words: string,
  { normal, context }: Scene,
  extra: readonly Convention[],
): FoundTime {
  const { startAt, endAt, byAt, recurrence, next, grain, provisional, assumed, conventions } = resolved;
  const starts = kind === 'at' || kind === 'range';
  const read: ReadTime = {
    kind,
    dueAt: kind === 'deadline' ? byAt : undefined,
    startAt: starts ? startAt : undefined,
    endAt: kind === 'range' ? (endAt ?? byAt) : undefined,
    recurrence,
    next,
    deadline: resolved.limits ? true : undefined,
    grain: kind === 'deadline' ? resolved.byGrain : grain,
    provisional,
    span: normal.spanOf(said),
    words,
  };
  const rolled = kind === 'deadline' && isRolled(said, resolved, context.at);
  const all = rolled ? [...assumed, `今年的日子已过，按${yearOf(context.calendar.dayOf(byAt))}年`] : assumed;
  const by = extra.concat(conventions);
  if (provisional) by.push('provisional');
  return { from: said.from, to: said.to, read, byAt, past: told || resolved.past, assumed: all, conventions: by };
}
