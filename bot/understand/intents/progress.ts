import { matterSlotsAnywhere, openingOf } from '../opening.ts';
import { readAmounts } from './amounts.ts';
import type { IntentReader } from './reader.ts';

const NAMED = /^(?:进展|进度)(?:情况)?[\s:,]*/;
/** 正在办, 快完成了, 预计周五, 还剩两家, 还没办完: under way, and nothing more. */
const UNDER_WAY =
  /正在|进行中|推进中|办理中|整改中|在办|在弄|在做|在查|还在|(?:快|即将|马上|就要|差不多|基本|基本上|大部分|部分)(?:就|要)?(?:完成|办完|弄完|查完|做完|好了|完了|收尾)|预计|预期|计划|争取|还剩|剩余|还差|还需|尚需|已完成(?:大半|大部分)|过半|大半|刚开始|已开始|已启动|着手|安排人|(?:今天|明天|后天|上午|下午|今晚|晚点|稍后|待会|马上|这就|回头|周[一二三四五六日])[^,。;前内]{0,6}(?:报|交|发|办|弄|做|完成)(?!过|了)/;

/** How far something has come, in numbers where the text has them. Something not yet done is progress, never a report. */
export const progress: IntentReader = (heard) => {
  const { text, numbers, input, expects, question, orders } = heard;
  const concerns = numbers.length > 0 || input.quote?.mine || expects.has('report');
  if (
    question ||
    orders ||
    !(concerns || input.addressed) ||
    (input.quote && !input.quote.mine && numbers.length === 0)
  )
    return undefined;

  const start = openingOf(heard);
  const named = NAMED.exec(text.slice(start.next));
  const inner = named ? openingOf(heard, start.next + named[0].length) : undefined;
  const amounts = readAmounts(heard);
  const finished = amounts?.done !== undefined && amounts.done === amounts.total;
  if (!named && (amounts?.percent === 100 || finished)) return undefined;
  if (!named && !amounts && !concerns) return undefined;
  if (!named && !amounts && !UNDER_WAY.test(text) && !isUndone(heard.negated, text)) return undefined;
  return { intent: 'progress', ...matterSlotsAnywhere(heard, start, ...(inner ? [inner] : [])), ...amounts };
};

/** 还没完成 tells how it stands; 没收到 tells of something else. */
function isUndone(negated: boolean, text: string): boolean {
  return negated && !/(?:没|未)(?:有)?收到|没说|没有说/.test(text);
}
