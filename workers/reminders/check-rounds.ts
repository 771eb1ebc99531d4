import { decide } from '../../domain/decision.ts';
import { type CheckIn, isAsking } from '../../domain/duty/checks/check-in.ts';
import { checkNight, nightOf } from '../../domain/duty/checks/rounds/check-night.ts';
import type { CheckRounds } from '../../domain/duty/checks/rounds/check-rounds.ts';
import { fileRound } from '../../domain/duty/checks/rounds/file-round.ts';
import { ORDINARY_TERMS } from '../../domain/duty/checks/rounds/plan-week.ts';
import { ladderUnder } from '../../domain/duty/checks/set-checks.ts';
import { checksOn, shiftsAround } from '../../domain/duty/collections.ts';
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

    const filed = fileRound(round, {
      ...{ kind: thing.kind, office, policy: policy.checks, random: secureRandom },
      ...(thing.secret && { plan: thing.secret.plan.no }),
      ladder: ladderUnder(ORDINARY_TERMS, policy.checks),
      shifts: await shiftsAround(step.at, read),
      taken: await openCodes(context),
    });
    const night = nightOf(step.at, policy.checks, calendar);
    const isTold = night !== undefined && filed.checks.some(({ trial }) => !trial);
    const noted: CheckRounds = { ...thing, skipped: [...thing.skipped, ...filed.skipped] };
    const isLast = thing.rounds.every(({ at }) => at <= step.at);
    return decide({
      save: [...filed.checks, ...(isTold ? [checkNight(night, policy.checks, calendar, read.now)] : []), noted],
      // A secret stays until it is published; a day's rounds are done with.
      drop: isLast && !thing.secret ? [thing.id] : [],
    });
  },
});

/** Codes that somebody may still answer with. */
async function openCodes({ read, step }: ReminderContext): Promise<Set<string>> {
  const { calendar } = read;
  const days = [calendar.addDays(calendar.dayOf(step.at), -1), calendar.dayOf(step.at)];
  const checks = (await Promise.all(days.map((day) => read.members<CheckIn>(checksOn(day))))).flat();
  return new Set(
    checks.filter((check) => check.state === 'planned' || isAsking(check)).flatMap(({ code }) => code ?? []),
  );
}
