import { readPoint } from './point.ts';
import type { PointSaid, Read, Relation } from './said.ts';
import { kindAt, type Run, type TokenKind } from './token.ts';

/** As many of 5日、15日、25日前 as anybody writes; the look ahead stays short. */
const LISTED = 4;

/** 10日、20日17时前: 前 and the hour are said once for all of them. */
export function listedLimit(run: Run, { said, next }: Read<PointSaid>): PointSaid | undefined {
  if (!said.day || said.day.sort === 'count') return undefined;
  let at = next;
  for (let i = 0; i < LISTED && kindAt(run, at) === 'list' && run[at]!.text[0] !== '或'; i++) {
    const more = readPoint(run, at + 1);
    if (!more?.said.day || more.said.day.sort === 'count') return undefined;
    if (kindAt(run, more.next) === 'before') return { ...said, clock: said.clock ?? more.said.clock };
    at = more.next;
  }
  return undefined;
}

/** Where 6月21日前的3个工作日内 and 下周一起5个工作日内 end: whether the named day counts people differ; 即日起3日内 is a term like any other. */
export function termBeside(run: Run, next: number, { day }: PointSaid, relation: Relation | undefined): number {
  if ((relation !== 'before' && relation !== 'from') || !day || day.sort === 'count') return 0;
  if (day.sort === 'shifted' && day.days === 0) return 0;
  const start = kindAt(run, next) === 'of' ? next + 1 : next;
  // 节前最后一周
  if (relation === 'before' && kindAt(run, start) === 'nth') return start + 1;
  if (kindAt(run, start) !== 'number') return 0;
  const term = readPoint(run, start);
  return term?.said.day?.sort === 'count' && kindAt(run, term.next) === 'within' ? term.next + 1 : 0;
}

/** The end of 第二周 behind a month and of 第一个月 behind a half or a year; 0 where it is something else. */
export function rankedPart(run: Run, { said: { day }, next }: Read<PointSaid>): number {
  if (day?.sort !== 'month' && day?.sort !== 'half' && day?.sort !== 'year') return 0;
  const week = rankedWeek(run, next);
  if (week > 0) return week;
  const start = kindAt(run, next) === 'of' ? next + 1 : next;
  if (kindAt(run, start) !== 'nth') return 0;
  const counted = kindAt(run, start + 1) === 'number' ? start + 2 : start + 1;
  const unit = kindAt(run, counted) === 'ge' ? counted + 1 : counted;
  const part = kindAt(run, unit);
  return part === 'month' || part === 'monthEnd' || part === 'weekWord' ? unit + 1 : 0;
}

/** The end of 第一周内, 第二周周五前: which seven days are meant people differ about; 0 where it is something else. */
export function rankedWeek(run: Run, at: number): number {
  const start = kindAt(run, at) === 'of' ? at + 1 : at;
  if (kindAt(run, start) !== 'nth') return 0;
  const counted = kindAt(run, start + 1) === 'number' ? start + 2 : start + 1;
  const unit = kindAt(run, counted) === 'ge' ? counted + 1 : counted;
  const week = kindAt(run, unit);
  if (week !== 'weekWord') return 0;
  const next = kindAt(run, unit + 1) === 'weekday' ? unit + 2 : unit + 1;
  const word = kindAt(run, next);
  return word === 'within' || word === 'before' ? next + 1 : next > unit + 1 ? next : 0;
}

/** 两周后周一: of which week, people differ. */
export function isWeekAfterWeeks(run: Run, next: number, { day }: PointSaid): boolean {
  const weeks = day?.sort === 'count' && day.unit === 'day' && kindAt(run, next - 2) === 'weekWord';
  return weeks && kindAt(run, next) === 'weekday' && run[next]!.shift === undefined;
}

/** 每两个工作日: no rule says it. */
export function isEveryFewWorkdays(run: Run, at: number): boolean {
  const unit = kindAt(run, at + 2) === 'ge' ? at + 3 : at + 2;
  return run[at]!.kind === 'every' && kindAt(run, at + 1) === 'number' && kindAt(run, unit) === 'workday';
}

const UNITS: ReadonlySet<TokenKind | 'none'> = new Set<TokenKind>([
  'dayCount',
  'day',
  'weekWord',
  'month',
  'hourCount',
  'minuteCount',
  'workday',
  'year',
]);

/** The end of 几天内, 三五个工作日内; 0 where it is something else. */
export function unknownTermEnd(run: Run, at: number): number {
  let next = at + 1;
  if (kindAt(run, next) === 'ge') next++;
  if (kindAt(run, next) === 'half') next++;
  return UNITS.has(kindAt(run, next)) && kindAt(run, next + 1) === 'within' ? next + 2 : 0;
}
