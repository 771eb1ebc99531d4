import type { Selection } from '../../../domain/meetings/changes.ts';

/** Which points a clause is about, and what it says of them. */
export interface Selected {
  readonly which: Selection;
  readonly rest: string;
}

/** 4, 第4条; not 2月6日, 3个工作日, 17:30. */
const NUMBER =
  /第?\s?(\d{1,3})(?!\d)(?:条|项|号(?=$|[、按改给由不要的列入转和至默]))?(?!\s?(?:[月日号天点时年:./%家人万]|个(?!工作事)|个工作|周|小时|分钟))/y;
const BETWEEN = /\s?[、和及与]\s?|\s+(?=第?\d)/y;
const UP_TO = /\s?[-~—–至到]+\s?(?=第?\s?\d)/y;
const MOST = 300;

const WORDS: readonly (readonly [pattern: RegExp, which: Exclude<Selection, readonly number[]>])[] = [
  [/^(?:其余|其他|其它|剩下|余下|剩余|别)(?:的)?(?:各|几|\d{1,3})?条?(?:都|全部|全|就|统一)?/, 'rest'],
  [/^(?:有单位且具体|有单位|单位明确)的?(?:各|几|\d{1,3})?条?(?:都|全部|全|就)?/, 'ready'],
  [/^(?:单位不明确|单位不明|没有单位|没单位|不明确|须明确)的?(?:各|几|\d{1,3})?条?(?:都|全部|全|就)?/, 'unclear'],
  [/^常态(?:职责|化)?的?(?:各|几|\d{1,3})?条?(?:都|全部|全|就)?/, 'standing'],
  [/^(?:全部|所有|全都|统统|每条|全)(?:的)?条?(?:都|就)?(?!确认|下达|同意)/, 'all'],
];

/** 1、4、9—12, 其余, 全部 at the front of a clause; undefined where it begins with none of them. */
export function selectionAt(clause: string): Selected | undefined {
  const numbers = numbersAt(clause);
  if (numbers) return numbers;
  for (const [pattern, which] of WORDS) {
    const found = pattern.exec(clause);
    if (found) return { which, rest: clause.slice(found[0].length).trim() };
  }
  return undefined;
}

function numbersAt(clause: string): { which: number[]; rest: string } | undefined {
  const nos: number[] = [];
  let at = 0;
  const take = (pattern: RegExp, from: number) => {
    pattern.lastIndex = from;
    return pattern.exec(clause);
  };
  for (;;) {
    const number = take(NUMBER, at);
    if (!number) break;
    const first = Number(number[1]);
    at += number[0].length;
    const upTo = take(UP_TO, at);
    const last = upTo && take(NUMBER, at + upTo[0].length);
    if (upTo && last && Number(last[1]) >= first && Number(last[1]) - first <= MOST) {
      for (let no = first; no <= Number(last[1]); no++) nos.push(no);
      at += upTo[0].length + last[0].length;
    } else nos.push(first);
    const between = take(BETWEEN, at);
    if (!between || !take(NUMBER, at + between[0].length)) break;
    at += between[0].length;
  }
  return nos.length > 0 ? { which: nos, rest: clause.slice(at).trim() } : undefined;
}
