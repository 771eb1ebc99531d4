import { isoShanghai } from '../../../domain/calendar/iso.ts';
import type { Heard } from '../heard.ts';
import { deadlinesIn, dueDoubt } from '../intents/due.ts';
import type { Slots } from '../intents/reader.ts';
import { inOrder, type Span } from '../span.ts';
import { contentOf, timeSpans } from './content.ts';
import { groupsIn } from './groups.ts';
import { type Items, numbered } from './items.ts';
import { type Part, type Placed, placeGroups } from './parts.ts';

export type OrderSlots = Omit<Slots, 'intent' | 'priority' | 'tasks'>;

/** Who is to act in a stretch of the message, and in which part. */
export function placedIn(heard: Heard, stretch: Span): Placed[] {
  return placeGroups(heard, groupsIn(heard, stretch), stretch);
}

/** The slots of one order: who, what, by when. A deadline in doubt stays absent and is asked. */
export function readOrder(heard: Heard, stretch: Span, placed: readonly Placed[]): OrderSlots {
  const points = numbered(heard, stretch);
  const named = placed.filter(({ part, words }) => part !== 'none' && (!points || words.from < points.head.to));
  const taken = inOrder([...named.map(({ words }) => words), ...timeSpans(heard, points?.head ?? stretch)]);
  const content = contentOf(heard, stretch, taken, calledAt(named));
  return {
    ...whoSlots(heard, placed),
    ...(content !== undefined && { content }),
    ...(points ? whenOfPoints(heard, stretch, points) : whenSlots(heard, stretch)),
  };
}

/** Where those who are to act have been named. */
function calledAt(named: readonly Placed[]): number {
  const first = named.find(({ part }) => part === 'executor' || part === 'lead' || part === 'leader');
  return first?.words.to ?? 0;
}

/** A deadline inside one of several points may be meant for that point alone: it is asked. */
function whenOfPoints(heard: Heard, stretch: Span, points: Items): OrderSlots {
  const head = whenSlots(heard, points.head);
  if (Object.keys(head).length > 0) return head;
  const whole = whenSlots(heard, stretch);
  if (whole.dueAt === undefined) return whole;
  return { ask: { about: 'due', choices: [isoShanghai(whole.dueAt)] } };
}

function whoSlots(heard: Heard, placed: readonly Placed[]): OrderSlots {
  const words = (parts: readonly Part[], kind?: string) => [
    ...new Set(
      placed
        .filter(({ part }) => parts.includes(part))
        .flatMap(({ group }) => group.names)
        .filter((name) => kind === undefined || name.kind === kind)
        .map((name) => heard.words(name)),
    ),
  ];
  const slots = {
    assignees: words(['executor', 'leader'], 'person'),
    lead: words(['lead', 'leader']),
    coop: words(['coop']),
    units: words(['executor'], 'unit'),
    scope: words(['executor'], 'scope'),
    backup: words(['backup']),
  };
  return Object.fromEntries(Object.entries(slots).filter(([, list]) => list.length > 0));
}

/** A deadline makes `dueAt`, an hour without one `at`, a rule `recurrence`. */
export function whenSlots(heard: Heard, stretch: Span): OrderSlots {
  const inside = heard.times.times.filter((time) => time.from >= stretch.from && time.to <= stretch.to && !time.past);
  const recurring = inside.find((time) => time.read.kind === 'recurrence');
  const recurrence = recurring?.read.recurrence && { recurrence: recurring.read.recurrence };
  const ask = dueDoubt(heard, stretch);
  if (ask) return { ...recurrence, ask };

  const [due] = deadlinesIn(heard, stretch);
  const event = inside.find((time) => time.read.kind === 'at');
  const meant = due ?? event;
  return {
    ...recurrence,
    ...(due && { dueAt: due.byAt }),
    ...(!due && !recurrence && event?.read.startAt && { at: event.read.startAt }),
    ...(meant && meant.assumed.length > 0 && { assumed: meant.assumed }),
  };
}
