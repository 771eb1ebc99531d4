import type { Recurrence } from '../../../domain/calendar/calendar.ts';
import type { Resolved, TimeContext, Unresolved } from './resolve.ts';
import { type ClockRead, resolveClock } from './resolve-clock.ts';
import type { EverySaid, PhraseSaid } from './said.ts';

/** A rule and its next three moments; a rule whose anchor the text does not name (每两小时) has none. */
export function resolveRecurrence(
  said: PhraseSaid,
  every: EverySaid,
  words: string,
  context: TimeContext,
): Resolved | Unresolved {
  const { calendar, at } = context;
  const named = [said.clock, ...(said.moreClocks ?? [])].filter((clock) => clock !== undefined);
  const limited = said.relation === 'before';
  const clocks = named
    .filter((clock) => limited || clock.sort !== 'part')
    .map((clock) => resolveClock(clock, words, calendar));
  if (clocks.some((clock) => clock === undefined || clock.nextDay)) return { broken: 'invalid', choices: [] };

  const recurrence = rule(every, clocks as ClockRead[]);
  if (!recurrence) return { broken: 'invalid', choices: [] };
  const moments = every.anchored ? calendar.occurrences(recurrence, at, 3) : [];
  const grain = clocks.length > 0 ? 'minute' : 'day';
  const next = grain === 'minute' ? moments : moments.map((moment) => calendar.at(calendar.dayOf(moment), '00:00'));
  return {
    kind: 'recurrence',
    recurrence,
    ...(every.anchored && { next }),
    startAt: next[0] ?? at,
    byAt: moments[0] ?? at,
    grain,
    provisional:
      every.workdays && moments.some((moment) => !calendar.isAnnounced(Number(calendar.dayOf(moment).slice(0, 4)))),
    past: false,
    assumed: clocks.flatMap((clock) => clock?.assumed ?? []),
  };
}

/** Several clocks fit one rule only when they share their minute. */
function rule(every: EverySaid, clocks: readonly ClockRead[]): Recurrence | undefined {
  const cal = every.workdays ? { cal: 'cn-workday' as const } : {};
  if (clocks.length === 0) return { rrule: every.rule, ...cal };
  const minutes = new Set(clocks.map(({ clock }) => Number(clock.slice(3))));
  if (minutes.size > 1) return undefined;
  const hours = clocks.map(({ clock }) => Number(clock.slice(0, 2)));
  return { rrule: `${every.rule};BYHOUR=${hours.join(',')};BYMINUTE=${[...minutes][0]}`, ...cal };
}
