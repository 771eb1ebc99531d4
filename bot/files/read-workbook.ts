import { readXlsx } from 'hucre/xlsx';
import { type Cell, NO_CELL, type Sheet } from '../../domain/duty/roster/sheet.ts';
import { type DateSystem, serialDay, shownDay } from './excel-day.ts';
import { checkSize, LIMITS } from './limits.ts';
import { unpackedSize } from './unpacked-size.ts';
import { UnreadableFile } from './unreadable-file.ts';

type Workbook = Awaited<ReturnType<typeof readXlsx>>;
type WorkbookSheet = Workbook['sheets'][number];
type Value = WorkbookSheet['rows'][number][number];

/**
 * One cell further than the limits, and enough beyond that values far out are seen and refused. Without a range the
 * reader builds the rectangle up to the farthest cell, which a file of some bytes can make very large.
 */
const RANGE = 'A1:IV6000';
const MOST_SHEETS = 20;

/** The sheets that somebody who opens the workbook sees, in its order; hidden ones only where nothing else is there. */
export async function readWorkbook(name: string, bytes: Uint8Array): Promise<Sheet[]> {
  unpackedSize(bytes, LIMITS.unpackedBytes);
  const workbook = await open(bytes);
  const visible = workbook.sheets.filter((sheet) => !sheet.hidden && !sheet.veryHidden);
  const shown = visible.length > 0 ? visible : workbook.sheets;
  return shown.map((sheet) => toSheet(sheet, name, workbook.dateSystem ?? '1900'));
}

async function open(bytes: Uint8Array): Promise<Workbook> {
  try {
    return await readXlsx(bytes, { range: RANGE, sheets: (_, index) => index < MOST_SHEETS });
  } catch (error) {
    throw new UnreadableFile('broken', { cause: error });
  }
}

function toSheet(sheet: WorkbookSheet, file: string, system: DateSystem): Sheet {
  checkSize(sheet.rows, (value) => value === null || value === undefined || value === '');
  const rows = sheet.rows
    .slice(0, LIMITS.rows)
    .map((row) => row.slice(0, LIMITS.columns).map((value) => toCell(value, system)));
  spreadMerges(rows, sheet);
  hide(rows, sheet);
  return { name: sheet.name, file, rows };
}

/** Of a formula the reader gives the value that was last worked out; an error is an empty cell. */
function toCell(value: Value, system: DateSystem): Cell {
  if (value instanceof Date) {
    const day = shownDay(value);
    return day ? { text: day, day } : NO_CELL;
  }
  if (typeof value === 'number') {
    const serial = serialDay(value, system);
    return { text: String(value), ...(serial && { serial }) };
  }
  if (typeof value === 'boolean') return { text: value ? '√' : '' };
  return typeof value === 'string' ? { text: value } : NO_CELL;
}

/** Areas that overlap are not valid, and a file full of them would be filled for ever: no more cells than the sheet has. */
function spreadMerges(rows: Cell[][], sheet: WorkbookSheet): void {
  let left = LIMITS.rows * LIMITS.columns;
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? []) {
    const first = rows[startRow]?.[startCol];
    const [lastRow, lastColumn] = [Math.min(endRow, rows.length - 1), Math.min(endCol, LIMITS.columns - 1)];
    left -= Math.max(0, (lastRow - startRow + 1) * (lastColumn - startCol + 1));
    if (left < 0) return;
    if (first && first.text !== '') repeat(first, rows, { startRow, startCol, lastRow, lastColumn });
  }
}

interface Area {
  readonly startRow: number;
  readonly startCol: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

function repeat(first: Cell, rows: Cell[][], { startRow, startCol, lastRow, lastColumn }: Area): void {
  for (let index = startRow; index <= lastRow; index++) {
    const row = rows[index]!;
    while (row.length <= lastColumn) row.push(NO_CELL);
    for (let column = startCol; column <= lastColumn; column++) {
      if (index === startRow && column === startCol) continue;
      row[column] = { ...first, filled: column > startCol ? 'right' : 'down' };
    }
  }
}

/** What the sender does not see is not read; the numbers of the other rows and columns stay. */
function hide(rows: Cell[][], sheet: WorkbookSheet): void {
  const columns = (sheet.columns ?? []).flatMap((column, index) => (column?.hidden ? [index] : []));
  rows.forEach((row, index) => {
    if (sheet.rowDefs?.get(index)?.hidden) row.length = 0;
    for (const column of columns) if (row[column]) row[column] = NO_CELL;
  });
}
