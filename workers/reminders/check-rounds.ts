import { type Decision, decide } from '../../domain/decision.ts';
import { type CheckIn, isAsking } from '../../domain/duty/checks/check-in.ts';
import { PAUSED, pausedAmong } from '../../domain/duty/checks/pause.ts';
import { checkNight, nightOf } from '../../domain/duty/checks/rounds/check-night.ts';
import type { CheckRounds, Round } from '../../domain/duty/checks/rounds/check-rounds.ts';
import { fileRound } from '../../domain/duty/checks/rounds/file-round.ts';
import { momentsOf } from '../../domain/duty/checks/rounds/plan-week.ts';
import { type DutyTerms, ladderUnder, nightDraws } from '../../domain/duty/checks/set-checks.ts';
import { checksOn, shiftsAround } from '../../domain/duty/collections.ts';
import { dutyTermsOn } from '../../domain/periods/duty-terms.ts';
import type { ThingId } from '../../domain/thing.ts';
import { defineReminder, type ReminderContext } from '../reminder.ts';
import { secureRandom } from '../secure-random.ts';

/** A round has come: the check-ins of whoever is on duty now are filed, each with its code, and ask by themselves. */
export const checkRounds = defineReminder<CheckRounds>({
  thing: 'check-rounds',
  step: 'round',

  async fire(thing, context) {
    const { read, step, office } = context;
    const { policy, calendar } = read;
    const round = thing.rounds.find(({ at }) => at.getTime() === step.at.getTime());
    if (!round) return decide({});
    // A check at night is asked for by the day the night ends on, which is that of its date unless nights begin before midnight.
    const day = calendar.dayOf(step.at);
    const night = nightOf(step.at, policy.checks, calendar);
    const terms = await dutyTermsOn(thing.kind === 'set' ? day : (night ?? day), read);
    if (thing.kind === 'set' && !isAskedFor(step.at, terms, context)) return after(thing, context);

    const overBefore = thing.secret?.plan.kind === 'night' && nightDraws(terms, policy.checks) === 0;
    const paused = overBefore
      ? new Map(round.units?.map((unit) => [unit, NO_LONGER]))
      : await pausedUnits(thing, round, context);
    const filed = fileRound(round, {
      ...{ kind: thing.kind, office, policy: policy.checks, random: secureRandom },
      ...(thing.secret && { plan: thing.secret.plan.no }),
      ...(thing.called && { calledBy: thing.called.by }),
      ...(paused.size > 0 && { paused }),
      ladder: ladderUnder(terms, policy.checks),
      shifts: await shiftsAround(step.at, read),
      taken: await openCodes(context),
    });
    const isTold = night !== undefined && filed.checks.some(({ trial }) => !trial);
    const noted: CheckRounds = { ...thing, skipped: [...thing.skipped, ...filed.skipped] };
    const told = isTold ? [checkNight(night, policy.checks, calendar, read.now)] : [];
    return after(noted, context, [...filed.checks, ...told]);
  },
});

const NO_LONGER = '重点时段已结束';

/** Units that have their hands full: nobody is asked there unannounced, and the plan says why when it is published. */
async function pausedUnits({ kind }: CheckRounds, { units = [] }: Round, { read, step }: ReminderContext) {
  if (kind === 'set') return new Map<ThingId, string>();
  return new Map((await pausedAmong(units, step.at, read)).map((unit) => [unit, PAUSED]));
}

/** A day asks for other check-ins than it did when they were filed: a warning has ended, a period was moved. */
function isAskedFor(at: Date, terms: DutyTerms, { read }: ReminderContext): boolean {
  const { calendar, policy } = read;
  return momentsOf(calendar.dayOf(at), terms, policy.checks, calendar).some((moment) => +moment === +at);
}

/** A secret stays until it is published; a day's rounds are done with after the last. */
function after(thing: CheckRounds, { step }: ReminderContext, save: Decision['save'] = []): Decision {
  const isLast = thing.rounds.every(({ at }: Round) => at <= step.at);
  return decide({ save: [...save, thing], drop: isLast && !thing.secret && !thing.called ? [thing.id] : [] });
}

/** Codes that somebody may still answer with. */
async function openCodes({ read, step }: ReminderContext): Promise<Set<string>> {
  const { calendar } = read;
  const days = [calendar.addDays(calendar.dayOf(step.at), -1), calendar.dayOf(step.at)];
  const checks = (await Promise.all(days.map((day) => read.members<CheckIn>(checksOn(day))))).flat();
  return new Set(
    checks.filter((check) => check.state === 'planned' || isAsking(check)).flatMap(({ code }) => code ?? []),
  );
}
