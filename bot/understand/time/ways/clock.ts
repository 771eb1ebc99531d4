import type { ClockSaid, Way } from '../said.ts';
import type { Part, Run, Token } from '../token.ts';

const OFFICE = ['start', 'noonEnd', 'noonStart', 'end'] as const;

/** 上班, 下班, 中午下班: the office's own hours; 8:30上班前 names the clock itself. */
export const officeClock: Way<ClockSaid> = (run, at) => {
  const token = run[at];
  return token?.kind === 'office' ? { said: { sort: 'office', which: OFFICE[token.value]! }, next: at + 1 } : undefined;
};

/** 17:30, 17时30分, 下午5点半, 四点三刻, 晚8点整. */
export const numericClock: Way<ClockSaid> = (run, at) => {
  const part = run[at]?.kind === 'part' ? run[at]!.part : undefined;
  const start = part ? at + 1 : at;
  const [hour, word] = run.slice(start, start + 2);
  if (hour?.kind !== 'number' || !(hour.value >= 0 && hour.value <= 24)) return undefined;
  if (word?.kind === 'colon') return colonClock(run, start, part);
  if (word?.kind !== 'hour') return undefined;

  const minute = minuteAfter(run, start + 2);
  if (hour.value === 24 && minute.value > 0) return undefined;
  const bare = part === undefined && word.text !== '时';
  return {
    said: { sort: 'clock', hour: hour.value, minute: minute.value, bare, ...(part && { part }) },
    next: minute.next,
  };
};

/** 8:30, 17:00; seconds are not said. Two digits after the colon, else it is a ratio or a list. */
function colonClock(run: Run, at: number, part: Part | undefined) {
  const [hour, , minute] = run.slice(at, at + 3);
  if (minute?.kind !== 'number' || minute.text.length !== 2 || !/^\d+$/.test(minute.text) || minute.value > 59)
    return undefined;
  if (hour!.value === 24 && minute.value > 0) return undefined;
  return {
    said: { sort: 'clock' as const, hour: hour!.value, minute: minute.value, bare: false, ...(part && { part }) },
    next: at + 3,
  };
}

function minuteAfter(run: Run, at: number): { readonly value: number; readonly next: number } {
  const [first, second] = run.slice(at, at + 2);
  if (first?.kind === 'half') return { value: 30, next: at + 1 };
  if (first?.kind === 'sharp') return { value: 0, next: at + 1 };
  if (first?.kind !== 'number' || !(first.value >= 0 && first.value <= 59)) return { value: 0, next: at };
  if (second?.kind === 'minute') return { value: first.value, next: at + 2 };
  if (second?.kind === 'quarterHour' && first.value <= 3) return { value: first.value * 15, next: at + 2 };
  return isBareMinute(first, second) ? { value: first.value, next: at + 1 } : { value: 0, next: at };
}

/** 5点30之前, 五点四十前. */
function isBareMinute(minute: Token, after: Token | undefined): boolean {
  if (minute.value < 5) return false;
  return (
    minute.text.length <= 3 &&
    (after === undefined || after.kind === 'before' || after.kind === 'to' || after.kind === 'sharp')
  );
}

/** 上午, 今晚's evening: a part of the day without an hour. */
export const partOfDay: Way<ClockSaid> = (run, at) => {
  const token = run[at];
  if (token?.kind !== 'part' || token.text.length < 2) return undefined;
  return { said: { sort: 'part', part: token.part! }, next: at + 1 };
};
