import type { EverySaid, Read } from '../../said.ts';
import { kindAt, type Run } from '../../token.ts';
import { DAYS, rule } from './rule.ts';
import { weekdays } from './weekly.ts';

/** 每天, 每日, 每个工作日, 每小时, 每两小时, 每半小时, 每3天, 每两周周五, 每晚. */
export function interval(run: Run, at: number): Read<EverySaid> | undefined {
  const first = run[at];
  if (first?.kind === 'part') return rule('FREQ=DAILY', at + 1, { part: first.part });
  if (first?.kind === 'half') return halves(run, at + 1);
  const counted = first?.kind === 'number' && first.value >= 1 && first.value <= 99 ? first.value : undefined;
  const start = counted === undefined ? at : kindAt(run, at + 1) === 'ge' ? at + 2 : at + 1;
  return everySo(run, start, counted ?? 1, counted !== undefined);
}

/** 隔天, 隔周, 每隔一天, 每隔两小时; 每隔两天 is every second day for some, every third for others. */
export function otherEvery(run: Run, at: number): Read<EverySaid> | undefined {
  const word = run[at]!;
  const rules = [undefined, 'FREQ=DAILY;INTERVAL=2', 'FREQ=WEEKLY;INTERVAL=2', 'FREQ=MONTHLY;INTERVAL=2'];
  const fixed = rules[Number.isNaN(word.value) ? 0 : word.value];
  // 隔周周三
  if (word.value === 2 && kindAt(run, at + 1) === 'weekday') return everySo(run, at, 2, true);
  // 隔周五 is 隔周周五 for some.
  if (word.value === 2 && /^[一二三四五六]$/.test(run[at + 1]?.text ?? '')) return undefined;
  if (fixed) return rule(fixed, at + 1, { anchored: false });
  const number = run[at + 1];
  if (number?.kind === 'half') return halves(run, at + 2);
  if (number?.kind !== 'number') return undefined;
  const unit = kindAt(run, at + 2) === 'ge' ? at + 3 : at + 2;
  const kind = kindAt(run, unit);
  if (kind === 'hourCount' || kind === 'minuteCount') return everySo(run, unit, number.value, true);
  return number.value === 1 ? everySo(run, unit, 2, true) : undefined;
}

/** 每半小时, 每半天 is nothing; half a month is fifteen days. */
function halves(run: Run, at: number): Read<EverySaid> | undefined {
  const start = kindAt(run, at) === 'ge' ? at + 1 : at;
  const kind = kindAt(run, start);
  if (kind === 'hourCount') return rule('FREQ=MINUTELY;INTERVAL=30', start + 1, { anchored: false });
  if (kind === 'month') return rule('FREQ=DAILY;INTERVAL=15', start + 1, { anchored: false });
  return kind === 'year' ? rule('FREQ=MONTHLY;INTERVAL=6', start + 1, { anchored: false }) : undefined;
}

function everySo(run: Run, at: number, count: number, counted: boolean): Read<EverySaid> | undefined {
  const unit = run[at];
  const each = count > 1 ? `;INTERVAL=${count}` : '';
  const loose = { anchored: false };
  switch (unit?.kind) {
    case 'workday':
      return counted && count > 1 ? undefined : rule('FREQ=DAILY', at + 1, { workdays: true });
    case 'dayCount':
      return rule(`FREQ=DAILY${each}`, at + 1, { anchored: each === '' });
    case 'day':
      return unit.text === '日' ? rule(`FREQ=DAILY${each}`, at + 1, { anchored: each === '' }) : undefined;
    case 'everyOther':
    case 'weekWord': {
      const of = kindAt(run, at + 1) === 'of' ? at + 2 : at + 1;
      if (kindAt(run, of) !== 'weekday') return rule(`FREQ=WEEKLY${each}`, at + 1, loose);
      const days = weekdays(run, of);
      return rule(`FREQ=WEEKLY${each};BYDAY=${days.values.map((day) => DAYS[day - 1]).join(',')}`, days.next, loose);
    }
    case 'month':
      return rule(`FREQ=MONTHLY${each}`, at + 1, loose);
    case 'quarterRef':
      return count > 1 && unit.text === '季度' ? rule(`FREQ=MONTHLY;INTERVAL=${count * 3}`, at + 1, loose) : undefined;
    case 'year':
      return count > 1 ? rule(`FREQ=YEARLY${each}`, at + 1, loose) : undefined;
    case 'hourCount':
      return rule(`FREQ=HOURLY${each}`, at + 1, loose);
    case 'minuteCount':
      return rule(`FREQ=MINUTELY${each}`, at + 1, loose);
    case 'quarterHour':
      return unit.text === '刻钟' ? rule(`FREQ=MINUTELY;INTERVAL=${count * 15}`, at + 1, loose) : undefined;
    default:
      return undefined;
  }
}
