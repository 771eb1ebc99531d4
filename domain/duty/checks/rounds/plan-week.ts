import type { Calendar } from '../../../calendar/calendar.ts';
import type { Office } from '../../../people/office.ts';
import type { Day, ThingId } from '../../../thing.ts';
import type { Shift } from '../../shift.ts';
import { drawPlan } from '../draw-plan.ts';
import type { DrawUnit, Plan, PlannedCheck, Span } from '../plan.ts';
import type { CheckPolicy } from '../policy.ts';
import type { RandomBytes } from '../random.ts';
import { type DutyTerms, setChecks } from '../set-checks.ts';
import type { CheckPlan } from './check-plan.ts';

/** After this clock a seal would not be read before the period begins at midnight. */
const LATEST_SEAL = '20:00';

/** The days that a plan drawn now would be for: from the next midnight to the end of that week (Monday to Sunday). */
export interface PlannedDays {
  readonly fromDay: Day;
  /** Outside. */
  readonly toDay: Day;
}

/**
 * On the eve of every week, from the sealing clock on, the coming week is to be drawn. A week that nobody drew in time (the
 * product was off, the roster came late) is drawn on a later evening for what is left of it. Undefined at other times, and
 * where a sealed plan is there already.
 */
export function daysToPlan(
  now: Date,
  sealed: readonly CheckPlan[],
  policy: CheckPolicy,
  calendar: Calendar,
): PlannedDays | undefined {
  if (!isSealingTime(now, policy, calendar)) return undefined;
  const { fromDay, toDay } = restOfWeek(now, calendar);
  const fromAt = calendar.at(fromDay, '00:00');
  const isThere = sealed.some((plan) => plan.kind === 'week' && plan.toAt > fromAt);
  return isThere ? undefined : { fromDay, toDay };
}

/** Whether a plan may be sealed now: in the evening, and early enough to be read before midnight. */
export function isSealingTime(now: Date, policy: CheckPolicy, calendar: Calendar): boolean {
  const clock = calendar.clockOf(now);
  return policy.sealClock <= clock && clock < LATEST_SEAL;
}

/** From tomorrow to the end of tomorrow's week. */
export function restOfWeek(now: Date, calendar: Calendar): PlannedDays {
  const fromDay = calendar.addDays(calendar.dayOf(now), 1);
  return { fromDay, toDay: calendar.addDays(fromDay, 8 - calendar.weekday(fromDay)) };
}

export interface WeekTerms extends PlannedDays {
  readonly no: string;
  /** What each day asks for. */
  readonly termsOn: (day: Day) => DutyTerms;
  readonly office: Office;
  /** Shifts that overlap the period, of every state. */
  readonly shifts: readonly Shift[];
  readonly policy: CheckPolicy;
  readonly calendar: Calendar;
  /** Stretches that are known to suspend a unit. */
  readonly suspended?: ReadonlyMap<ThingId, readonly Span[]>;
  readonly random: RandomBytes;
}

/** Draws the week over all units with a published shift in it; undefined where there is none. */
export function drawWeekPlan(terms: WeekTerms): Plan | undefined {
  const { fromDay, toDay, calendar, no, policy, random } = terms;
  const fromAt = calendar.at(fromDay, '00:00');
  const toAt = calendar.at(toDay, '00:00');
  const units = drawUnits(terms, fromAt, toAt);
  if (units.length === 0) return undefined;
  const period = { no, kind: 'week' as const, fromAt, toAt, units };
  return drawPlan({ ...period, checksPerNight: 0, rules: policy.draw, forbidden: [], random });
}

/** Units with a published shift between two moments, and when each of them is asked anyhow; `asked` are checks of other plans. */
export function drawUnits(
  terms: Omit<WeekTerms, 'no' | 'random'>,
  fromAt: Date,
  toAt: Date,
  asked: readonly Pick<PlannedCheck, 'unit' | 'at'>[] = [],
): DrawUnit[] {
  const { shifts, office, suspended } = terms;
  const published = shifts.filter(
    ({ layer, state, people, startAt, endAt }) =>
      layer === 'officer' &&
      (state === 'published' || state === 'on-duty') &&
      people.length > 0 &&
      startAt < toAt &&
      endAt > fromAt,
  );
  const others = setMoments(terms).map((at) => ({ at, kind: 'set' as const }));

  return [...office.units.values()]
    .filter(({ id, status }) => status !== 'closed' && published.some(({ unit }) => unit === id))
    .map((unit) => ({
      ...{ unit: unit.id, name: unit.name, trial: unit.status === 'trial', stratum: unit.kind },
      shifts: published
        .filter((shift) => shift.unit === unit.id)
        .map(({ id, people, startAt, endAt }) => ({ id, person: people[0]!, startAt, endAt })),
      others: [
        ...others,
        ...asked.filter((check) => check.unit === unit.id).map(({ at }) => ({ at, kind: 'random' as const })),
      ],
      suspended: suspended?.get(unit.id) ?? [],
    }));
}

function setMoments({ fromDay, toDay, policy, calendar, termsOn }: Omit<WeekTerms, 'no' | 'random'>): Date[] {
  const moments: Date[] = [];
  for (let day = fromDay; day < toDay; day = calendar.addDays(day, 1))
    moments.push(...momentsOf(day, termsOn(day), policy, calendar));
  return moments;
}

/** The set check-ins of a day besides the take-over, which is asked for by the shift itself. */
export function momentsOf(day: Day, terms: DutyTerms, policy: CheckPolicy, calendar: Calendar): Date[] {
  return setChecks(day, terms, policy, calendar)
    .filter(({ kind }) => kind === 'set')
    .map(({ at }) => at);
}
