import type { SubTask } from '../../../domain/meaning.ts';
import type { Heard } from '../heard.ts';
import type { Slots } from '../intents/reader.ts';
import { sameNameDoubt } from '../people/same-name.ts';
import type { Span } from '../span.ts';
import { itemsIn } from './items.ts';
import { afterLabel, priorityOf } from './priority.ts';
import { type OrderSlots, placedIn, readOrder, whenSlots } from './read-order.ts';

/** Only a list in which at least two items name their own people is several orders; else it is one order with points. */
export function severalOrders(heard: Heard, stretch: Span): Slots | undefined {
  const list = itemsIn(heard, stretch);
  if (!list) return undefined;
  const read = list.items.map((item) => {
    const start = { from: afterLabel(heard, item), to: item.to };
    const placed = placedIn(heard, start);
    return { placed, order: readOrder(heard, start, placed) };
  });
  const own = read.filter(
    ({ placed, order }) => placed.some(({ part }) => part === 'executor' || part === 'leader') && order.content,
  );
  if (own.length < 2 || own.length < read.length) return undefined;

  const doubts = read.map(({ order }) => order.ask ?? sameNameDoubt(heard.input.roster, order.assignees, order.units));
  const ask = doubts.find((doubt) => doubt !== undefined);
  return {
    intent: 'assign',
    ...sharedDeadline(heard, list.head),
    tasks: read.map(({ order }) => subTask(order)),
    priority: priorityOf(heard, { from: 0, to: heard.text.length }),
    ...(ask && { ask }),
  };
}

/** A deadline before the list holds for all of it; 今天定的 is when it was settled. */
function sharedDeadline(heard: Heard, head: Span): OrderSlots {
  const { at: _event, ...when } = whenSlots(heard, head);
  return when;
}

function subTask({ assignees, units, scope, dueAt, content }: ReturnType<typeof readOrder>): SubTask {
  return {
    ...(assignees && { assignees }),
    ...(units && { units }),
    ...(scope && { scope }),
    ...(dueAt && { dueAt }),
    content: content ?? '',
  };
}
