import type { Heard } from '../heard.ts';
import { openingOf } from '../opening.ts';
import type { Placed } from '../order/parts.ts';
import { afterLabel, priorityOf } from '../order/priority.ts';
import { type OrderSlots, placedIn, readOrder } from '../order/read-order.ts';
import { severalOrders } from '../order/several.ts';
import { sameNameDoubt } from '../people/same-name.ts';
import { isVagueScope } from '../people/scope.ts';
import type { Span } from '../span.ts';
import type { IntentReader, Slots } from './reader.ts';

/** 请…, 由…负责, 务必…. */
const ORDER_WORD = /请|务必|麻烦|劳烦|必须|要求|责成|由|交办|派任务|须|牵头|负责|落实/;
/** 能不能请青山镇…: an order in the form of a question. */
const POLITE = /^[\s,。]*(?:能不能|能否|可否|可不可以|是否可以|方便的话)(?=请|让|由|麻烦)[^?]*[?。]?$/;
/** 我们镇周五前报 is a promise. */
const PROMISE = /^[\s,。]*(?:我|咱|本镇|本单位)/;
/** 交办：…, 派任务给 …, 能不能请…. */
const TASK_HEAD =
  /^[\s,。]*(?:(?:交办|派任务|派个任务|新任务|任务)(?:给)?[\s:,]+|(?:能不能|能否|可否|可不可以|是否可以|方便的话),?(?=请|让|由|麻烦))/;
/** Longer texts are speeches; they become tasks on another way. */
const LONGEST = 1500;

/** An order to the bot: who, what, by when; a numbered list with its own people in each item becomes several tasks. */
export const assign: IntentReader = (heard) => {
  const { text, input } = heard;
  if (!input.addressed || (heard.question && !POLITE.test(text)) || text.length > LONGEST || answersQuote(heard))
    return undefined;
  if (PROMISE.test(text) || openingOf(heard).numbers.length > 0) return undefined;

  const stretch = bodyOf(heard);
  const placed = placedIn(heard, stretch);
  const several = severalOrders(heard, stretch);
  if (several) return several;
  const order = readOrder(heard, stretch, placed);
  if (!isOrder(heard, stretch, placed, order)) return undefined;

  const assignees = order.assignees ?? mentioned(heard, placed);
  const ask =
    order.ask ??
    sameNameDoubt(input.roster, assignees, order.units) ??
    othersDoubt(heard, placed) ??
    scopeDoubt(order.scope);
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

function isOrder(heard: Heard, stretch: Span, placed: readonly Placed[], order: OrderSlots): boolean {
  const text = heard.text.slice(stretch.from, stretch.to);
  const named = placed.some(({ part }) => part !== 'none' && part !== 'absent');
  const when = order.dueAt ?? order.at ?? order.recurrence ?? order.ask;
  const called = ORDER_WORD.test(text) || (stretch.from > 0 && TASK_HEAD.test(heard.text));
  if (named) return called || when !== undefined || /把|将|报|交/.test(text);
  return (when !== undefined && (called || /[把将报交]/.test(text))) || /^请(?!问|教|假|客|看)/.test(text.trimStart());
}

/** People mentioned besides the bot are meant where the text names nobody. */
function mentioned({ input }: Heard, placed: readonly Placed[]): readonly string[] | undefined {
  const named = placed.some(({ part }) => part === 'executor' || part === 'leader');
  return !named && input.mentions && input.mentions.length > 0 ? input.mentions : undefined;
}

/** 应急局、公安局等部门: which others is asked. */
function othersDoubt({ text }: Heard, placed: readonly Placed[]): Slots['ask'] {
  const open = placed.some(
    ({ part, group }) =>
      part === 'executor' && /^等(?:有关|相关)?(?:部门|单位|乡镇)/.test(text.slice(group.to, group.to + 8)),
  );
  return open ? { about: 'units', choices: [] } : undefined;
}

function scopeDoubt(scope: readonly string[] | undefined): Slots['ask'] {
  const vague = scope?.find(isVagueScope);
  return vague === undefined ? undefined : { about: 'scope', choices: [] };
}
