import type { Span } from '../span.ts';

/** 几天内, 三四个工作日内, 规定时间内, 汛期内, 短期内: a term that names no day. */
const TERM =
  /(?:几|数|若干|[一二两三四五六七八九十半\d]{1,4}个?半?)个?(?:天|日|周|星期|礼拜|月|小时|工作日|年)(?:之|以)?内|(?:规定|要求|约定)?(?:时间|时限|期限)(?:之|以)?内|(?:短期|近期|年度|学期|假期|节日|汛期|春运|两会)(?:之|以)?内/g;
/** 最迟…, 截止…, 时限：…: says that a limit follows, whatever it is. */
const MARKED =
  /(?:最迟|最晚|至迟|不晚于|不迟于|截止时间|截止日期|截止到|时限|办结期限|完成期限)[:为是到至于]{0,2}[^,。;\n]{2,12}/g;
/** 前 in 前店, 前往, 前期: begins a word instead of ending a limit. */
const OPENS_WORD = /[店往来去面后景台列端线沿期任者夕提途辈锋导方言述置苏门院厅排移进辈]/;
/** 目前, 提前, 门前 and the like end in 前 without limiting anything. */
const NO_LIMIT =
  /(?:目|当|提|日|此|先|从|面|门|生|眼|事|空|超|往|向|床|楼|跟|台|车|村|桥|店|胸|岗|班|餐|饭|产|术|在|史|这|那|不久|很久|多年|[天年月]|小时|分钟)$/;
/** Words that stand before what limits: 请于两会前. */
const LEAD = /^.*?(?:请|于|在|务必|必须|要|须|应|把|将|并|最迟|争取|力争|赶)(?=.)/;
const PART_OF_WORD = /[\u4e00-\u9fa5\d]/;
const LONGEST = 10;
const HINT = /[前内]|最[迟晚]|至迟|不[晚迟]于|截止|[时期]限/;

/** Stretches that look like a deadline and lie outside everything that was understood. */
export function unreadSpans(text: string, understood: readonly Span[]): Span[] {
  if (!HINT.test(text)) return [];
  const taken = new Uint8Array(text.length);
  for (const { from, to } of understood) taken.fill(1, from, to);

  const found: Span[] = [];
  for (const pattern of [TERM, MARKED]) {
    for (const { index, 0: words } of text.matchAll(pattern)) {
      const to = index + words.length;
      if (!taken.subarray(index, to).includes(1)) found.push({ from: index, to });
    }
  }
  for (let at = text.indexOf('前'); at >= 0; at = text.indexOf('前', at + 1)) {
    const limit = limitBefore(text, at, taken);
    if (limit) found.push(limit);
  }
  return found;
}

/** 入汛前, 全国两会之前, 检查组到来前: a limit set by something that cannot be dated. */
function limitBefore(text: string, at: number, taken: Uint8Array): Span | undefined {
  if (taken[at] || OPENS_WORD.test(text[at + 1] ?? '')) return undefined;
  const end = text[at - 1] === '之' || text[at - 1] === '以' ? at - 1 : at;
  let from = end;
  while (from > 0 && end - from < LONGEST && !taken[from - 1] && PART_OF_WORD.test(text[from - 1]!)) from--;
  from += LEAD.exec(text.slice(from, end))?.[0].length ?? 0;
  return from < end && !NO_LIMIT.test(text.slice(from, end)) ? { from, to: at + 1 } : undefined;
}
