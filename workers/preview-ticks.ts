import type { Calendar } from '../domain/calendar/calendar.ts';
import type { PreviewPlanner } from './preview-planners.ts';

interface PreviewTick {
  readonly at: Date;
  readonly planner: PreviewPlanner;
}

/** Every moment at which a planner runs, in order: all of them once at the beginning, as when the product starts, then each at its clock. */
export function ticksBetween(
  { from, planners }: { readonly from: Date; readonly planners: readonly PreviewPlanner[] },
  to: Date,
  calendar: Calendar,
): PreviewTick[] {
  const atStart = planners.filter(({ clock }) => clock < '08:00').map((planner) => ({ at: from, planner }));
  const ticks: PreviewTick[] = [];
  for (let day = calendar.dayOf(from); calendar.at(day, '00:00') <= to; day = calendar.addDays(day, 1))
    for (const planner of planners) ticks.push({ at: calendar.at(day, planner.clock), planner });
  return [...atStart, ...ticks.filter(({ at }) => from < at && at <= to)].sort(
    (one, other) => one.at.getTime() - other.at.getTime(),
  );
}
