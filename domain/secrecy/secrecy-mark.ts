import type { IncomingMessage } from '../message.ts';

/**
 * Marks of papers that may not be in a chat (《保守国家秘密法》第二十八条: no state secrets over the internet or other public
 * networks). Two of their characters side by side also make other words, so each says where it is not a mark.
 */
const MARKS: readonly { readonly mark: string; readonly pattern: RegExp }[] = [
  // not 拒绝密切接触
  { mark: '绝密', pattern: /绝密(?![切码封集度闭])/ },
  // not 司机密切注意, 手机密码, 电机密封
  { mark: '机密', pattern: /机密(?![切码封集度闭钥])/ },
  { mark: '秘密★', pattern: /秘密[★☆]/ },
  { mark: '工作秘密', pattern: /工作秘密/ },
  { mark: '内部资料', pattern: /内部资料/ },
  // not 注明电话, 说明电路情况, 发明电机; but 国办发明电〔2026〕1号
  {
    mark: '明电',
    pattern: /(?<![说注标照证申表声指写阐查])明电(?![话源器线路缆力气压费表动子梯工脑视台池网信厂站箱机])/,
  },
  // not 精密电子, 严密电路
  { mark: '密电', pattern: /(?<![精严紧周])密电(?![源器线路缆力气压机梯动子])/ },
  { mark: '涉密', pattern: /涉密/ },
];

/** Marks that are ordinary words inside a sentence and a mark only where they stand alone: 【秘密】, a line 注意保存. */
const ALONE = /(?:^|[\n【（(《[])[ \t]*(秘密|注意保存)[ \t]*(?:$|[\n】）)》\]])/;

/** A mark spoken of and not borne: 严禁转发涉密文件, 非涉密, 涉密人员, 机密意识. */
const SPOKEN_OF = [
  /(?:不得|严禁|禁止|不要|不准|不能|防止|杜绝|避免)[^，。；、]{0,8}?(?:涉密|绝密|机密|工作秘密|内部资料)/g,
  /(?:非|不|无|未|没有|是否)涉密/g,
  /(?:涉密|机密)(?:人员|岗位|培训|检查|自查|宣传|意识|要求|规定)/g,
];

/** The State Council's yearly arrangement of days off is published, and bears the number of a 明电 all the same. */
const PUBLISHED = /关于20\d\d年部分节假日安排的通知/;
const PUBLISHED_NUMBER = /国办发明电[〔[(]20\d\d[〕\])]\d{1,3}号/g;

/** The mark that makes this message one that must not be kept, or undefined. Runs before anything is stored. */
export function secrecyMark(message: IncomingMessage): string | undefined {
  if (message.file?.mark) return message.file.mark;
  const quoted = message.quote && !message.quote.mine ? message.quote.text : '';
  return secrecyMarkIn([message.text, message.file?.name ?? '', quoted].join('\n'));
}

/** Marks stand at the head of a paper; further down it may speak of them. */
const HEAD_CHARS = 400;

/** The mark that a paper bears, by its own text. */
export function secrecyMarkOfPaper(text: string): string | undefined {
  return secrecyMarkIn(text.slice(0, HEAD_CHARS));
}

/** The same for a text alone: a file is asked about before it is fetched. */
export function secrecyMarkIn(written: string): string | undefined {
  const whole = written.normalize('NFKC');
  const text = PUBLISHED.test(whole) ? whole.replace(PUBLISHED_NUMBER, '') : whole;
  const borne = SPOKEN_OF.reduce((rest, words) => rest.replace(words, ''), text.replace(/[^\S\n]+/g, ''));
  return MARKS.find(({ pattern }) => pattern.test(borne))?.mark ?? ALONE.exec(text)?.[1];
}
