import type { IncomingMessage } from '../message.ts';

/** Marks of papers that may not be in a chat (《保守国家秘密法》第二十八条: no state secrets over the internet or other public networks). */
const MARKS = ['绝密', '机密', '秘密★', '秘密☆', '工作秘密', '内部资料', '注意保存', '明电', '密电', '涉密'];

/** Words in which a mark is spoken of and not borne: 保密宣传, 不得涉密, 涉密人员. */
const SPOKEN_OF = /(?:不得|严禁|禁止|不要|不能|非|防止|没有|无|不)(?:[^，。；]{0,8})(?:涉密|绝密|机密|工作秘密|内部资料)|(?:涉密|机密)(?:人员|岗位|培训|检查|宣传|意识|要求|规定)/g;

/** The mark that makes this message one that must not be kept, or undefined. Runs before anything is stored. */
export function secrecyMark(message: IncomingMessage): string | undefined {
  return secrecyMarkIn(`${message.text}\n${message.file?.name ?? ''}\n${message.quote?.text ?? ''}`);
}

export function secrecyMarkIn(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const borne = plain.replace(SPOKEN_OF, '');
  return MARKS.find((mark) => borne.includes(mark.normalize('NFKC')));
}
