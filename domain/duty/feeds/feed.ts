import { defineKind } from '../../kind.ts';
import type { Thing, ThingId } from '../../thing.ts';

/** What a calendar feed shows: the holder's own shifts, the key periods, or the shifts of a unit (its id). */
export type FeedSubject = 'own' | 'periods' | ThingId;

/** One link to a calendar feed. Who has the link can read the feed; of the secret in it only the SHA-256 is kept. */
export interface Feed extends Thing {
  readonly type: 'feed';
  /** Whom the link was given to; it is good as long as this person may see what it shows. */
  readonly person: ThingId;
  readonly of: FeedSubject;
  /** SHA-256 of the secret, in small hexadecimal digits. */
  readonly hash: string;
  readonly issuedAt: Date;
}

/** A new secret as part of an address, and its SHA-256; randomness comes from outside, because rules have none. */
export interface FreshLink {
  readonly url: string;
  readonly hash: string;
}

/** More links to one feed nobody needs: telephone, tablet, two computers and one that was lost. */
export const MOST_LINKS = 5;

/** Found by a part of the hash; the whole of it is compared by whoever asks. */
export function feedId(hash: string): ThingId {
  return `feed.k${hash.slice(0, 24)}`;
}

/** The links that a person has. */
export function feedsOf(person: ThingId): string {
  return `feeds.${person}`;
}

export function newFeed(person: ThingId, of: FeedSubject, { hash }: FreshLink, now: Date): Feed {
  return { id: feedId(hash), type: 'feed', person, of, hash, issuedAt: now, handledAt: now };
}

export const feedKind = defineKind<Feed>({
  type: 'feed',
  agenda: () => [],
  collections: ({ person }) => [feedsOf(person)],
  audited: true,
});
