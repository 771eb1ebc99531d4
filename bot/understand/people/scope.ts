import type { Name } from './find-names.ts';

const CLASSES =
  '单位|部门|乡镇|镇街|街道办?|园区|镇|乡|村|社区|科室|站所|企业|学校|网格员?|联络员|负责人|成员|同志|人员|同事|工作组|专班|小组|县区';

/** 各乡镇, 各有关单位, 各社区网格员, 各镇（街道）, 所有人, 全体人员, 有关部门, 大家. */
const SCOPE = new RegExp(
  `所有人|全体成员|大家|安委会成员单位|(?:各|全体|所有|有关|相关|其他|其余)[\\u4e00-\\u9fa5]{0,4}?(?:${CLASSES})(?:[、(]?(?:${CLASSES})\\)?){0,3}`,
  'g',
);

/** Words that name a class of units or people. Expanded by whoever issues the order, never here. */
export function scopeWords(text: string): Name[] {
  return [...text.matchAll(SCOPE)].map((match) => ({
    kind: 'scope',
    word: match[0],
    from: match.index,
    to: match.index + match[0].length,
    known: false,
  }));
}

/** 有关部门, 相关单位: somebody must say which. */
export function isVagueScope(word: string): boolean {
  return /^(?:有关|相关)/.test(word);
}
