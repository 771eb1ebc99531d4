import { DEFAULT_PAUSES_MS } from './pace.ts';

/** WeChat says it by a message in the chat: 操作过于频繁，可稍后再试。 */
const IN_BAND = /^(?:操作|发送消息|发送)过于频繁[，,。.]?(?:可|请)?(?:稍后再试)?[。.]?$/;

const MINUTE_MS = 60_000;
const CALM_AFTER_MS = 24 * 60 * MINUTE_MS;
/** The complaint follows at once; somebody who types the same words later does not silence the bot. */
const COMPLAINT_WITHIN_MS = 3_000;

export function soundsThrottled(text: string): boolean {
  return text.length < 40 && IN_BAND.test(text.trim());
}

/**
 * Pauses the account after WeChat complained, longer each time it does so again within a day of the last pause. All arguments named `nowMs` are monotonic milliseconds.
 */
export class Throttle {
  readonly #pausesMs: readonly number[];
  readonly #lastSendMs = new Map<string, number>();
  #strikes = 0;
  #untilMs = Number.NEGATIVE_INFINITY;

  constructor(pausesMs: readonly number[] = DEFAULT_PAUSES_MS) {
    this.#pausesMs = pausesMs;
  }

  sent(conversation: string, nowMs: number): void {
    this.#lastSendMs.delete(conversation);
    this.#lastSendMs.set(conversation, nowMs);
    const [oldest] = this.#lastSendMs.keys();
    if (this.#lastSendMs.size > 200) this.#lastSendMs.delete(oldest as string);
  }

  /** Whether these words, said by a person, are WeChat's answer to something just sent there. */
  answersSend(conversation: string, nowMs: number): boolean {
    const sentMs = this.#lastSendMs.get(conversation);
    return sentMs !== undefined && nowMs - sentMs <= COMPLAINT_WITHIN_MS;
  }

  complained(nowMs: number): number {
    if (this.pausedFor(nowMs) > 0) return this.pausedFor(nowMs);
    if (nowMs - this.#untilMs > CALM_AFTER_MS) this.#strikes = 0;
    const pauseMs = this.#pausesMs[Math.min(this.#strikes, this.#pausesMs.length - 1)] as number;
    this.#strikes += 1;
    this.#untilMs = nowMs + pauseMs;
    return pauseMs;
  }

  /** Milliseconds until the account may speak again; 0 when it may. */
  pausedFor(nowMs: number): number {
    return Math.max(0, this.#untilMs - nowMs);
  }
}
