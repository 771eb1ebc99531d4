import { nextWakeMs } from './agenda.ts';
import { auditEntry } from './audit.ts';
import type { Decision } from './decision.ts';
import type { AgendaContext, Kind, Kinds } from './kind.ts';
import type { Message } from './message.ts';
import type { Actor, Batch, PendingMessage, ThingWrite } from './ports.ts';
import { questionFrom } from './question.ts';
import type { RecordedReading } from './reading.ts';
import type { Thing, ThingId } from './thing.ts';
import { encodeThing } from './thing-json.ts';

export interface CommitPlanContext extends AgendaContext {
  readonly kinds: Kinds;
}

/** Works out everything a Decision changes: revisions to check, things with their wakes, audit, messages, numbers. Pure. */
export async function planCommit(
  decision: Decision,
  reading: RecordedReading,
  actor: Actor,
  context: CommitPlanContext,
): Promise<Batch> {
  const all = [...decision.save, ...questionsOf(decision, reading.now)];
  const saves = [...new Map(all.map((thing) => [thing.id, thing])).values()];
  // What is saved without having been read, new or known from the office, is checked at the revision it has now.
  await reading.things([...saves.map((thing) => thing.id), ...decision.drop]);

  const changes = [
    ...saves.map((after) => ({ id: after.id, before: reading.seen.get(after.id), after })),
    // A question that is asked anew is saved under the name of the one that was just answered.
    ...decision.drop
      .filter((id) => !saves.some((thing) => thing.id === id))
      .map((id) => ({ id, before: reading.seen.get(id), after: undefined })),
  ].filter((change) => change.before || change.after);

  return {
    atMs: reading.now.getTime(),
    // A decision that only speaks rests on nothing that another could take away.
    reads: changes.length > 0 ? reading.reads : new Map(),
    things: changes.map((change) => thingWrite(change, context)),
    audit: changes.flatMap(({ id, before, after }) => {
      if (!kindOf(context.kinds, (after ?? before)!).audited) return [];
      const entry = auditEntry(before, after, id, actor, reading.now);
      return entry ? [JSON.stringify(entry)] : [];
    }),
    messages: decision.say.map((message) => pending(message, reading.now)),
    numbers: changes.length > 0 ? reading.numbers : {},
    nudges: decision.nudge,
    messageId: actor.messageId,
  };
}

function questionsOf(decision: Decision, now: Date): Thing[] {
  return decision.ask.map((ask) => questionFrom(ask, now));
}

function thingWrite(
  { id, before, after }: { id: ThingId; before: Thing | undefined; after: Thing | undefined },
  context: CommitPlanContext,
): ThingWrite {
  const kind = kindOf(context.kinds, (after ?? before)!);
  const was = before ? kind.collections(before) : [];
  const is = after ? kind.collections(after) : [];

  return {
    id,
    json: after ? encodeThing(after) : null,
    joins: is.filter((name) => !was.includes(name)),
    leaves: was.filter((name) => !is.includes(name)),
    touches: kind.touches?.((after ?? before)!) ?? [],
    wakeAtMs: after ? nextWakeMs(after, kind.agenda(after, context)) : null,
  };
}

function kindOf(kinds: Kinds, thing: Thing): Kind {
  const kind = kinds.get(thing.type);
  if (!kind) throw new Error(`no kind is declared for things of type "${thing.type}"`);
  return kind;
}

export function pending(message: Message, now: Date): PendingMessage {
  const { notBeforeAt, notAfterAt, ...rest } = message;
  return {
    ...rest,
    sinceMs: now.getTime(),
    ...(notBeforeAt && { notBeforeMs: notBeforeAt.getTime() }),
    ...(notAfterAt && { notAfterMs: notAfterAt.getTime() }),
  };
}
