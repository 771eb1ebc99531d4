import { isForBot, wordsIn } from '../duty/telling.ts';
import type { Heard } from '../heard.ts';
import { openingOf } from '../opening.ts';
import { type IntentReader, reading } from './reader.ts';

/** 交班：…, 交接班 …, 交班事项：…, 青山镇交班 …, 我交班了，…. */
const LABEL =
  /^(?:我(?:们)?|现|今早|今天|[早晚夜白]班|值班员?|准备|向[^,。:\s]{2,4})*(?:交班|交接班|下班交接|交接)(?:事项|情况|内容|记录|说明|小结|一下|如下|清单|了|给[^,。:\s]{2,4}|,)*(?:[\s:,]+|$)/;
/** 交班时间, 交班制度, 交班吗: talk about it. */
const ABOUT = /^(?:时间|地点|制度|要求|表|前|后|流程|规定)/;
/** Words that begin something else, also while the notes are waited for. */
const ELSE =
  /^[\s,。]*(?:换班|调班|代班|替班|确认|同意|不同意|批准|延期|转办|取消|帮助|我的|在岗|绑定|撤销|催办|(?:重大|一般)?隐患[\s:]|事故[\s:]|续报|清楚了?$|知道了?$|明白了?$)/;
const NAMED = /交班|交接/;
/** 没有 asks nothing where it answers what is left for the next shift. */
const NOTHING_LEFT = /^(?:暂时|目前|都|也|啥都|什么都)?(?:没有|没|无|没啥|没得)(?:了|的|呢)?$/;
/** 接班 is the other one's word, unless the next one is only spoken of. */
const TAKES_OVER = /(?<!请|让|叫|给|麻烦|告诉|提醒)接班(?!的|人|同志|者|后|时)/;
const PENDING = /马上|稍后|等下|一会|待会|还没到/;

/** What one shift leaves to the next, in its own words. 接班 is something else. */
export const handover: IntentReader = reading(
  [NAMED],
  (heard) => {
    const { text, expects, input } = heard;
    const asked = expects.has('handover');
    if (!asked && !NAMED.test(text)) return undefined;
    const none = asked && NOTHING_LEFT.test(heard.whole);
    if ((heard.question && !none) || (heard.orders && !asked) || heard.numbers.some(({ from }) => from < 3))
      return undefined;
    const start = openingOf(heard);
    const label = LABEL.exec(text.slice(start.next));
    const unit = start.unit && { unit: heard.words(start.unit) };
    if (
      label &&
      (/:\s*$/.test(label[0]) || !ABOUT.test(text.slice(start.next + label[0].length))) &&
      (isForBot(heard) || (!input.quote && isFull(heard, label[0])))
    ) {
      const notes = wordsIn(heard, start.next + label[0].length);
      return { intent: 'handover', ...unit, ...(notes && { notes }) };
    }
    if (
      !asked ||
      PENDING.test(text) ||
      ELSE.test(text) ||
      heard.whole === '' ||
      /^(?:收到|好的?|谢谢)/.test(heard.whole) ||
      TAKES_OVER.test(text)
    )
      return undefined;
    const notes = wordsIn(heard, 0);
    return { intent: 'handover', ...unit, ...(notes && { notes }) };
  },
  'handover',
);

/** Overheard, only 交班：… with its notes counts. */
function isFull({ text }: Heard, label: string): boolean {
  return /[\s:]$/.test(label) && !/[了]/.test(label) && text.trim().length > label.length;
}
