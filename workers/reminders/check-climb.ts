import { type Decision, decide } from '../../domain/decision.ts';
import { leadersNow } from '../../domain/duty/called-now.ts';
import type { CheckIn } from '../../domain/duty/checks/check-in.ts';
import { escalateCheck, toHuman } from '../../domain/duty/checks/climb-check.ts';
import { relievedMeanwhile } from '../../domain/duty/checks/man-post.ts';
import { callLeader, callReserve, phoneList, tellHead } from '../../domain/duty/checks/tell-check.ts';
import { voidForOutages } from '../../domain/duty/checks/void-check.ts';
import { shiftsNear } from '../../domain/duty/near.ts';
import { defineReminder, type ReminderContext } from '../reminder.ts';
import { headsAbove, judges, phoneOfficers, reserveOf } from './check-people.ts';

/** Nobody has answered: the numbers go to the chief duty officer, then the leader in charge, the reserve and the head hear of it. */
export const checkClimb = [
  defineRung('phone-list', async (check, context) => {
    const handed = toHuman(check, context.now);
    if (!handed.ok) return decide({});
    const [officers, leaders] = await Promise.all([
      phoneOfficers(check, context),
      leadersNow(check.unit, context.read),
    ]);
    const told = phoneList(handed.check, officers, leaders, judges(context), context.text);
    return decide({ save: [handed.check], ...told });
  }),

  defineSending('duty-leader', async (check, context) => {
    const climbed = escalateCheck(check, context.now);
    if (!climbed.ok) return decide({});
    const leaders = (await leadersNow(check.unit, context.read)).filter(({ id }) => id !== check.person);
    return decide({ save: [climbed.check], ...callLeader(climbed.check, leaders, context.text) });
  }),

  defineSending('reserve', async (check, context) =>
    decide(callReserve(check, await reserveOf(check, context), context.text)),
  ),

  defineSending('office-head', async (check, context) =>
    decide(tellHead(check, await headsAbove(check, context), context.text)),
  ),
];

type Climb = (check: CheckIn, context: ReminderContext) => Promise<Decision>;

/** A rung that sends somebody to the post: nobody, where the next shift has taken over and it is manned. */
function defineSending(step: string, climb: Climb) {
  return defineRung(step, async (check, context) => {
    const { read, now } = context;
    const relieved = relievedMeanwhile(check, now, await shiftsNear(check.unit, now, read));
    return relieved ? decide({ save: [relieved] }) : climb(check, context);
  });
}

/** Before each rung it is asked whether the silence may be ours; then the check is void and nobody hears of it. */
function defineRung(step: string, climb: Climb) {
  return defineReminder<CheckIn>({
    thing: 'check',
    step,
    fire: async (check, context) => voidedByOutage(check, context) ?? climb(check, context),
  });
}

/**
 * What is known of outages: a step that comes late by more than `catchUpMinutes` shows that nobody kept time since the step
 * before it, and a second question that was decided but has not gone out shows that the channel is down. Where that touches the
 * window in which an answer would have been on time, the check-in never counts.
 */
function voidedByOutage(check: CheckIn, { late, now }: ReminderContext): Decision | undefined {
  const { askedAgainAt, askedAgainSentAt, handledAt, sentAt } = check;
  const outages = [
    ...(late ? [{ fromAt: handledAt ?? sentAt!, toAt: now }] : []),
    ...(askedAgainAt && !askedAgainSentAt ? [{ fromAt: askedAgainAt, toAt: now }] : []),
  ];
  const voided = voidForOutages(check, outages, now, '通道中断');
  return voided === check ? undefined : decide({ save: [voided] });
}
