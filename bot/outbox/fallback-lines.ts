import type { FallbackChannel, PostFailure } from '../gateway/fallback/channel.ts';

const MINUTE_MS = 60_000;
/** How long a channel is passed over after it failed, where it does not say itself; a refusal needs somebody who repairs it. */
const REST_MS: Readonly<Record<PostFailure, number>> = {
  'not-sent': MINUTE_MS / 2,
  unknown: MINUTE_MS / 2,
  throttled: MINUTE_MS,
  refused: 10 * MINUTE_MS,
};

interface Line {
  readonly channel: FallbackChannel;
  /** Epoch ms. */
  readyMs: number;
  restsUntilMs: number;
  /** How it failed when it was last tried. */
  failure?: PostFailure;
}

/** Whose turn it is, and from when on, epoch ms; not `awake` where every channel rests after a failure. */
export interface Turn {
  readonly channel: FallbackChannel;
  readonly readyAtMs: number;
  readonly isAwake: boolean;
}

/** The fall-back channels in the order in which they are tried: which one may speak now, each at its own pace. */
export function createFallbackLines(channels: readonly FallbackChannel[]) {
  const lines = channels.map((channel): Line => ({ channel, readyMs: 0, restsUntilMs: 0 }));
  const of = (channel: FallbackChannel) => lines.find((line) => line.channel === channel)!;

  return {
    isAny: lines.length > 0,
    maxBytes: Math.min(...channels.map(({ maxBytes }) => maxBytes)),

    /** The first channel that does not rest, else the one that rests least; none where there is none. */
    next(nowMs: number): Turn | undefined {
      const awake = lines.find(({ restsUntilMs }) => restsUntilMs <= nowMs);
      const line = awake ?? lines.toSorted((one, other) => one.restsUntilMs - other.restsUntilMs)[0];
      return (
        line && {
          channel: line.channel,
          readyAtMs: Math.max(line.readyMs, line.restsUntilMs),
          isAwake: awake !== undefined,
        }
      );
    },

    /** Notes that a channel was spoken to. */
    spoken(channel: FallbackChannel, nowMs: number): void {
      of(channel).readyMs = nowMs + channel.gapMs;
    },

    took(channel: FallbackChannel): void {
      of(channel).failure = undefined;
    },

    failed(channel: FallbackChannel, failure: PostFailure, nowMs: number, restMs = REST_MS[failure]): void {
      const line = of(channel);
      line.failure = failure;
      line.restsUntilMs = nowMs + restMs;
    },

    /** Whether somebody has to repair a setting before any of them takes anything. */
    isHopeless: () => lines.every(({ failure }) => failure === 'refused'),

    /** How many there are, and how many failed when they were last tried. */
    health: () => ({ channels: lines.length, failing: lines.filter(({ failure }) => failure !== undefined).length }),
  };
}

export type FallbackLines = ReturnType<typeof createFallbackLines>;
