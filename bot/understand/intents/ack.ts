import type { Heard } from '../heard.ts';
import { matterSlots, type Opening, openingOf, remark } from '../opening.ts';
import type { IntentReader } from './reader.ts';

/** Words that acknowledge when they are the whole message, or a sentence of it. */
const WORD =
  /^(?:(?:已?收到|收悉|已收悉|已阅|阅悉|知悉|已知悉|知道了?|晓得了?|明白了?|了解了?|清楚了?|好的?|好嘞|好呢|行|得嘞|没问题|嗯|哦|照办|遵照执行|遵照办理|按要求(?:落实|办理|执行)|马上办|马上落实|马上安排|立即安排|立即落实|这就办|ok|okay|okk|确认收到)(?:了|啦|的|哈|啊|呀|!|~|,?谢谢|,?辛苦了?|1)?|\[(?:ok|强|好的|抱拳|握手|合十|赞)\]|[👌👍🫡🙏])+/iu;
const MARK = /^[\s,。;:!~、]+/;
/** 收到，马上安排: a plan; anything that objects, asks or needs something is not an acknowledgement. */
const OBJECTION =
  /打不开|看不[了到清]|下载不|没有?附件|缺|但|可是|不过|就是|只是|来不及|办不了|做不了|完不成|做不完|不是我|不归|不属于|不同意|有困难|有问题|没人|没空|忙不过来|为什么|怎么|什么|请回复|请?回复|没有|没收到|未收到|何时|几点|谁|哪/;
/** Said to anybody about anything: overheard in a room, 好的，明天见 is for somebody else, 好的，下午就去 is a plan. */
const SOFT = /^[\s,]*(?:好|行|得嘞|没问题|嗯|哦|ok|了解|清楚|\[|1)/i;
/** 下午就去, 一定按时报. */
const PLAN = /^[^,。;]{0,8}?(?:去|办|报|安排|落实|组织|排查|检查|处理|整改|完成|部署|开展|传达|研究|执行|提交)/;
/** 收到请回复, 收到附件打不开, 收到红包. */
const SIDE_TALK = /^(?:请回复|没有|没|吗|么|附件|文件|请|红包|货|快递|款|钱|函|材料)/;

/**
 * 收到 and its kind, alone, with a unit or a plan. Whoever quotes somebody else speaks to them; whoever speaks for another,
 * asks or objects has not acknowledged. A question in a sentence of its own stays beside the acknowledgement as `text`.
 */
export const ack: IntentReader = (heard) => {
  const { input, expects, numbers } = heard;
  if (input.quote && !input.quote.mine && numbers.length === 0) return undefined;
  if (!heard.direct && expects.size === 0) return undefined;

  const start = signed(heard, openingOf(heard));
  const single = heard.whole === '1' && expects.has('ack');
  const word = WORD.exec(heard.text.slice(start.next));
  if (!word && !single) return undefined;
  if (single) return { intent: 'ack' };

  const wordEnd = start.next + word![0].length;
  const tail = tailAfter(heard, wordEnd);
  if (!tail) return undefined;
  return { intent: 'ack', ...ackSlots(heard, start, tail.from), ...(tail.text && { text: tail.text }) };
};

/** 陈立收到, said by 陈立. */
function signed(heard: Heard, start: Opening): Opening {
  const { from } = heard.input;
  const own = from !== undefined && heard.text.startsWith(from, start.next);
  return own ? { ...start, next: openingOf(heard, start.next + from.length).next } : start;
}

/** What follows the word; undefined where it takes the acknowledgement back. */
function tailAfter(heard: Heard, wordEnd: number): { readonly from: number; readonly text?: string } | undefined {
  const { text } = heard;
  const after = text.slice(wordEnd);
  if (after.trim() === '') return { from: wordEnd };
  const mark = MARK.exec(after);
  if (!mark && !signedAt(heard, wordEnd)) return undefined;
  const from = wordEnd + (mark?.[0].length ?? 0);
  const rest = text.slice(from);
  if (SIDE_TALK.test(rest)) return undefined;

  const ownSentence = mark !== null && /[。!~;\n]/.test(mark[0]);
  if (heard.question || OBJECTION.test(rest)) {
    const said = remark(heard, from);
    return ownSentence && said && heard.question && !/没收到|打不开/.test(rest) ? { from, text: said } : undefined;
  }
  const meant =
    heard.direct ||
    ownSentence ||
    !SOFT.test(text.slice(0, wordEnd)) ||
    PLAN.test(rest) ||
    WORD.test(rest) ||
    signedAt(heard, from);
  return meant && rest.length <= 60 ? { from } : undefined;
}

/** A unit, a number or the speaker's own name right behind the word. */
function signedAt({ names, numbers, input, text }: Heard, at: number): boolean {
  if (input.from !== undefined && text.startsWith(input.from, at)) return true;
  return [...names.filter(({ kind }) => kind === 'unit'), ...numbers].some(({ from }) => from === at);
}

function ackSlots(heard: Heard, start: Opening, from: number) {
  return matterSlots(heard, start, openingOf(heard, from));
}
