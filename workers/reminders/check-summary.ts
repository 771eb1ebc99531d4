import { decide } from '../../domain/decision.ts';
import type { CheckIn } from '../../domain/duty/checks/check-in.ts';
import { type CheckNight, nightOf } from '../../domain/duty/checks/rounds/check-night.ts';
import type { CheckPlan } from '../../domain/duty/checks/rounds/check-plan.ts';
import { type CheckRounds, secretRoundsId } from '../../domain/duty/checks/rounds/check-rounds.ts';
import { deviationsFrom } from '../../domain/duty/checks/rounds/deviations.ts';
import { revealText } from '../../domain/duty/checks/seal/seal-text.ts';
import { checksOn } from '../../domain/duty/collections.ts';
import { reachable } from '../../domain/people/reach.ts';
import type { Reading } from '../../domain/reading.ts';
import type { Day } from '../../domain/thing.ts';
import { nightSummaryText } from '../../domain/wording/checks.ts';
import { AGAIN_MARK, LATE_MARK } from '../../domain/wording/outbox.ts';
import { defineReminder } from '../reminder.ts';
import { judges } from './check-people.ts';

/** After the fact: what a night's checks came to, and the whole plan once its time is over. Both in private, to those who rule. */
export const checkSummary = [
  defineReminder<CheckNight>({
    thing: 'check-night',
    step: 'summary',

    async fire(night, context) {
      const { read, text, occurrence } = context;
      const { calendar, policy } = read;
      const checks = await checksBetween(calendar.addDays(night.day, -1), night.day, read);
      const asked = checks.filter(({ askAt }) => nightOf(askAt, policy.checks, calendar) === night.day);
      if (asked.length === 0) return decide({ drop: [night.id] });
      const summary = nightSummaryText(asked, calendar.closing(night.day), text);
      return decide({
        drop: [night.id],
        say: judges(context).map(({ id }) => ({
          to: id,
          class: 'L2' as const,
          text: summary,
          once: `${occurrence}.${id}`,
        })),
      });
    },
  }),

  defineReminder<CheckPlan>({
    thing: 'check-plan',
    step: 'reveal',

    async fire(sealed, context) {
      const { read, office, now, occurrence } = context;
      const rounds = await read.thing<CheckRounds>(secretRoundsId(sealed.no));
      if (!rounds?.secret) throw new Error(`the plan of ${sealed.no} is gone`);
      const { plan, salt } = rounds.secret;
      const { calendar, policy } = read;
      const checks = await checksBetween(calendar.dayOf(sealed.fromAt), calendar.dayOf(sealed.toAt), read);
      const room = policy.message.maxChars - LATE_MARK.length - AGAIN_MARK.length;
      const texts = revealText(plan, salt, deviationsFrom(plan, checks, rounds.skipped), room);
      const told = reachable(office, sealed.told);
      return decide({
        save: [{ ...sealed, state: 'revealed', revealed: { plan, salt, at: now } } as CheckPlan],
        drop: [rounds.id],
        say: (told.length > 0 ? told : judges(context)).flatMap(({ id }) =>
          texts.map((text, index) => ({
            to: id,
            class: 'D' as const,
            text,
            once: `${occurrence}.${id}.${index + 1}`,
            about: sealed.no,
          })),
        ),
      });
    },
  }),
];

async function checksBetween(fromDay: Day, toDay: Day, read: Reading): Promise<CheckIn[]> {
  const days: Day[] = [];
  for (let day = fromDay; day <= toDay; day = read.calendar.addDays(day, 1)) days.push(day);
  return (await Promise.all(days.map((day) => read.members<CheckIn>(checksOn(day))))).flat();
}
