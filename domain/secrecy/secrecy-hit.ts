import { defineKind } from '../kind.ts';
import type { Thing } from '../thing.ts';

/** A message that bore a secrecy mark: that it came, from whom and where. Never what it said. */
export interface SecrecyHit extends Thing {
  readonly type: 'secrecy-hit';
  readonly messageId: string;
  readonly contactId: string;
  readonly roomChannelId?: string;
  readonly mark: string;
  readonly sentAt: Date;
}

export const secrecyHitKind = defineKind<SecrecyHit>({
  type: 'secrecy-hit',
  agenda: () => [],
  collections: () => ['secrecy-hits'],
  audited: true,
});
