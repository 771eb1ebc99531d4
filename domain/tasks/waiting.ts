import type { Calendar } from '../calendar/calendar.ts';
import type { Step } from '../step.ts';
import type { Thing } from '../thing.ts';
import { later } from './term.ts';

/** Working days after which somebody who has let every rung pass is reminded again, and again. */
const EVERY_WORKDAYS = 5;

/**
 * The steps, and after the last of them the same once a week for as long as it waits: what waits for a person is never
 * forgotten. The round that comes next follows from what the thing has behind it, so the list stays short.
 */
export function untilAnswered(steps: readonly Step[], thing: Thing, calendar: Calendar): Step[] {
  const last = steps.at(-1);
  if (!last) return [];

  const lastDay = calendar.dayOf(last.at);
  const behindAt = later(thing.handledAt ?? last.at, thing.basisAt ?? last.at);
  const round = Math.max(0, Math.floor(calendar.workdaysBetween(lastDay, calendar.dayOf(behindAt)) / EVERY_WORKDAYS));
  const rounds = [round, round + 1].filter((count) => count > 0);
  return [
    ...steps,
    ...rounds.map((count) => ({
      ...last,
      at: calendar.at(calendar.addWorkdays(lastDay, EVERY_WORKDAYS * count), '09:00'),
    })),
  ];
}
