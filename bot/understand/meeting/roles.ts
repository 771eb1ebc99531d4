import { bodyOf, type Segment } from './segment.ts';
import { unitsIn } from './unit-list.ts';

/** （责任单位：应急局、各乡镇；配合单位：…） */
const LEAD_LABEL = /(?:牵头|责任|主责|主办|承办|落实|实施)(?:单位|部门|科室|股室)\s?[:为]\s?([^;。)\n]{2,80})/g;
const COOP_LABEL = /(?:配合|协办|协同|参与|参加|会办)(?:单位|部门|科室|股室)\s?:\s?([^;。)\n]{2,80})/g;
/** 会同县自然资源局、县水利局对…: up to the verb, which is where the list no longer is one. */
const TOGETHER =
  /(?:会同|联合|商请|带着|带领|协同|配合|跟(?=[^,;。:]{2,20}(?:商[量定议]|对接|衔接|坐一坐)))([^,;。:]{2,60})/g;

export interface Roles {
  readonly lead: readonly string[];
  readonly coop: readonly string[];
}

/** A会同B、C…; in the list of a subject itself, A会同B要…, the second part only helps. */
export function coopIn(segment: Segment, units: readonly string[]): Roles {
  const coop: string[] = [];
  const lead: string[] = [];
  for (const unit of units) {
    const [first, ...others] = unit.split(/会同|联合(?!会|国|社)/);
    lead.push(first!);
    coop.push(...others.filter((other) => other !== ''));
  }
  for (const clause of segment.clauses)
    for (const match of bodyOf(clause, segment).matchAll(TOGETHER)) coop.push(...longestList(match[1]!));
  return { lead, coop };
}

/** The longest beginning that is a list of units. */
function longestList(words: string): readonly string[] {
  for (let to = words.length; to >= 2; to--) {
    if (!/[局委办部厅站所队门位中心镇乡道村区司业关构股科会府防安等商务]$/.test(words.slice(0, to))) continue;
    const units = unitsIn(words.slice(0, to));
    if (units?.every((unit) => unit.length <= 14 && !/对(?![外口])/.test(unit))) return units;
  }
  return [];
}

/** Units that a bracket behind the work assigns it to. */
export function unitsInBrackets(words: string): {
  readonly units: readonly string[];
  readonly coop: readonly string[];
} {
  return { units: labelled(LEAD_LABEL, words), coop: labelled(COOP_LABEL, words) };
}

function labelled(pattern: RegExp, words: string): string[] {
  return [...words.matchAll(pattern)].flatMap(({ 1: list }) => unitsIn(list!.replace(/,/g, '、')) ?? [list!]);
}
