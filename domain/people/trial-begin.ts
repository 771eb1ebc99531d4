import { type Decision, decide } from '../decision.ts';
import type { Reading } from '../reading.ts';
import type { Day, ThingId } from '../thing.ts';
import { practiceText } from '../wording/trial.ts';
import { holdersOf } from './posts.ts';
import { isReachable } from './reach.ts';
import { type Practice, practiceId, type Trial, trialId } from './trial.ts';

/** What a unit's roster says of its trial: the first day with anybody on duty, and the last day that is only for practice. */
export interface TrialSpan {
  readonly fromDay: Day;
  readonly untilDay: Day;
}

/**
 * The first roster of a new unit is published: its trial is filed, and its liaison gets one practice item. A later roster, as long
 * as the trial has not begun, may bring an earlier first day.
 */
export async function beginTrial(unit: ThingId, { fromDay, untilDay }: TrialSpan, read: Reading): Promise<Decision> {
  const known = await read.thing<Trial>(trialId(unit));
  if (known && !known.endedAt && known.fromDay === fromDay && known.untilDay === untilDay) return decide({});

  // No `handledAt`: days that are over already end the trial at once.
  const trial: Trial = { id: trialId(unit), type: 'trial', unit, fromDay, untilDay };
  return known ? decide({ save: [trial] }) : practised(trial, read);
}

async function practised(trial: Trial, read: Reading): Promise<Decision> {
  const { calendar, now } = read;
  const office = await read.office();
  const today = calendar.dayOf(now);
  const liaison = holdersOf(office, trial.unit, 'liaison', today).find(isReachable);
  if (!liaison) return decide({ save: [trial] });

  const no = await read.nextNumber('LX');
  const practice: Practice = {
    ...{ id: practiceId(no), type: 'practice', no, unit: trial.unit, person: liaison.id },
    dueAt: calendar.at(calendar.addWorkdays(today, 1), '12:00'),
    handledAt: now,
  };
  const { id, dueAt } = practice;
  return decide({
    save: [trial, practice],
    say: [
      {
        ...{ to: liaison.id, class: 'D', text: practiceText(practice, { office, calendar, now }) },
        ...{ once: `${id}.asked`, of: id, notAfterAt: dueAt },
      },
    ],
    ask: [
      {
        ...{ conversation: liaison.id, person: liaison.id, matter: id, about: 'practice', expiresAt: dueAt },
        kinds: ['text', 'ack', 'confirm'],
      },
    ],
  });
}
