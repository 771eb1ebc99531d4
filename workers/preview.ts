import { nextWakeMs } from '../domain/agenda.ts';
import { calendarOf } from '../domain/holidays/calendar-of.ts';
import type { AgendaContext, Kinds } from '../domain/kind.ts';
import type { MessageClass } from '../domain/message.ts';
import type { Office } from '../domain/people/office.ts';
import type { PendingMessage, WakeIndex } from '../domain/ports.ts';
import { OfficeCache, type ReadingContext } from '../domain/reading.ts';
import type { ThingId } from '../domain/thing.ts';
import { type FireContext, takeDueSteps } from './fire.ts';
import { noteDelivered } from './preview-delivery.ts';
import type { PreviewPlanner } from './preview-planners.ts';
import { PreviewQueue } from './preview-queue.ts';
import { PreviewStore } from './preview-store.ts';
import { ticksBetween } from './preview-ticks.ts';
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
  /** What the calendar asks for by itself, from a moment on; without it only what stands in the store already is played. */
  readonly planned?: { readonly from: Date; readonly planners: readonly PreviewPlanner[] };
}

const MOST_THINGS = 1_000_000;
/** A thing that wants to be woken more often than this within the span is not looked at further. */
const MOST_WAKES = 5_000;

/**
 * What would be said between two moments (both included), in order, if nobody answered anything and every message got out at
 * once: every wake is played through in the order of time with the code that fires it, on a store that keeps what changes to
 * itself. Nothing is sent and nothing is changed.
 */
export async function preview(from: Date, to: Date, context: PreviewContext): Promise<PreviewRow[]> {
  const played = await start(to, context);
  const ticks = context.planned ? ticksBetween(context.planned, to, context.calendar) : [];
  const rows: PreviewRow[] = [];
  let clockMs = Number.NEGATIVE_INFINITY;

  for (let tick = ticks.shift(); ; ) {
    const wake = played.queue.first();
    const isTick = tick !== undefined && (!wake || tick.at.getTime() <= wake.atMs);
    const atMs = isTick ? tick!.at.getTime() : wake?.atMs;
    if (atMs === undefined || atMs > to.getTime()) break;

    // What is filed for a moment that is over is done now.
    clockMs = Math.max(clockMs, atMs);
    const at = new Date(clockMs);
    if (isTick) {
      await tick!.planner.run({ ...played, now: () => at });
      played.lastStep = tick!.planner.step;
      tick = ticks.shift();
    } else await play(played.queue.take()!.id, at, played);
    rows.push(...(await settled(at, played)));
  }
  return rows
    .filter((row) => row.at >= from && row.at <= to)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || a.to.localeCompare(b.to, 'zh'));
}

interface Played extends Omit<PreviewContext, 'store' | 'wakes' | 'planned'> {
  readonly store: PreviewStore;
  readonly queue: PreviewQueue;
  readonly wakes: WakeIndex;
  readonly office: Office;
  /** Names of what has been said: nothing is said twice. */
  readonly named: Set<string>;
  /** By which step each message of the wake that is played is said, by its name. */
  readonly steps: Map<string, string>;
  /** Where something is said that no step has asked for, that nobody can be reached, it belongs to the last. */
  lastStep: string;
  readonly woken: Map<ThingId, number>;
}

/** Everything that waits for its moment until `to`, and the office as it is now. */
async function start(to: Date, context: PreviewContext): Promise<Played> {
  const { office } = await context.offices.get(context.store);
  const store = new PreviewStore(context.store);
  const queue = new PreviewQueue();
  // Wakes are worked out with the days off that hold in this office.
  const agendas = { calendar: calendarOf(office, context.calendar), policy: context.policy };
  const ids = await context.wakes.dueWakes(to.getTime(), MOST_THINGS);
  const found = await store.load(ids);
  found.forEach(({ thing }, index) => {
    const kind = thing && context.kinds.get(thing.type);
    if (kind && !kind.secret) queue.file(ids[index]!, nextWakeMs(thing, kind.agenda(thing, agendas)));
  });
  return {
    ...{ ...context, store, queue, office, wakes: { ...context.wakes, ...NO_WAKES } },
    // The office may change on the way: a trial ends.
    offices: new OfficeCache(),
    ...{ named: new Set(), steps: new Map(), lastStep: '', woken: new Map() },
  };
}

/** Wakes the thing at that moment; notes which step said what. */
async function play(id: ThingId, at: Date, played: Played): Promise<void> {
  const times = (played.woken.get(id) ?? 0) + 1;
  played.woken.set(id, times);
  if (times > MOST_WAKES) return;

  const firing: FireContext = {
    ...played,
    now: () => at,
    reminderFor: (type, step) => {
      const reminder = played.reminderFor(type, step);
      if (!reminder) return undefined;
      return {
        ...reminder,
        fire: async (thing, given) => {
          const result = await reminder.fire(thing, given);
          if (result !== 'nobody') for (const { once } of result.say) played.steps.set(once, step);
          played.lastStep = step;
          return result;
        },
      };
    },
  };
  await takeDueSteps(id, firing);
}

/** Files the wakes of what was written, and answers what was said that had not been said before. */
async function settled(at: Date, played: Played): Promise<PreviewRow[]> {
  const rows: PreviewRow[] = [];
  for (let done = played.store.takeCommitted(); done.length > 0; done = played.store.takeCommitted()) {
    for (const { messages, wakes, nudges } of done) {
      for (const [id, atMs] of wakes) if (!(await isSecret(id, played))) played.queue.file(id, atMs);
      for (const id of nudges) if (!(await isSecret(id, played))) played.queue.lower(id, at.getTime());
      const fresh = messages.filter(({ once }) => !played.named.has(once));
      for (const message of fresh) {
        played.named.add(message.once);
        const row = rowOf(message, at, played.steps.get(message.once) ?? played.lastStep, played.office);
        rows.push(row);
        await noteDelivered(message, row.at, played);
      }
    }
  }
  played.steps.clear();
  return rows;
}

/** A sealed plan of unannounced checks would be no secret if a preview told it. */
async function isSecret(id: ThingId, { store, kinds }: Played): Promise<boolean> {
  const [found] = await store.load([id]);
  return found?.thing !== undefined && kinds.get(found.thing.type)?.secret === true;
}

/** Wakes are kept by the queue of the preview; the index is left alone. */
const NO_WAKES: Omit<WakeIndex, 'dueWakes'> = {
  nextWakeMs: async () => undefined,
  wakeFailed: async () => 0,
  park: async () => {},
  wakeDone: async () => {},
};

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
