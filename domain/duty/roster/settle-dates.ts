import type { Calendar } from '../../calendar/calendar.ts';
import type { Day } from '../../thing.ts';
import { assumedMonthText, assumedYearText, monthQuestion } from '../../wording/roster-questions.ts';
import type { RosterDraft, RosterQuestion } from './draft.ts';
import { type ResolvedDates, resolveDates, weekdaysThatFit } from './resolve-dates.ts';

export interface SettledDates {
  readonly days: ResolvedDates['days'];
  readonly assumptions: readonly string[];
  readonly questions: readonly RosterQuestion[];
}

/** A roster past this day of a month, that names no month, is more likely one for the next. */
const MIDDLE = 15;

/** Settles the year and the month that the sheet leaves open: by its weekdays, by an answer, else by what lies nearest. */
export function settleDates(draft: RosterDraft, today: Day, calendar: Calendar): SettledDates {
  const [year, month, date] = today.split('-').map(Number) as [number, number, number];
  const at = (base: number, of?: number) => resolveDates(draft.dates, { year: base, ...(of && { month: of }) });
  const used = at(year, month).used;
  if (used.month) return settleMonth(draft, { year, month, date }, at, calendar);

  if (!used.year) return { days: at(year).days, assumptions: [], questions: [] };
  const base = yearOf(draft, [year, year + 1, year - 1], at, today, calendar);
  return { days: at(base).days, assumptions: [assumedYearText(base)], questions: [] };
}

type At = (year: number, month?: number) => ResolvedDates;

/** Nearest to today, unless the weekdays speak for another year. */
function yearOf(draft: RosterDraft, years: readonly number[], at: At, today: Day, calendar: Calendar): number {
  const scored = years.map((year) => {
    const resolved = at(year);
    const days = resolved.days.flatMap((found) => found ?? []).sort();
    const distance = days[0] ? distanceOf(days[0], days.at(-1)!, today, calendar) : 0;
    return { year, distance, ...weekdaysThatFit(draft.dates, resolved, calendar) };
  });
  const nearest = scored.reduce((best, one) => (one.distance < best.distance ? one : best));
  const fitting = scored.find(({ told, fit }) => told >= 3 && fit * 5 >= told * 4);
  return nearest.fit * 2 < nearest.told && fitting ? fitting.year : nearest.year;
}

function distanceOf(from: Day, to: Day, today: Day, calendar: Calendar): number {
  if (from > today) return calendar.daysBetween(today, from);
  return to < today ? calendar.daysBetween(to, today) : 0;
}

function settleMonth(
  draft: RosterDraft,
  today: { year: number; month: number; date: number },
  at: At,
  calendar: Calendar,
): SettledDates {
  const months = [0, 1].map((step) => monthAfter(today, step));
  const scored = months.map((one) => {
    const resolved = at(one.year, one.month);
    return { ...one, resolved, ...weekdaysThatFit(draft.dates, resolved, calendar) };
  });
  const answered = scored.find(({ label }) => draft.answers.month === label);
  const told = scored.filter(({ told, fit }) => told >= 3 && fit * 5 >= told * 4);
  const chosen = answered ?? (told.length === 1 ? told[0]! : scored[today.date > MIDDLE ? 1 : 0]!);
  const isOpen = !answered && told.length !== 1;
  return {
    days: chosen.resolved.days,
    assumptions: answered || isOpen ? [] : [assumedMonthText(chosen.year, chosen.month)],
    questions: isOpen ? [monthQuestion(months.map(({ label }) => label))] : [],
  };
}

function monthAfter({ year, month }: { year: number; month: number }, step: number) {
  const index = year * 12 + month - 1 + step;
  const found = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  return { ...found, label: `${found.year}年${found.month}月` };
}
