import type { Layer } from '../../domain/duty/shift.ts';
import type { Town } from './duty-year-office.ts';
import type { Player } from './duty-year-player.ts';

/** A request as the two, the leader and the book know it. */
export interface Request {
  no: string;
  readonly town: Town;
  readonly layer: Layer;
  readonly giver: string;
  readonly taker: string;
  readonly given: string;
  readonly returned?: string;
  /** Of somebody who dropped out: whether he stood at the post already. */
  readonly emergency?: 'running' | 'ahead';
  readonly beginsMs: number;
  state: 'filed' | 'consented' | 'in-force' | 'ruled' | 'closed' | 'expired';
}

export interface Swaps {
  readonly requests: Request[];
  /** Requests against the rules, all of which have to be refused. */
  readonly illegal: { readonly text: string; readonly refused: boolean }[];
  /** Places on rosters that went from one person to another, by person. */
  readonly moved: Map<string, number>;
}

const LEAD_MS = 31 * 60_000;

/** One place on a roster goes from one person to another. */
export function move({ moved }: Swaps, from: string, to: string): void {
  moved.set(from, (moved.get(from) ?? 0) - 1);
  moved.set(to, (moved.get(to) ?? 0) + 1);
}

/** Within the half hour before the shift somebody may stand at the post already: nobody in the simulation answers so late. */
export function isTooLate({ nowMs }: Player, { beginsMs }: Request): boolean {
  return nowMs >= beginsMs - LEAD_MS;
}

/** What the one who wrote has to read then; anything else is a surprise. */
export function expected(
  { surprises }: Player,
  { no, town }: Request,
  pattern: RegExp,
): (replies: readonly string[]) => void {
  return (replies) => {
    if (!replies.some((reply) => pattern.test(reply))) surprises.push(`${town.name} ${no}: ${replies.join(' | ')}`);
  };
}
