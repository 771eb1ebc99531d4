import type { Recurrence } from '../../../domain/calendar/calendar.ts';
import type { Day } from '../../../domain/thing.ts';
import { yearOf } from './days.ts';
import { type ClockRead, resolveClock } from './resolve-clock.ts';
import { PLAIN, type Resolved, resolved, type TimeContext, type Unresolved } from './resolved.ts';
import type { EverySaid, PhraseSaid } from './said.ts';

/** A rule and its next three moments; a rule whose anchor the text does not name (每两小时) has none. */
export function resolveRecurrence(
  said: PhraseSaid,
  every: EverySaid,
  words: string,
  context: TimeContext,
): Resolved | Unresolved {
  const { calendar, at } = context;
  const anchorDay = said.since;
  const limited = said.relation === 'before';
  const clocks: ClockRead[] = [];
  for (const clock of said.clock ? [said.clock, ...(said.moreClocks ?? [])] : []) {
    if (clock.sort === 'part' && !limited) continue;
    const read = resolveClock(clock, words, calendar);
    if (!read) return { broken: 'invalid', choices: [] };
    clocks.push(read);
  }
  const recurrence = ruleWith(every, clocks, every.anchored ? undefined : anchorDay);
  if (!recurrence) return { broken: 'invalid', choices: [] };
  const anchored = every.anchored || anchorDay !== undefined;
  const from =
    anchorDay !== undefined && anchorDay > context.today ? new Date(calendar.at(anchorDay, '00:00').getTime() - 1) : at;
  const moments = anchored ? calendar.occurrences(recurrence, from, 3) : [];
  const grain = clocks.length > 0 ? 'minute' : 'day';
  const next = grain === 'minute' ? moments : moments.map((moment) => calendar.at(calendar.dayOf(moment), '00:00'));
  return resolved('recurrence', next[0] ?? at, moments[0] ?? at, grain, {
    ...PLAIN,
    recurrence,
    limits: limited || said.relation === 'within' || said.relation === 'until',
    next: anchored ? next : undefined,
    provisional: every.workdays && moments.some((moment) => !calendar.isAnnounced(yearOf(calendar.dayOf(moment)))),
    assumed: clocks.flatMap(({ assumed }) => (assumed === undefined ? [] : [assumed])),
    conventions: every.workdays ? ['rule', 'workdays'] : ['rule'],
  });
}

/** Several clocks fit one rule only when they share their minute; 24时 of a day is 00:00 of the next. */
function ruleWith(every: EverySaid, clocks: readonly ClockRead[], anchorDay: Day | undefined): Recurrence | undefined {
  const rest = { ...(every.workdays && { cal: 'cn-workday' as const }), ...(anchorDay !== undefined && { anchorDay }) };
  if (clocks.length === 0) return { rrule: every.rule, ...rest };
  const rule = clocks.every(({ dayShift }) => dayShift === 0) ? every.rule : nextDayRule(every, clocks);
  if (rule === undefined || /^FREQ=(?:HOURLY|MINUTELY)/.test(rule)) return undefined;
  const [minute] = clocks.map(({ clock }) => Number(clock.slice(3)));
  if (clocks.some(({ clock }) => Number(clock.slice(3)) !== minute)) return undefined;
  const hours = [...new Set(clocks.map(({ clock }) => Number(clock.slice(0, 2))))];
  return { rrule: `${rule};BYHOUR=${hours.join(',')};BYMINUTE=${minute}`, ...rest };
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** 每天24时 is every midnight, 每周日24时 Monday's; the end of a month's last day no rule can say. */
function nextDayRule({ rule, workdays }: EverySaid, clocks: readonly ClockRead[]): string | undefined {
  if (workdays || clocks.some(({ dayShift }) => dayShift !== 1)) return undefined;
  if (rule === 'FREQ=DAILY') return rule;
  if (!/^FREQ=WEEKLY;BYDAY=[A-Z,]+$/.test(rule)) return undefined;
  return rule.replace(/[A-Z]{2}(?=,|$)/g, (day) => DAYS[(DAYS.indexOf(day) + 1) % 7]!);
}
