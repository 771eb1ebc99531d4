import { setTimeout } from 'node:timers/promises';

/** Real time for the sender: resolves after so many milliseconds, or at once when the signal aborts. */
export async function waitFor(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await setTimeout(ms, undefined, { signal });
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}
