import { isHeadingSentence, type Part, partUnder } from './outline.ts';

/** What a web page adds to the text, what a paper says of its reporter. */
const WEB_PAGE =
  /^(?:分送|抄送|主送|出席|列席|参会|记录|整理|校对|印发|签发|发|送|报)[:人]|发布时间|来源:|浏览次数|字号|责任编辑|上一篇|下一篇|当前位置|打印本页|^本报讯|^又讯/;
const SAID_OF_SOMEBODY = /^[^,。:]{0,16}(?:表示|介绍|在发言中|获悉|了解到)/;

/** 会议研究了…，议定：由A牵头 */
const AGREED = /[,:](?:会议)?(?:议定|决定|要求|明确)(?=[,:由])|(?:同意|通过)[^。]{2,60},由/;
/** 会议听取了汇报。 tells, and what comes behind it need not. */
const ITSELF_ONLY = /听取|审议|研究|通过|同意|原则|传达/;

/** 会议指出，… tells, 会议要求，… asks: the part a sentence is in, and the one that goes on behind it. */
export function partAt(words: string, part: Part): { readonly here: Part; readonly behind: Part } {
  const opening =
    /^(?:议定事项:)?[^,。]{0,12}会议(认为|指出|听取|传达|审议|研究|通过|同意|原则|通报|强调|要求|议定|决定|明确)/.exec(
      words,
    );
  if (opening) {
    const asks = /强调|要求|议定|决定|明确/.test(opening[1]!) || AGREED.test(words);
    const here = asks ? 'tasks' : 'review';
    return { here, behind: !asks && ITSELF_ONLY.test(opening[1]!) ? part : here };
  }
  const here = isHeadingSentence(words) ? partUnder(words) : part;
  return { here, behind: here };
}

export function isTold(words: string): boolean {
  return (words.length <= 160 && WEB_PAGE.test(words)) || SAID_OF_SOMEBODY.test(words);
}
