import type { Thing, ThingId } from '../../thing.ts';
import { lastPart } from '../../thing.ts';
import type { RotationGround } from '../rotation/ground.ts';
import type { RosterDraft } from './draft.ts';

/** A roster that was read and waits for answers or for 发布. A newer one of the same unit takes its place. */
export interface Roster extends Thing {
  readonly type: 'roster';
  readonly unit: ThingId;
  readonly by: ThingId;
  readonly readAt: Date;
  readonly expiresAt: Date;
  readonly draft: RosterDraft;
  /** The bot proposed it: what everybody had before, and what it could not do. */
  readonly rotation?: RotationGround;
  /** Units that stood in the same sheet and are shown one after another, each once the one before is published. */
  readonly others?: readonly ThingId[];
  /** 发布 was said, and more of it is left than one commit bears. */
  readonly publishing?: Publishing;
}

export interface Publishing {
  readonly by: ThingId;
  readonly saidAt: Date;
  readonly goesOnAt: Date;
}

/** So long a roster that was read waits for 发布. */
export const ROSTER_WAITS_MS = 72 * 3_600_000;

export function rosterId(unit: ThingId): ThingId {
  return `roster.${lastPart(unit)}`;
}
