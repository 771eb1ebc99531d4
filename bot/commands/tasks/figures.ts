/** `排查零售点23家`, `发现问题4处`: a noun and its count. */
const FIGURE = /([\p{Script=Han}]{2,12}?)(\d{1,6})(?:家|处|个|条|户|人|份|起|次|台|件|名|间|座|辆|%)/gu;
/** Verbs in front of the noun that the echo does without. */
const VERBS = /^.*?(?:排查|检查|发现|查出|完成|走访|出动|共计|合计|累计|共|已)+/;

/** The figures of a report, as the echo repeats them: `零售点23`, `问题4`. At most six. */
export function figuresIn(text: string): string[] {
  return [...text.matchAll(FIGURE)]
    .slice(0, 6)
    .map(([, words = '', count]) => `${words.replace(VERBS, '') || words}${count}`);
}
