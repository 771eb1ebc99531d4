import { parseRung, placeRung } from '../../calendar/rung.ts';
import { ANY_TIME } from '../../calendar/windows.ts';
import type { AgendaContext } from '../../kind.ts';
import type { Step } from '../../step.ts';
import type { Feedback, FeedbackTable } from './feedback.ts';

/** So long after it was due an answer is still taken for it. */
const OPEN_DAYS = 7;
const TURN_MS = 60_000;

/** Reminded while something is missing: before it is due earlier into decent hours, from then on later. */
export function feedbackAgenda(feedback: Feedback, { calendar, policy }: AgendaContext): Step[] {
  const { state, dueAt, askedAt, urgent, remind } = feedback;
  if (state === 'over') return [];
  const over: Step = {
    at: calendar.at(calendar.addDays(calendar.dayOf(dueAt ?? askedAt), OPEN_DAYS), '03:00'),
    ...{ step: 'over', track: 'over', kind: 'act' },
  };
  if (state === 'complete' || !dueAt) return [over];
  const window = urgent ? ANY_TIME : policy.windows.L2;
  const reminders = remind.map((text): Step => {
    const rung = parseRung(text);
    const at = placeRung(rung, { fromAt: askedAt, dueAt }, 'due', calendar);
    const before = at < dueAt;
    return {
      at: before ? calendar.earlierInto(at, window) : calendar.laterInto(at, window),
      ...{ step: rung.step, track: 'remind', kind: 'tell' },
      ...(before && { untilAt: dueAt }),
    };
  });
  return [...reminders, over];
}

/** The figures when they are due, then the next round. The minute between lets those who are late be reminded of the round that ends. */
export function feedbackTableAgenda(table: FeedbackTable, { calendar, policy }: AgendaContext): Step[] {
  const { over, dueAt, startedAt, round, toldRound, heldUntilAt, urgent } = table;
  if (over) return [];
  const end: Step = {
    at: calendar.at(calendar.addDays(calendar.dayOf(dueAt ?? startedAt), OPEN_DAYS), '03:00'),
    ...{ step: 'over', track: 'over', kind: 'act' },
  };
  if (!dueAt) return [end];
  const heldAt = heldUntilAt && heldUntilAt > dueAt ? heldUntilAt : dueAt;
  const at = urgent ? heldAt : calendar.laterInto(heldAt, policy.windows.L2);
  const next: Step =
    toldRound === round
      ? { at: new Date(at.getTime() + TURN_MS), step: 'turn', track: 'turn', kind: 'act' }
      : { at, step: 'summary', track: 'summary', kind: 'act' };
  return [next, end];
}
