import { decide } from '../../domain/decision.ts';
import type { CheckIn } from '../../domain/duty/checks/check-in.ts';
import { askAgain } from '../../domain/duty/checks/climb-check.ts';
import { firstAsk, secondAsk } from '../../domain/duty/checks/tell-check.ts';
import { endPractice, lapseUnsent } from '../../domain/duty/checks/void-check.ts';
import { defineReminder } from '../reminder.ts';

/** The person on duty is asked, and once more; what did not get out in time, and what was practice, is void. */
export const checkAsk = [
  defineReminder<CheckIn>({
    thing: 'check',
    step: 'ask',
    fire: async (check, { text }) => decide(firstAsk(check, text)),
  }),

  defineReminder<CheckIn>({
    thing: 'check',
    step: 'second-ask',

    async fire(check, { now, text }) {
      const asked = askAgain(check, now);
      return asked.ok ? decide({ save: [asked.check], ...secondAsk(asked.check, text) }) : decide({});
    },
  }),

  defineReminder<CheckIn>({
    thing: 'check',
    step: 'unsent',
    fire: async (check, { now }) => decide({ save: [lapseUnsent(check, now).check] }),
  }),

  defineReminder<CheckIn>({
    thing: 'check',
    step: 'practice-over',
    fire: async (check, { now }) => decide({ save: [endPractice(check, now).check] }),
  }),
];
