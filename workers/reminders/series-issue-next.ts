import { decide } from '../../domain/decision.ts';
import { dispatchOrder } from '../../domain/tasks/dispatch-order.ts';
import { draftTask } from '../../domain/tasks/draft-task.ts';
import { advanceSeries } from '../../domain/tasks/rule-task.ts';
import type { TaskSeries } from '../../domain/tasks/task.ts';
import { defineReminder } from '../reminder.ts';

/** A recurring order hands out its next occurrence by itself; its confirmation stands until it is withdrawn. */
export const issueNext = defineReminder<TaskSeries>({
  thing: 'series',
  step: 'issue-next',

  async fire(series, { read, office, text, now }) {
    const { template } = series;
    const [following] = read.calendar.occurrences(series.recurrence, series.nextDueAt, 1);
    const draft = draftTask(
      await read.nextNumber('T'),
      { ...template, dueAt: series.nextDueAt },
      { ...template, at: now },
    );
    const issued = dispatchOrder({ ...draft, series: series.id }, { read, office, text });
    return decide({ ...issued, save: [...issued.save, advanceSeries(series, following)] });
  },
});
