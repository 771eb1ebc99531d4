import { BEGUN, DONE, isUndone } from '../deeds.ts';
import { frontOf } from '../front.ts';
import { gated } from '../gated.ts';
import { isHearsay } from '../guards.ts';
import type { Heard } from '../heard.ts';
import { matterSlotsAnywhere, openingOf } from '../opening.ts';
import { commandsSomebody } from '../order/commands.ts';
import { readAmounts } from './amounts.ts';
import type { IntentReader } from './reader.ts';

const NAMED = gated(/^(?:进展|进度)(?:情况)?(?:[\s:,]+|(?=\d|[^\s]{0,2}[一二三四五六七八九]成|过半|一半|[A-Za-z]))/);
/** 正在办, 快完成了, 预计周五, 还剩两家, 还没办完: under way, and nothing more. */
const UNDER_WAY =
  /正在|进行中|推进中|办理中|整改中|施工中|建设中|审批中|排查中|走流程|在[办弄做查修搞干整改填催跑](?!公|好|完)|还在|(?:快|即将|马上|就要|差不多|基本|基本上|大部分|部分|大体)(?:就|要)?(?:完成|办完|弄完|查完|做完|搞完|弄好|好了|完了|收尾|到位|结束|齐了|办结)|快了|差不多了|预计|预期|估计|计划|争取|还剩|剩余|还差|还需|还要|还得|还有[^,。;]{0,6}没|尚需|剩下|只剩|最后\d?[一两三几]?[家户处个]|(?:^|[,。;\s])(?:就|只)?差(?!不多|验收)|第[一二三]批|部分|要等|等[^,。;]{0,6}(?:批复|审批|答复|回复|到位)|已完成(?:大半|大部分)|过半|大半|一多半|多半|过了半|小半|刚开始|已开始|已启动|着手|安排人|卡在|等(?:审批|批复|批|材料|设备|配件|人|专家|评审|招标|资金|天晴|雨停|通知|回复)|路上|到货|进场|动工|开工|雨停|收尾阶段|扫尾|(?:今天|明天|明早|后天|上午|下午|今晚|晚上|晚点|晚些|稍后|待会|一会儿?|马上|这就|回头|过两天|这两天|周[一二三四五六日])[^,。;前内已就]{0,6}(?:报|交|发|办|弄|做|完成|搞|给|好|行)(?!过|了|完了|好了)/;

/** How far something has come, in numbers where the text has them. Something not yet done is progress, never a report. */
export const progress: IntentReader = (heard) => {
  const { text, numbers, input, expects, question } = heard;
  const concerns = numbers.length > 0 || input.quote?.mine || expects.has('report');
  if (
    question ||
    commandsSomebody(heard) ||
    !(concerns || input.addressed) ||
    (input.quote && !input.quote.mine && numbers.length === 0)
  )
    return undefined;

  const start = frontOf(heard);
  const named = NAMED.exec(text.slice(start.next));
  const inner = named ? openingOf(heard, start.next + named[0].length) : undefined;
  const amounts = readAmounts(heard);
  const finished = amounts?.done !== undefined && amounts.done === amounts.total;
  if (!named && (amounts?.percent === 100 || finished)) return undefined;
  if (!named && !amounts && !concerns) return undefined;
  if (!named && !amounts && !UNDER_WAY.test(text) && !BEGUN.test(text) && !isOpen(text)) return undefined;
  if (isHearsay(text) && !named && !amounts) return undefined;
  if (!amounts && !named && saysDone(heard)) return undefined;
  return { intent: 'progress', ...matterSlotsAnywhere(heard, start, ...(inner ? [inner] : [])), ...amounts };
};

/** 今天上午已完成封堵 holds a time, and is done all the same. */
function saysDone({ text }: Heard): boolean {
  return (
    !isUndone(text) && DONE.test(text) && /已|了(?=$|[\s,。;!])/.test(text) && !STILL.test(text) && !BEGUN.test(text)
  );
}

const STILL =
  /正在|还[在剩差没要得有]|快|预计|估计|争取|差不多|基本|大半|大部分|部分|明天|后天|下周|才|收尾|路上|卡|[,。\s]差|只差|剩|批/;

/** 还没完成 tells how it stands; 没收到 tells of something else. */
function isOpen(text: string): boolean {
  return isUndone(text) && !/(?:没|未)(?:有)?收到|没说|没有说/.test(text);
}
