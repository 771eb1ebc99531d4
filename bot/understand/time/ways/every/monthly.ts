import type { EverySaid, Read } from '../../said.ts';
import { kindAt, type Run } from '../../token.ts';
import { isEnd } from '../helpers.ts';
import { rankedAt } from '../nth.ts';
import { DAYS, listOf, ordered, rule } from './rule.ts';

/** 每月5日, 每月10、25日, 每月底, 每月最后一个工作日, 每月第一个周一, 每月前5个工作日, 每季度末, 每年3月15日. */
export function monthly(run: Run, at: number): Read<EverySaid> | undefined {
  const first = run[at];
  if (first?.kind === 'monthEnd' && first.text.length === 2) return rule('FREQ=MONTHLY;BYMONTHDAY=-1', at + 1);
  return first?.kind === 'month' ? inMonths(run, at + 1, 'FREQ=MONTHLY') : undefined;
}

/** The day in a month, behind a rule that says which months. Without a day nothing says when the next one is. */
export function inMonths(run: Run, start: number, months: string): Read<EverySaid> {
  // 每月逢10日
  const at = kindAt(run, start) === 'of' || run[start]?.text === '逢' ? start + 1 : start;
  const end = run[at];
  if (isEnd(end) || (end?.kind === 'monthEnd' && end.text.length === 2)) return rule(`${months};BYMONTHDAY=-1`, at + 1);
  const ranked = rankedAt(run, at);
  if (ranked) {
    const { nth, each } = ranked.said;
    if (each === 'workday') return officialDay(months, nth, ranked.next);
    if (each === 'day') return rule(`${months};BYMONTHDAY=${nth}`, ranked.next);
    return rule(`${months};BYDAY=${nth}${DAYS[each - 1]}`, ranked.next);
  }
  const first = firstDays(run, at, months);
  if (first) return first;
  const days = daysOfMonth(run, at);
  return days
    ? rule(`${months};BYMONTHDAY=${ordered(days.values).join(',')}`, days.next)
    : rule(months, start, { anchored: false });
}

function officialDay(months: string, nth: number, next: number): Read<EverySaid> {
  return rule(`${months};BYDAY=MO,TU,WE,TH,FR;BYSETPOS=${nth}`, next, { workdays: true });
}

/** 每月前5个工作日, 每月前3日内, 每月5个工作日内: until the fifth. */
function firstDays(run: Run, start: number, months: string): Read<EverySaid> | undefined {
  const before = kindAt(run, start) === 'before';
  const at = before ? start + 1 : start;
  const number = run[at];
  if (number?.kind !== 'number' || !(number.value >= 1 && number.value <= 28)) return undefined;
  const unit = kindAt(run, at + 1) === 'ge' ? at + 2 : at + 1;
  const within = kindAt(run, unit + 1) === 'within';
  if (kindAt(run, unit) === 'workday' && (before || within)) return officialDay(months, number.value, unit + 1);
  const days = kindAt(run, unit) === 'dayCount' || run[unit]?.text === '日';
  return days && before ? rule(`${months};BYMONTHDAY=${number.value}`, unit + 1) : undefined;
}

/** 10日、25日 and 10、25日 and 5日和月底. */
function daysOfMonth(run: Run, at: number): { readonly values: number[]; readonly next: number } | undefined {
  let suffixed = false;
  const days = listOf(run, at, (_, from) => {
    const day = run[from];
    if (day?.kind === 'monthEnd' && day.text.length === 2) return { value: -1, next: from + 1 };
    if (day?.kind !== 'number' || !(day.value >= 1 && day.value <= 31)) return undefined;
    const suffix = kindAt(run, from + 1);
    if (suffix === 'day') suffixed = true;
    else if (suffix !== 'list') return undefined;
    return { value: day.value, next: suffix === 'day' ? from + 2 : from + 1 };
  });
  return days && suffixed ? days : undefined;
}
