import type { ClockSaid, DaySaid, PointSaid, Read } from './said.ts';
import { secondName } from './second-name.ts';
import { kindAt, type Run } from './token.ts';
import { minutesBeside, readClock } from './ways/clock.ts';
import { readDay } from './ways/index.ts';

/** A day, an hour, or a day with its hour. */
export function readPoint(run: Run, at: number): Read<PointSaid> | undefined {
  const day = readDay(run, at);
  if (!day) {
    const clock = clockAt(run, at);
    return clock && { said: { day: undefined, clock: clock.said, also: undefined }, next: clock.next };
  }
  const also = secondName(run, day);
  if (day.said.sort === 'count' && !also)
    return daysLater(run, at, day) ?? point(day.said, undefined, undefined, day.next);
  const start = also?.next ?? day.next;
  const clock = clockAt(run, kindAt(run, start) === 'of' ? start + 1 : start);
  const part = day.said.sort === 'shifted' ? run[at]!.part : isNight(run, day) ? 'evening' : undefined;
  const said = clock
    ? withPart(clock.said, part)
    : day.said.sort === 'shifted' && part
      ? { sort: 'part' as const, part }
      : undefined;
  const replaces = also?.said.replaces === true;
  return point(replaces ? also!.said.day : day.said, said, replaces ? day.said : also?.said.day, clock?.next ?? start);
}

function point(day: DaySaid, clock: ClockSaid | undefined, also: DaySaid | undefined, next: number): Read<PointSaid> {
  return { said: { day, clock, also }, next };
}

/** 三天后的下午3点, 两周后周一 is too much: a day counted from today, with its hour. */
function daysLater(run: Run, at: number, { said, next }: Read<DaySaid>): Read<PointSaid> | undefined {
  if (said.sort !== 'count' || said.unit === 'minute' || said.extraDays || kindAt(run, next) !== 'after')
    return undefined;
  const start = kindAt(run, next + 1) === 'of' ? next + 2 : next + 1;
  const clock = clockAt(run, start);
  if (!clock || kindAt(run, at) !== 'number') return undefined;
  return point(
    { sort: 'beside', base: TODAY, amount: said.amount, unit: said.unit },
    clock.said,
    undefined,
    clock.next,
  );
}

const TODAY = { sort: 'shifted', days: 0 } as const;

/** 除夕夜8点, 年三十晚8点. */
function isNight(run: Run, { said, next }: Read<DaySaid>): boolean {
  return said.sort === 'festival' && /[夜晚]$/.test(run[next - 1]!.text);
}

/** 今晚8点: the evening is said with the day. */
function withPart(clock: ClockSaid, part: Extract<ClockSaid, { sort: 'part' }>['part'] | undefined): ClockSaid {
  return part && clock.sort === 'clock' && clock.part === undefined ? { ...clock, part, bare: false } : clock;
}

function clockAt(run: Run, at: number): Read<ClockSaid> | undefined {
  if (at >= run.length) return undefined;
  const clock = readClock(run, at);
  if (!clock || clock.said.sort === 'part') return clock;
  const beside = minutesBeside(run, clock.next);
  return beside ? { said: { ...clock.said, plus: beside.said }, next: beside.next } : clock;
}
