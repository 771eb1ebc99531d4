import { decide } from '../../domain/decision.ts';
import { closed, opened, type Period } from '../../domain/periods/period.ts';
import { defineReminder } from '../reminder.ts';

/** A period begins and ends by itself, at midnight; nobody is told then, because everybody was told before. */
export const periodTurn = [
  defineReminder<Period>({
    thing: 'period',
    step: 'open',
    fire: async (period, { now }) => decide({ save: [opened(period, now)] }),
  }),
  defineReminder<Period>({
    thing: 'period',
    step: 'close',
    fire: async (period, { now }) => decide({ save: [closed(period, now)] }),
  }),
  defineReminder<Period>({
    thing: 'period',
    step: 'settle',
    fire: async (period) => decide({ save: [{ ...period, state: 'settled' } as Period] }),
  }),
];
