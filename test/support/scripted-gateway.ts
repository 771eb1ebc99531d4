import type {
  ChatTarget,
  Gateway,
  OutgoingMessage,
  OwnMessage,
  SendFailure,
  SessionState,
} from '../../bot/gateway/gateway.ts';
import { SendError } from '../../bot/gateway/gateway.ts';
import type { Pace } from '../../bot/gateway/pace.ts';

/** What shall happen to a send; `arrives` says whether the chat shows it all the same. */
export interface Mishap {
  readonly failure?: SendFailure;
  readonly arrives?: boolean;
  /** Some other error than SendError. */
  readonly error?: Error;
}

export interface ScriptedChat {
  readonly clock: { now(): Date };
  /** Whether our own messages can be asked for. */
  readonly showsOwn?: boolean;
  readonly pace?: Pace;
}

/** A chat for tests: takes what is sent, fails as told, and remembers everything; it outlives the sender that speaks through it. */
export class ScriptedGateway implements Gateway {
  readonly pace: Pace;
  /** Everything the chat shows of ours, oldest first. */
  readonly shown: OwnMessage[] = [];
  /** Everything that was tried, whether it arrived or not. */
  readonly tried: OutgoingMessage[] = [];
  readonly strangers = new Set<string>();
  readonly ownSince?: (target: ChatTarget, since: Date) => Promise<OwnMessage[]>;
  onShown: (own: OwnMessage) => void = () => {};
  private readonly clock: { now(): Date };
  private readonly mishaps: Mishap[] = [];
  private session: SessionState = 'online';

  constructor({ clock, showsOwn = true, pace = { gapMs: 0, jitterMs: 0, perMinute: 0 } }: ScriptedChat) {
    this.clock = clock;
    this.pace = pace;
    if (showsOwn) this.ownSince = async (target, since) => this.findOwn(target, since);
  }

  /** The next sends meet with these, one each. */
  fail(...mishaps: Mishap[]): void {
    this.mishaps.push(...mishaps);
  }

  become(session: SessionState): void {
    this.session = session;
  }

  /** One line for each message the chat shows: where to, and what it says. */
  transcript(): string[] {
    return this.shown.map(
      ({ target, text, file }) => `${target.roomChannelId ?? target.contactId}: ${file ? `[${file}]` : text}`,
    );
  }

  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  async rooms(): ReturnType<Gateway['rooms']> {
    return [];
  }
  state(): SessionState {
    return this.session;
  }
  self() {
    return { contactId: 'zhishou', name: '值守' };
  }

  async send(message: OutgoingMessage): Promise<{ id: string | undefined }> {
    this.tried.push(message);
    if (this.session !== 'online') throw new SendError('not-sent', 'not logged in');
    if (this.strangers.has(message.target.contactId ?? '')) throw new SendError('not-friend', 'not a friend');
    const mishap = this.mishaps.shift();
    const own = mishap && !mishap.arrives ? undefined : this.show(message);
    if (mishap) throw mishap.error ?? new SendError(mishap.failure ?? 'unknown', 'as scripted');
    return { id: own?.id };
  }

  /** Somebody reads it now: also for a message that arrives long after its send timed out. */
  show({ target, text, mentions, file }: OutgoingMessage): OwnMessage {
    const unnamed = mentions.filter(({ name }) => !text.includes(`@${name}`));
    const named = unnamed.map(({ name }) => ` @${name}\u2005`).join('');
    const own: OwnMessage = {
      ...{ id: `own.${this.shown.length}`, at: this.clock.now(), target, text: text + named },
      ...(file ? { file: file.name } : {}),
    };
    this.shown.push(own);
    this.onShown(own);
    return own;
  }

  private findOwn(target: ChatTarget, since: Date): OwnMessage[] {
    if (this.session !== 'online') throw new SendError('not-sent', 'not logged in');
    return this.shown.filter(
      (own) =>
        own.at >= since &&
        own.target.contactId === target.contactId &&
        own.target.roomChannelId === target.roomChannelId,
    );
  }
}
