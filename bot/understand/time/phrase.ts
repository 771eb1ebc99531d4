import type { ClockSaid, DaySaid, PhraseSaid, PointSaid, Read, Relation, Way } from './said.ts';
import type { Run, TokenKind } from './token.ts';
import { numericClock, officeClock, partOfDay } from './ways/clock.ts';
import { every } from './ways/every.ts';
import { readDay } from './ways/index.ts';

const RELATIONS: Partial<Record<TokenKind, Relation>> = {
  before: 'before',
  within: 'within',
  until: 'until',
  after: 'after',
  from: 'from',
  period: 'during',
};

/** The longest phrase of time that begins with this token: a day, a clock, or both, with 前, 内 …, or a range of two. */
export const readPhrase: Way<PhraseSaid> = (run, at) => {
  const first = run[at]!;
  if (first.kind === 'now') return finish(run, at, at + 1, { now: true });

  const recurring = every(run, at);
  if (recurring) {
    const clocks = clocksAt(run, recurring.next);
    const [clock, ...moreClocks] = clocks.said;
    return withRelation(run, at, clocks.next, { every: recurring.said, ...(clock && { clock, moreClocks }) });
  }

  const point = readPoint(run, at);
  if (!point) return undefined;
  return readRange(run, at, point) ?? withRelation(run, at, point.next, point.said);
};

type Part = Partial<Omit<PhraseSaid, 'from' | 'to'>>;

function finish(run: Run, at: number, next: number, part: Part): Read<PhraseSaid> {
  return { said: { exclusive: false, now: false, ...part, from: run[at]!.from, to: run[next - 1]!.to }, next };
}

function withRelation(run: Run, at: number, start: number, part: Part): Read<PhraseSaid> {
  const relation = run[start] && RELATIONS[run[start].kind];
  const next = relation ? start + 1 : start;
  const distance = relation === 'before' ? distanceAt(run, next) : undefined;
  if (distance) return finish(run, at, distance, { ...part, relation, beyond: true });
  const exclusive = run[next]?.kind === 'exclusive';
  return finish(run, at, exclusive ? next + 1 : next, { ...part, ...(relation && { relation }), exclusive });
}

/** 三天 and 两个工作日 right after 前. */
function distanceAt(run: Run, at: number): number | undefined {
  if (run[at]?.kind !== 'number') return undefined;
  const unit = run[at + 1]?.kind === 'ge' ? at + 2 : at + 1;
  const kind = run[unit]?.kind;
  return kind === 'dayCount' || kind === 'workday' || kind === 'weekWord' ? unit + 1 : undefined;
}

/** A到B, A至B止, A起至B. */
function readRange(run: Run, at: number, start: Read<PointSaid>): Read<PhraseSaid> | undefined {
  let next = run[start.next]?.kind === 'from' ? start.next + 1 : start.next;
  const kind = run[next]?.kind;
  if (kind !== 'to' && kind !== 'dash') return undefined;
  next++;
  const until = readPoint(run, next);
  if (!until || until.said.day?.sort === 'count' || start.said.day?.sort === 'count') return undefined;
  const end = run[until.next]?.kind === 'until' ? until.next + 1 : until.next;
  return withRelation(run, at, end, { ...start.said, until: until.said });
}

function readPoint(run: Run, at: number): Read<PointSaid> | undefined {
  const day = readDay(run, at);
  if (!day) {
    const clock = clockAt(run, at);
    return clock && { said: { clock: clock.said }, next: clock.next };
  }
  const also = secondName(run, day);
  const start = also?.next ?? day.next;
  const clock = day.said.sort === 'count' ? undefined : clockAt(run, start);
  const part = day.said.sort === 'shifted' ? run[at]!.part : undefined;
  const said =
    clock && part && clock.said.sort === 'clock' && clock.said.bare
      ? { ...clock.said, part, bare: false }
      : clock?.said;
  return {
    said: {
      day: also?.said.replaces ? also.said.day : day.said,
      ...(also && { also: also.said.replaces ? day.said : also.said.day }),
      ...(said ? { clock: said } : part && { clock: { sort: 'part' as const, part } }),
    },
    next: clock?.next ?? start,
  };
}

/** 9月18日（周五）, 9月18日周五, 下周五（9月25日）. The date is the day, the weekday its check. */
function secondName(run: Run, day: Read<DaySaid>): Read<{ day: DaySaid; replaces: boolean }> | undefined {
  const opened = run[day.next]?.kind === 'open';
  const second = readDay(run, opened ? day.next + 1 : day.next);
  if (!second || (opened && run[second.next]?.kind !== 'close')) return undefined;

  const next = opened ? second.next + 1 : second.next;
  const isDate = (said: DaySaid) => said.sort === 'date' || said.sort === 'day-of-month';
  if (second.said.sort === 'weekday' && (isDate(day.said) || day.said.sort === 'shifted')) {
    return { said: { day: second.said, replaces: false }, next };
  }
  const replaces = opened && isDate(second.said) && (day.said.sort === 'weekday' || day.said.sort === 'shifted');
  return replaces ? { said: { day: second.said, replaces }, next } : undefined;
}

function clockAt(run: Run, at: number): Read<ClockSaid> | undefined {
  if (at >= run.length) return undefined;
  return numericClock(run, at) ?? officeClock(run, at) ?? partOfDay(run, at);
}

/** 8时、12时、20时. */
function clocksAt(run: Run, at: number): Read<ClockSaid[]> {
  const said: ClockSaid[] = [];
  let next = at;
  for (let clock = clockAt(run, next); clock; clock = run[next]?.kind === 'list' ? clockAt(run, next + 1) : undefined) {
    said.push(clock.said);
    next = clock.next;
  }
  return { said, next };
}
