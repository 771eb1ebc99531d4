import { nextWakeMs } from '../domain/agenda.ts';
import type { AgendaContext, Kinds } from '../domain/kind.ts';
import type { MessageClass } from '../domain/message.ts';
import type { Office } from '../domain/people/office.ts';
import type { PendingMessage, WakeIndex } from '../domain/ports.ts';
import type { ReadingContext } from '../domain/reading.ts';
import type { ThingId } from '../domain/thing.ts';
import { type FireContext, takeDueSteps } from './fire.ts';
import { PreviewStore } from './preview-store.ts';
import type { Reminder } from './reminder.ts';

/** One message that would be sent if nobody answered anything until then. */
export interface PreviewRow {
  readonly at: Date;
  readonly class: MessageClass;
  /** Name of the person, or topic of the room. */
  readonly to: string;
  readonly room?: string;
  readonly step: string;
  readonly about?: string;
  readonly text: string;
}

export interface PreviewContext extends Omit<ReadingContext, 'now'>, AgendaContext {
  readonly wakes: Pick<WakeIndex, 'dueWakes'>;
  readonly kinds: Kinds;
  readonly reminderFor: (type: string, step: string) => Reminder | undefined;
}

const MOST_THINGS = 1_000_000;
/** A thing that wants to be woken more often than this within the span is not looked at further. */
const MOST_WAKES = 1_000;

/**
 * What would be said between two moments (both included), in order, if nobody answered anything: every wake is played
 * through with the code that fires it, on a store that keeps what changes to itself. Nothing is sent and nothing is changed.
 */
export async function preview(from: Date, to: Date, context: PreviewContext): Promise<PreviewRow[]> {
  const store = new PreviewStore(context.store);
  const { office } = await context.offices.get(context.store);
  const due = await context.wakes.dueWakes(to.getTime(), MOST_THINGS);
  const ids = await withoutSecrets(due, context);
  const named = new Set<string>();
  const rows: PreviewRow[] = [];

  for (let id = ids.shift(); id !== undefined; id = ids.shift()) {
    rows.push(...(await rowsOf(id, to, office, { ...context, store, named })));
    ids.push(...store.created.splice(0));
  }
  return rows
    .filter((row) => row.at >= from)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || a.to.localeCompare(b.to, 'zh'));
}

/** A sealed plan of unannounced checks would be no secret if a preview told it. */
async function withoutSecrets(ids: readonly ThingId[], { store, kinds }: PreviewContext): Promise<ThingId[]> {
  const found = await store.load(ids);
  return ids.filter((_, index) => {
    const type = found[index]?.thing?.type;
    return type === undefined || kinds.get(type)?.secret !== true;
  });
}

interface Played extends Omit<PreviewContext, 'store'> {
  readonly store: PreviewStore;
  /** Names of what has been said: nothing is said twice. */
  readonly named: Set<string>;
}

async function rowsOf(id: ThingId, to: Date, office: Office, context: Played): Promise<PreviewRow[]> {
  const rows: PreviewRow[] = [];
  for (let wakes = 0; wakes < MOST_WAKES; wakes++) {
    const atMs = await wakeMs(id, context);
    if (atMs === null || atMs > to.getTime()) break;

    const at = new Date(atMs);
    const steps = await play(id, at, context);
    const fresh = context.store.said.filter(({ once }) => !context.named.has(once));
    for (const { once } of fresh) context.named.add(once);
    rows.push(...fresh.map((message) => rowOf(message, at, stepOf(message, steps), office)));
  }
  return rows;
}

async function wakeMs(id: ThingId, context: Played): Promise<number | null> {
  const played = context.store.wakeAtMs(id);
  if (played !== undefined) return played;
  const [found] = await context.store.load([id]);
  const kind = found?.thing && context.kinds.get(found.thing.type);
  return kind ? nextWakeMs(found.thing!, kind.agenda(found.thing!, context)) : null;
}

/** Wakes the thing at that moment; tells by which occurrence each of its steps went. */
async function play(id: ThingId, at: Date, context: Played): Promise<Map<string, string>> {
  const steps = new Map<string, string>();
  context.store.said = [];
  const firing: FireContext = {
    ...context,
    now: () => at,
    wakes: { ...context.wakes, ...NO_WAKES },
    reminderFor: (type, step) => {
      const reminder = context.reminderFor(type, step);
      if (!reminder) return undefined;
      return {
        ...reminder,
        fire: (thing, given) => {
          steps.set(given.occurrence, step);
          return reminder.fire(thing, given);
        },
      };
    },
  };
  await takeDueSteps(id, firing);
  return steps;
}

/** Wakes are read off the agenda here; the index is left alone. */
const NO_WAKES: Omit<WakeIndex, 'dueWakes'> = {
  nextWakeMs: async () => undefined,
  wakeFailed: async () => 0,
  park: async () => {},
  wakeDone: async () => {},
};

function stepOf(message: PendingMessage, steps: ReadonlyMap<string, string>): string {
  const named = [...steps].find(([occurrence]) => message.once.startsWith(`${occurrence}.`));
  return named?.[1] ?? [...steps.values()].at(-1) ?? '';
}

function rowOf(message: PendingMessage, at: Date, step: string, office: Office): PreviewRow {
  const room = office.rooms.get(message.to);
  return {
    at: message.notBeforeMs && message.notBeforeMs > at.getTime() ? new Date(message.notBeforeMs) : at,
    class: message.class,
    to: room?.topic ?? office.people.get(message.to)?.name ?? message.to,
    ...(room && { room: room.topic }),
    step,
    ...(message.about && { about: message.about }),
    text: message.text,
  };
}
