import type { Calendar } from '../../../calendar/calendar.ts';
import type { Day } from '../../../thing.ts';
import { drawPlan } from '../draw-plan.ts';
import type { Plan, PlannedCheck } from '../plan.ts';
import type { CheckPolicy } from '../policy.ts';
import { type DutyTerms, nightDraws } from '../set-checks.ts';
import type { CheckPlan } from './check-plan.ts';
import { drawUnits, isSealingTime, restOfWeek, type WeekTerms } from './plan-week.ts';

/** Nights in a row that ask for the same number of draws. */
export interface NightStretch {
  /** From the beginning of the first night to the end of the last; between them the days are part of it, and no minute of them is drawn. */
  readonly fromAt: Date;
  readonly toAt: Date;
  readonly fromDay: Day;
  /** Outside. */
  readonly toDay: Day;
  readonly checksPerNight: number;
}

/**
 * The nights of key periods that are to be drawn on this evening: those of the rest of the week that ask for draws and lie in no
 * sealed plan. A period that begins or is entered within the week is drawn on the evening after; nights of other counts are
 * plans of their own.
 */
export function nightsToPlan(
  now: Date,
  termsOn: (day: Day) => DutyTerms,
  sealed: readonly CheckPlan[],
  policy: CheckPolicy,
  calendar: Calendar,
): NightStretch[] {
  if (!isSealingTime(now, policy, calendar)) return [];
  const { fromDay, toDay } = restOfWeek(now, calendar);
  const stretches: NightStretch[] = [];
  for (let day = fromDay; day < toDay; day = calendar.addDays(day, 1)) {
    const checksPerNight = nightDraws(termsOn(day), policy);
    const night = nightEndingOn(day, policy, calendar);
    const isSealed = sealed.some(
      ({ kind, fromAt, toAt }) => kind === 'night' && fromAt <= night.fromAt && night.toAt <= toAt,
    );
    if (checksPerNight < 1 || isSealed || night.fromAt <= now) continue;

    const last = stretches.at(-1);
    const until = { toAt: night.toAt, toDay: calendar.addDays(day, 1) };
    if (last?.toDay === day && last.checksPerNight === checksPerNight)
      stretches[stretches.length - 1] = { ...last, ...until };
    else stretches.push({ fromAt: night.fromAt, fromDay: day, checksPerNight, ...until });
  }
  return stretches;
}

/** A night is named by the day it ends on. */
function nightEndingOn(day: Day, { draw }: CheckPolicy, calendar: Calendar): { fromAt: Date; toAt: Date } {
  const [from, to] = draw.nightWindow.split('-') as [string, string];
  const begins = from <= to ? day : calendar.addDays(day, -1);
  return { fromAt: calendar.at(begins, from), toAt: calendar.at(day, to) };
}

export interface NightTerms extends Omit<WeekTerms, 'fromDay' | 'toDay'> {
  readonly stretch: NightStretch;
  /** What other sealed plans ask of these units. */
  readonly asked: readonly Pick<PlannedCheck, 'unit' | 'at'>[];
}

/** Draws the nights over all units with a published shift in them; undefined where there is none. */
export function drawNightPlan({ stretch, asked, ...terms }: NightTerms): Plan | undefined {
  const { fromAt, toAt, checksPerNight } = stretch;
  const units = drawUnits({ ...terms, ...stretch }, fromAt, toAt, asked);
  if (units.length === 0) return undefined;
  const { no, policy, random } = terms;
  return drawPlan({
    no,
    kind: 'night',
    fromAt,
    toAt,
    units,
    checksPerNight,
    rules: policy.draw,
    forbidden: [],
    random,
  });
}
