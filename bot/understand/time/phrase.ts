import { readRange } from './phrase-range.ts';
import {
  isEveryFewWorkdays,
  isWeekAfterWeeks,
  listedLimit,
  rankedPart,
  rankedWeek,
  termBeside,
  unknownTermEnd,
} from './phrase-terms.ts';
import { readPoint } from './point.ts';
import type { ClockSaid, EverySaid, PhraseSaid, PointSaid, Read, Relation, Way } from './said.ts';
import { kindAt, type Run, type TokenKind } from './token.ts';
import { readClock } from './ways/clock.ts';
import { every } from './ways/every/index.ts';

const RELATIONS: ReadonlyMap<TokenKind, Relation> = new Map<TokenKind, Relation>([
  ['before', 'before'],
  ['within', 'within'],
  ['until', 'until'],
  ['after', 'after'],
  ['from', 'from'],
  ['period', 'during'],
  ['since', 'since'],
]);

const EMPTY: PointSaid = { day: undefined, clock: undefined, also: undefined };

/** The longest phrase of time that begins with this token: a day, a clock, or both, with 前, 内 …, or a range of two. */
export const readPhrase: Way<PhraseSaid> = (run, at) => {
  const { kind } = run[at]!;
  if (kind === 'now') return close(run, at, at + 1, EMPTY, NOW);
  if (kind === 'few') return unknownTerm(run, at);

  if (kind === 'every' || kind === 'everyOther' || kind === 'workday' || kind === 'weekday') {
    const recurring = every(run, at);
    if (recurring) return recurrence(run, at, recurring);
    if (kind === 'every' && kindAt(run, at + 1) === 'year') return eachFeast(run, at);
    if (kind === 'everyOther' || isEveryFewWorkdays(run, at)) return unknownInterval(run, at);
  }
  if (kind === 'nth') {
    const next = rankedWeek(run, at);
    if (next > 0) return close(run, at, next, EMPTY, BEYOND);
  }
  const point = readPoint(run, at);
  if (!point) return undefined;
  const part = rankedPart(run, point);
  if (part > 0) return close(run, at, part, EMPTY, BEYOND);
  const listed = listedLimit(run, point);
  if (listed) return close(run, at, point.next, listed, ALONE, 'before');
  const range = readRange(run, point);
  if (range) return withRelation(run, at, range.next, point.said, { ...ALONE, until: range.said });
  return withRelation(run, at, point.next, point.said, ALONE);
};

/** What a phrase has beside its first point. */
interface Rest {
  readonly until: PointSaid | undefined;
  readonly every: EverySaid | undefined;
  readonly moreClocks: readonly ClockSaid[] | undefined;
  readonly now: boolean;
  readonly beyond: boolean;
}

/** Nothing beside it; the others are made from it, so that all have one shape. */
const ALONE: Rest = { until: undefined, every: undefined, moreClocks: undefined, now: false, beyond: false };
const NOW: Rest = { ...ALONE, now: true };
const BEYOND: Rest = { ...ALONE, beyond: true };

function close(
  run: Run,
  at: number,
  next: number,
  point: PointSaid,
  rest: Rest,
  relation?: Relation,
  exclusive = false,
  about = false,
): Read<PhraseSaid> {
  const said: PhraseSaid = {
    from: run[at]!.from,
    to: run[next - 1]!.to,
    day: point.day,
    clock: point.clock,
    also: point.also,
    relation,
    exclusive,
    until: rest.until,
    every: rest.every,
    since: undefined,
    moreClocks: rest.moreClocks,
    now: rest.now,
    about,
    beyond: rest.beyond,
  };
  return { said, next };
}

function withRelation(run: Run, at: number, start: number, point: PointSaid, rest: Rest): Read<PhraseSaid> {
  const word = run[start];
  if (!word) return close(run, at, start, point, rest);
  let relation = RELATIONS.get(word.kind);
  const about = word.kind === 'about';
  let next = relation || about ? start + 1 : start;
  const mark = kindAt(run, next);
  if (mark === 'exclusive' || mark === 'inclusive') {
    next++;
    // 3月20日（不含当日）前
    const behind = run[next];
    const later = relation === undefined && behind ? RELATIONS.get(behind.kind) : undefined;
    if (later) next++;
    relation ??= later;
  }
  const term = termBeside(run, next, point, relation);
  if (term > 0) return close(run, at, term, EMPTY, BEYOND, relation);
  if (relation === 'after' && isWeekAfterWeeks(run, next, point))
    return close(run, at, next + 1, EMPTY, BEYOND, relation);
  return close(run, at, next, point, rest, relation, mark === 'exclusive', about);
}

/** 每年春节前, 每年汛前: the moon and the seasons keep to no rule. */
function eachFeast(run: Run, at: number): Read<PhraseSaid> | undefined {
  const point = readPoint(run, at + 2);
  if (!point) return undefined;
  const next = RELATIONS.has(kindAt(run, point.next) as TokenKind) ? point.next + 1 : point.next;
  return close(run, at, next, EMPTY, BEYOND);
}

/** 几天内, 三五个工作日内, 十几天内: a term of unknown length. */
function unknownTerm(run: Run, at: number): Read<PhraseSaid> | undefined {
  const next = unknownTermEnd(run, at);
  return next > 0 ? close(run, at, next, EMPTY, BEYOND, 'within') : undefined;
}

/** 每隔三天 is every third day for some and every fourth for others. */
function unknownInterval(run: Run, at: number): Read<PhraseSaid> | undefined {
  const next = kindAt(run, at + 2) === 'ge' ? at + 3 : at + 2;
  return kindAt(run, at + 1) === 'number' && run[next] ? close(run, at, next + 1, EMPTY, BEYOND) : undefined;
}

/** 每天8时、20时; 每天早晚8点; 每月1日至5日 names two days and is asked. */
function recurrence(run: Run, at: number, { said, next: start }: Read<EverySaid>): Read<PhraseSaid> {
  const from = kindAt(run, start) === 'of' ? start + 1 : start;
  const loose = kindAt(run, from);
  const week = rankedWeek(run, from);
  if (week > 0) return close(run, at, week, EMPTY, { ...ALONE, every: said, beyond: true });
  // 每月中旬 names ten days.
  if (loose === 'third' || loose === 'begins')
    return withRelation(run, at, from + 1, EMPTY, { ...ALONE, every: said, beyond: true });
  const clocks = clocksAt(run, from, said);
  const joins = kindAt(run, clocks.next);
  const until = joins === 'to' || joins === 'dash' ? readPoint(run, clocks.next + 1) : undefined;
  const [clock, ...moreClocks] = clocks.said;
  const point: PointSaid = { day: undefined, clock, also: undefined };
  if (!until) return withRelation(run, at, clocks.next, point, { ...ALONE, every: said, moreClocks });
  // 每天8点到18点 is a stretch of each day: it begins at its first hour.
  const daily = clock !== undefined && until.said.day === undefined;
  return withRelation(run, at, until.next, point, { ...ALONE, every: said, moreClocks, beyond: !daily });
}

function clocksAt(run: Run, at: number, { part }: EverySaid): Read<ClockSaid[]> {
  const both = twoParts(run, at, part);
  if (both) return both;
  const said: ClockSaid[] = [];
  let next = at;
  for (let clock = readClock(run, next); clock; clock = nextClock(run, next)) {
    const inherits = part !== undefined && clock.said.sort === 'clock' && clock.said.part === undefined;
    said.push(inherits && clock.said.sort === 'clock' ? { ...clock.said, part, bare: false } : clock.said);
    next = clock.next;
  }
  return { said, next };
}

/** 、20时 and 晚8点 behind another hour. */
function nextClock(run: Run, at: number): Read<ClockSaid> | undefined {
  const kind = kindAt(run, at);
  if (kind === 'list') return readClock(run, at + 1);
  return kind === 'part' ? readClock(run, at) : undefined;
}

/** 每天早晚8点: one hour for both. */
function twoParts(run: Run, at: number, part: EverySaid['part']): Read<ClockSaid[]> | undefined {
  const from = part === undefined ? at : at - 1;
  const first = run[from];
  if (first?.kind !== 'part' || kindAt(run, from + 1) !== 'part') return undefined;
  const clock = readClock(run, from + 1);
  if (clock?.said.sort !== 'clock') return undefined;
  return { said: [{ ...clock.said, part: first.part, bare: false }, clock.said], next: clock.next };
}
