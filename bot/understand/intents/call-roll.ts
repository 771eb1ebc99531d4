import { isForBot } from '../duty/telling.ts';
import { gated } from '../gated.ts';
import { type IntentReader, reading } from './reader.ts';

const NAMED = gated(/抽查|点名|查岗/);
/** Nothing but that, beside the units: 请抽查青山镇消防通道 is an order to somebody. */
const ONLY =
  /^(?:请|帮我?|麻烦|现在|马上|立即|立刻|再|对|向|给|发起|开始|组织|进行|开展|来|做|搞|抽查|点名|查岗|临时|随机|一次|一下|一遍|下|全部|所有|全体|单位|的|值班室|值班|值守|在岗|人员|员|情况|吧|、|,|和|及|以及|\s)*$/;
/** 点名 by itself may be anything. */
const STARTED = /一次|一下|一遍|发起|开始|现在|临时/;
const NOW = /^(?:现在|马上|立即|立刻)$/;
/** 抽查青山镇, 对青山镇抽查; 青山镇抽查 would be done by the town. */
const TOWARDS = /(?:抽查|点名|查岗)[^,。]{0,6}$|[对向给]$/;

/** 抽查 青山镇, 对各乡镇值班点名: whoever is on duty there is asked now. */
export const callRoll: IntentReader = reading([NAMED], (heard) => {
  const { text, numbers, question, times, whole } = heard;
  if (!isForBot(heard) || question || numbers.length > 0 || whole.length > 60) return undefined;
  if (times.times.some(({ from, to }) => !NOW.test(text.slice(from, to)))) return undefined;
  const named = heard.names.filter(({ kind, post, desk }) => kind !== 'person' && !post && !desk);
  const [first] = named;
  if (!first && !STARTED.test(text)) return undefined;
  if (first && !TOWARDS.test(text.slice(0, first.from))) return undefined;
  const rest = named.reduceRight((left, { from, to }) => left.slice(0, from) + left.slice(to), text);
  if (!ONLY.test(rest.replace(/[。!~]+$/, ''))) return undefined;
  return { intent: 'call_roll', ...(named.length > 0 && { units: named.map((name) => heard.words(name)) }) };
});
