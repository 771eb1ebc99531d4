import { overlaps, type Span } from '../span.ts';

/** 几天内, 三四个工作日内, 规定时间内, 汛期内, 短期内: a term that names no day. */
const TERM =
  /(?:几|数|若干|[一二两三四五六七八九十半\d]+个?半?)(?:个)?(?:天|日|周|星期|礼拜|月|个月|小时|工作日|年)(?:之|以)?内|(?:规定|要求|约定)?(?:时间|时限|期限)(?:之|以)?内|(?:短期|近期|年度|学期|假期|节日|汛期|春运|两会)(?:之|以)?内/g;
/** 入汛前, 全国两会之前, 正月十五以前, 检查组到来前: a limit set by something we cannot date. */
const BEFORE =
  /([\u4e00-\u9fa5\d]{1,10}?)(?:之前|以前|前)(?![店往来去后面景台列端线沿期任者夕提途辈锋导方言述置苏门院厅排移进辈])/g;
/** 目前, 提前, 门前 and the like end in 前 without limiting anything. */
const NO_LIMIT =
  /(?:目|当|提|日|此|先|从|面|门|生|眼|事|空|超|往|向|床|楼|跟|台|车|村|桥|店|胸|岗|班|餐|饭|产|术|在|史|这|那|不久|很久|多年|[天年月]|小时|分钟)$/;
/** 最迟…, 截止…, 限…: says that a limit follows, whatever it is. */
const MARKED =
  /(?:最迟|最晚|至迟|不晚于|不迟于|截止时间|截止日期|截止到|时限|办结期限|完成期限)[:为是到至于]{0,2}[^,。;\n]{2,12}/g;

/** Words that stand before what limits: 请于两会前. */
const LEAD = /^.*?(?:请|于|在|务必|必须|要|须|应|把|将|并|最迟|争取|力争|赶)(?=.)/;

/** Stretches that look like a deadline and lie outside everything that was understood. */
export function unreadSpans(text: string, understood: readonly Span[]): Span[] {
  const found: Span[] = [];
  const add = (span: Span) => {
    if (!understood.some((other) => overlaps(span, other))) found.push(span);
  };
  for (const pattern of [TERM, MARKED]) {
    for (const match of text.matchAll(pattern)) add({ from: match.index, to: match.index + match[0].length });
  }
  for (const match of text.matchAll(BEFORE)) {
    const to = match.index + match[0].length;
    const limit = to - match[0].length + match[1]!.length;
    const from = startOf(text, match.index, limit, understood);
    if (from < limit && !NO_LIMIT.test(text.slice(from, limit))) add({ from, to });
  }
  return found;
}

function startOf(text: string, from: number, limit: number, understood: readonly Span[]): number {
  const behind = understood.reduce((latest, { to }) => (to > latest && to <= limit ? to : latest), from);
  return behind + (LEAD.exec(text.slice(behind, limit))?.[0].length ?? 0);
}
