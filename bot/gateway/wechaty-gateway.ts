import { performance } from 'node:perf_hooks';
import type { payloads } from 'wechaty-puppet';
import type { FileStore } from '../../store/files/file-store.ts';
import { ErrorLog, type GatewayLogger } from './error-log.ts';
import {
  type ChatTarget,
  type Gateway,
  type GatewayEvents,
  type OutgoingMessage,
  type OwnMessage,
  SendError,
  type SessionState,
} from './gateway.ts';
import { Intake } from './intake.ts';
import { ownMessage, type ReadMessage } from './message-reader.ts';
import type { Pace } from './pace.ts';
import { LOCAL_PUPPET, type PuppetChoice, type PuppetTraits, traitsOf } from './puppets.ts';
import { RecentMessages } from './recent-messages.ts';
import { conversationOf, sendThrough } from './sender.ts';
import { SESSION_TIMING, SessionKeeper, type SessionTiming } from './session-keeper.ts';
import { soundsThrottled, Throttle } from './throttle.ts';
import { openSession, type WechatySession } from './wechaty-session.ts';

export interface WechatyGatewayOptions {
  /** `local` with `{ url }`, or the name of an installed puppet package with its options. */
  readonly puppet: PuppetChoice;
  /** How fast a channel that watches it is spoken to; the local chat has no limits. */
  readonly pace: Pace;
  readonly files: FileStore;
  readonly logger: GatewayLogger;
  /** The product's clock. */
  readonly now: () => Date;
  /** Where a puppet keeps its login (a path without ending); holds session cookies, so a folder of our own. */
  readonly memory?: string;
  /** Whether this file may be fetched and stored; default yes. The secrecy guard belongs here. */
  readonly mayStore?: (file: { readonly name: string; readonly text: string }) => boolean;
  /** The secrecy mark that a file bears inside; one that has any is never stored. Default none. */
  readonly markIn?: (file: { readonly name: string; readonly bytes: Uint8Array }) => Promise<string | undefined>;
  /** Longest time for one send; 15 s. */
  readonly sendLimitMs?: number;
  readonly timing?: Partial<SessionTiming>;
}

/** What the local puppet can do beyond a puppet's duties. */
interface PuppetWithHistory {
  messagesSince?(conversationId: string, since: Date): Promise<payloads.Message[]>;
}

const SEND_LIMIT_MS = 15_000;
const UNPACED: Pace = { gapMs: 0, jitterMs: 0, perMinute: 0 };

/**
 * The chat through any Wechaty puppet. A message is handed on once per process and conversation in order; a handler that
 * rejects is asked again, with growing pauses, until it takes the message, and only then is it acknowledged.
 */
export function createWechatyGateway(options: WechatyGatewayOptions): Gateway {
  const gateway = new WechatyGateway(options, traitsOf(options.puppet.name));
  if (options.puppet.name === LOCAL_PUPPET) return gateway;
  return withoutHistory(gateway);
}

/** Real channels cannot be asked what was said. */
function withoutHistory(gateway: Gateway): Gateway {
  return {
    pace: gateway.pace,
    start: (events) => gateway.start(events),
    stop: () => gateway.stop(),
    state: () => gateway.state(),
    self: () => gateway.self(),
    send: (message) => gateway.send(message),
    rooms: () => gateway.rooms(),
  };
}

class WechatyGateway implements Gateway {
  readonly pace: Pace;
  readonly #options: WechatyGatewayOptions;
  readonly #traits: PuppetTraits;
  readonly #errors: ErrorLog;
  readonly #keeper: SessionKeeper;
  readonly #throttle: Throttle;
  readonly #recent = new RecentMessages();
  #intake: Intake | undefined;
  #events: GatewayEvents | undefined;

  constructor(options: WechatyGatewayOptions, traits: PuppetTraits) {
    this.#options = options;
    this.#traits = traits;
    this.pace = traits.paced ? options.pace : UNPACED;
    this.#throttle = new Throttle(this.pace.pausesMs);
    this.#errors = new ErrorLog(options.logger);
    this.#keeper = new SessionKeeper({
      open: async (listener) => this.#adopt(await openSession(options.puppet, listener, options.memory)),
      heals: traits.heals,
      timing: { ...SESSION_TIMING, ...options.timing },
      onState: (state, detail) => this.#onState(state, detail),
      onScan: (code) => this.#events?.scan(code),
      onMessage: (id) => this.#intake?.arrived(id),
      onError: (error, what) => this.#errors.log(error, what, performance.now()),
    });
  }

  async start(events: GatewayEvents): Promise<void> {
    this.#events = events;
    await this.#keeper.start();
  }

  async stop(): Promise<void> {
    this.#intake?.stop();
    await this.#keeper.stop();
    this.#events = undefined;
  }

  state(): SessionState {
    return this.#keeper.state;
  }

  self() {
    return this.#keeper.self;
  }

  async send(message: OutgoingMessage): Promise<{ readonly id: string | undefined }> {
    const pausedMs = this.#throttle.pausedFor(performance.now());
    if (pausedMs > 0) throw new SendError('throttled', `the account pauses for ${Math.ceil(pausedMs / 1000)} s more`);
    const { puppet } = this.#loggedIn();
    this.#throttle.sent(conversationOf(message), performance.now());
    const limitMs = this.#options.sendLimitMs ?? SEND_LIMIT_MS;
    return sendThrough(puppet, message, this.#options.files, limitMs);
  }

  async ownSince(target: ChatTarget, since: Date): Promise<OwnMessage[]> {
    const puppet = this.#loggedIn().puppet as PuppetWithHistory;
    const messages = (await puppet.messagesSince?.(conversationOf({ target }), since)) ?? [];
    return messages.filter(({ talkerId }) => talkerId === this.#selfId()).map(ownMessage);
  }

  async rooms() {
    const { puppet } = this.#loggedIn();
    const ids = await puppet.roomList();
    return Promise.all(
      ids.map(async (channelId) => {
        const { topic, memberIdList } = await puppet.roomPayload(channelId);
        const members = memberIdList.map(async (contactId) => {
          const { name } = await puppet.contactPayload(contactId);
          return { contactId, name };
        });
        return { channelId, topic, members: await Promise.all(members) };
      }),
    );
  }

  #loggedIn(): WechatySession {
    const { session, state } = this.#keeper;
    if (!session?.puppet.isLoggedIn) throw new SendError('not-sent', `nobody is logged in (${state})`);
    return session;
  }

  #selfId(): string {
    return this.#keeper.self?.contactId ?? '';
  }

  #adopt(session: WechatySession): WechatySession {
    const { files, now, mayStore = () => true, markIn = async () => undefined } = this.#options;
    this.#intake?.stop();
    this.#intake = new Intake(session.puppet, {
      traits: this.#traits,
      files,
      recent: this.#recent,
      errors: this.#errors,
      now,
      mayStore,
      markIn,
      selfId: () => this.#keeper.self?.contactId ?? session.puppet.currentUserId,
      take: (read, conversation) => this.#take(read, conversation),
    });
    return session;
  }

  #onState(state: SessionState, detail: string): void {
    this.#options.logger.info({ state, detail }, 'chat session');
    this.#events?.state(state, detail);
  }

  async #take(read: ReadMessage, conversation: string): Promise<void> {
    if (this.#isComplaint(read, conversation)) {
      const pauseMs = this.#throttle.complained(performance.now());
      this.#options.logger.error({ pauseMs, conversation }, 'the channel says that we speak too often');
    } else if (read.kind === 'incoming') await this.#events?.message(read.message);
    else if (read.kind === 'own') this.#events?.own(read.message);
  }

  #isComplaint(read: ReadMessage, conversation: string): boolean {
    if (read.kind === 'system') return soundsThrottled(read.text);
    if (read.kind !== 'incoming' || !soundsThrottled(read.message.text)) return false;
    return this.#throttle.answersSend(conversation, performance.now());
  }
}
