import type { Amount } from '../../../domain/notices/feedback/feedback.ts';
import { CHINESE_NUMERALS, numberOf } from '../numerals.ts';

const UNITS = '户|人次|人|名|位|辆|台|部|艘|条|只|套|处|起|个|项|家|间|座|头|组|支|队|次|万元|元|吨|米|亩';
const AMOUNT = new RegExp(
  `(约|近|大约|左右)?(\\d{1,7}(?:\\.\\d{1,2})?|[${CHINESE_NUMERALS}]{1,8})(余|多|来)?(?:个(?=[户人家]))?(${UNITS})?(左右|以上)?`,
  'g',
);

/** A stretch of an answer with its figures taken out. */
export interface Counted {
  readonly amounts: readonly Amount[];
  /** From the first figure to the last, as written. */
  readonly words: string;
  /** What else is there. */
  readonly rest: string;
}

/** The figures of a short text, in Arabic or Chinese digits. Text that only looks like a number, such as 一切, stays in `rest`. */
export function countIn(text: string): Counted {
  const amounts: Amount[] = [];
  let rest = '';
  let at = 0;
  let from = -1;
  let to = 0;
  for (const match of text.matchAll(AMOUNT)) {
    const count = numberOf(match[2]!) ?? (Number.isNaN(Number(match[2])) ? undefined : Number(match[2]));
    const isWord = !/\d/.test(match[2]!) && match[4] === undefined && match[2] !== '零' && match[2] !== '〇';
    if (count === undefined || isWord) continue;
    rest += text.slice(at, match.index);
    at = match.index + match[0].length;
    if (from < 0) from = match.index;
    to = at;
    const about = match[1] ?? match[3] ?? match[5];
    amounts.push({ count, unit: match[4] ?? '', ...(about && { about: true as const }) });
  }
  rest += text.slice(at);
  return { amounts, words: from < 0 ? '' : text.slice(from, to), rest };
}
