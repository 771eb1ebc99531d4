import { decide } from '../../domain/decision.ts';
import type { Practice, Trial } from '../../domain/people/trial.ts';
import { endTrial, peopleOfTrial } from '../../domain/people/trial-end.ts';
import { practiceAgainText, trialOverText } from '../../domain/wording/trial.ts';
import { defineReminder } from '../reminder.ts';

/** The days of a unit on trial are over: from this midnight it counts, and liaison and dispatcher hear of it once, in office hours. */
export const trialOver = defineReminder<Trial>({
  thing: 'trial',
  step: 'end',

  async fire(trial, { office, read, text, now }) {
    const unit = office.units.get(trial.unit);
    // The office file has settled it meanwhile.
    if (unit?.status !== 'trial') return decide({ save: [{ ...trial, endedAt: now } as Trial] });
    return decide({
      save: await endTrial(trial, unit, read),
      say: peopleOfTrial(office, unit.id, read.calendar.dayOf(now)).map((person) => ({
        ...{ to: person, class: 'L3', text: trialOverText(unit, trial, text) },
        once: `${trial.id}.over.${trial.untilDay}.${person}`,
      })),
    });
  },
});

/** One reminder of a practice item, then it lapses in silence. */
export const practice = [
  defineReminder<Practice>({
    thing: 'practice',
    step: 'remind',

    async fire(item, { occurrence, text }) {
      const { id, person, dueAt } = item;
      const message = {
        to: person,
        class: 'L3' as const,
        text: practiceAgainText(item, text),
        of: id,
        notAfterAt: dueAt,
      };
      return decide({ say: [{ ...message, once: `${occurrence}.${person}` }] });
    },
  }),

  defineReminder<Practice>({
    thing: 'practice',
    step: 'lapse',

    async fire({ id }) {
      return decide({ drop: [id] });
    },
  }),
];
