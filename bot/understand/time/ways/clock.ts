import type { ClockSaid, Read, Way } from '../said.ts';
import { kindAt, type Part, type Run, type Token } from '../token.ts';

const OFFICE = ['start', 'noonEnd', 'noonStart', 'end'] as const;

/** Any way of saying an hour at `at`. */
export function readClock(run: Run, at: number): Read<ClockSaid> | undefined {
  const first = run[at];
  switch (first?.kind) {
    case 'number':
      return numericClock(run, at, at, undefined);
    case 'part':
      return numericClock(run, at, at + 1, first.part) ?? partOfDay(run, at);
    case 'office':
      return { said: { sort: 'office', which: OFFICE[first.value]! }, next: at + 1 };
    case 'midnight':
      return numericClock(run, at, at + 1, 'evening') ?? { said: clockSaid(24, 0, undefined, false), next: at + 1 };
    case 'lacking':
      return lackingClock(run, at, undefined);
    default:
      return undefined;
  }
}

function clockSaid(hour: number, minute: number, part: Part | undefined, bare: boolean): ClockSaid {
  return { sort: 'clock', hour, minute, part, bare };
}

/** 17:30, 17时30分, 下午5点半, 四点三刻, 晚8点整, 六点差一刻, 5:30pm, 上午9-11时. */
function numericClock(run: Run, at: number, start: number, part: Part | undefined): Read<ClockSaid> | undefined {
  const hour = run[start];
  if (hour?.kind === 'lacking' && start > at) return lackingClock(run, start, part);
  if (hour?.kind !== 'number' || !(hour.value <= 24) || !Number.isInteger(hour.value)) return undefined;
  const word = run[start + 1];
  switch (word?.kind) {
    case 'colon':
      return colonClock(run, start, part);
    case 'meridiem':
      return half(clockSaid(hour.value % 12, 0, part, false), word.value, start + 2);
    case 'hour':
      return spokenClock(run, start, hour, word, part);
    case 'dash':
    case 'to':
      return sharedWord(run, start, hour, part);
    case 'part':
      return part === undefined ? undefined : { said: clockSaid(hour.value, 0, part, false), next: start + 1 };
    default:
      // 早八晚六: the second hour has no word either.
      return part !== undefined && kindAt(run, at - 1) === 'number' && kindAt(run, at - 2) === 'part'
        ? { said: clockSaid(hour.value, 0, part, false), next: start + 1 }
        : undefined;
  }
}

function half(said: ClockSaid, plus: number, next: number): Read<ClockSaid> {
  return { said: said.sort === 'clock' ? { ...said, hour: said.hour + plus } : said, next };
}

function spokenClock(
  run: Run,
  at: number,
  hour: Token,
  word: Token,
  part: Part | undefined,
): Read<ClockSaid> | undefined {
  const bare = part === undefined && word.text[0] !== '时';
  if (kindAt(run, at + 2) === 'lacking') {
    const less = minutesOf(run, at + 3);
    if (less && hour.value > 0)
      return { said: clockSaid(hour.value - 1, 60 - less.value, part, bare), next: less.next };
  }
  const minute = minuteAfter(run, at + 2);
  if (hour.value === 24 && minute.value > 0) return undefined;
  return { said: clockSaid(hour.value, minute.value, part, bare), next: minute.next };
}

/** 差一刻六点, 差5分6点. */
function lackingClock(run: Run, at: number, part: Part | undefined): Read<ClockSaid> | undefined {
  const less = minutesOf(run, at + 1);
  const hour = less && run[less.next];
  if (!less || hour?.kind !== 'number' || !(hour.value >= 1 && hour.value <= 24)) return undefined;
  if (kindAt(run, less.next + 1) !== 'hour') return undefined;
  return { said: clockSaid(hour.value - 1, 60 - less.value, part, part === undefined), next: less.next + 2 };
}

function minutesOf(run: Run, at: number): { readonly value: number; readonly next: number } | undefined {
  const number = run[at];
  const unit = kindAt(run, at + 1);
  if (number?.kind !== 'number' || !(number.value >= 1 && number.value < 60)) return undefined;
  if (unit === 'quarterHour' && number.value <= 3) return { value: number.value * 15, next: at + 2 };
  return unit === 'minute' || unit === 'minuteCount' ? { value: number.value, next: at + 2 } : undefined;
}

/** 上午9-11时, 8至10点: the word for the hour comes once. */
function sharedWord(run: Run, at: number, hour: Token, part: Part | undefined): Read<ClockSaid> | undefined {
  const end = run[at + 2];
  const word = run[at + 3];
  if (end?.kind !== 'number' || word?.kind !== 'hour' || !(end.value <= 24)) return undefined;
  return { said: clockSaid(hour.value, 0, part, part === undefined && word.text[0] !== '时'), next: at + 1 };
}

/** 8:30, 17:00; seconds are not said. Two digits after the colon, else it is a ratio or a list. */
function colonClock(run: Run, at: number, part: Part | undefined): Read<ClockSaid> | undefined {
  const hour = run[at]!;
  const minute = run[at + 2];
  if (minute?.kind !== 'number' || !/^[0-5]\d$/.test(minute.text) || !/^\d+$/.test(hour.text)) return undefined;
  if (hour.value === 24 && minute.value > 0) return undefined;
  const seconds = afterMinute(run, at + 3);
  const meridiem = run[seconds];
  const said = clockSaid(
    hour.value,
    minute.value,
    part,
    part === undefined && hour.text.length === 1 && hour.value <= 6 && hour.value > 0,
  );
  if (meridiem?.kind !== 'meridiem') return { said, next: seconds };
  return half(clockSaid(hour.value % 12, minute.value, part, false), meridiem.value, seconds + 1);
}

/** Seconds, and the 时 or 整 that some write behind 17:00. */
function afterMinute(run: Run, at: number): number {
  const next = kindAt(run, at) === 'colon' && /^[0-5]\d$/.test(run[at + 1]?.text ?? '') ? at + 2 : at;
  const kind = kindAt(run, next);
  return kind === 'hour' || kind === 'minute' || kind === 'sharp' ? next + 1 : next;
}

function minuteAfter(run: Run, at: number): { readonly value: number; readonly next: number } {
  const first = run[at];
  if (first?.kind === 'half') return { value: 30, next: at + 1 };
  if (first?.kind === 'sharp') return { value: 0, next: at + 1 };
  if (first?.kind !== 'number' || !(first.value <= 59)) return { value: 0, next: at };
  const second = run[at + 1];
  if (second?.kind === 'minute') return { value: first.value, next: at + 2 };
  if (second?.kind === 'quarterHour' && first.value >= 1 && first.value <= 3)
    return { value: first.value * 15, next: at + 2 };
  return isBareMinute(first, second) ? { value: first.value, next: at + 1 } : { value: 0, next: at };
}

/** 5点30之前, 五点四十前, 五点零五. */
function isBareMinute(minute: Token, after: Token | undefined): boolean {
  if (minute.text.length < 2 && minute.value < 10 && minute.text !== '十') return false;
  return minute.text.length <= 3 && (after === undefined || BEHIND_MINUTE.has(after.kind));
}

const BEHIND_MINUTE: ReadonlySet<string> = new Set([
  'before',
  'to',
  'dash',
  'sharp',
  'after',
  'from',
  'until',
  'of',
  'list',
  'close',
  'open',
]);

/** 上午, 今晚's evening: a part of the day without an hour. */
function partOfDay(run: Run, at: number): Read<ClockSaid> | undefined {
  const token = run[at]!;
  if (token.text.length < 2) return undefined;
  return { said: { sort: 'part', part: token.part! }, next: at + 1 };
}

/** 下班前半小时, 9点前10分钟: minutes taken off an hour; undefined where none are said. */
export const minutesBeside: Way<number> = (run, at) => {
  const word = kindAt(run, at);
  if (word !== 'before' && word !== 'after') return undefined;
  let next = at + 1;
  const first = run[next];
  const amount = first?.kind === 'half' ? 0.5 : first?.kind === 'number' ? first.value : undefined;
  if (amount === undefined) return undefined;
  next += kindAt(run, next + 1) === 'ge' ? 2 : 1;
  const unit = kindAt(run, next);
  const each = unit === 'hourCount' ? 60 : unit === 'minuteCount' ? 1 : unit === 'quarterHour' ? 15 : 0;
  const minutes = amount * each;
  if (minutes === 0 || !Number.isInteger(minutes) || minutes > 720) return undefined;
  return { said: word === 'before' ? -minutes : minutes, next: next + 1 };
};
