import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { numberOf } from '../numerals.ts';

export interface Amounts {
  readonly percent?: number;
  readonly done?: number;
  readonly total?: number;
}

const N = '(\\d{1,6}|(?!一[半些点下直律定般样边会])[一二两三四五六七八九十百]{1,5})';
const COUNTED =
  '(?:多)?(?:家|户|处|个|件|项|条|点位|点|栋|所|村|人|座|口|台|辆|块|盏|份|公里|米|套|座|间|只|根|段|孔|株|棵|亩|次|批|名|位|幢|层|艘|条|支|只|张|本|组|片|道|面|扇|杆|桩)';
const DEED =
  '(?:[\\u4e00-\\u9fa5]了|已|已经|完成|查|办|改|整改|检查|排查|核查|核实|核|签|搬|装|换|拆|清|修|报|交|收|做|弄|搞|走访|走|转移|处置|处理|落实|安装|更换|测|贴|发|建|通|到|录|填|回访|化解|加固|拉走|运|补|巡|培训|消|清理|拆除|上报|整治|覆盖|联系|登记)';
/** 60%, 37.5 %, 百分之四十五. */
const PERCENT = gated(/(\d{1,3})(?:\.\d+)?\s?%|百分之([一二三四五六七八九十百零]{1,5}|\d{1,3})/);
/** 六成, 三成左右; not 完成 or 六成员. */
const TENTHS = gated(/(?<!(?!完)[\u4e00-\u9fa5]成)([一二两三四五六七八九])成(?![员立果套为交绩])(半|五)?/);
/** 三分之二. */
const PARTS = gated(/([二三四五六七八九十])分之([一二三四五六七八九])/);
/** 一半, 干了一半; 过半 and 大半 give no number. */
const HALF = gated(/(?<!大|多|小|过|近|前|后|下|上|另)一半/);
/** 47/74, 11栋/16栋; not 9/18前 or 1/3处. */
const FRACTION = gated(new RegExp(`(?<![\\d/.])(\\d{1,5})\\s?${COUNTED}?\\s?/\\s?(\\d{1,5})(?![\\d/]|\\s?[前日号])`));
/** 已查15家还剩6家, 完成15户剩余6户. */
const DONE_LEFT = gated(
  new RegExp(
    `${DEED}[^,。;\\d]{0,8}?${N}(?![成%])${COUNTED}?[^。;\\d]{0,8}?(?:还剩|剩余|还有|剩下|剩|还差|差)[^,。;\\d]{0,4}?${N}${COUNTED}`,
  ),
);
/** 还剩6家，已查15家. */
const LEFT_DONE = gated(
  new RegExp(
    `(?:还剩|剩余|剩下|剩|还差)[^,。;\\d]{0,4}?${N}${COUNTED}[^。;\\d]{0,6}?(?:已|完成)[^,。;\\d]{0,6}?${N}${COUNTED}`,
  ),
);
/** 共23家，已查15家; 23家查了15家; 24座山塘核了17座. */
const TOTAL_DONE = gated(
  new RegExp(
    `(?:共|总共|一共|应[查报改])?\\s?${N}(${COUNTED})[^,。;\\d一二两三四五六七八九十百]{0,6}?[,，\\s]?[^,。;\\d一二两三四五六七八九十百]{0,6}?${DEED}[^,。;\\d一二两三四五六七八九十百]{0,6}?${N}(${COUNTED})(?!前|内)`,
  ),
);
/** 已完成15户，共20户; 搬了9户，总共12户. */
const DONE_OF = gated(
  new RegExp(
    `${DEED}[^,。;\\d]{0,6}?${N}${COUNTED}[\\u4e00-\\u9fa5]{0,3}?[,，\\s(]*(?:总|一|全|总数|合计)?(?:共|计|数)(?:有|是|计)?\\s?${N}${COUNTED}?`,
  ),
);

/** 一共15户，还有4户没签. */
const TOTAL_LEFT = gated(
  new RegExp(
    `(?:共|总共|一共|总数)(?:有)?\\s?${N}${COUNTED}?[^。;\\d]{0,8}?(?:还有|还剩|剩下|剩余|剩|还差)[^,。;\\d]{0,4}?${N}${COUNTED}`,
  ),
);
const AMOUNT = gated(/[\d一二两三四五六七八九十百%]/);

/** How far a matter has come, in the numbers of the text; undefined where it gives none. */
export function readAmounts(heard: Heard): Amounts | undefined {
  if (!AMOUNT.test(heard.text)) return undefined;
  const text = withoutTimes(heard);
  const left = pair(DONE_LEFT.exec(text));
  if (left) return { done: left[0], total: left[0] + left[1] };
  const rest = pair(LEFT_DONE.exec(text));
  if (rest) return { done: rest[1], total: rest[0] + rest[1] };
  const open = pair(TOTAL_LEFT.exec(text));
  if (open && open[0] >= open[1]) return { done: open[0] - open[1], total: open[0] };
  const of = pair(DONE_OF.exec(text));
  if (of && of[1] >= of[0]) return { done: of[0], total: of[1] };
  const counted = TOTAL_DONE.exec(text);
  // 问题4处，当场改了3处: figures, but not how far the matter itself has come.
  if (counted && /问题|隐患/.test(text.slice(Math.max(0, counted.index - 4), counted.index))) return {};
  const total = pair(sameMeasure(counted));
  if (total && total[0] >= total[1]) return { done: total[1], total: total[0] };
  const fraction = pair(FRACTION.exec(text));
  if (fraction && fraction[0] <= fraction[1] && fraction[1] > 3) return { done: fraction[0], total: fraction[1] };
  const percent = percentOf(text);
  return percent === undefined ? undefined : { percent };
}

/** 22点到次日6点 counts nothing. */
function withoutTimes({ text, times }: Heard): string {
  let rest = text;
  for (const { from, to } of times.times) rest = rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to);
  return rest;
}

/** 排查23家，发现问题4处 counts two different things. */
function sameMeasure(match: RegExpExecArray | null): RegExpExecArray | null {
  if (!match || match[2] !== match[4] || /发现|问题|隐患/.test(match[0])) return null;
  return Object.assign([match[0], match[1], match[3]], { index: match.index, input: match.input }) as RegExpExecArray;
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
  const parts = PARTS.exec(text);
  const [whole, of] = parts ? [numberOf(parts[1]!), numberOf(parts[2]!)] : [];
  if (whole && of && of <= whole && whole < 100) return Math.round((100 * of) / whole);
  const tenths = TENTHS.exec(text);
  if (tenths) return numberOf(tenths[1]!)! * 10 + (tenths[2] ? 5 : 0);
  return HALF.test(text) ? 50 : undefined;
}
