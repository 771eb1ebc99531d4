import type { FeedbackField } from '../../../domain/notices/feedback/feedback.ts';
import type { AnswerRead } from './answer.ts';

const FRONT = '^(?:(?:我们?|本)[镇乡局区]?|本单位)?\\s*(?:报送|上报|反馈|报)?\\s*';
/** 本周无新增, 无新增隐患, 台账无, 本周台账：正常. */
const NOTHING =
  /^(?:我[镇乡局区]|本单位)?\s*(?:本周)?(?:的)?(?:隐患)?(?:(?:台账|进展)[\s:：,，]*(?:正常|暂?无|没有)|[\s,，]*(?:暂?无|没有)(?:新增|新的?))(?:隐患|情况|问题|进展|变化)?[\s。!！]*$/;
/** Somebody asks about it: 本周台账什么时候交, 台账用哪个模板. */
const ASKS = /什么|怎么|如何|哪|谁|几点|模板|表格|格式|[吗呢?？]/;
/** At least a word behind the label. */
/** A longer text tells something, whatever words it holds. */
const MOST_ASKED = 15;
const WORDS = '[\\s:：,，]*([\\s\\S]{2,})$';

/** One line for what is collected every week: 本周台账 排查30处…, 本周进展 …, 本周无新增. `bare`: 台账 … counts as well, because nothing else here waits for one. */
export function readWeekly(text: string, fields: readonly FeedbackField[], bare: boolean): AnswerRead {
  if (fields.length === 0) return { kind: 'none' };
  if (NOTHING.test(text)) return { kind: 'given', values: [], labelled: true };
  for (const { stem, words } of fields) {
    const name = `(?:${words}|${stem})`;
    const label = new RegExp(`${FRONT}${bare ? '(?:本周的?)?' : '本周的?'}${name}${WORDS}`);
    const told = label.exec(text.trim())?.[1]?.trim();
    if (told && !(ASKS.test(told) && told.length <= MOST_ASKED) && /[\u4e00-\u9fa5\d]{2}/.test(told))
      return { kind: 'given', values: [{ stem, words: told, amounts: [] }], labelled: true };
  }
  return { kind: 'none' };
}
