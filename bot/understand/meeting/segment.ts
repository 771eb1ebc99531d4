import { MARKER } from './outline.ts';
import type { Clause } from './sentences.ts';
import type { Subject } from './subject.ts';

/** Clauses of one sentence that go together: one subject and what it is to do. */
export interface Segment {
  readonly clauses: Clause[];
  subject?: Subject;
  /** The clause with the subject. */
  head?: Clause;
  readonly coop: string[];
  readonly alsoLead: string[];
}

/** 要 and its like; not 主要, 要求. */
export const MODAL =
  /(?<![重主首只需想正将摘纪概简提纲扼次]|吃拿卡)要(?!是|[求点素害闻件塞道么挟领义]|不是)|必须|务必|应当|(?<![适反相响对效供呼])应(?=[将把在于由及按对加做落组建制严立当坚]|急管理部门)|(?<![必])须(?!知)|需要?(?!求|的)|不得|不准|不许|不允许|严禁|禁止|一律|切实|切不可|绝不|决不|谁也不|没有商量/;

export function textOf({ clauses }: Segment): string {
  return clauses.map(({ text, mark }) => text + mark).join('');
}

/** A clause without the subject and what numbers it. */
export function bodyOf(clause: Clause, { head, subject }: Segment): string {
  if (clause !== head || !subject) return clause.text.replace(MARKER, '');
  return clause.text.slice(0, subject.from).replace(MARKER, '') + clause.text.slice(subject.to);
}
