import { decide } from '../../domain/decision.ts';
import { publishRoster } from '../../domain/duty/roster/publish-decision.ts';
import type { Roster } from '../../domain/duty/roster/roster.ts';
import { rosterExpiredText } from '../../domain/wording/roster-publish.ts';
import { defineReminder } from '../reminder.ts';

/** A roster that nobody published goes, and whoever sent it hears so: he may think that it counts. */
export const roster = [
  defineReminder<Roster>({
    thing: 'roster',
    step: 'expire',

    async fire(expired, { read, occurrence, text }) {
      const readDay = read.calendar.dayOf(expired.readAt);
      const line = rosterExpiredText(expired.unit, readDay, text);
      return decide({
        drop: [expired.id],
        say: [{ to: expired.by, class: 'L3', text: line, once: `${occurrence}.${expired.by}` }],
      });
    },
  }),

  /** The rest of a long roster that a person has published. */
  defineReminder<Roster>({
    thing: 'roster',
    step: 'publish',

    async fire(going, { read, occurrence }) {
      const { by, saidAt } = going.publishing!;
      return (await publishRoster(going, { by, at: saidAt, once: occurrence }, read)).decision;
    },
  }),
];
