import { gated } from './gated.ts';
import { matchesOf } from './matches.ts';
import type { Span } from './span.ts';

/** A number of a matter as people type it: T0612, t 0612, GP003, LX01. */
export interface MatterNumber extends Span {
  readonly no: string;
}

/** T0612, H0091, S019, GP003, LX01; not the 15 of B15 or the 300 of K15+300. */
const NUMBER = gated(/(?<![A-Za-z0-9])(GP|LX|[TDHNSEXPJ])\s?(\d{2,5})(?![\d+])/gi);

/** The numbers of matters in a normalised text, in order. Case and an inner space do not matter. */
export function matterNumbers(text: string): MatterNumber[] {
  const found: MatterNumber[] = [];
  for (const match of matchesOf(NUMBER, text)) {
    const letters = match[1]!.toUpperCase();
    if (letters !== 'LX' && letters !== 'P' && match[2]!.length < 3) continue;
    found.push({ no: letters + match[2]!, from: match.index, to: match.index + match[0].length });
  }
  return found;
}
