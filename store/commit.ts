import type { Batch, Outcome, PendingMessage } from '../domain/ports.ts';
import { runCommit } from './commit-script.ts';
import type { AlarmIndex, OfficeKeys } from './keys.ts';
import type { RedisClient } from './script.ts';
import { seenIn } from './seen.ts';

/** An entry of a due index that alarms have passed already: whoever wrote it files its alarm at once. */
export interface Due {
  readonly index: AlarmIndex;
  readonly id: string;
  readonly atMs: number;
}

/** Applies a batch whole or not at all. `due` lists what the alarms filed so far do not cover. */
export async function commit(
  redis: RedisClient,
  keys: OfficeKeys,
  batch: Batch,
): Promise<{ readonly outcome: Outcome; readonly due: readonly Due[] }> {
  const { keys: scriptKeys, args } = commitArguments(keys, batch);
  const reply = String(await runCommit(redis, scriptKeys, args));

  if (reply === 'repeated') return { outcome: { kind: 'repeated' }, due: [] };
  if (reply.startsWith('conflict ')) return { outcome: { kind: 'conflict', on: reply.slice(9) }, due: [] };
  const [wakesUntilMs, outboxUntilMs] = reply.slice(5).split(' ').map(Number);
  return { outcome: { kind: 'done' }, due: uncovered(batch, wakesUntilMs ?? 0, outboxUntilMs ?? 0) };
}

/** Lays a batch out for the script: fixed keys, then each list as a count and its fields, keys in the order of use. */
function commitArguments(keys: OfficeKeys, batch: Batch): { keys: string[]; args: string[] } {
  const reads = { thing: [] as string[], collection: [] as string[], series: [] as string[] };
  const scriptKeys = [
    keys.rev,
    keys.collectionRevs,
    keys.numbers,
    keys.index('wakes'),
    keys.index('outbox'),
    keys.audit,
    keys.alarms,
    keys.parked,
    keys.wakeFailures,
    keys.handled(batch.messageId ?? ''),
  ];

  for (const [key, rev] of batch.reads) {
    const [kind, name] = split(key);
    reads[kind].push(name, String(rev));
    if (kind === 'thing') scriptKeys.push(keys.thing(name));
  }
  const joins: string[] = [];
  const leaves: string[] = [];
  const touches = new Set<string>();
  const things: string[] = [];
  for (const write of batch.things) {
    things.push(write.id, write.json ?? '', write.wakeAtMs === null ? '' : String(write.wakeAtMs));
    scriptKeys.push(keys.thing(write.id));
    for (const name of write.joins) joins.push(name, write.id);
    for (const name of write.leaves) leaves.push(name, write.id);
    for (const name of write.touches) touches.add(name);
  }
  for (let n = 0; n < joins.length; n += 2) scriptKeys.push(keys.members(joins[n]!));
  for (let n = 0; n < leaves.length; n += 2) scriptKeys.push(keys.members(leaves[n]!));
  const messages = messageArguments(keys, batch.messages, batch.atMs);

  return {
    keys: [...scriptKeys, ...messages.keys],
    args: [
      String(batch.atMs),
      batch.messageId === undefined ? '' : '1',
      ...listed(reads.thing, 2),
      ...listed(reads.collection, 2),
      ...listed(reads.series, 2),
      ...listed(
        Object.entries(batch.numbers).flatMap(([letter, last]) => [letter, String(last)]),
        2,
      ),
      batch.audit.join('\n'),
      ...listed(things, 3),
      ...listed(joins, 2),
      ...listed(leaves, 2),
      ...listed([...touches], 1),
      ...listed(batch.nudges, 1),
      ...messages.args,
    ],
  };
}

/** The part of a script's arguments that carries new messages; `atMs` decides which memory of used names is the current one. */
export function messageArguments(keys: OfficeKeys, messages: readonly PendingMessage[], atMs: number) {
  const scriptKeys: string[] = [];
  const fields: string[] = [];
  for (const message of messages) {
    const seen = seenIn(keys, 'once', message.once, atMs);
    scriptKeys.push(keys.conversation(message.to), ...seen.keys);
    fields.push(message.to, message.once, seen.member, String(lookAtMs(message)), JSON.stringify(message));
  }
  return { keys: scriptKeys, args: listed(fields, 5) };
}

/** When the sender should look at a message for the first time. */
export function lookAtMs(message: PendingMessage): number {
  return Math.max(message.sinceMs, message.notBeforeMs ?? 0);
}

/** A list as scripts read it: how many, then the fields. */
export function listed(fields: readonly string[], each: number): string[] {
  return [String(fields.length / each), ...fields];
}

function split(key: string): ['thing' | 'collection' | 'series', string] {
  const [, kind, name] = key.match(/^(thing|collection|series) (.+)$/s) ?? [];
  if (!kind || !name) throw new Error(`a read set cannot hold "${key}"`);
  return [kind as 'thing', name];
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
