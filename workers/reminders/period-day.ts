import { decide } from '../../domain/decision.ts';
import { dispatchers, holdersOfRole } from '../../domain/people/find-people.ts';
import { reachable } from '../../domain/people/reach.ts';
import { type DueStep, dueOn, momentsAfter, type PeriodDesk } from '../../domain/periods/desk.ts';
import { isWithDrafts, shownOn } from '../../domain/periods/kits/beside.ts';
import { planPeriods } from '../../domain/periods/plan-periods.ts';
import { LEAD_STEPS } from '../../domain/periods/policy.ts';
import { dayOfPeriodsText } from '../../domain/wording/periods.ts';
import { defineReminder, type ReminderContext } from '../reminder.ts';

/**
 * What the office has to do today for all key periods together, as one message. Units hear of a period only through a person.
 * Looks first at what should exist, so that a change of days made a minute ago is in it.
 */
export const periodDay = defineReminder<PeriodDesk>({
  thing: 'period-desk',
  step: 'day',

  async fire(desk, context) {
    const { read, now, text } = context;
    const { calendar } = read;
    const today = calendar.dayOf(now);
    const { periods, save, drop } = await planPeriods(read);
    const shown = await shownOn(today, read);
    const due = dueOn(today, desk.toldDay, periods, calendar).filter(
      ({ period, step }) => !(shown.has(period.id) && standsWithDrafts(step)),
    );
    const told: PeriodDesk = { ...desk, toldDay: today, moments: momentsAfter(today, periods, calendar) };
    return decide({
      save: [...save.filter(({ id }) => id !== desk.id), told],
      drop,
      say:
        due.length === 0
          ? []
          : whoHears(context).map(({ id }) => ({
              to: id,
              class: 'L3' as const,
              text: dayOfPeriodsText(due, today, text),
              once: `${desk.id}.${today}.${id}`,
            })),
    });
  },
});

/** Said with the drafts of that period, half an hour later. */
function standsWithDrafts(step: DueStep['step']): boolean {
  const lead = LEAD_STEPS.find((one) => one === step);
  return lead !== undefined && isWithDrafts(lead);
}

/** The dispatchers; where none can be written to, whoever looks after the product, so that it is not said to nobody. */
function whoHears({ office, now, read }: ReminderContext) {
  const day = read.calendar.dayOf(now);
  const own = reachable(
    office,
    dispatchers(office, day).map(({ id }) => id),
  );
  return own.length > 0 ? own : holdersOfRole(office, 'sysadmin', day);
}
