import type { EverySaid, Read, Way } from '../said.ts';
import type { Run, Token } from '../token.ts';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** 每天, 每个工作日, 每周一、三、五, 每月5日, 每月底, 每季度末, 每年3月15日, 每小时. */
export const every: Way<EverySaid> = (run, at) => {
  if (run[at]?.kind !== 'every') return undefined;
  return (
    weekly(run, at + 1) ?? monthly(run, at + 1) ?? quarterly(run, at + 1) ?? yearly(run, at + 1) ?? plain(run, at + 1)
  );
};

function said(rule: string, next: number, part: Partial<EverySaid> = {}): Read<EverySaid> {
  return { said: { rule, workdays: false, anchored: true, ...part }, next };
}

/** 每周一至周五 and 每周一、周三; a week without a day has no next moment. */
function weekly(run: Run, at: number): Read<EverySaid> | undefined {
  const first = run[at];
  if (first?.kind === 'weekWord') return said('FREQ=WEEKLY', at + 1, { anchored: false });
  if (first?.kind === 'weekend') return said('FREQ=WEEKLY;BYDAY=SA,SU', at + 1);
  if (first?.kind !== 'weekday' || first.shift !== undefined) return undefined;

  const until = run[at + 1]?.kind === 'to' || run[at + 1]?.kind === 'dash' ? run[at + 2] : undefined;
  if (until?.kind === 'weekday' && until.value > first.value) {
    return said(`FREQ=WEEKLY;BYDAY=${DAYS.slice(first.value - 1, until.value).join(',')}`, at + 3);
  }
  const days = [first.value];
  let next = at + 1;
  for (let more = listed(run, next); more; more = listed(run, next)) {
    days.push(more.value);
    next += 2;
  }
  return said(`FREQ=WEEKLY;BYDAY=${[...new Set(days)].map((day) => DAYS[day - 1]).join(',')}`, next);
}

/** 、三 and 、周三 after 周一. */
function listed(run: Run, at: number): Token | undefined {
  const [separator, day] = run.slice(at, at + 2);
  if (separator?.kind !== 'list') return undefined;
  if (day?.kind === 'weekday' && day.shift === undefined) return day;
  const follows = run[at + 2]?.kind;
  const single = day?.kind === 'number' && day.value >= 1 && day.value <= 6 && /^[一二三四五六]$/.test(day.text);
  return single && follows !== 'hour' && follows !== 'colon' && follows !== 'ge' ? day : undefined;
}

function monthly(run: Run, at: number): Read<EverySaid> | undefined {
  const [first, second] = run.slice(at, at + 2);
  if (first?.kind === 'monthEnd' && first.text.length === 2) return said('FREQ=MONTHLY;BYMONTHDAY=-1', at + 1);
  if (first?.kind !== 'month') return undefined;
  if (second?.kind === 'monthEnd') return said('FREQ=MONTHLY;BYMONTHDAY=-1', at + 2);
  const days = daysOfMonth(run, at + 1);
  return days
    ? said(`FREQ=MONTHLY;BYMONTHDAY=${days.values.join(',')}`, days.next)
    : said('FREQ=MONTHLY', at + 1, { anchored: false });
}

/** 10日、25日 and 10、25日. */
function daysOfMonth(run: Run, at: number): { values: number[]; next: number } | undefined {
  const values: number[] = [];
  let next = at;
  for (;;) {
    const [day, suffix] = run.slice(next, next + 2);
    if (day?.kind !== 'number' || day.value < 1 || day.value > 31) return undefined;
    values.push(day.value);
    if (
      suffix?.kind === 'day' &&
      run[next + 2]?.kind === 'list' &&
      run[next + 3]?.kind === 'number' &&
      run[next + 4]?.kind === 'day'
    )
      next += 3;
    else if (suffix?.kind === 'day') return { values, next: next + 2 };
    else if (suffix?.kind === 'list') next += 2;
    else return undefined;
  }
}

function quarterly(run: Run, at: number): Read<EverySaid> | undefined {
  const [first, second] = run.slice(at, at + 2);
  const rule = 'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1';
  if (first?.kind === 'quarterEnd') return said(rule, at + 1);
  if (first?.kind !== 'quarterRef') return undefined;
  return second?.kind === 'monthEnd'
    ? said(rule, at + 2)
    : said('FREQ=MONTHLY;INTERVAL=3', at + 1, { anchored: false });
}

function yearly(run: Run, at: number): Read<EverySaid> | undefined {
  const [first, month, word, day, suffix] = run.slice(at, at + 5);
  if (first?.kind === 'yearEnd') return said('FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31', at + 1);
  if (first?.kind !== 'year') return undefined;
  if (month?.kind !== 'number' || word?.kind !== 'month' || !(month.value >= 1 && month.value <= 12)) return undefined;
  if (day?.kind !== 'number' || suffix?.kind !== 'day' || !(day.value >= 1 && day.value <= 31)) return undefined;
  return said(`FREQ=YEARLY;BYMONTH=${month.value};BYMONTHDAY=${day.value}`, at + 5);
}

/** 每天, 每日, 每个工作日, 每小时, 每两小时, 每隔3天. */
function plain(run: Run, at: number): Read<EverySaid> | undefined {
  const counted =
    run[at]?.kind === 'number' && run[at]!.value >= 1 && run[at]!.value <= 99 ? run[at]!.value : undefined;
  const start = counted === undefined ? at : run[at + 1]?.kind === 'ge' ? at + 2 : at + 1;
  const unit = run[start];
  const interval = counted !== undefined && counted > 1 ? `;INTERVAL=${counted}` : '';
  if (unit?.kind === 'workday')
    return counted === undefined ? said('FREQ=DAILY', start + 1, { workdays: true }) : undefined;
  if (unit?.kind === 'dayCount' || (unit?.kind === 'day' && unit.text === '日')) {
    return said(`FREQ=DAILY${interval}`, start + 1, { anchored: interval === '' });
  }
  if (unit?.kind === 'weekWord') {
    const day = run[start + 1]?.kind === 'weekday' ? run[start + 1] : undefined;
    const byDay = day ? `;BYDAY=${DAYS[day.value - 1]}` : '';
    return said(`FREQ=WEEKLY${interval}${byDay}`, day ? start + 2 : start + 1, { anchored: false });
  }
  if (unit?.kind === 'month') return said(`FREQ=MONTHLY${interval}`, start + 1, { anchored: false });
  return unit?.kind === 'hourCount' ? said(`FREQ=HOURLY${interval}`, start + 1, { anchored: false }) : undefined;
}
