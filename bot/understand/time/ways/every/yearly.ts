import type { EverySaid, Read } from '../../said.ts';
import { kindAt, type Run } from '../../token.ts';
import { isEnd } from '../helpers.ts';
import { rankedAt } from '../nth.ts';
import { inMonths } from './monthly.ts';
import { listOf, ordered, rule } from './rule.ts';

/** The months of quarters: their first, second and last. */
const MONTHS = ['1,4,7,10', '2,5,8,11', '3,6,9,12'] as const;

/** 每季度末, 每季末, 每季度首月10日, 每季度最后一个工作日, 每季度结束后10日内. */
export function quarterly(run: Run, at: number): Read<EverySaid> | undefined {
  const first = run[at];
  if (first?.kind === 'quarterEnd') return lastDay(at + 1);
  if (first?.kind !== 'quarterRef' || first.text.length > 2) return undefined;
  const next = at + 1;
  const word = run[next];
  if (isEnd(word)) return lastDay(next + 1);
  if (word?.kind === 'quarterMonth') return ofMonth(run, next + 1, word.value);
  if (word?.kind === 'nth') {
    const unit = kindAt(run, next + 1) === 'number' ? next + 2 : next + 1;
    const month = kindAt(run, unit) === 'ge' ? unit + 1 : unit;
    if (kindAt(run, month) === 'month') return ofMonth(run, month + 1, word.value < 0 ? 4 + word.value : word.value);
    const ranked = rankedAt(run, next);
    if (ranked?.said.each === 'day' && Math.abs(word.value) === 1) {
      return inMonths(run, next, `FREQ=MONTHLY;BYMONTH=${MONTHS[word.value < 0 ? 2 : 0]}`);
    }
    if (ranked?.said.each === 'workday') {
      return inMonths(run, next, `FREQ=MONTHLY;BYMONTH=${MONTHS[word.value < 0 ? 2 : 0]}`);
    }
  }
  return afterQuarter(run, next) ?? rule('FREQ=MONTHLY;INTERVAL=3', next, { anchored: false });
}

function lastDay(next: number): Read<EverySaid> {
  return rule(`FREQ=MONTHLY;BYMONTH=${MONTHS[2]};BYMONTHDAY=-1`, next);
}

function ofMonth(run: Run, at: number, month: number): Read<EverySaid> | undefined {
  const months = MONTHS[month - 1];
  return months && inMonths(run, at, `FREQ=MONTHLY;BYMONTH=${months}`);
}

/** 每季度结束后10日内, 每季度后5个工作日内: in the month after. */
function afterQuarter(run: Run, at: number): Read<EverySaid> | undefined {
  const start = kindAt(run, at) === 'ended' ? at + 1 : at;
  const number = run[start + 1];
  if (kindAt(run, start) !== 'after' || number?.kind !== 'number') return undefined;
  const unit = kindAt(run, start + 2) === 'ge' ? start + 3 : start + 2;
  if (kindAt(run, unit + 1) !== 'within' || !(number.value >= 1 && number.value <= 28)) return undefined;
  const months = `FREQ=MONTHLY;BYMONTH=${MONTHS[0]}`;
  if (kindAt(run, unit) === 'workday') {
    return rule(`${months};BYDAY=MO,TU,WE,TH,FR;BYSETPOS=${number.value}`, unit + 1, { workdays: true });
  }
  const days = kindAt(run, unit) === 'dayCount' || run[unit]?.text === '日';
  return days ? rule(`${months};BYMONTHDAY=${number.value}`, unit + 1) : undefined;
}

/** 每年底, 每年3月15日, 每年6月底, 每年3月、9月, 每半年. */
export function yearly(run: Run, at: number): Read<EverySaid> | undefined {
  const first = run[at];
  if (first?.kind === 'yearEnd') return rule('FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31', at + 1);
  if (first?.kind === 'half' && kindAt(run, at + 1) === 'year') {
    return rule('FREQ=MONTHLY;INTERVAL=6', at + 2, { anchored: false });
  }
  if (first?.kind !== 'year') return undefined;
  const word = run[at + 1];
  if (word?.kind === 'yearEnd' || isEnd(word)) return rule('FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31', at + 2);
  const eve = eveOfBreak(run, at + 1);
  if (eve) return eve;
  const months = listOf(run, at + 1, (_, from) => {
    const month = run[from];
    if (month?.kind !== 'number' || !(month.value >= 1 && month.value <= 12)) return undefined;
    const suffix = run[from + 1];
    if (suffix?.kind === 'month') return { value: month.value, next: from + 2 };
    return suffix?.kind === 'monthEnd' || suffix?.kind === 'list' ? { value: month.value, next: from + 1 } : undefined;
  });
  if (!months) return namesFestival(run, at + 1) ? undefined : rule('FREQ=YEARLY', at + 1, { anchored: false });
  return inMonths(run, months.next, `FREQ=YEARLY;BYMONTH=${ordered(months.values).join(',')}`);
}

/** The months that end before 元旦, 五一 and 国庆, by the value of their words; the other breaks follow the moon or the sun. */
const MONTH_BEFORE: ReadonlyMap<number, number> = new Map([
  [0, 12],
  [3, 4],
  [6, 9],
]);

/** 每年国庆节前: the last working day of the month before. */
function eveOfBreak(run: Run, at: number): Read<EverySaid> | undefined {
  const month = kindAt(run, at) === 'holiday' ? MONTH_BEFORE.get(run[at]!.value) : undefined;
  const end = kindAt(run, at + 1) === 'breakOf' ? at + 2 : at + 1;
  if (month === undefined || kindAt(run, end) !== 'before') return undefined;
  return rule(`FREQ=YEARLY;BYMONTH=${month};BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1`, end, { workdays: true });
}

/** 每年重阳节: no rule of the Gregorian calendar says when. */
function namesFestival(run: Run, at: number): boolean {
  const kind = kindAt(run, at);
  return (
    kind === 'festival' ||
    kind === 'holiday' ||
    kind === 'term' ||
    kind === 'season' ||
    kind?.startsWith('lunar') === true
  );
}
