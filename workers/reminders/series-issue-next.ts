import { decide } from '../../domain/decision.ts';
import { dispatchOrder } from '../../domain/tasks/dispatch-order.ts';
import { draftTask } from '../../domain/tasks/draft-task.ts';
import { occurrenceSaid } from '../../domain/tasks/due-said.ts';
import { advanceSeries, endSeries, occurrenceFor } from '../../domain/tasks/series.ts';
import type { TaskSeries } from '../../domain/tasks/task.ts';
import { missedOccurrencesText } from '../../domain/wording/reminders.ts';
import { defineReminder, type ReminderContext } from '../reminder.ts';
import { reviewerOf } from './assignment-people.ts';

/**
 * A recurring order hands out its next occurrence by itself; its confirmation stands until it is withdrawn. What fell due in
 * an outage is not handed out any more, and the reviewer hears how many that were.
 */
export const issueNext = defineReminder<TaskSeries>({
  thing: 'series',
  step: 'issue-next',

  async fire(series, context) {
    const { read, office, text, now } = context;
    const occurrence = occurrenceFor(series, now, read.calendar);
    if (!occurrence) return decide({ save: [endSeries(series)], say: missed(series, 1, context) });

    const { template } = series;
    const isNext = occurrence.missed === 0;
    const dueSaid = isNext
      ? occurrenceSaid(occurrence.dueAt, series.recurrence, series.lastDueAt, read.calendar)
      : undefined;
    const order = { ...template, dueAt: occurrence.dueAt, dueSaid };
    const draft = draftTask(await read.nextNumber('T'), order, { ...template, at: now });
    const issued = dispatchOrder({ ...draft, series: series.id }, { read, office, text });
    return decide({
      save: [...issued.save, advanceSeries(series, occurrence.dueAt, read.calendar)],
      say: [...issued.say, ...missed(series, occurrence.missed, context)],
    });
  },
});

function missed(series: TaskSeries, count: number, context: ReminderContext) {
  if (count === 0) return [];
  return reviewerOf(series.template, context).map((person) => ({
    to: person.id,
    class: 'L3' as const,
    text: missedOccurrencesText(series, count),
    once: `${context.occurrence}.missed.${person.id}`,
    about: series.no,
  }));
}
