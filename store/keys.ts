import type { Address } from '../domain/message.ts';
import type { ThingId } from '../domain/thing.ts';

export type AlarmIndex = 'wakes' | 'outbox';

/** Every key of one office. All share one hash tag, so that a cluster keeps them in one place and scripts may touch them together. */
export function officeKeys(office = 'office') {
  const tag = `{${office}}`;

  return {
    /** BullMQ's prefix. */
    queues: `${tag}:bull`,
    /** The counter that every change draws its revision from; revisions never repeat, not even for another thing. */
    rev: `${tag}:rev`,
    thing: (id: ThingId) => `${tag}:thing:${id}`,
    members: (collection: string) => `${tag}:in:${collection}`,
    collectionRevs: `${tag}:collections`,
    numbers: `${tag}:numbers`,
    /** Both indexes: what is due when, in epoch milliseconds. */
    index: (index: AlarmIndex) => `${tag}:${index}`,
    /** Up to where alarms have been filed, by index; and whether anything is parked. */
    alarms: `${tag}:alarms`,
    wakeFailures: `${tag}:wake-failures`,
    parked: `${tag}:parked`,
    conversation: (to: Address) => `${tag}:say:${to}`,
    /** Conversations with an envelope that is not over. */
    underWay: `${tag}:under-way`,
    deliveries: `${tag}:deliveries`,
    handled: (messageId: string) => `${tag}:handled:${messageId}`,
    /** Compact memory of names that were used once. */
    seen: (bucket: string) => `${tag}:seen:${bucket}`,
    inbox: `${tag}:inbox`,
    inboxStarts: `${tag}:inbox-starts`,
    audit: `${tag}:audit`,
    seals: `${tag}:seals`,
    lastSeal: `${tag}:last-seal`,
    /** Months of the ledger that lie in files, oldest first. */
    auditParts: `${tag}:audit-parts`,
    clock: `${tag}:clock`,
    /** Periodic work by name, and the last moment each was asked for. */
    ticks: `${tag}:ticks`,
    ticked: `${tag}:ticked`,
    /** Since when each account of the chat is logged in. */
    logins: `${tag}:logins`,
    heartbeats: `${tag}:heartbeats`,
    lease: (name: string) => `${tag}:lease:${name}`,
    fence: (name: string) => `${tag}:fence:${name}`,
  };
}

export type OfficeKeys = ReturnType<typeof officeKeys>;
