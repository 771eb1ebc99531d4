import type { Caller } from './log-entry.ts';

/** 县应急局, 利民超市, 值班室. */
const UNIT =
  /(?:局|委|办|办公室|指挥部|镇|乡|街道|村|社区|园区|经开区|公司|企业|集团|厂|矿|场|站|所|队|支队|大队|中队|院|校|学校|医院|中心|超市|商场|酒店|小区|物业|政府|室|科|处|厅|部|组|协会|银行|社)$/;
/** 县应急局李明: a unit and a name without anything between. */
const GLUED =
  /^(.{1,14}(?:局|委|办公室|办|指挥部|镇|乡|街道|村|社区|园区|公司|集团|厂|站|所|队|医院|中心|政府|室|科|处))([\u4e00-\u9fa5]{2,4})$/;
/** 群众, 一位市民: somebody of whom no unit is known. */
const PUBLIC =
  /^(?:[一某有]?[位名个]?)(?:热心|匿名|附近)?(?:群众|市民|村民|居民|业主|商户|店主|网友|路人|司机|家属|学生|老人)$/;
/** 反映, 通知 …: what was said, not who said it. */
const SAID =
  /^(?:反映|反应|通知|要求|咨询|投诉|举报|报告|报警|称|说|询问|请求|求助|转|催|告知|建议|关于|收到|今|明|昨|请|已|无|有|内容|事由|来电|来文)/;
const TITLE = /^(?:主任|科长|局长|副局长|镇长|副镇长|书记|站长|所长|队长|同志|先生|女士|老师|经理|值班员|值班领导)$/;
const PERSON = /^[\u4e00-\u9fa5]{2,4}$/;
const PHONE = /(?<!\d)(?:0\d{2,3}[- ]?\d{7,8}|1\d{2}[- ]?\d{4}[- ]?\d{4}|\d{7,8}|1\d{4})(?!\d)/;
const LABEL = /(?:来电人|来文单位|来电单位|单位|姓名|名字|联系电话|电话|手机|号码|联系人)(?:是|为|叫)?[:：]?/g;
const SEPARATORS = /[\s,，、;；()（）/]+/;

/**
 * Reads who called from words such as `县应急局 李明 0000-8812345`, in any order. Undefined where a word is none of unit, name and
 * number: then it is told, not told from whom.
 */
export function readCaller(words: string): Caller | undefined {
  const phone = PHONE.exec(words)?.[0];
  const rest = (phone ? words.replace(phone, ' ') : words).replace(LABEL, ' ');
  const caller: { unit?: string; name?: string; phone?: string } = phone ? { phone: phone.replace(/ /g, '') } : {};
  for (const word of rest.split(SEPARATORS).filter((piece) => piece !== '')) {
    if (!place(word, caller)) return undefined;
  }
  return caller.unit || caller.name || caller.phone ? caller : undefined;
}

function place(word: string, caller: { unit?: string; name?: string }): boolean {
  if (word.length > 20 || SAID.test(word)) return false;
  if (TITLE.test(word) && caller.name) {
    caller.name += word;
    return true;
  }
  const glued = caller.unit || UNIT.test(word) ? null : GLUED.exec(word);
  if (glued && !caller.name && !SAID.test(glued[2]!)) {
    [, caller.unit, caller.name] = glued as unknown as [string, string, string];
    return true;
  }
  if (!caller.unit && UNIT.test(word)) {
    caller.unit = word;
    return true;
  }
  if (!caller.name && (PUBLIC.test(word) || PERSON.test(word))) {
    caller.name = word;
    return true;
  }
  return false;
}

/** How many of the first words name the caller where no colon parts them from what was said: up to a number, else one unit. */
export function callerInFront(words: string): { readonly caller: Caller; readonly rest: string } | undefined {
  const phone = PHONE.exec(words.slice(0, 50));
  if (phone) {
    const end = phone.index + phone[0].length;
    const caller = readCaller(words.slice(0, end));
    if (caller) return { caller, rest: words.slice(end).replace(/^[\s,，:：;；。、]+/, '') };
  }
  const first = /^[^\s,，]{2,16}(?=[\s,，])/.exec(words)?.[0];
  const caller = first && (UNIT.test(first) || PUBLIC.test(first)) ? readCaller(first) : undefined;
  return first && caller ? { caller, rest: words.slice(first.length).replace(/^[\s,，]+/, '') } : undefined;
}
