import type { Heard } from '../heard.ts';
import { allNumbers, matterSlots, openingOf } from '../opening.ts';
import type { IntentReader, Slots } from './reader.ts';

/** Longer texts tell something; they do not look something up. */
const MOST = 40;

/** 未签收, 还有谁没签收. */
const UNACKED = /未签收|没签收|没有签收|(?:谁|哪[些个家几]|还有).{0,6}(?:没|未|没有)(?:签收|收到|回复|回)/;
/** 逾期, 有哪些逾期的, 逾期任务有哪些. */
const OVERDUE =
  /^(?:查|看|看看|查一下|列一下)?(?:有)?(?:哪些|哪几件|什么|几件)?(?:已经?)?(?:逾期|超期|过期)(?:的|了)?(?:任务|事项|清单|情况)?(?:有)?(?:哪些|哪几件|几件|多少)?(?:没有|吗)?$/;
/** 今天到期, 今天要交的. */
const DUE_TODAY = /(?:今天|今日)(?:要|该|需要)?(?:到期|交的|报的|截止|办的|完成的)/;
/** 本周到期, 这周要交的. */
const DUE_WEEK = /(?:本周|这周|这个?星期|这礼拜)(?:要|该|需要)?(?:到期|交的|报的|截止|办的|完成的)/;
/** 本单位任务, 我们镇有哪些任务. */
const UNIT =
  /^(?:查|看|看看)?(本单位|我们?单位|我们?[镇乡局办]|咱们?[镇乡局单位])(?:还?有)?(?:的)?(?:哪些)?(?:任务|待办|事项)/;
/** 我的待办, 我还有哪些任务, 待办. */
const MINE =
  /^(?:查|看|看看|查一下)?(?:我的|我还?有(?:哪些|什么|几[件个项])|我手上的?|还有我的)?(?:待办|任务|待办事项|待办任务|没办的事?|要办的事?)(?:清单|列表|有哪些)?(?:吗)?$/;
const STATS = /完成率|办结率|签收率|统计|办结情况|总体情况|完成了多少|多少件/;
/** 查看 T0612, 看看T0612. */
const LOOK = /^[\s,]*(?:请|帮我)?(?:查看|查询|查一下|查|看看|看一下|看下)/;
/** 到哪一步了, 进展怎么样, 情况如何. */
const STATE =
  /到哪|到什么|进展|进度|怎么?样|咋样|什么情况|情况|状态|如何|办得|办到|办完|完成|报了|报没|弄好|有没有|详情|明细|没报|没交|未报/;

/** What somebody wants to look up; `what` says which list. */
export const query: IntentReader = (heard) => {
  const { whole, direct, numbers } = heard;
  if (!direct || whole.length > MOST) return undefined;
  const plain = whole.replace(/[?\s]+/g, '');
  if (heard.orders) return undefined;
  const what = listOf(heard, plain);
  if (what) return what;
  if (numbers.length === 0) return undefined;
  const looked = LOOK.exec(heard.text)?.[0].length ?? 0;
  const onlyNumber = openingOf(heard, looked).next >= heard.text.trimEnd().length;
  const asksState = STATE.test(plain) && (heard.question || isBareState(heard));
  if (onlyNumber) return { intent: 'query', what: 'progress', ...matterSlots(heard, openingOf(heard, looked)) };
  return asksState ? { intent: 'query', what: 'progress', ...allNumbers(heard) } : undefined;
};

function listOf(heard: Heard, plain: string): Slots | undefined {
  if (UNACKED.test(plain)) return { intent: 'query', what: 'unacked', ...allNumbers(heard) };
  if (DUE_TODAY.test(plain) && isShortOrAsked(heard, plain)) return { intent: 'query', what: 'due_today' };
  if (DUE_WEEK.test(plain) && isShortOrAsked(heard, plain)) return { intent: 'query', what: 'due_week' };
  if (OVERDUE.test(plain)) return { intent: 'query', what: 'overdue' };
  if (UNIT.test(plain)) return { intent: 'query', what: 'unit' };
  if (MINE.test(plain)) return { intent: 'query', what: 'mine' };
  if (STATS.test(plain) && isShortOrAsked(heard, plain))
    return { intent: 'query', what: 'stats', ...allNumbers(heard) };
  return unitsTasks(heard, plain);
}

function isShortOrAsked(heard: Heard, plain: string): boolean {
  return heard.question || plain.length <= 10;
}

/** 青山镇的任务, 青山镇待办. */
function unitsTasks(heard: Heard, plain: string): Slots | undefined {
  const unit = openingOf(heard);
  if (!unit.unit || unit.numbers.length > 0) return undefined;
  const rest = heard.text.slice(unit.next).replace(/[?\s]+/g, '');
  if (!/^(?:的|还?有哪些|有什么)?(?:任务|待办|事项)(?:有哪些|清单)?$/.test(rest) || plain.length > 20) return undefined;
  return { intent: 'query', what: 'unit', ...matterSlots(heard, unit) };
}

/** T0612进展, T0612 情况: nothing but the question word. */
function isBareState(heard: Heard): boolean {
  const rest = heard.text.slice(openingOf(heard).next).replace(/[\s,。]+/g, '');
  return /^(?:的)?(?:办理)?(?:进展|进度|情况|状态|详情|明细)(?:情况)?$/.test(rest);
}
