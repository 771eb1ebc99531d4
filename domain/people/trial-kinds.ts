import { defineKind } from '../kind.ts';
import type { Practice, Trial } from './trial.ts';

/** The reminder of a practice item comes so long before its end. */
const REMIND_BEFORE_MS = 2 * 3_600_000;

/** A trial ends by itself at the midnight after its last day, Shanghai. */
export const trialKind = defineKind<Trial>({
  type: 'trial',
  agenda: ({ untilDay, endedAt }, { calendar }) =>
    endedAt ? [] : [{ at: calendar.at(untilDay, '24:00'), step: 'end', track: 'end', kind: 'act' }],
  collections: () => [],
  audited: true,
});

/** One reminder, then it lapses in silence. It is practice and no record: the ledger has nothing of it. */
export const practiceKind = defineKind<Practice>({
  type: 'practice',
  agenda: ({ dueAt }) => [
    {
      ...{ at: new Date(dueAt.getTime() - REMIND_BEFORE_MS), step: 'remind', track: 'practice' },
      ...{ kind: 'tell', untilAt: dueAt },
    },
    { at: dueAt, step: 'lapse', track: 'lapse', kind: 'act' },
  ],
  collections: () => [],
  audited: false,
});
