import { defineKind } from '../kind.ts';
import type { Address, StoredFile } from '../message.ts';
import type { Thing, ThingId } from '../thing.ts';

/** A picture or file that came without words: waits two minutes for the text it belongs to. */
export interface Upload extends Thing {
  readonly type: 'upload';
  readonly by: ThingId;
  readonly conversation: Address;
  readonly file: StoredFile;
  readonly sentAt: Date;
  readonly expiresAt: Date;
}

export function uploadsOf(person: ThingId): string {
  return `uploads.${person}`;
}

export const uploadKind = defineKind<Upload>({
  type: 'upload',
  agenda: (upload) => [{ at: upload.expiresAt, step: 'expire', track: 'expire', kind: 'act' }],
  collections: (upload) => [uploadsOf(upload.by)],
  audited: false,
});
