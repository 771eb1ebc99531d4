/** After a day without complaint the first pause is short again. */
const FORGIVEN_AFTER_MS = 1440 * 60_000;

/** The silences of an account after the channel complained, each longer than the one before; the last is repeated. */
export function createPauses(pausesMs: readonly number[]) {
  let level = 0;
  let endMs = Number.NEGATIVE_INFINITY;

  return {
    untilMs: (nowMs: number) => (nowMs < endMs ? endMs : undefined),
    /** Complaints about messages that were already under way when the silence began do not prolong it. */
    begin: (nowMs: number) => {
      if (nowMs < endMs) return endMs;
      if (nowMs - endMs > FORGIVEN_AFTER_MS) level = 0;
      endMs = nowMs + pausesMs[Math.min(level, pausesMs.length - 1)]!;
      level += 1;
      return endMs;
    },
  };
}
