import { decide } from '../../domain/decision.ts';
import type { HolidayWatch } from '../../domain/holidays/holiday-watch.ts';
import { dispatchers, holdersOfRole } from '../../domain/people/find-people.ts';
import { reachable } from '../../domain/people/reach.ts';
import { holidaysWantedText } from '../../domain/wording/holidays.ts';
import { defineReminder, type ReminderContext } from '../reminder.ts';

/** Asks whoever looks after the product for the State Council's notice. What is not spoken today is said tomorrow anew. */
export const holidayAsk = defineReminder<HolidayWatch>({
  thing: 'holiday-watch',
  step: 'ask',

  async fire(watch, context) {
    const { read, now } = context;
    const today = read.calendar.dayOf(now);
    return decide({
      say: whoIsAsked(context).map(({ id }) => ({
        to: id,
        class: 'L3' as const,
        text: holidaysWantedText(watch.year),
        once: `${watch.id}.${today}.${id}`,
        of: watch.id,
        notAfterAt: read.calendar.at(today, '24:00'),
      })),
    });
  },
});

/** The administrators; where none can be written to, the dispatchers, who may enter it as well; the channel's own fall-back at last. */
function whoIsAsked({ office, now, read }: ReminderContext) {
  const day = read.calendar.dayOf(now);
  const people = [holdersOfRole(office, 'sysadmin', day), dispatchers(office, day)];
  const found = people.map((group) =>
    reachable(
      office,
      group.map(({ id }) => id),
    ),
  );
  return found.find((group) => group.length > 0) ?? people.find((group) => group.length > 0) ?? [];
}
