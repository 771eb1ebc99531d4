import type { CountUnit, DaySaid, Way } from '../said.ts';
import type { Run } from '../token.ts';

interface Counted {
  readonly unit: CountUnit;
  readonly each: number;
  readonly next: number;
}

/** Beyond this no office counts, and calendars end. */
const MOST = 1000;

/** 3天, 五个工作日, 两周, 一个月, 半年, 48小时, 两个半小时, 一刻钟: a length; what it means the relation says. */
export const count: Way<DaySaid> = (run, at) => {
  const amount = amountAt(run, at);
  if (!amount || amount.value > MOST) return undefined;
  const counted = unitAt(run, amount.next, amount.half);
  if (!counted) return undefined;

  const total = (amount.value + (counted.lateHalf ? 0.5 : 0)) * counted.each;
  if (!Number.isInteger(total)) return undefined;
  return { said: { sort: 'count', amount: total, unit: counted.unit }, next: counted.next };
};

interface Amount {
  readonly value: number;
  readonly half: boolean;
  readonly next: number;
}

/** 3, 1.5, 半, 一个半, 两个. */
function amountAt(run: Run, at: number): Amount | undefined {
  const [first, second, third] = run.slice(at, at + 3);
  if (first?.kind === 'half') return { value: 0.5, half: true, next: second?.kind === 'ge' ? at + 2 : at + 1 };
  if (first?.kind !== 'number') return undefined;
  if (second?.kind === 'dot' && third?.kind === 'number') {
    return { value: Number(`${first.text}.${third.text}`), half: true, next: at + 3 };
  }
  if (second?.kind !== 'ge') return { value: first.value, half: false, next: at + 1 };
  const half = third?.kind === 'half';
  return { value: first.value + (half ? 0.5 : 0), half, next: half ? at + 3 : at + 2 };
}

/** Half a month is fifteen days, half a year six months; half a working day is nothing. */
function unitAt(run: Run, at: number, half: boolean): (Counted & { readonly lateHalf: boolean }) | undefined {
  const token = run[at];
  const late = run[at + 1]?.kind === 'half';
  const counted = (unit: CountUnit, each: number, lateHalf = false) => ({
    unit,
    each,
    lateHalf,
    next: at + (lateHalf ? 2 : 1),
  });
  switch (token?.kind) {
    case 'workday':
      return counted('workday', 1);
    case 'dayCount':
      return counted('day', 1);
    case 'day':
      return token.text === '日' ? counted('day', 1) : undefined;
    case 'weekWord':
      return counted('day', 7);
    case 'month':
      return half ? counted('day', 30) : counted('month', 1);
    case 'year':
      return counted('month', 12, late);
    case 'hourCount':
      return counted('minute', 60);
    case 'minuteCount':
      return counted('minute', 1);
    case 'quarterHour':
      return token.text === '刻钟' ? counted('minute', 15) : undefined;
    default:
      return undefined;
  }
}
