/** 台账有模板吗, 什么时候交, 收到没有, 谁负责; polite 好吗 after an order is no question. */
const QUESTION =
  /[?]|(?:吗|么|呢|没有|没|不|否)[\s。!~]*$|谁|什么时候|几点|几号|怎么|怎样|如何|咋|哪(?!怕)|多少|为什么|为啥|是不是|有没有|能不能|可不可以|要不要|什么|啥/;
/** 可以吗, 行不行, 好吗: a courtesy at the end of a request. */
const COURTESY = /[,，]?(?:可以吗|行吗|好吗|行不行|好不好|可否|中不中|成吗)[\s?？。]*$/;
/** 好没, 在不 end in a question; 还没 ends in a negation. */
const NOT_ASKED = /(?:还没|并没|从没|差不|要不|对不)[\s。!~]*$/;

/** Whether a text asks something rather than saying it. */
export function isQuestion(text: string): boolean {
  const plain = text.replace(COURTESY, '');
  return QUESTION.test(plain) && !(NOT_ASKED.test(plain) && !/[?]/.test(plain));
}

/** 还没完成, 没收到, 未办结, 不予, 并未, 没说办结. */
const NEGATION =
  /(?:还没|没有|没|未|尚未|并未|不能|无法|不予|没能|来不及|办不了|做不完|不)(?:[\u4e00-\u9fa5]{0,3}?)(?:完成|办完|办结|做完|弄完|弄好|办好|搞定|搞完|收到|报送|上报|整改|到位|结束|销号|落实|开始|动|报)/;

/** Whether a text says that something has not happened. */
export function isNegated(text: string): boolean {
  return NEGATION.test(text);
}
