import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { Office } from '../../domain/people/office.ts';
import type { Policy } from '../../domain/policy.ts';
import type { OutboxStore, PendingMessage } from '../../domain/ports.ts';
import type { ThingId } from '../../domain/thing.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Echoes } from './echoes.ts';
import type { Pacer, Wait } from './pacer.ts';

/** Where a test may kill the process. */
export type CrashPoint =
  | 'outbox.frozen'
  | 'outbox.sending'
  | 'outbox.sent-unnoted'
  | 'outbox.between-parts'
  | 'outbox.settled'
  | 'fallback.frozen'
  | 'fallback.sending'
  | 'fallback.sent-unnoted'
  | 'fallback.settled';

export interface SenderLog {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What it takes to bring envelopes into the chat. */
export interface DeliveryParts {
  readonly store: OutboxStore;
  readonly gateway: Gateway;
  readonly office: () => Promise<Office>;
  readonly policy: Policy;
  /** As the product came; the office's own years go before it. */
  readonly calendar: Calendar;
  readonly clock: { now(): Date };
  readonly wait: Wait;
  readonly pacer: Pacer;
  readonly echoes: Echoes;
  readonly log: SenderLog;
  readonly crashPoint: (name: CrashPoint) => void;
  /** The channel says that this account of the person cannot be written to; resolves when that is stored. */
  readonly onUnreachable: (person: ThingId, contactId: string) => Promise<void>;
  /** Told of everything that was really said, with the moment it went out, before it is settled: it may be told twice. */
  readonly onSent?: (items: readonly PendingMessage[], at: Date) => Promise<void>;
  readonly fallback: FallbackState;
  readonly stopping: AbortSignal;
}

/** What the delivery to the chat knows of the way round it. */
export interface FallbackState {
  /** Whether the office has any. */
  readonly isAny: boolean;
  /** Since when the chat cannot be spoken to, epoch ms: it is away, or the account has to be silent. */
  awaySinceMs(): number | undefined;
}

/** `again`: look at the conversation afresh · `rest`: nothing to do before the look that was filed. */
export type Next = 'again' | 'rest';
