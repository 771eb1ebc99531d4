import type { Weekday } from '../../calendar/calendar.ts';
import { addDate, addPeople, dateIn, type RowReader, type SheetReading, widthOf } from './collect.ts';
import type { Slot } from './draft.ts';
import { slotIn } from './headings.ts';
import { readWeekday, weekdayOfWeek } from './said-date.ts';
import type { SaidPerson } from './said-people.ts';
import { cellAt, type Sheet } from './sheet.ts';

const FEWEST_DAYS = 5;

/** A calendar: seven days across, weeks down. Reads the row of weekdays; undefined if the row is none. */
export function weeksAt(reading: SheetReading, row: number): RowReader | undefined {
  const columns = weekdayColumns(reading.sheet, row);
  const different = new Set(columns.map(({ weekday }) => weekday));
  return different.size >= FEWEST_DAYS ? weeksReader(reading, columns) : undefined;
}

interface WeekdayColumn {
  /** The columns that one weekday's heading is merged over, or that follow it without a heading. */
  readonly columns: readonly number[];
  readonly weekday: Weekday;
  /** As the heading writes it. */
  readonly name: string;
}

function weekdayColumns(sheet: Sheet, row: number): WeekdayColumn[] {
  const width = widthOf(sheet, row);
  const heads = Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    const cell = cellAt(sheet, row, column);
    const weekday = cell.filled === 'right' ? undefined : readWeekday(cell.text);
    return weekday ? [{ column, weekday, name: cell.text }] : [];
  });
  return heads.map(({ column, weekday, name }, index) => {
    const end = heads[index + 1]?.column ?? Math.min(width, column + span(heads));
    return { weekday, name, columns: Array.from({ length: end - column }, (_, step) => column + step) };
  });
}

function span(heads: readonly { column: number }[]): number {
  return heads.length > 1 ? heads[1]!.column - heads[0]!.column : 1;
}

function weeksReader(reading: SheetReading, days: readonly WeekdayColumn[]): RowReader {
  const { sheet, out } = reading;
  const table = out.tables++;
  const first = days[0]!.columns[0]!;
  const dates = new Map<WeekdayColumn, number>();
  const above = new Map<string, readonly SaidPerson[]>();
  let unsaid = 0;

  const labelOf = (row: number): Slot | undefined =>
    Array.from({ length: first }, (_, column) => slotIn(cellAt(sheet, row, column).text)).find(Boolean);

  /** Dates stand in the first cell of a day; whatever stands behind one in the same cell is read as its people. */
  const takeDates = (row: number): boolean => {
    let found = false;
    for (const day of days) {
      const [column] = day.columns;
      const cell = cellAt(sheet, row, column!);
      const read = cell.filled === 'down' ? undefined : dateIn(cell);
      if (!read || read.date.to) continue;
      dates.set(day, addDate(reading, { ...read.date, weekday: day.weekday }, row, column!, table));
      found = true;
    }
    if (found) unsaid = 0;
    return found;
  };

  /** A week without dates is the one that the title names. */
  const takeWeek = (row: number): void => {
    for (const day of days) {
      const said = weekdayOfWeek(day.name, reading.period.range);
      if (said) dates.set(day, addDate(reading, said, row, day.columns[0]!, table));
    }
  };

  return (row) => {
    const dated = takeDates(row);
    if (!dated && dates.size === 0) takeWeek(row);
    const slot: Slot = labelOf(row) ?? { unsaid };
    let named = false;
    for (const day of days) {
      const date = dates.get(day);
      if (date === undefined) continue;
      for (const column of day.columns) named = readCell(row, column, date, slot, dated) || named;
    }
    if (named) unsaid++;
  };

  function readCell(row: number, column: number, date: number, slot: Slot, dated: boolean): boolean {
    const cell = cellAt(sheet, row, column);
    if (cell.text.trim() === '' || cell.filled === 'right') return false;

    const read = dated ? dateIn(cell) : undefined;
    const text = read ? read.rest : cell.text;
    if (text.trim() === '') return false;
    const key = `${column} ${JSON.stringify(slot)}`;
    above.set(key, addPeople(reading, { date, slot, row, column, text }, above.get(key)));
    return true;
  }
}
