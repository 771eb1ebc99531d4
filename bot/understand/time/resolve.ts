import { resolveCount } from './resolve-count.ts';
import { resolvePoint } from './resolve-point.ts';
import { resolveRange } from './resolve-range.ts';
import { resolveRecurrence } from './resolve-recurrence.ts';
import { byRelation } from './resolve-relation.ts';
import { PLAIN, type Resolved, resolved, type TimeContext, type Unresolved } from './resolved.ts';
import type { PhraseSaid } from './said.ts';

/** The instants of a phrase. Days beyond the calendar count as days that do not exist. */
export function resolvePhrase(said: PhraseSaid, words: string, context: TimeContext): Resolved | Unresolved {
  try {
    return resolve(said, words, context);
  } catch (error) {
    if (error instanceof RangeError) return { broken: 'invalid', choices: [] };
    throw error;
  }
}

function resolve(said: PhraseSaid, words: string, context: TimeContext): Resolved | Unresolved {
  if (said.now) return resolved('at', context.at, context.at, 'minute', { ...PLAIN, conventions: ['now'] });
  if (said.every) return resolveRecurrence(said, said.every, words, context);
  if (said.day?.sort === 'count') return resolveCount(said, said.day, context);

  const start = resolvePoint(said, words, said.relation, context);
  if ('broken' in start) return start;
  if (said.until) return resolveRange(said, start, said.until, words, context);
  return byRelation(said, start, context);
}
