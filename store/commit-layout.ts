import type { Batch, PendingMessage } from '../domain/ports.ts';
import type { OfficeKeys } from './keys.ts';
import { seenIn } from './seen.ts';

/** What a script gets, in the order in which it reads. */
export interface Script {
  readonly keys: string[];
  readonly args: string[];
}

/** The keys of the office that every commit may touch. */
export function officeWide(keys: OfficeKeys): string[] {
  const { rev, collectionRevs, numbers, index, audit, alarms, parked, wakeFailures } = keys;
  return [rev, collectionRevs, numbers, index('wakes'), index('outbox'), audit, alarms, parked, wakeFailures];
}

/**
 * Lays a batch out behind what is there: where it ends, then each list as a count and its fields, in the order of use; the keys in
 * theirs. A thing is named by its key alone.
 */
export function lay(batch: Batch, keys: OfficeKeys, script: Script): void {
  const { args } = script;
  const ends = args.push('', '') - 2;
  args.push(String(batch.atMs), batch.messageId === undefined ? '' : '1');
  if (batch.messageId !== undefined) script.keys.push(keys.handled(batch.messageId));

  const reads = readsOf(batch);
  args.push(String(reads.thing.length));
  for (const [id, rev] of reads.thing) {
    script.keys.push(keys.thing(id));
    args.push(rev);
  }
  args.push(...listed(reads.collection.flat(), 2), ...listed(reads.series.flat(), 2));
  const numbers = Object.entries(batch.numbers).flatMap(([letter, last]) => [letter, String(last)]);
  args.push(...listed(numbers, 2), batch.audit.join('\n'), String(batch.things.length));
  for (const { id, json, wakeAtMs } of batch.things) {
    script.keys.push(keys.thing(id));
    args.push(json ?? '', wakeAtMs === null ? '' : String(wakeAtMs));
  }
  layMembers('joins', batch, keys, script);
  layMembers('leaves', batch, keys, script);
  const touches = [...new Set(batch.things.flatMap((write) => write.touches))];
  const messages = messageArguments(keys, batch.messages, batch.atMs);
  args.push(...listed(touches, 1), ...listed(batch.nudges, 1), ...messages.args);
  script.keys.push(...messages.keys);

  args[ends] = String(args.length);
  args[ends + 1] = String(script.keys.length);
}

function readsOf({ reads }: Batch) {
  const sorted: Record<'thing' | 'collection' | 'series', [name: string, rev: string][]> = {
    thing: [],
    collection: [],
    series: [],
  };
  for (const [key, rev] of reads) {
    const [kind, name] = split(key);
    sorted[kind].push([name, String(rev)]);
  }
  return sorted;
}

function layMembers(change: 'joins' | 'leaves', { things }: Batch, keys: OfficeKeys, script: Script): void {
  const count = script.args.push('') - 1;
  let changes = 0;
  for (const write of things) {
    for (const name of write[change]) {
      script.keys.push(keys.members(name));
      script.args.push(name, write.id);
      changes++;
    }
  }
  script.args[count] = String(changes);
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
