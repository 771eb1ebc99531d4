import { lastTrialDay, type Trial, trialId } from '../../people/trial.ts';
import type { TrialSpan } from '../../people/trial-begin.ts';
import type { Reading } from '../../reading.ts';
import type { Day, ThingId } from '../../thing.ts';
import { leaveProblems } from '../absences/roster-leaves.ts';
import { shiftsOfUnit } from '../collections.ts';
import type { Shift } from '../shift.ts';
import type { Act } from '../shift-rules.ts';
import type { RosterDraft, RosterResult } from './draft.ts';
import {
  begunAndDifferent,
  hasShift,
  type PublishContext,
  type RosterChange,
  rosterChanges,
  shiftIdsOf,
} from './publish-roster.ts';
import { type RosterContext, settleRoster } from './settle.ts';

/** A roster against what is published: what it says, and what publishing it would change. */
export interface PublishPlan {
  /** Without gaps on days that the sheet does not have and that are published already. */
  readonly result: RosterResult;
  readonly changes: readonly RosterChange[];
  /** Running shifts for which the roster has other people; they stay as they are. */
  readonly begun: readonly Shift[];
  /** Days that the sheet does not have and that are published already: they stay as they are. */
  readonly kept: readonly Day[];
  /** The days that are only for practice, where the unit is on trial. */
  readonly trial?: TrialSpan;
}

const MONTH_DAYS = 31;

/** What reading and settling a roster of this unit needs; the day of duty begins as the policy says. */
export async function rosterContext(unit: ThingId, read: Reading): Promise<RosterContext> {
  const { calendar, policy } = read;
  return {
    unit,
    office: await read.office(),
    calendar,
    today: calendar.dayOf(read.now),
    shiftTimes: { start: policy.checks.shiftStart, hours: 24 },
    restHours: policy.duty.restHours,
  };
}

export async function publishPlan(draft: RosterDraft, act: Act, read: Reading): Promise<PublishPlan> {
  const settling = await rosterContext(draft.unit, read);
  const result = settleRoster(draft, settling);
  const { span } = result;
  if (!span) return { result, changes: [], begun: [], kept: [] };

  const { calendar, policy } = read;
  const earlier = await shiftsOfUnit(draft.unit, calendar.addDays(span.from, -MONTH_DAYS), span.to, read);
  const trial = trialSpan(
    result,
    earlier,
    settling,
    await read.thing<Trial>(trialId(draft.unit)),
    policy.duty.trialDays,
  );
  const context: PublishContext = {
    calendar,
    policy: policy.duty,
    shiftTimes: settling.shiftTimes,
    act,
    isTrial: (day) => trial !== undefined && day <= trial.untilDay,
  };
  const named = await read.things<Shift>(shiftIdsOf(result, context));
  const known = [...new Map([...earlier, ...named].map((shift) => [shift.id, shift])).values()].filter(
    ({ day }) => span.from <= day && day <= span.to,
  );
  return {
    result: {
      ...result,
      problems: [
        ...result.problems.filter((problem) => !isPublished(problem, known)),
        ...(await leaveProblems(result.rows, read)),
      ],
    },
    changes: rosterChanges(result, known, context),
    kept: result.problems.filter((problem) => isPublished(problem, known)).flatMap(({ days }) => days),
    begun: begunAndDifferent(result, known, context),
    ...(trial && { trial }),
  };
}

function isPublished({ kind, cell, days, layer }: RosterResult['problems'][number], known: readonly Shift[]): boolean {
  return kind === 'gap' && !cell && layer !== undefined && days.every((day) => hasShift(known, { day, layer }));
}

/**
 * Counted from the first day on which the unit has anybody on duty; days of a roster never go, so that an earlier one only can
 * come. Once it runs, or where a person has set its end, it stays.
 */
function trialSpan(
  result: RosterResult,
  earlier: readonly Shift[],
  { office, unit, calendar, today }: RosterContext,
  filed: Trial | undefined,
  days: number,
): TrialSpan | undefined {
  if (office.units.get(unit)?.status !== 'trial') return undefined;
  const running = filed && !filed.endedAt ? filed : undefined;
  if (running && (running.setBy || running.fromDay <= today)) return spanOf(running);

  const known = earlier.filter(({ state }) => state !== 'cancelled').map(({ day }) => day);
  const coming = result.rows.map(({ day }) => day).filter((day) => day >= today);
  const [fromDay] = [...(running ? [running.fromDay] : []), ...known, ...coming].sort();
  return fromDay ? { fromDay, untilDay: lastTrialDay(fromDay, days, calendar.addDays) } : undefined;
}

function spanOf({ fromDay, untilDay }: TrialSpan): TrialSpan {
  return { fromDay, untilDay };
}
