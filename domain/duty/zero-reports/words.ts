const NAME = /^(?:今日|每日|今天)?(?:零报告|日报告|平安报告|报平安)(?:情况)?/;
const CORRECTION = /^(?:情况)?(?:更正|补充)/;
const MARKS = /^[\s,，。:：;；、@＠]+/;

/** Whether it is said to take the place of what was reported before. */
export function isCorrection(text: string): boolean {
  return CORRECTION.test(afterLabels(text, false)) || /^(?:今日|每日|今天)?零报告更正/.test(text.trim());
}

/** What there is to report, without the label, 更正 and the names of the unit that stand before it. */
export function situationIn(text: string, unitNames: readonly string[]): string {
  let rest = afterLabels(text, true);
  const name = [...unitNames].sort((one, other) => other.length - one.length).find((one) => rest.startsWith(one));
  if (name) rest = rest.slice(name.length).replace(MARKS, '');
  const inner = afterLabels(rest, true);
  return inner.trim() || rest.trim() || text.trim();
}

/** At most a few labels stand one after the other: 更正零报告：…, 零报告更正 …. */
function afterLabels(text: string, withCorrection: boolean): string {
  let rest = text.trim().replace(/^[@＠]值守\s*/, '');
  for (let round = 0; round < 3; round++) {
    const cut = rest.replace(NAME, '').replace(MARKS, '');
    const next = withCorrection ? cut.replace(CORRECTION, '').replace(MARKS, '') : cut;
    if (next === rest) break;
    rest = next;
  }
  return rest;
}

/** What could harm somebody if a whole room read it. */
const NOT_FOR_ROOMS = /[死亡伤]|失联|被困|被埋|溺|自杀|身份证|\d{15,}/;
const PHONE = /(?:[,，、]?(?:值班|联系)?电话[:：]?)?\d{0,4}-?\d{7,}/g;
const CLAUSE_CHARS = 20;

/**
 * The short clause about a unit that a room may read: the first of its sentences, without 平安 in front and without telephone
 * numbers. Undefined where it is about people who came to harm: that a room is not told.
 */
export function roomClause(words: string): string | undefined {
  if (NOT_FOR_ROOMS.test(words)) return undefined;
  const plain = words.replace(/^(?:平安|一切正常|无事)[\s,，。]*(?:就是|只是|但是?|不过)?/, '').replace(PHONE, '');
  const [sentence = ''] = plain.split(/[。;；\n!！]/);
  const clause = sentence
    .trim()
    .replace(MARKS, '')
    .replace(/[,，:：、]+$/, '');
  const chars = Array.from(clause);
  return chars.length > CLAUSE_CHARS ? `${chars.slice(0, CLAUSE_CHARS - 1).join('')}…` : clause || undefined;
}
