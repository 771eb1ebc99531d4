import type { Convention } from './conventions.ts';
import { yearOf } from './days.ts';
import { endOf, isProvisional, limitOn, type Point, startOf } from './resolve-point.ts';
import { PLAIN, type Resolved, resolved, type TimeContext } from './resolved.ts';
import type { PhraseSaid } from './said.ts';

/** What 前, 内, 后, 期间 or nothing at all make of a point. */
export function byRelation(said: PhraseSaid, point: Point, context: TimeContext): Resolved {
  const { relation } = said;
  const sort = said.day?.sort;
  const yearlyStretch = sort === 'break' || sort === 'season';
  const limits =
    relation === 'before' ||
    relation === 'until' ||
    (relation === 'within' && (sort !== 'break' || point.clock !== undefined));
  if (limits) return asLimit(said, point, context);
  const feast = sort === 'festival' || sort === 'term' || sort === 'lunar';
  if (relation === 'after' && (yearlyStretch || (feast && !point.clock))) return afterwards(said, point, context);

  const { days, clock } = point;
  const spread = (days.whole || relation === 'during') && clock === undefined;
  const startAt = startOf(point, context);
  const isPast = clock ? startAt.getTime() < context.at.getTime() : days.last < context.today;
  return resolved(spread ? 'range' : 'at', startAt, limitOn(days.due, point, context), clock ? 'minute' : 'day', {
    ...PLAIN,
    byGrain: point.byClock ? 'minute' : 'day',
    endAt: spread ? endOf(days.last, context) : undefined,
    choices: days.others ? days.others.map((day) => limitOn(day, point, context)) : choicesOf(point, days.due, context),
    provisional: isProvisional(point, context),
    past: relation !== 'from' && isPast,
    assumed: point.assumed,
    conventions: conventions(point, undefined),
  });
}

/** 下周前 is before the week for some and before its end for others; so is 今晚前, which names no hour. */
function asLimit(said: PhraseSaid, point: Point, context: TimeContext): Resolved {
  const { days, byClock } = point;
  const before = said.relation === 'before';
  // 除夕晚8点前, 中秋节上午9点前: an hour of that day itself.
  const ofThatDay = days.first === days.last && point.byClock !== undefined;
  const due = before && days.before === 'exclusive' && !ofThatDay ? days.dueBefore : days.due;
  const day = said.exclusive ? context.calendar.addDays(days.due, -1) : due;
  const byAt = limitOn(day, point, context);
  const assumed = byClock?.assumed !== undefined && !point.clock ? [...point.assumed, byClock.assumed] : point.assumed;
  return resolved('deadline', byAt, byAt, byClock ? 'minute' : 'day', {
    ...PLAIN,
    choices: limitChoices(before, point, context) ?? choicesOf(point, day, context),
    provisional: isProvisional(point, context) || (due !== days.due && dependsOnWork(said, due, context)),
    assumed,
    conventions: conventions(point, said.exclusive ? 'exclusive' : limitConvention(said, point)),
  });
}

/** 元宵节前 is up to a working day, which a year without an arrangement only guesses. */
function dependsOnWork({ day }: PhraseSaid, due: string, { calendar }: TimeContext): boolean {
  return day?.sort !== 'season' && !calendar.isAnnounced(yearOf(due));
}

/** Where 前 may mean before a stretch or before its end; once it has begun only its end is left. */
function limitChoices(before: boolean, point: Point, context: TimeContext): Date[] | undefined {
  const { days } = point;
  if (days.others) return days.others.map((day) => limitOn(day, point, context));
  if (!before || days.before !== 'either' || point.clock) return undefined;
  const early = limitOn(days.dueBefore, point, context);
  return early < context.at ? undefined : [early, limitOn(days.due, point, context)];
}

function choicesOf(point: Point, day: string, { calendar }: TimeContext): readonly Date[] | undefined {
  return point.instead ?? point.hours?.map((hours) => calendar.at(day, hours));
}

function limitConvention(said: PhraseSaid, { days, byClock, by }: Point): Convention | undefined {
  if (said.relation !== 'before') return byClock ? undefined : 'closing';
  if (days.before === 'exclusive') {
    if (said.day?.sort === 'season') return 'season-before';
    return said.day?.sort === 'break' ? 'break-before' : 'feast-before';
  }
  return by === 'season-days' || byClock ? undefined : 'inclusive';
}

function conventions({ by, days, byClock }: Point, limit: Convention | undefined): Convention[] {
  const codes: Convention[] = [];
  if (by && by !== limit) codes.push(by);
  if (byClock?.by && byClock.by !== by) codes.push(byClock.by);
  if (limit) codes.push(limit);
  if (limit && !byClock && limit !== 'closing') codes.push('closing');
  if (days.official && days.by !== 'workdays' && limit === undefined && !by) codes.push('break-days');
  return codes;
}

/** 节后 is the first working day after the break; 汛期后 the day after its last. */
function afterwards(said: PhraseSaid, point: Point, context: TimeContext): Resolved {
  const { calendar, today } = context;
  const { days } = point;
  const begins = said.day?.sort === 'season' && said.day.edge === -1;
  const official = said.day?.sort === 'break';
  const day = official ? calendar.addWorkdays(days.last, 1) : begins ? days.first : calendar.addDays(days.last, 1);
  const clock = point.byClock;
  const startAt = clock ? limitOn(day, point, context) : calendar.at(day, '00:00');
  return resolved('at', startAt, limitOn(day, point, context), clock ? 'minute' : 'day', {
    ...PLAIN,
    provisional: isProvisional(point, context),
    past: day < today,
    assumed: official ? [...point.assumed, '“节后”按节后第一个工作日'] : point.assumed,
    conventions: official ? ['break-after'] : point.by ? [point.by] : [],
  });
}
