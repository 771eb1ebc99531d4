import type { SubTask } from '../../../domain/meaning.ts';
import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { deadlinesIn } from '../intents/due.ts';
import type { Slots } from '../intents/reader.ts';
import { matchesOf } from '../matches.ts';
import { sameNameDoubt } from '../people/same-name.ts';
import type { Span } from '../span.ts';
import { behindFinish, isFinish, subjects } from './finish.ts';
import { bySubjects, type Items, itemsIn } from './items.ts';
import type { Placed } from './parts.ts';
import { afterLabel, priorityOf } from './priority.ts';
import { type OrderSlots, placedIn, readOrder, whenSlots } from './read-order.ts';

interface Item {
  readonly span: Span;
  readonly order: OrderSlots;
  /** Names its own people and what they are to do. */
  readonly own: boolean;
}

/** 已完成, 报了: a list of what has happened. */
const HAPPENED = /已经?[\u4e00-\u9fa5]|了[\s,。;]*$/;
/** 收到请回复, 谢谢, 各单位要高度重视: behind or between orders, and none. */
const CLOSING =
  /^[\s\p{P}]*(?:请|望)?(?:(?:大家|各单位|各位|以上)?(?:收到|知悉|看到)|谢谢|感谢|辛苦|拜托|盼复|注意安全|[\u4e00-\u9fa5]{0,6}(?:高度重视|抓好落实|认真落实|抓紧落实|落实到位|遵照执行))[^\d]*$/u;
/**
 * Several orders in one message: the items of a list, the clauses between ；, or clauses with subjects of their own. An item
 * that does not say who or by when has both from the head of its list. Points under one subject stay one order.
 */
export function severalOrders(heard: Heard, stretch: Span, placed: readonly Placed[]): Slots | undefined {
  const rest = behindFinish(heard, stretch, placed);
  const listed = itemsIn(heard, rest);
  const head = { from: stretch.from, to: listed && rest.from === stretch.from ? listed.head.to : rest.from };
  const orders =
    listed &&
    ordersOf(
      heard,
      listed.numbered ? { ...listed, head: { from: stretch.from, to: listed.head.to } } : { ...listed, head },
    );
  if (orders || listed?.numbered) return orders;
  const more = moreOrders(heard, stretch);
  if (more) return more;
  const clauses = bySubjects(stretch, ...subjects(heard, stretch, placed));
  return clauses && ordersOf(heard, clauses);
}

function ordersOf(heard: Heard, list: Items): Slots | undefined {
  const all = list.items.map((span) => itemOf(heard, span));
  const read = list.numbered ? all : withoutFrame(heard, all);
  const shared = sharedOf(heard, list, all);
  const own = read.filter((item) => item.own).length;
  const dated = read.filter(({ order }) => order.dueAt ?? order.ask).length;
  const headed = shared.who !== undefined;
  if (read.length < 2 || !(own >= 2 || (headed && (own >= 1 || dated >= 2)))) return undefined;
  if (read.some(({ order }) => !order.content || isName(heard, order.content))) return undefined;
  if (own < read.length && !headed) return undefined;
  if (dated === 0 && read.some(({ span }) => HAPPENED.test(heard.text.slice(span.from, span.to)))) return undefined;

  const doubts = read.map(
    ({ order }) => order.ask ?? sameNameDoubt(heard.input.roster, order.assignees, order.units, heard.text),
  );
  const ask = shared.ask ?? doubts.find((doubt) => doubt !== undefined);
  return {
    intent: 'assign',
    ...(shared.lead && { lead: shared.lead }),
    ...(shared.coop && { coop: shared.coop }),
    tasks: read.map((item) => subTask(item, shared)),
    priority: priorityOf(heard, { from: 0, to: heard.text.length }),
    ...(ask && { ask }),
  };
}

/** ，另外请…: another order, as long as it says by when. */
const ALSO = gated(
  /[,。;\n]\s?(?:另外(?![\d一二两三四五六七八九十几]{1,3}[个家])|此外|还有|同时|另(?![外行附报]))(?:一件事?)?[\s,:]{0,3}(?=[^\s,。;])/g,
);

/** 请青山镇周三前报台账，另外请南街镇周五前报照片: each with its own deadline; who is not named again is the same. */
function moreOrders(heard: Heard, stretch: Span): Slots | undefined {
  if (!ALSO.test(heard.text)) return undefined;
  const marks = matchesOf(ALSO.pattern, heard.text.slice(stretch.from, stretch.to));
  const items = marks.map((mark, index) => ({
    from: stretch.from + mark.index + mark[0].length,
    to: stretch.from + (marks[index + 1]?.index ?? stretch.to - stretch.from),
  }));
  const read = [{ from: stretch.from, to: stretch.from + marks[0]!.index }, ...items].map((span) =>
    itemOf(heard, span),
  );
  const [head, ...rest] = read;
  const isWhole = read.every(({ order }) => order.content && !isName(heard, order.content) && isPlain(order));
  if (!head?.own || !isWhole || head.order.dueAt === undefined || !rest.every(({ span }) => opensDated(heard, span)))
    return undefined;
  const { assignees, units = head.order.lead, scope } = head.order;
  const ask = read.find(({ order }) => order.ask)?.order.ask;
  return {
    intent: 'assign',
    tasks: read.map((item) => subTask(item, { who: { assignees, units, scope } })),
    priority: priorityOf(heard, { from: 0, to: heard.text.length }),
    ...(ask && { ask }),
  };
}

/** Who helps, and who leads others, has no place in one of several orders. */
function isPlain({ coop, backup, lead, units, scope }: OrderSlots): boolean {
  return coop === undefined && backup === undefined && (lead === undefined || (units ?? scope) === undefined);
}

/** 请南街镇周五前报照片: the deadline in its first clause is for all of it. */
function opensDated(heard: Heard, span: Span): boolean {
  const [due] = deadlinesIn(heard, span);
  return due !== undefined && !/[,。;]/.test(heard.text.slice(span.from, due.from));
}

/** 陈立负责青山镇 says who is for whom, and no work. */
function isName({ names }: Heard, content: string): boolean {
  return /^[东西南北上下中前后左右内外]\S$/.test(content) || names.some(({ word }) => word === content);
}

function itemOf(heard: Heard, span: Span): Item {
  const start = { from: afterLabel(heard, span), to: span.to };
  const placed = placedIn(heard, start);
  const order = readOrder(heard, start, placed);
  const named = placed.some(({ part }) => part === 'executor' || part === 'leader' || part === 'lead');
  return { span: start, order, own: named && order.content !== undefined };
}

/** Without 会上定了几件事： before and 收到请回复 behind. */
function withoutFrame(heard: Heard, items: readonly Item[]): Item[] {
  return items.filter((item, index) => {
    if (item.own) return true;
    const text = heard.text.slice(item.span.from, item.span.to);
    const preamble = index === 0 && item.order.dueAt === undefined && /[:,]?\s*$/.test(text) && !/[把报交]/.test(text);
    return !(preamble || CLOSING.test(text) || isFinish(heard, item.span));
  });
}

interface Shared {
  readonly who?: Pick<OrderSlots, 'assignees' | 'units' | 'scope'> | undefined;
  readonly lead?: readonly string[] | undefined;
  readonly coop?: readonly string[] | undefined;
  readonly dueAt?: Date | undefined;
  readonly ask?: OrderSlots['ask'];
}

/** What stands before or behind the list and holds for all of it; 今天定的 is when it was settled. */
function sharedOf(heard: Heard, list: Items, items: readonly Item[]): Shared {
  const placed = placedIn(heard, list.head);
  const { assignees, units, scope, lead, coop } = readOrder(heard, list.head, placed);
  const who = assignees || units || scope ? { assignees, units, scope } : undefined;
  const last = items[items.length - 1];
  const finish = !list.numbered && last && !last.own && isFinish(heard, last.span) ? last.span : list.tail;
  const { dueAt = whenSlots(heard, finish).dueAt, ask } = whenSlots(heard, list.head);
  return { who, lead, coop, dueAt, ...(ask && dueAt === undefined && { ask }) };
}

function subTask({ order, own }: Item, shared: Shared): SubTask {
  const { assignees, units, scope, lead, ask, content = '' } = order;
  const who = own ? { assignees, units: units ?? (assignees || scope ? undefined : lead), scope } : (shared.who ?? {});
  const dueAt = order.dueAt ?? (ask?.about === 'due' ? undefined : shared.dueAt);
  return {
    ...(who.assignees && { assignees: who.assignees }),
    ...(who.units && { units: who.units }),
    ...(who.scope && { scope: who.scope }),
    ...(dueAt && { dueAt }),
    content,
  };
}
