import type { Heard } from '../heard.ts';
import { numberOf } from '../numerals.ts';

export interface Amounts {
  readonly percent?: number;
  readonly done?: number;
  readonly total?: number;
}

const N = '(\\d{1,6}|[一二两三四五六七八九十百]{1,5})';
/** 60%, 37.5 %, 百分之四十五. */
const PERCENT = /(\d{1,3})(?:\.\d+)?\s?%|百分之([一二三四五六七八九十百零]{1,5})/;
/** 六成, 三成左右; not 完成 or 六成员. */
const TENTHS = /(?<![\u4e00-\u9fa5]成)([一二两三四五六七八九])成(?![员立果套为交绩])(半)?/;
const HALF = /一半|过半/;
/** 47/74; not 9/18前 or 1/3处. */
const FRACTION = /(?<![\d/.])(\d{1,5})\s?\/\s?(\d{1,5})(?![\d/]|\s?[前日号])/;
/** 已查15家还剩6家, 完成15户剩余6户. */
const DONE_LEFT = new RegExp(
  `(?:已|完成|查了|办了|整改了?|检查了?|排查了?)[^,。;\\d]{0,8}?${N}(?:家|户|处|个|件|项|条|点|户|人|栋|所|村|户)?[^。;]{0,6}?(?:还剩|剩余|还有|剩下|剩)[^,。;\\d]{0,4}?${N}`,
);
/** 共23家，已查15家; 23家查了15家. */
const TOTAL_DONE = new RegExp(
  `(?:共|总共|应[查报改])?\\s?${N}(?:家|户|处|个|件|项|条|点位|人|栋|所|村)[,，\\s]?[^,。;\\d]{0,4}?(?:已|完成|查了|办了|改了|已经)[^,。;\\d]{0,6}?${N}(?:家|户|处|个|件|项|条|点位|人|栋|所|村)`,
);

/** How far a matter has come, in the numbers of the text; undefined where it gives none. */
export function readAmounts({ text }: Heard): Amounts | undefined {
  const left = pair(DONE_LEFT.exec(text));
  if (left) return { done: left[0], total: left[0] + left[1] };
  const total = pair(TOTAL_DONE.exec(text));
  if (total && total[0] >= total[1]) return { done: total[1], total: total[0] };
  const fraction = pair(FRACTION.exec(text));
  if (fraction && fraction[0] <= fraction[1] && fraction[1] > 3) return { done: fraction[0], total: fraction[1] };
  const percent = percentOf(text);
  return percent === undefined ? undefined : { percent };
}

function pair(match: RegExpExecArray | null): readonly [number, number] | undefined {
  if (!match) return undefined;
  const [a, b] = [numberOf(match[1]!), numberOf(match[2]!)];
  return a === undefined || b === undefined ? undefined : [a, b];
}

function percentOf(text: string): number | undefined {
  const percent = PERCENT.exec(text);
  if (percent) {
    const value = numberOf(percent[1] ?? percent[2]!);
    return value !== undefined && value <= 100 ? value : undefined;
  }
  const tenths = TENTHS.exec(text);
  if (tenths) return numberOf(tenths[1]!)! * 10 + (tenths[2] ? 5 : 0);
  return HALF.exec(text)?.[0] === '一半' ? 50 : undefined;
}
