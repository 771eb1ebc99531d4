/** Whom the last order was for; `everybody` has been said where nobody in particular is meant. */
export interface Carried {
  readonly units: readonly string[];
  readonly coop: readonly string[];
  /** Said once for all that follows: above a list, or in a bracket behind it. */
  readonly forAll?: boolean;
  /** Only spoken of, and told nothing yet: 林业站这几天辛苦。护林员的记录要天天查。 */
  readonly spokenOf?: boolean;
}

export const NOBODY: Carried = { units: [], coop: [] };

export function forAll(units: readonly string[]): Carried {
  return { units, coop: [], forAll: true };
}
