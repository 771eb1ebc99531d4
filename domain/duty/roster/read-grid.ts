import { addDate, addPeople, dateIn, ownCells, type RowReader, type SheetReading, widthOf } from './collect.ts';
import type { Slot } from './draft.ts';
import { roleOf, shiftName, slotIn } from './headings.ts';
import { readMark } from './marks.ts';
import { readWeekday, type SaidDate } from './said-date.ts';
import { looksLikePeople, readPeople, type SaidPerson } from './said-people.ts';
import { cellAt, refTo, type Sheet } from './sheet.ts';

const FEWEST_DAYS = 3;

/** Days across, people or layers down. Reads the row of days; undefined if the row is none. */
export function gridAt(reading: SheetReading, row: number): RowReader | undefined {
  const { sheet } = reading;
  const days = daysIn(sheet, row);
  if (days.length < FEWEST_DAYS || !isRunning(days)) return undefined;

  const labels = days[0]!.column;
  if (labels === 0) return undefined;
  const own = ownCells(sheet, row).filter((column) => column >= labels);
  return days.length * 2 > own.length ? gridReader(reading, row, days) : undefined;
}

interface DayColumn {
  readonly column: number;
  readonly said: SaidDate;
}

function daysIn(sheet: Sheet, row: number): DayColumn[] {
  return Array.from({ length: widthOf(sheet, row) }, (_, column) => column).flatMap((column) => {
    const cell = cellAt(sheet, row, column);
    const read = cell.filled === 'right' ? undefined : dateIn(cell);
    return read && !read.date.to && read.rest.replace(/[()]/g, '').length <= 3 ? [{ column, said: read.date }] : [];
  });
}

/** A row of days goes up by one nearly everywhere; a row of numbers does not. */
function isRunning(days: readonly DayColumn[]): boolean {
  const steps = days.slice(1).filter(({ said }, index) => {
    const before = days[index]!.said.day;
    return said.day === before + 1 || (said.day === 1 && before >= 28);
  });
  return steps.length * 4 >= (days.length - 1) * 3;
}

function gridReader(reading: SheetReading, heading: number, days: readonly DayColumn[]): RowReader {
  const { sheet, out, known } = reading;
  const table = out.tables++;
  const labels = days[0]!.column;
  const nameColumn = Array.from({ length: labels }, (_, column) => column).find(
    (column) => roleOf(cellAt(sheet, heading, column).text)?.is === 'person',
  );
  const dates = new Map<number, number>();
  let weekdays = new Map<number, SaidDate['weekday']>();
  let parts = new Map<number, string>();
  let unsaid = 0;
  const above = new Map<number, readonly SaidPerson[]>();

  /** A day's column and those that its heading is merged over. */
  const spread = days.flatMap((day, index) => {
    const end = days[index + 1]?.column ?? lastFilled(sheet, heading, day.column) + 1;
    return Array.from({ length: end - day.column }, (_, step) => day.column + step)
      .filter((column) => column === day.column || cellAt(sheet, heading, column).filled === 'right')
      .map((column) => ({ ...day, own: day.column, column }));
  });

  const dateOf = (day: { own: number; said: SaidDate }): number => {
    const weekday = weekdays.get(day.own);
    const known = dates.get(day.own);
    const date = known ?? addDate(reading, { ...(weekday && { weekday }), ...day.said }, heading, day.own, table);
    dates.set(day.own, date);
    return date;
  };

  const isSubHeading = (row: number): boolean => {
    const texts = spread.map(({ column }) => ({ column, text: cellAt(sheet, row, column).text.trim() }));
    const filled = texts.filter(({ text }) => text);
    if (filled.length * 2 <= texts.length) return false;
    if (filled.every(({ text }) => readWeekday(text))) {
      weekdays = new Map(filled.map(({ column, text }) => [column, readWeekday(text)]));
      return true;
    }
    if (personIn(row) || spread.length === days.length || !filled.every(({ text }) => shiftName(text))) return false;
    parts = new Map(filled.map(({ column, text }) => [column, shiftName(text)!]));
    return true;
  };

  const labelTexts = (row: number) =>
    Array.from({ length: labels }, (_, column) => cellAt(sheet, row, column).text.trim()).filter(Boolean);

  const personIn = (row: number): SaidPerson | undefined => {
    const own = nameColumn === undefined ? undefined : cellAt(sheet, row, nameColumn).text;
    const texts = own ? [own] : labelTexts(row).filter((text) => !slotIn(text) && looksLikePeople(text, known.isName));
    const named = texts.find((text) => known.isName(text.replace(/\s/g, ''))) ?? texts.at(-1);
    const [person] = named ? readPeople(named, known.isName).people : [];
    return person;
  };

  return (row) => {
    if (isSubHeading(row)) return;
    const label = labelTexts(row);
    const slot = label.map((text) => slotIn(text)).find((found) => found !== undefined);
    const person = personIn(row);
    if (person) readMarks(row, person, slot);
    else if (slot || spread.some(({ column }) => looksLikePeople(cellAt(sheet, row, column).text, known.isName)))
      readNames(row, slot ?? { unsaid: unsaid++ });
  };

  function readMarks(row: number, person: SaidPerson, slot: Slot | undefined): void {
    for (const day of spread) {
      const cell = refTo(sheet, row, day.column);
      const marks = readMark(cell.words);
      const name = parts.get(day.column);
      if (!marks)
        out.entries.push({ date: dateOf(day), slot: slot ?? { unsaid: 'mark' }, cell, people: [], unread: true });
      for (const mark of marks ?? []) {
        const meant = { ...slot, ...(name && { name }), ...mark };
        out.entries.push({
          date: dateOf(day),
          slot: meant.layer ? meant : { ...meant, unsaid: 'mark' },
          cell,
          people: [person],
        });
      }
      // A day on which nobody has a mark is a gap, and for that the day must be known.
      dateOf(day);
    }
  }

  function readNames(row: number, slot: Slot): void {
    for (const day of spread) {
      const name = parts.get(day.column);
      const place = { date: dateOf(day), slot: { ...slot, ...(name && { name }) }, row, column: day.column };
      above.set(day.column, addPeople(reading, place, above.get(day.column)));
    }
  }
}

function lastFilled(sheet: Sheet, row: number, column: number): number {
  let last = column;
  while (cellAt(sheet, row, last + 1).filled === 'right') last++;
  return last;
}
