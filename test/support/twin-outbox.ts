import type { Address } from '../../domain/message.ts';
import type {
  ConversationState,
  ConversationUse,
  DeliveryCount,
  Envelope,
  OutboxStore,
  PendingMessage,
} from '../../domain/ports.ts';
import { DueIndex } from './due-index.ts';

interface Conversation {
  rev: number;
  items: PendingMessage[];
  envelope?: Envelope;
  use?: ConversationUse;
  /** The earliest look that messages asked for since the last freeze. */
  lookMs?: number;
}

const PERIOD_MS = 40 * 86_400_000;

/** The outbox in memory; see `TwinStore`. */
export class TwinOutbox implements OutboxStore {
  /** Every message that was ever taken in, in order. */
  readonly said: PendingMessage[] = [];
  private readonly nextRev: () => number;
  private readonly conversations = new Map<Address, Conversation>();
  private readonly due = new DueIndex();
  private readonly usedNames = new Map<string, number>();
  private readonly deliveries: Record<DeliveryCount, number> = {
    held: 0,
    merged: 0,
    sent: 0,
    fallback: 0,
    failed: 0,
    expired: 0,
    unsure: 0,
  };

  constructor(nextRev: () => number) {
    this.nextRev = nextRev;
  }

  add(messages: readonly PendingMessage[], rev: number, atMs: number): void {
    const period = Math.floor(atMs / PERIOD_MS);
    for (const message of messages) {
      const used = this.usedNames.get(message.once);
      if (used !== undefined && period - used < 2) continue;
      this.usedNames.set(message.once, period);

      const conversation = this.conversations.get(message.to) ?? { rev, items: [] };
      this.conversations.set(message.to, conversation);
      conversation.rev = rev;
      conversation.items = [...conversation.items, message];
      const lookMs = Math.max(message.sinceMs, message.notBeforeMs ?? 0);
      conversation.lookMs = Math.min(lookMs, conversation.lookMs ?? lookMs);
      this.due.lower(message.to, conversation.lookMs);
      this.said.push(message);
    }
  }

  async dueConversations(beforeMs: number, limit: number): Promise<Address[]> {
    return this.due.due(beforeMs, limit);
  }

  async nextConversationMs(): Promise<number | undefined> {
    return this.due.next();
  }

  async underWay(): Promise<Address[]> {
    return [...this.conversations].flatMap(([to, { envelope }]) => (envelope ? [to] : []));
  }

  async conversation(to: Address): Promise<ConversationState> {
    const { rev, items, envelope, use } = this.conversations.get(to) ?? { rev: 0, items: [] };
    return { to, rev, items, ...(envelope && { envelope }), ...(use && { use }) };
  }

  async freeze(change: Parameters<OutboxStore['freeze']>[0]): Promise<boolean> {
    const { to, rev, envelope, taken, use, counts, nextLookMs, messages = [] } = change;
    const conversation = this.conversations.get(to) ?? { rev: 0, items: [] };
    if (conversation.rev !== rev) return false;
    if (envelope && conversation.envelope) throw new Error(`an envelope for ${to} is still under way`);
    const items = conversation.items.filter(({ once }) => !taken.includes(once));
    if (items.length > 0 && nextLookMs === null)
      throw new Error(`messages for ${to} would be left without a next look`);

    const next = this.nextRev();
    this.conversations.set(to, {
      rev: next,
      items,
      envelope: envelope ?? conversation.envelope,
      use: use ?? conversation.use,
    });
    this.count(counts);
    this.look(to, nextLookMs);
    this.add(messages, next, latest(messages));
    this.forgetIdle(to);
    return true;
  }

  async progress(envelope: Envelope, nextLookMs: number): Promise<void> {
    const conversation = this.conversations.get(envelope.to);
    if (conversation?.envelope?.id !== envelope.id) throw new Error(`envelope ${envelope.id} is no longer under way`);
    conversation.envelope = envelope;
    conversation.rev = this.nextRev();
    this.look(envelope.to, nextLookMs);
  }

  async settle(
    envelope: Envelope,
    counts: Partial<Record<DeliveryCount, number>>,
    nextLookMs: number | null,
    messages: readonly PendingMessage[] = [],
  ): Promise<void> {
    const conversation = this.conversations.get(envelope.to);
    if (conversation?.envelope?.id !== envelope.id) return;

    conversation.envelope = undefined;
    conversation.rev = this.nextRev();
    this.count(counts);
    const looks = [nextLookMs, conversation.lookMs].filter((at) => typeof at === 'number');
    if (conversation.items.length === 0) this.look(envelope.to, nextLookMs);
    else this.look(envelope.to, looks.length > 0 ? Math.min(...looks) : envelope.frozenAtMs);
    this.add(messages, conversation.rev, latest(messages));
    this.forgetIdle(envelope.to);
  }

  async counts(): Promise<Record<DeliveryCount, number>> {
    return { ...this.deliveries };
  }

  private count(counts: Partial<Record<DeliveryCount, number>>): void {
    for (const [name, count] of Object.entries(counts)) this.deliveries[name as DeliveryCount] += count;
  }

  private look(to: Address, atMs: number | null): void {
    if (atMs === null) this.due.delete(to);
    else this.due.set(to, atMs);
  }

  private forgetIdle(to: Address): void {
    const conversation = this.conversations.get(to);
    if (conversation && conversation.items.length === 0 && !conversation.envelope && !conversation.use) {
      this.conversations.delete(to);
    }
  }
}

function latest(messages: readonly PendingMessage[]): number {
  return Math.max(0, ...messages.map(({ sinceMs }) => sinceMs));
}
