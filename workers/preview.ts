import { stepsAhead } from '../domain/agenda.ts';
import type { AgendaContext, Kinds } from '../domain/kind.ts';
import type { MessageClass } from '../domain/message.ts';
import type { WakeIndex } from '../domain/ports.ts';
import { type ReadingContext, RecordedReading } from '../domain/reading.ts';
import type { Step } from '../domain/step.ts';
import type { Thing, ThingId } from '../domain/thing.ts';
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

/** What would be said between two moments, in order, if nobody answered anything. Nothing is sent and nothing is changed. */
export async function preview(from: Date, to: Date, context: PreviewContext): Promise<PreviewRow[]> {
  const ids = await context.wakes.dueWakes(to.getTime(), MOST_THINGS);
  const rows = await Promise.all(ids.map((id) => rowsOf(id, from, to, context)));
  return rows.flat().sort((a, b) => a.at.getTime() - b.at.getTime() || a.to.localeCompare(b.to, 'zh'));
}

async function rowsOf(id: ThingId, from: Date, to: Date, context: PreviewContext): Promise<PreviewRow[]> {
  const [found] = await context.store.load([id]);
  const thing = found?.thing;
  const kind = thing && context.kinds.get(thing.type);
  if (!thing || !kind) return [];

  const steps = stepsAhead(thing, kind.agenda(thing, context)).filter((step) => step.at >= from && step.at <= to);
  const rows = [];
  for (const step of steps) rows.push(...(await said(thing, step, context)));
  return rows;
}

async function said(thing: Thing, step: Step, context: PreviewContext): Promise<PreviewRow[]> {
  const reminder = context.reminderFor(thing.type, step.step);
  if (!reminder) return [];
  const read = new RecordedReading({ ...context, now: step.at });
  const office = await read.office();
  const text = { office, calendar: context.calendar, now: step.at };
  const result = await reminder.fire(thing, { occurrence: 'preview', now: step.at, read, office, text });
  if (result === 'nobody') return [];

  return result.say.map((message) => {
    const room = office.rooms.get(message.to);
    const to = room?.topic ?? office.people.get(message.to)?.name ?? message.to;
    return {
      at: step.at,
      class: message.class,
      to,
      ...(room && { room: room.topic }),
      step: step.step,
      ...(message.about && { about: message.about }),
      text: message.text,
    };
  });
}
