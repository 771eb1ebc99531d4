import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { SessionState } from './gateway.ts';
import { nextState, type SessionEvent, saysBanned } from './session.ts';
import type { SessionListener, WechatySession } from './wechaty-session.ts';

/** Milliseconds everywhere. */
export interface SessionTiming {
  /** How long a logout may last before it is called a loss: resets of the library log out and in within moments. */
  readonly goneAfter: number;
  readonly probeEvery: number;
  readonly probeAnswer: number;
  /** Heartbeats older than this mean a deaf session. */
  readonly heartbeatAge: number;
  readonly firstLoginWithin: number;
  readonly loginWithin: number;
  readonly retryFirst: number;
  readonly retryLast: number;
}

export const SESSION_TIMING: SessionTiming = {
  goneAfter: 20_000,
  probeEvery: 20_000,
  probeAnswer: 5_000,
  heartbeatAge: 30_000,
  firstLoginWithin: 30_000,
  loginWithin: 8_000,
  retryFirst: 1_000,
  retryLast: 30_000,
};

export interface KeeperOptions {
  readonly open: (listener: SessionListener) => Promise<WechatySession>;
  /** The puppet reconnects by itself; restarting it would only be in its way. */
  readonly heals: boolean;
  readonly timing: SessionTiming;
  readonly onState: (state: SessionState, detail: string) => void;
  readonly onScan: (code: string) => void;
  readonly onMessage: (id: string) => void;
  readonly onError: (error: Error, what: string) => void;
}

/** Keeps one session alive: watches it, tells its state, and opens it anew where the puppet cannot help itself. Never after a ban. */
export class SessionKeeper {
  state: SessionState = 'offline';
  self: { readonly contactId: string; readonly name: string } | undefined;
  session: WechatySession | undefined;
  readonly #options: KeeperOptions;
  #stopping = new AbortController();
  #goneTimer: NodeJS.Timeout | undefined;
  #probeTimer: NodeJS.Timeout | undefined;
  #lastAliveMs: number | undefined;
  #dongSeen = false;
  #reopening = false;

  constructor(options: KeeperOptions) {
    this.#options = options;
  }

  /** Rejects only when there is no such puppet. */
  async start(): Promise<void> {
    this.#stopping = new AbortController();
    this.#move('start', 'starting');
    this.session = await this.#options.open(this.#listener());
    await this.session.start();
    this.#scheduleProbe();
    if (!this.#options.heals) void this.#reopenUnlessSettled(this.#options.timing.firstLoginWithin);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#probeTimer);
    await this.#closeSession();
    this.#move('stop', 'stopped');
    clearTimeout(this.#goneTimer);
    this.#goneTimer = undefined;
  }

  #listener(): SessionListener {
    return {
      scan: (code) => {
        this.#move('scan', 'the account has to be logged in by scanning a code');
        this.#options.onScan(code);
      },
      login: (self) => {
        this.self = self;
        this.#lastAliveMs = undefined;
        this.#move('login', `logged in as ${self.name}`);
      },
      logout: (reason) => this.#onLogout(reason),
      alive: () => {
        this.#lastAliveMs = performance.now();
      },
      message: (id) => this.#options.onMessage(id),
      error: (error) => this.#onError(error),
    };
  }

  #onLogout(reason: string): void {
    if (saysBanned(reason)) this.#ban(reason);
    else this.#move('logout', `logged out: ${reason}`);
  }

  #onError(error: Error): void {
    this.#options.onError(error, 'wechaty');
    if (saysBanned(error.message)) this.#ban(error.message);
    else if (/\b14 UNAVAILABLE\b/.test(error.message)) this.#doubt('the connection to the channel was dropped');
  }

  #ban(reason: string): void {
    this.#move('banned', `the account may not log in: ${reason}`);
    clearTimeout(this.#probeTimer);
    void this.#closeSession();
  }

  #doubt(why: string): void {
    this.#move('doubt', why);
    if (!this.#options.heals && this.state !== 'need-scan') void this.#reopen();
  }

  #move(event: SessionEvent, detail: string): void {
    const before = this.state;
    this.state = nextState(before, event);
    clearTimeout(this.#goneTimer);
    if (this.state === 'degraded' || this.state === 'starting') {
      this.#goneTimer = setTimeout(() => this.#onGone(detail), this.#options.timing.goneAfter);
    }
    if (this.state !== before) this.#options.onState(this.state, detail);
  }

  /** A loss that lasts: told, and, where the puppet does not heal itself, one is opened that can ask for a scan. */
  #onGone(detail: string): void {
    this.#move('gone', detail);
    if (!this.#options.heals && this.state === 'offline') void this.#reopen();
  }

  #scheduleProbe(): void {
    this.#probeTimer = setTimeout(async () => {
      await this.#probe().catch((error) => this.#options.onError(error, 'probe'));
      if (!this.#stopping.signal.aborted && this.state !== 'banned') this.#scheduleProbe();
    }, this.#options.timing.probeEvery);
  }

  async #probe(): Promise<void> {
    const { session, state } = this;
    const { heartbeatAge, probeAnswer } = this.#options.timing;
    if (!session || this.#reopening || state === 'need-scan' || state === 'starting') return;
    if (this.#lastAliveMs !== undefined && performance.now() - this.#lastAliveMs > heartbeatAge) {
      this.#doubt('no heartbeat');
      return;
    }
    const answered = await session.probe(probeAnswer);
    if (session !== this.session || this.#stopping.signal.aborted) return;
    if (answered) {
      this.#dongSeen = true;
      if (session.puppet.isLoggedIn) this.#move('confirmed', 'the channel answers');
    } else if (this.#dongSeen) this.#doubt('the channel does not answer');
  }

  async #reopenUnlessSettled(ms: number): Promise<void> {
    if (!(await this.#settled(ms))) await this.#reopen();
  }

  /** Stop and start with growing pauses until somebody is logged in or has to scan. */
  async #reopen(): Promise<void> {
    if (this.#reopening) return;
    this.#reopening = true;
    let retryMs = this.#options.timing.retryFirst;
    try {
      while (this.#mayReopen()) {
        await this.#pause(retryMs * (0.5 + Math.random()));
        if (!this.#mayReopen()) return;
        await this.#openAnew().catch((error) => this.#options.onError(error, 'reconnect'));
        if (await this.#settled(this.#options.timing.loginWithin)) return;
        retryMs = Math.min(retryMs * 2, this.#options.timing.retryLast);
      }
    } finally {
      this.#reopening = false;
    }
  }

  #mayReopen(): boolean {
    return !this.#stopping.signal.aborted && !isSettled(this.state);
  }

  async #openAnew(): Promise<void> {
    await this.#closeSession();
    if (this.#stopping.signal.aborted) return;
    this.#lastAliveMs = undefined;
    this.session = await this.#options.open(this.#listener());
    await this.session.start();
  }

  /** Whether the session has come to a state that a person or nobody has to change, within so many milliseconds. */
  async #settled(ms: number): Promise<boolean> {
    const untilMs = performance.now() + ms;
    while (!isSettled(this.state) && !this.#stopping.signal.aborted && performance.now() < untilMs) {
      await this.#pause(Math.min(50, ms));
    }
    return isSettled(this.state) || this.#stopping.signal.aborted;
  }

  async #closeSession(): Promise<void> {
    const { session } = this;
    this.session = undefined;
    await session?.close().catch((error) => this.#options.onError(error, 'stop'));
  }

  async #pause(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.#stopping.signal }).catch(() => {});
  }
}

function isSettled(state: SessionState): boolean {
  return state === 'online' || state === 'need-scan' || state === 'banned';
}
