import type { Gateway, SessionState } from '../gateway/gateway.ts';
import type { Pacer } from './pacer.ts';

/** The chat was away when nothing could be said for so long; anything shorter is a hiccup of the line. */
const AWAY_MS = 60_000;

interface AbsenceParts {
  readonly gateway: Pick<Gateway, 'state'>;
  readonly pacer: Pick<Pacer, 'pausedUntilMs'>;
  readonly clock: { now(): Date };
}

/** Since when the chat is away, or back; all in epoch ms, counted from the start of the process. */
export function createAbsence({ gateway, pacer, clock }: AbsenceParts) {
  let lostMs: number | undefined;
  let backMs: number | undefined;
  let pausedMs: number | undefined;
  const nowMs = () => clock.now().getTime();

  return {
    changed(state: SessionState): void {
      if (state !== 'online') {
        lostMs ??= nowMs();
        return;
      }
      if (lostMs !== undefined && nowMs() - lostMs >= AWAY_MS) backMs = nowMs();
      lostMs = undefined;
    },

    /** Since when nothing can be said: the session is lost, or the account has to be silent. */
    sinceMs(): number | undefined {
      pausedMs = pacer.pausedUntilMs() === undefined ? undefined : (pausedMs ?? nowMs());
      if (gateway.state() === 'online') return pausedMs;
      lostMs ??= nowMs();
      return Math.min(lostMs, pausedMs ?? lostMs);
    },

    backSinceMs: () => backMs,
  };
}
