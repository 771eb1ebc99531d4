import type { SubTask } from '../../../domain/meaning.ts';
import type { Heard } from '../heard.ts';
import { openingOf } from '../opening.ts';
import { itemsIn } from '../order/items.ts';
import type { Placed } from '../order/parts.ts';
import { afterLabel, priorityOf } from '../order/priority.ts';
import { placedIn, readOrder, whenSlots } from '../order/read-order.ts';
import { sameNameDoubt } from '../people/same-name.ts';
import { isVagueScope } from '../people/scope.ts';
import type { Span } from '../span.ts';
import type { IntentReader, Slots } from './reader.ts';

const ORDER_WORD = /请|务必|麻烦|劳烦|必须|要求|责成|由|交办|派任务|须|牵头|负责|落实/;
/** 能不能请青山镇…: an order in the form of a question. */
const POLITE = /^[\s,。]*(?:能不能|能否|可否|可不可以|是否可以|方便的话)(?=请|让|由|麻烦)[^?]*[?。]?$/;
const TASK_HEAD =
  /^[\s,。]*(?:(?:交办|派任务|派个任务|新任务|任务)(?:给)?[\s:,]+|(?:能不能|能否|可否|可不可以|是否可以|方便的话),?(?=请|让|由|麻烦))/;
/** Longer texts are speeches; they become tasks on another way. */
const LONGEST = 1500;

/** An order to the bot: who, what, by when; a numbered list with its own people in each item becomes several tasks. */
export const assign: IntentReader = (heard) => {
  const { text, input } = heard;
  if (!input.addressed || (heard.question && !POLITE.test(text)) || text.length > LONGEST || answersQuote(heard))
    return undefined;
  if (openingOf(heard).numbers.length > 0) return undefined;

  const stretch = bodyOf(heard);
  const placed = placedIn(heard, stretch);
  const several = severalOrders(heard, stretch);
  if (several) return several;
  if (!isOrder(heard, stretch, placed)) return undefined;

  const order = readOrder(heard, stretch, placed);
  const assignees = order.assignees ?? mentioned(heard, placed);
  const ask = order.ask ?? sameNameDoubt(input.roster, assignees, order.units) ?? scopeDoubt(order.scope);
  return {
    intent: 'assign',
    ...order,
    ...(assignees && { assignees }),
    priority: priorityOf(heard, { from: 0, to: text.length }),
    ...(ask && { ask }),
  };
};

/** A reply to a reminder is an answer unless it calls somebody by 请 or 由. */
function answersQuote({ input, expects }: Heard): boolean {
  return input.quote?.mine === true && expects.size > 0 && !expects.has('confirm');
}

function bodyOf(heard: Heard): Span {
  const whole = { from: 0, to: heard.text.length };
  const start = afterLabel(heard, { from: heard.text.length - heard.text.trimStart().length, to: whole.to });
  const head = TASK_HEAD.exec(heard.text.slice(start));
  return { from: start + (head?.[0].length ?? 0), to: whole.to };
}

function isOrder(heard: Heard, stretch: Span, placed: readonly Placed[]): boolean {
  const text = heard.text.slice(stretch.from, stretch.to);
  const named = placed.some(({ part }) => part !== 'none' && part !== 'absent');
  const when = Object.keys(whenSlots(heard, stretch)).length > 0;
  const called = ORDER_WORD.test(text) || (stretch.from > 0 && TASK_HEAD.test(heard.text));
  if (named) return called || when || /把|将|报|交/.test(text);
  return (when && (called || /[把将报交]/.test(text))) || /^请(?!问|教|假|客|看)/.test(text.trimStart());
}

/** People mentioned besides the bot are meant where the text names nobody. */
function mentioned({ input }: Heard, placed: readonly Placed[]): readonly string[] | undefined {
  const named = placed.some(({ part }) => part === 'executor' || part === 'leader');
  return !named && input.mentions && input.mentions.length > 0 ? input.mentions : undefined;
}

function scopeDoubt(scope: readonly string[] | undefined): Slots['ask'] {
  const vague = scope?.find(isVagueScope);
  return vague === undefined ? undefined : { about: 'scope', choices: [] };
}

/** Only a list in which at least two items name their own people is several orders; else it is one order with points. */
function severalOrders(heard: Heard, stretch: Span): Slots | undefined {
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
    ...whenSlots(heard, list.head),
    tasks: read.map(({ order }) => subTask(order)),
    priority: priorityOf(heard, { from: 0, to: heard.text.length }),
    ...(ask && { ask }),
  };
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
