import type { Batch, Outcome, PendingMessage } from '../domain/ports.ts';
import { lay, lookAtMs, officeWide } from './commit-layout.ts';
import { runCommits } from './commit-script.ts';
import type { AlarmIndex, OfficeKeys } from './keys.ts';
import type { RedisClient } from './script.ts';

/** An entry of a due index that alarms have passed already: whoever wrote it files its alarm at once. */
export interface Due {
  readonly index: AlarmIndex;
  readonly id: string;
  readonly atMs: number;
}

/** What became of a batch. `due` lists what the alarms filed so far do not cover. */
export interface Committed {
  readonly outcome: Outcome;
  readonly due: readonly Due[];
}

/**
 * Applies batches one after the other in one step of Redis, each whole or not at all; answers for each, with the failure of one
 * that could not be applied. Rejects, as everything on this store does, when none of them was or when nobody can tell.
 */
export async function commitAll(
  redis: RedisClient,
  keys: OfficeKeys,
  batches: readonly Batch[],
): Promise<(Committed | Error)[]> {
  const script = { keys: officeWide(keys), args: [String(batches.length), String(keys.thing('').length)] };
  for (const batch of batches) lay(batch, keys, script);
  const [filed, ...replies] = (await runCommits(redis, script.keys, script.args)) as [string, ...(string | Error)[]];
  const [wakesUntilMs, outboxUntilMs] = filed.split(' ').map(Number);

  return batches.map((batch, index) => {
    const reply = replies[index]!;
    if (reply instanceof Error) return reply;
    if (reply === 'done') {
      return { outcome: { kind: 'done' }, due: uncovered(batch, wakesUntilMs ?? 0, outboxUntilMs ?? 0) };
    }
    return { outcome: reply === 'repeated' ? { kind: reply } : { kind: 'conflict', on: reply.slice(9) }, due: [] };
  });
}

function uncovered(batch: Batch, wakesUntilMs: number, outboxUntilMs: number): Due[] {
  const wakes = [
    ...batch.things.flatMap(({ id, wakeAtMs }) => (wakeAtMs === null ? [] : [{ id, atMs: wakeAtMs }])),
    ...batch.nudges.map((id) => ({ id, atMs: batch.atMs })),
  ];
  return [
    ...wakes.filter(({ atMs }) => atMs < wakesUntilMs).map((wake) => ({ index: 'wakes' as const, ...wake })),
    ...uncoveredMessages(batch.messages, outboxUntilMs),
  ];
}

/** The first looks that messages call for, as far as the outbox' alarms have passed them. */
export function uncoveredMessages(messages: readonly PendingMessage[], filedUntilMs: number): Due[] {
  return messages
    .map((message) => ({ index: 'outbox' as const, id: message.to, atMs: lookAtMs(message) }))
    .filter(({ atMs }) => atMs < filedUntilMs);
}
