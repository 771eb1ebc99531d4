import { gated } from '../gated.ts';
import { endsAsking } from '../guards.ts';
import type { Heard } from '../heard.ts';
import { openingOf } from '../opening.ts';
import { commandsSomebody } from '../order/commands.ts';
import type { Placed } from '../order/parts.ts';
import { afterLabel, priorityOf } from '../order/priority.ts';
import { type OrderSlots, placedIn, readOrder } from '../order/read-order.ts';
import { severalOrders } from '../order/several.ts';
import { sameNameDoubt } from '../people/same-name.ts';
import { isVagueScope } from '../people/scope.ts';
import type { Span } from '../span.ts';
import type { IntentReader, Slots } from './reader.ts';

/** 请…, 由…负责, 务必…. */
const ORDER_WORD = gated(
  /请|务必|麻烦|劳烦|必须|要求|责成|责令|拜托|由|交办|派任务|须|牵头|负责|落实|要(?!求|是|么|不|好的)/,
);
/** 能不能请青山镇…: an order in the form of a question. */
const POLITE = gated(/^[\s,。]*(?:能不能|能否|可否|可不可以|是否可以|方便的话)(?=请|让|由|麻烦)[^?]*[?。]?$/);
/** 我们镇周五前报 is a promise. */
const PROMISE = gated(/^[\s,。]*(?:我(?!要求|们?(?:想|要|需要)?(?:请|让|安排))|咱(?!们?各)|本镇|本单位)/);
/** 交办：…, 派任务给 …, 能不能请…. */
const TASK_HEAD = gated(
  /^[\s,。]*(?:(?:交办|[派下发]个?任务|派个?活|派工|布置|部署|安排|分派|交代|新任务|任务|工作|待办|事项)(?:一下|如下|下|一?[件个项]事?|[两三几]件事?)?(?:给)?[\s:,]+|(?:能不能|能否|可否|可不可以|是否可以|方便的话),?(?=请|让|由|麻烦))/,
);
/** 昨天各镇都报了, 应急局牵头制定了方案: told, not ordered. */
const NARRATES = gated(
  /[\u4e00-\u9fa5](?:了|过)(?!解|去)(?:[\u4e00-\u9fa5\d]|[\s,。!]|$)|今年以来|上周|上个?月|去年|前期|近日/,
);
const COMMANDS = gated(/请|务必|麻烦|劳烦|必须|要求|责成|交办|须|由|让|叫|把|将|@/);
/** 李区长说周五前报: what somebody else has said. */
const SAID = gated(/^[\s,。]*[\u4e00-\u9fa5]{2,6}(?:说|讲|表示)/);
/** Longer texts are speeches; they become tasks on another way. */
const LONGEST = 1500;

/** An order to the bot: who, what, by when; a numbered list with its own people in each item becomes several tasks. */
export const assign: IntentReader = (heard) => {
  const { text, input } = heard;
  if (!input.addressed || (asks(heard) && !POLITE.test(text)) || text.length > LONGEST || answersQuote(heard))
    return undefined;
  if (PROMISE.test(text) || openingOf(heard).numbers.length > 0) return undefined;

  const stretch = bodyOf(heard);
  const placed = placedIn(heard, stretch);
  const several = severalOrders(heard, stretch, placed);
  if (several) return several;
  const order = readOrder(heard, stretch, placed);
  if (!isOrder(heard, stretch, placed, order)) return undefined;

  const assignees = order.assignees ?? mentioned(heard, placed);
  const ask =
    order.ask ??
    sameNameDoubt(input.roster, assignees, order.units, text) ??
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

/** 报一下有多少危房, 查清哪些点位没灯. */
const ASKS_WITHIN = gated(
  /(?:报|摸清|查清|统计|核实|弄清|看看|说明|反馈)(?![^,。]{0,12}的有)[^,。]{0,12}(?:多少|哪些|几|什么|怎么|如何|是否)/,
);

/** An order may hold 多少 or 哪些; a question ends like one, or has its question word before anybody is called. */
function asks(heard: Heard): boolean {
  const { text, question } = heard;
  return (
    question &&
    !commandsSomebody(heard) &&
    (endsAsking(text) || (!/^[^谁哪啥咋什怎几多]{0,60}(?:请|由|务必|把|将|必须)/.test(text) && !ASKS_WITHIN.test(text)))
  );
}

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
  if (when === undefined && NARRATES.test(text) && !COMMANDS.test(text)) return false;
  if (!named && SAID.test(text)) return false;
  if (named) return called || when !== undefined || /把|将|报|交/.test(text);
  return (
    (when !== undefined && (called || /[把将报交]/.test(text))) ||
    /^请(?!问|教|假|客|看|查收|查阅|知悉|审阅|审核|审批|审示|支持|谅解|放心|稍等|稍候|大家?放心|指示|批示|批准|同意|过目|验收|领导|多多|进|坐|吃|喝)/.test(
      text.trimStart(),
    )
  );
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
