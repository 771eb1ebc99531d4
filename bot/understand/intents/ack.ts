import { frontOf } from '../front.ts';
import { gated } from '../gated.ts';
import { isHearsay, isQuestion } from '../guards.ts';
import type { Heard } from '../heard.ts';
import { matterSlots, type Opening, openingOf, remark } from '../opening.ts';
import { type IntentReader, reading } from './reader.ts';

/** Words that acknowledge when they are the whole message, or a sentence of it. */
const WORD = gated(
  /^(?:(?:(?:均|全部|都)?(?:已经?|我(?:们|[镇乡局办处]|街道|单位)?)?收到|收悉|已收悉|已阅知?|已读|阅悉|阅知|知悉|已知悉|获悉|知道了?|晓得了?|晓得|明白了?|懂了|了解了?|清楚了?|了然|好[的滴哒嘞勒咧呢]?|行|得[嘞令行]|要得|中(?=$|[\s,。;!])|没问题|没得问题|嗯呢?|哦|是(?=$|[\s,。;!])|遵命|妥(?:妥的)?|照办|遵照执行|遵照办理|严格执行|坚决(?:执行|落实|照办)|抓紧(?:落实|办理)|按要求(?:落实|办理|执行|抓好)(?:落实)?|马上(?:办|落实|安排|去办|就办|处理|部署|传达)|立即(?:安排|落实|办理|部署|照办)|(?:这|我这|我们?这)就(?:办|去办|去|安排|落实)|保证完成(?:任务)?|一定(?:落实|照办|按时完成|按要求完成)|o+k+(?:ay)?|确认收到|roger)(?:了|啦|的|哈|啊|呀|~|[,\s]?(?:谢谢|感谢|辛苦了?)(?:提醒|通知|告知|领导|各位|你|您|啦|了)?|1(?!\d))?|\[(?:ok|强|好的|抱拳|握手|合十|赞|鼓掌|加油|玫瑰)\]|[👌👍🫡🙏✅])+/iu,
);
const MARK = /^[\s,。;:!~、]+/;
/** 收到，马上安排: a plan; anything that objects, asks or needs something is not an acknowledgement. */
const OBJECTION = gated(
  /打不开|看不[了到清懂]|下载不|没有?附件|没看[到见]|(?<!不)缺|但(?!愿)|可是|不过|就是(?!了)|只是|来不及|办不了|做不了|完不成|做不完|不是我|不归|不属于|不同意|有困难|有问题|难度|没人|没空|忙不过来|为什么|怎么|什么(?!问题|困难)|请?回复|没有(?!问题|意见)|没收到|未收到|何时|几点|谁|哪|能不能|可不可以|晚(?:[几一两]|点(?=[交报]))|宽限|延期/,
);
/** Said to anybody about anything: overheard in a room, 好的，明天见 is for somebody else, 好的，下午就去 is a plan. */
const SOFT = /^[\s,]*(?:好|行|得嘞|没问题|没得问题|嗯|哦|ok|了解|清楚|可以|是|中|妥|\[|1)/i;
/** 下午就去, 一定按时报. */
const PLAN =
  /^[^,。;]{0,8}?(?:去|办|报|安排|落实|组织|排查|检查|处理|整改|完成|部署|开展|传达|研究|执行|提交|通知|开会|下村|到位|抓|弄|搞|整|做|准备|填|交)/;
/** 收到请回复, 收到附件打不开, 收到红包, 收到没. */
const SIDE_TALK = gated(
  /^(?:请(?:大家|各位|及时|务必|尽快|在群)?回复|后请|的(?:请|单位)|没有?|吗|么|附件|文件|红包|货|快递|款|钱|函|材料|你|您的|他|个)/,
);

/**
 * 收到 and its kind, alone, with a unit or a plan. Whoever quotes somebody else speaks to them; whoever speaks for another,
 * asks or objects has not acknowledged. A question in a sentence of its own stays beside the acknowledgement as `text`.
 */
export const ack: IntentReader = reading(
  [WORD],
  (heard) => {
    const { input, expects, numbers } = heard;
    if (input.quote && !input.quote.mine && numbers.length === 0) return undefined;
    const labelled = isLabelled(heard);
    if (!heard.direct && expects.size === 0 && !labelled) return undefined;

    if (isHearsay(heard.whole)) return undefined;
    const start = signed(heard, frontOf(heard));
    const single = heard.whole === '1' && expects.has('ack');
    const word = WORD.exec(heard.text.slice(start.next));
    if (!word && !single) return undefined;
    if (single) return { intent: 'ack' };

    const wordEnd = start.next + word![0].length;
    const tail = tailAfter(heard, wordEnd);
    if (!tail || (labelled && !RECEIVED.test(word![0]))) return undefined;
    return { intent: 'ack', ...ackSlots(heard, start, tail.from), ...(tail.text && { text: tail.text }) };
  },
  'ack',
);

/** Neither asked for nor quoted, only 青山镇收到 is an acknowledgement: not 青山镇好的. */
const RECEIVED = /收到|收悉|知悉|阅悉/;

function isLabelled({ input, opening, direct, expects }: Heard): boolean {
  return !direct && expects.size === 0 && !input.inRoom && !input.quote && opening.unit !== undefined;
}

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
  const spokenTo = heard.names.find(({ kind, from }) => kind === 'person' && from === wordEnd);
  if (heard.direct && spokenTo && /^[\s,。!~]*(?:$|[\s,。!~])/.test(text.slice(spokenTo.to)))
    return tailAfter(heard, spokenTo.to);
  const mark = MARK.exec(after);
  if (!mark && !signedAt(heard, wordEnd)) return undefined;
  const from = wordEnd + (mark?.[0].length ?? 0);
  const rest = text.slice(from);
  if (SIDE_TALK.test(rest)) return undefined;

  const ownSentence = mark !== null && /[。!~;\n]/.test(mark[0]);
  if (isQuestion(rest) || OBJECTION.test(rest)) {
    const said = remark(heard, from);
    return ownSentence && said && isQuestion(said) && !/没收到|打不开/.test(rest) ? { from, text: said } : undefined;
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
