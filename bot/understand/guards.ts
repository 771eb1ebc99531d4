import { gated } from './gated.ts';

/** 台账有模板吗, 什么时候交, 收到没有, 谁负责; polite 好吗 after an order is no question. */
const QUESTION = gated(
  /[?]|(?:吗|么|呢|没有|没|不|否|吧)[\s。!~]*$|谁|什么时候|几点|几号|几时|几[个件项家条](?=没|未|$|[?]|吗|逾|到期|要交|要报|是)|怎么|怎样|如何|咋|哪(?!怕)|多少|为什么|为啥|是不是|有没有|能不能|可不可以|要不要|需不需要|什么|啥|多久|何时|是否/,
);
/** 可以吗, 行不行, 好吗: a courtesy at the end of a request. */
const COURTESY = gated(
  /[,，\s]?(?:可以吗|可以不|行吗|行不|好吗|行不行|好不好|中不中|成不成|可否|成吗|可不可以|能行吗|看可以吗|得行不)[\s?？。]*$/,
);
/** 能不能, 可否 in front of it. */
const ASKING_LEAVE = gated(/^[\s,。]*(?:能不能|能否|可不可以|可否|是否可以|看能不能|看能否|不知能否|不知道能不能)/);
/** 好没, 在不 end in a question; 还没 ends in a negation. */
const NOT_ASKED = gated(
  /(?:还没|并没|从没|(?:其他|其它|其余|别的|另外|暂时|目前|今天|确实|都|也|什么都|啥都)没有?|差不|要不|对不|不能不|[好行可办发]吧|[撤算消收停散放删废退]了吧|[^了是对的]吧)[\s。!~]*$/,
);
/** 没什么问题, 没啥意见, 不管谁: words of a question that ask nothing. */
const ASKS_NOTHING = gated(
  /(?:没(?:有)?|无|不是)(?:什么|啥|多少|几个?)(?:大)?(?:问题|意见|事|情况|变化|毛病|困难)?|(?:不管|无论|不论)(?:谁|什么|多少|怎么|哪[个家]?)|怎么也|谁都|什么都|啥都|多少(?:有)?点|哪都|如实/g,
);

/** Whether a text asks something rather than saying it. */
export function isQuestion(text: string): boolean {
  const plain = ASKING_LEAVE.replaceIn(ASKS_NOTHING.replaceIn(COURTESY.replaceIn(text, ''), ''), '');
  return QUESTION.test(plain) && !(NOT_ASKED.test(plain) && !/[?]/.test(plain) && !ASKS.test(plain));
}

const ASKS = /谁|什么|几[点号时]|怎么|怎样|如何|咋|哪|多少|为啥|是不是|有没有|能不能|要不要|啥|是否/;

/** An order may contain 多少 and 哪些; only its end makes it a question. */
export function endsAsking(text: string): boolean {
  const plain = COURTESY.replaceIn(text, '');
  return /(?:[?]|吗|呢|没有|没|不)[\s。!~]*$/.test(plain) && !/(?:收到|知道|明白)[了]?[吗没][\s?]*$/.test(plain);
}

/** 还没完成, 没收到, 未办结, 不予, 并未, 没说办结, 没弄完. */
const NEGATION = gated(
  /(?:还没|没有|没|未|尚未|并未|不能|无法|不予|没能|来不及|办不了|做不完|不)(?:[\u4e00-\u9fa5]{0,3}?)(?:完成|办完|办结|做完|弄完|弄好|办好|搞定|搞完|收到|报送|上报|整改|到位|结束|销号|落实|开始|动|报|完|好|齐|装|拆|修|交|发|定|弄|办|做|搞|干|整|开工|进场|到货|批下来|下来)/,
);
/** 没问题, 不错, 不少: no negation of a deed. */
const NO_NEGATION = gated(
  /没(?:有)?(?:什么|啥)?(?:问题|意见|毛病)|不(?:错|少|用|必|好意思|影响|含|要紧|仅|但|只|停|断|止)|没(?:事|关系)/g,
);

/** Whether a text says that something has not happened. */
export function isNegated(text: string): boolean {
  return NEGATION.test(NO_NEGATION.replaceIn(text, ''));
}

/** 听说, 他说, 要是, 等…再: told by others, or not yet so. */
const HEARSAY = gated(
  /(?:^|[,。\s])(?!我)[\u4e00-\u9fa5]{2,4}(?:说(?!明|法|话|好|到)|讲(?!解|课|话))|听说|据说|据悉|听讲|听人说|传言|好像|似乎|大概是|应该是吧|说是|要是|如果|假如|假设|万一|除非|的话|(?:他|她|他们|她们|人家|别人|有人|那边|对方)(?:说|讲|跟我说|告诉)|(?:我)?(?:可|并)?没(?:有)?(?:说|讲)|谁说|别说|等[^,。;]{1,10}(?:再|才|之后|以后)/,
);

/** Whether a text only passes on what others say, or what would be if. */
export function isHearsay(text: string): boolean {
  return HEARSAY.test(text);
}
