import type { Calendar } from '../../calendar/calendar.ts';
import type { Office } from '../../people/office.ts';
import type { Day, ThingId } from '../../thing.ts';
import type { DateAt, Entry, RosterDraft } from '../roster/draft.ts';
import type { CellRef } from '../roster/sheet.ts';
import type { Proposal, RotationRow } from './rotation.ts';

const NO_SHEET = '';

/**
 * A proposal as a roster that was read: people correct it in words and publish it as any other. Days on which everything stands
 * already are not in it, so they stay as they are.
 */
export function draftRoster({ rows }: Proposal, unit: ThingId, office: Office, calendar: Calendar): RosterDraft {
  const days = [...new Set(rows.map(({ day }) => day))].sort();
  const [first, last] = [days[0], days.at(-1)];
  const period =
    first && last ? { year: numbersOf(first).year, range: { ...monthAndDay(first), to: monthAndDay(last) } } : {};
  const dates = days.map(
    (day, index): DateAt => ({ said: numbersOf(day), cell: cellOf(index, day), period, table: 0 }),
  );
  return {
    unit,
    dates,
    entries: rows.map((row) => entryOf(row, days.indexOf(row.day), office, calendar)),
    unreadDates: [],
    otherUnits: [],
    answers: {},
    corrections: [],
  };
}

function entryOf(
  { layer, name, startAt, endAt, person, day }: RotationRow,
  date: number,
  office: Office,
  calendar: Calendar,
): Entry {
  const hours = { from: calendar.clockOf(startAt), to: calendar.clockOf(endAt) };
  return {
    date,
    slot: { layer, ...(name && { name }), hours },
    cell: cellOf(date, day),
    people: person ? [{ name: office.people.get(person)?.name ?? person, person }] : [],
  };
}

function cellOf(index: number, words: Day): CellRef {
  return { sheet: NO_SHEET, row: index + 1, column: 1, words };
}

function numbersOf(day: Day) {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return { year, month, day: date };
}

function monthAndDay(day: Day) {
  const { month, day: date } = numbersOf(day);
  return { month, day: date };
}
