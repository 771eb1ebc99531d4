import type { DateAt, Entry, Slot } from './draft.ts';
import type { Period } from './period.ts';
import { readDate, type SaidDate } from './said-date.ts';
import { type IsName, readPeople, type SaidPerson } from './said-people.ts';
import { type Cell, type CellRef, cellAt, refTo, type Sheet } from './sheet.ts';

/** What reading needs to know of the office. */
export interface Known {
  readonly isName: IsName;
  /** Of a word in a unit column: this roster's unit, another one, or nothing the office knows (a section of the unit). */
  readonly unitNamed: (text: string) => 'own' | 'other' | undefined;
}

/** What has been read so far; the readers of the forms add to it. */
export interface Collected {
  readonly dates: DateAt[];
  readonly entries: Entry[];
  readonly unreadDates: CellRef[];
  readonly otherUnits: Set<string>;
  tables: number;
}

/** One sheet while it is being read. */
export interface SheetReading {
  readonly sheet: Sheet;
  readonly known: Known;
  readonly out: Collected;
  /** As the last title left it. */
  period: Period;
}

/** A form's reader: takes the rows under its heading one by one. */
export type RowReader = (row: number) => void;

/** Heading after heading looks at the same cells; what they say stays the same. */
const seenDates = new WeakMap<Cell, { date: SaidDate; rest: string } | false>();

/** The date a cell says, and what stands behind it. A bare 46027 counts where a date is expected. */
export function dateIn(cell: Cell): { date: SaidDate; rest: string } | undefined {
  let seen = seenDates.get(cell);
  if (seen === undefined) {
    const serial = cell.serial ? readDate({ text: cell.serial, day: cell.serial }) : undefined;
    seen = readDate(cell) ?? serial ?? false;
    seenDates.set(cell, seen);
  }
  return seen || undefined;
}

export function addDate(reading: SheetReading, said: SaidDate, row: number, column: number, table: number): number {
  const { sheet, out, period } = reading;
  return out.dates.push({ said, cell: refTo(sheet, row, column), period, table }) - 1;
}

export interface Place {
  readonly date: number;
  readonly slot: Slot;
  readonly row: number;
  readonly column: number;
  /** The part of the cell that names people; the whole of it otherwise. */
  readonly text?: string;
}

/** Files the people of one cell under a date. 同上 repeats `above`; gives back whom the cell named. */
export function addPeople(
  reading: SheetReading,
  place: Place,
  above: readonly SaidPerson[] = [],
  complete: (people: SaidPerson[], phones: readonly string[]) => SaidPerson[] = (people) => people,
): readonly SaidPerson[] {
  const { sheet, out, known } = reading;
  const { date, slot, row, column } = place;
  const said = readPeople(place.text ?? cellAt(sheet, row, column).text, known.isName);
  const cell = refTo(sheet, row, column);
  const people = said.ditto ? above : complete([...said.people], said.phones);
  const slots = new Map<string, { slot: Slot; people: SaidPerson[] }>();
  for (const { slot: own, ...person } of people) {
    const { unsaid: _, ...told } = slot;
    const meant = own ? { ...(own.layer ? told : slot), ...own } : slot;
    const key = JSON.stringify(meant);
    slots.set(key, { slot: meant, people: [...(slots.get(key)?.people ?? []), person] });
  }
  if (slots.size === 0) slots.set('', { slot, people: [] });
  const unread = said.unread ? { unread: true as const } : {};
  for (const found of slots.values())
    out.entries.push({ date, slot: found.slot, cell, people: found.people, ...unread });
  return people;
}

/** Cells of a row that hold something of their own and not a merged neighbour's. */
export function ownCells(sheet: Sheet, row: number): number[] {
  return (sheet.rows[row] ?? []).flatMap((cell, column) => (cell.text.trim() && !cell.filled ? [column] : []));
}

export function widthOf(sheet: Sheet, row: number): number {
  return sheet.rows[row]?.length ?? 0;
}
