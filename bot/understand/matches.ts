import { Gated } from './gated.ts';

const NONE: readonly RegExpExecArray[] = [];

/**
 * All matches of a global pattern, in order. `String.matchAll` makes a new pattern each time; a message is searched some fifty times.
 */
export function matchesOf(searched: RegExp | Gated, text: string): readonly RegExpExecArray[] {
  if (searched instanceof Gated && !searched.opens(text)) return NONE;
  const pattern = searched instanceof Gated ? searched.pattern : searched;
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}
