import type { Day } from '../../thing.ts';

/** One cell as its reader sees it; an empty cell has an empty text. */
export interface Cell {
  readonly text: string;
  /** What a cell formatted as a date holds. */
  readonly day?: Day;
  /** A bare number that would be this day if the cell were formatted as a date. */
  readonly serial?: Day;
  /** A merged area repeats its first cell; where this one lies from it. */
  readonly filled?: 'down' | 'right';
}

/** A table as rows of cells; row and column numbers are those of the sheet, and rows may be of unequal length. */
export interface Sheet {
  /** Name of the sheet, or of the file where that has no sheets. Empty for pasted text. */
  readonly name: string;
  /** Name of the file it came from; it often tells year and month. */
  readonly file?: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** Where something stands and how it is written there. Rows and columns count from 1, as spreadsheets print them. */
export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly words: string;
}

export const NO_CELL: Cell = { text: '' };

export function cellAt(sheet: Sheet, row: number, column: number): Cell {
  return sheet.rows[row]?.[column] ?? NO_CELL;
}

/** Row and column count from 0 here. */
export function refTo(sheet: Sheet, row: number, column: number): CellRef {
  return { sheet: sheet.name, row: row + 1, column: column + 1, words: cellAt(sheet, row, column).text.trim() };
}

/** `C` for 3, `AA` for 27. */
export function columnLetters(column: number): string {
  const letters = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? columnLetters(Math.floor((column - 1) / 26)) + letters : letters;
}

/** Why a file cannot be read as a table. */
export const UNREADABLE = [
  'empty',
  'too-big',
  'too-big-unpacked',
  'too-many-rows',
  'too-many-columns',
  'password',
  'old-excel',
  'broken',
  'encoding',
  'not-a-table',
] as const;
export type Unreadable = (typeof UNREADABLE)[number];
