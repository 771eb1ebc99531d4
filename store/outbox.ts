import type { Address } from '../domain/message.ts';
import type { ConversationState, DeliveryCount, Envelope, OutboxStore, PendingMessage } from '../domain/ports.ts';
import { type Due, uncoveredMessages } from './commit.ts';
import { listed, messageArguments } from './commit-layout.ts';
import { answered } from './failure.ts';
import type { OfficeKeys } from './keys.ts';
import { runFreeze, runProgress, runSettle } from './outbox-scripts.ts';
import type { RedisClient, Script } from './script.ts';
import type { OnDue } from './things.ts';

/** Another process holds the lease now: this one must not speak. */
export class Deposed extends Error {
  constructor() {
    super('this process no longer holds the lease to speak');
    this.name = 'Deposed';
  }
}

export const NO_DELIVERIES: Record<DeliveryCount, number> = {
  held: 0,
  merged: 0,
  sent: 0,
  fallback: 0,
  failed: 0,
  expired: 0,
  unsure: 0,
};

export interface OutboxOptions {
  readonly onDue?: OnDue;
  /** The fencing number of the lease under which this process speaks; a newer one in Redis makes every change throw Deposed. */
  readonly fence?: { readonly lease: string; number(): number | undefined };
}

/** One hash per conversation: its items by `once`, its envelope and its use. */
export class RedisOutbox implements OutboxStore {
  private readonly redis: RedisClient;
  private readonly keys: OfficeKeys;
  private readonly options: OutboxOptions;

  constructor(redis: RedisClient, keys: OfficeKeys, options: OutboxOptions = {}) {
    this.redis = redis;
    this.keys = keys;
    this.options = options;
  }

  async dueConversations(beforeMs: number, limit: number): Promise<Address[]> {
    return answered(this.redis.zrangebyscore(this.keys.index('outbox'), '-inf', beforeMs, 'LIMIT', 0, limit));
  }

  async nextConversationMs(): Promise<number | undefined> {
    const [, score] = await answered(this.redis.zrange(this.keys.index('outbox'), 0, 0, 'WITHSCORES'));
    return score === undefined ? undefined : Number(score);
  }

  /** Conversations with an envelope that is not over, in no particular order. */
  async underWay(): Promise<Address[]> {
    return answered(this.redis.smembers(this.keys.underWay));
  }

  async conversation(to: Address): Promise<ConversationState> {
    const { rev, use, envelope, ...items } = await answered(this.redis.hgetall(this.keys.conversation(to)));
    return {
      to,
      rev: Number(rev ?? 0),
      items: Object.values(items)
        .map(itemOf)
        .sort(inOrder)
        .map(({ message }) => message),
      ...(envelope && { envelope: JSON.parse(envelope.slice(envelope.indexOf('\n{') + 1)) }),
      ...(use && { use: JSON.parse(use) }),
    };
  }

  async freeze(change: Parameters<OutboxStore['freeze']>[0]): Promise<boolean> {
    const messages = change.messages ?? [];
    const reply = await this.change(runFreeze, change.to, String(change.rev), change.nextLookMs, messages, [
      change.envelope ? stored(change.envelope) : '',
      change.use ? JSON.stringify(change.use) : '',
      ...listed(change.taken, 1),
      ...countArguments(change.counts),
    ]);
    if (reply === 'occupied') throw new Error(`an envelope for ${change.to} is still under way`);
    if (reply === 'stranded') throw new Error(`messages for ${change.to} would be left without a next look`);
    return reply !== 'moved';
  }

  async progress(envelope: Envelope, nextLookMs: number): Promise<void> {
    const reply = await this.change(runProgress, envelope.to, envelope.id, nextLookMs, [], [stored(envelope)]);
    if (reply === 'gone') throw new Error(`envelope ${envelope.id} is no longer under way`);
  }

  /** Does nothing if the envelope was settled before. */
  async settle(
    envelope: Envelope,
    counts: Partial<Record<DeliveryCount, number>>,
    nextLookMs: number | null,
    messages: readonly PendingMessage[] = [],
  ): Promise<void> {
    const rest = [String(envelope.frozenAtMs), ...countArguments(counts)];
    await this.change(runSettle, envelope.to, envelope.id, nextLookMs, messages, rest);
  }

  async counts(): Promise<Record<DeliveryCount, number>> {
    const counts = Object.entries(await answered(this.redis.hgetall(this.keys.deliveries)));
    return { ...NO_DELIVERIES, ...Object.fromEntries(counts.map(([name, count]) => [name, Number(count)])) };
  }

  private async change(
    run: Script,
    to: Address,
    expected: string,
    nextLookMs: number | null,
    messages: readonly PendingMessage[],
    rest: readonly string[],
  ): Promise<string> {
    const { keys } = this;
    const { fence } = this.options;
    const added = messageArguments(keys, messages, Math.max(0, ...messages.map(({ sinceMs }) => sinceMs)));
    const reply = String(
      await run(
        this.redis,
        [
          ...[keys.conversation(to), keys.index('outbox'), keys.underWay, keys.deliveries, keys.rev, keys.alarms],
          ...[keys.fence(fence?.lease ?? ''), ...added.keys],
        ],
        [
          ...[
            to,
            fence ? String(fence.number() ?? 'none') : '',
            expected,
            nextLookMs === null ? '' : String(nextLookMs),
          ],
          ...[...rest, ...added.args],
        ],
      ),
    );
    if (reply === 'deposed') throw new Deposed();
    if (reply.startsWith('done ')) this.fileAlarms(to, nextLookMs, messages, Number(reply.slice(5)));
    return reply;
  }

  private fileAlarms(to: Address, nextLookMs: number | null, messages: readonly PendingMessage[], untilMs: number) {
    const own: Due[] =
      nextLookMs !== null && nextLookMs < untilMs ? [{ index: 'outbox', id: to, atMs: nextLookMs }] : [];
    const due = [...own, ...uncoveredMessages(messages, untilMs)];
    if (due.length > 0) this.options.onDue?.(due);
  }
}

function stored(envelope: Envelope): string {
  return `${envelope.id}\n${JSON.stringify(envelope)}`;
}

function countArguments(counts: Partial<Record<DeliveryCount, number>>): string[] {
  return listed(
    Object.entries(counts).flatMap(([name, count]) => (count ? [name, String(count)] : [])),
    2,
  );
}

/** Items are stored as `<revision of the commit>.<place in it> <first look>` and, on the next line, the message. */
function itemOf(value: string): { commit: number; place: number; message: PendingMessage } {
  const end = value.indexOf('\n');
  const [commit, place] = value.slice(0, value.indexOf(' ')).split('.').map(Number);
  return { commit: commit!, place: place!, message: JSON.parse(value.slice(end + 1)) };
}

function inOrder(a: ReturnType<typeof itemOf>, b: ReturnType<typeof itemOf>): number {
  return a.commit - b.commit || a.place - b.place;
}
