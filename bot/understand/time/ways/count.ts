import type { CountUnit, DaySaid, Read, Way } from '../said.ts';
import { kindAt, type Run, type Token } from '../token.ts';
import { day } from './helpers.ts';

/** Beyond this no office counts, and calendars end. */
const MOST = 1000;

/** 3天, 五个工作日, 两周, 一个月, 半年, 48小时, 两个半小时, 1小时30分, 一刻钟: a length; what it means the relation says. */
export const count: Way<DaySaid> = (run, at) => {
  const amount = amountAt(run, at);
  if (!amount || amount.value > MOST) return undefined;
  const unit = unitOf(run[amount.next], amount.half);
  if (!unit) return undefined;

  const next = amount.next + 1;
  const { each } = unit;
  const lateHalf = kindAt(run, next) === 'half' && (unit.late || unit.unit === 'minute');
  const total = (amount.value + (lateHalf ? 0.5 : 0)) * each;
  if (unit.unit === 'minute' && each === 60 && !lateHalf) return withMinutes(run, next, total);
  if (unit.unit === 'month' && total % 1 === 0.5) return halfMonth(total, next);
  if (!Number.isInteger(total)) return undefined;
  return counted(total, unit.unit, lateHalf ? next + 1 : next);
};

function counted(amount: number, unit: CountUnit, next: number): Read<DaySaid> | undefined {
  return Number.isInteger(amount) ? day({ sort: 'count', amount, unit }, next) : undefined;
}

/** 1小时30分钟. */
function withMinutes(run: Run, at: number, minutes: number): Read<DaySaid> | undefined {
  const more = run[at];
  const unit = kindAt(run, at + 1);
  const both = more?.kind === 'number' && more.value < 60 && (unit === 'minuteCount' || unit === 'minute');
  return both ? counted(minutes + more.value, 'minute', at + 2) : counted(minutes, 'minute', at);
}

/** Half a month is fifteen days, also behind a whole one. */
function halfMonth(months: number, next: number): Read<DaySaid> {
  const whole = Math.floor(months);
  return whole === 0
    ? day({ sort: 'count', amount: 15, unit: 'day' }, next)
    : day({ sort: 'count', amount: whole, unit: 'month', extraDays: 15 }, next);
}

interface Amount {
  readonly value: number;
  readonly half: boolean;
  readonly next: number;
}

/** 3, 1.5, 半, 一个半, 两个. */
function amountAt(run: Run, at: number): Amount | undefined {
  const first = run[at]!;
  const second = kindAt(run, at + 1);
  if (first.kind === 'half') return { value: 0.5, half: true, next: second === 'ge' ? at + 2 : at + 1 };
  if (first.kind !== 'number') return undefined;
  const third = run[at + 2];
  if (second === 'dot' && third?.kind === 'number') {
    return { value: Number(`${first.text}.${third.text}`), half: true, next: at + 3 };
  }
  if (second !== 'ge') return { value: first.value, half: false, next: at + 1 };
  const half = third?.kind === 'half';
  return { value: first.value + (half ? 0.5 : 0), half, next: half ? at + 3 : at + 2 };
}

interface Unit {
  readonly unit: CountUnit;
  readonly each: number;
  /** 一年半: half of it may follow. */
  readonly late: boolean;
}

const UNITS = {
  workday: { unit: 'workday', each: 1, late: false },
  day: { unit: 'day', each: 1, late: false },
  week: { unit: 'day', each: 7, late: false },
  month: { unit: 'month', each: 1, late: false },
  year: { unit: 'month', each: 12, late: true },
  hour: { unit: 'minute', each: 60, late: false },
  minute: { unit: 'minute', each: 1, late: false },
  quarter: { unit: 'minute', each: 15, late: false },
  season: { unit: 'month', each: 3, late: false },
} as const satisfies Record<string, Unit>;

function unitOf(token: Token | undefined, half: boolean): Unit | undefined {
  switch (token?.kind) {
    case 'workday':
      return Number.isNaN(token.value) && !half ? UNITS.workday : undefined;
    case 'dayCount':
      return UNITS.day;
    case 'day':
      return token.text === '日' ? UNITS.day : undefined;
    case 'weekWord':
      return UNITS.week;
    case 'month':
      return token.text === '月' ? UNITS.month : undefined;
    case 'year':
      return UNITS.year;
    case 'quarterRef':
      return token.text === '季度' ? UNITS.season : undefined;
    case 'hourCount':
      return UNITS.hour;
    case 'minuteCount':
      return UNITS.minute;
    case 'quarterHour':
      return token.text === '刻钟' ? UNITS.quarter : undefined;
    default:
      return undefined;
  }
}
