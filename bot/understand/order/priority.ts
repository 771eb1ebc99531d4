import type { Priority } from '../../../domain/tasks/task.ts';
import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import type { Span } from '../span.ts';

const CRITICAL = gated(/特急|特提(?!升)/);
/** 加急, 急件, 【急】, 急：, 很急, 急急急; not 应急 or 紧急出口. */
const URGENT = gated(
  /加急|急件|火急|急办|急事|急需|急用|急{2,}|十万火急|(?<![应救抢])紧急(?!出口|疏散|集合|避险|情况|联系|状态|预案|救援|程度|制动|切断|停车|避让|物资|电话|会议|处置|救护|抢[险修]|响应)|[很较挺太非]常?急|(?:事情|时间|任务|上面|领导)(?:很|比较|非常)?(?:催得)?紧?急|(?:^|[\s,。;:!(【])急(?=[\s,。;:!)】]|$)/,
);
/** 加急：, 【特急】, 特提件：. */
const LABEL = gated(
  /^[\s([【]*(?:特急|特提|加急|紧急|急+|十万火急)(?:[,、]?(?:特急|加急|紧急|急+))?(?:件|办件|任务|通知|事项)?(?:[\s)\]】]*[:,!。\s]+|[)\]】])/,
);

/** How urgent the words make an order; 立即 and 马上 count as urgent. */
export function priorityOf(heard: Heard, { from, to }: Span): Priority {
  const text = heard.text.slice(from, to);
  if (CRITICAL.test(text)) return 'critical';
  const now = heard.times.troubles.some(
    (trouble) => trouble.kind === 'now' && trouble.from >= from && trouble.to <= to,
  );
  return now || URGENT.test(text) ? 'urgent' : 'normal';
}

/** Where the order begins behind 加急： and the like. */
export function afterLabel({ text }: Heard, { from, to }: Span): number {
  const match = LABEL.exec(text.slice(from, Math.min(to, from + 24)));
  return from + (match?.[0].length ?? 0);
}
