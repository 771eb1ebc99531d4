import { type Collected, dateIn, type Known, ownCells, type RowReader, type SheetReading } from './collect.ts';
import { guessColumns, headingAt } from './columns.ts';
import { joinPeriods, type Period, readPeriod } from './period.ts';
import { gridAt } from './read-grid.ts';
import { listReader } from './read-list.ts';
import { weeksAt } from './read-weeks.ts';
import { cellAt, refTo, type Sheet } from './sheet.ts';

/** A year of days with several people each has less; nobody waits for what is longer. */
const MOST_ENTRIES = 4_000;
/** A table without a heading is told by its looks, which is tried on its first rows only. */
const MOST_GUESSES = 20;
const NOTE =
  /^(?:备注|注\s*[:：]|说明|要求|值班电话|联系电话|传真|制表|填表|填报|审核|审批|签发|报送|抄送|单位[（(]|合计)/;

/** Reads every table of a sheet, whatever its form, into `out`; titles between them say which month follows. */
export function readSheet(sheet: Sheet, known: Known, out: Collected): void {
  const outer = joinPeriods(readPeriod(sheet.name), readPeriod(sheet.file ?? ''));
  const reading: SheetReading = { sheet, known, out, period: outer };
  let title: Period = {};
  let reader: RowReader | undefined;
  let inWeeks = false;
  let guesses = 0;
  for (let row = 0; row < sheet.rows.length; row++) {
    if (out.entries.length > MOST_ENTRIES) {
      out.unreadDates.push(refTo(sheet, row, 0));
      return;
    }
    const own = ownCells(sheet, row);
    const period = titleAt(sheet, row, own);
    if (period) {
      title = joinPeriods(period, title);
      reading.period = joinPeriods(title, outer);
      inWeeks = false;
      continue;
    }
    const next = tableAt(reading, row, inWeeks);
    if (next) {
      reader = next.reader;
      inWeeks = next.form === 'weeks';
      row += next.rows - 1;
    } else if (own.length > 0 && !isNote(sheet, row, own)) {
      if (!reader && guesses++ < MOST_GUESSES) reader = guessed(reading, row);
      reader?.(row);
    }
  }
}

interface Table {
  readonly form: 'list' | 'weeks' | 'grid';
  readonly reader: RowReader;
  readonly rows: number;
}

/** A heading of one of the forms: a list before a calendar, since 星期 heads a column of both. A calendar's rows of dates are no grid. */
function tableAt(reading: SheetReading, row: number, inWeeks: boolean): Table | undefined {
  const heading = headingAt(reading.sheet, row);
  if (heading) return { form: 'list', reader: listReader(reading, heading.segments), rows: heading.rows };

  const weeks = isSecondRow(reading.sheet, row) ? undefined : weeksAt(reading, row);
  if (weeks) return { form: 'weeks', reader: weeks, rows: 1 };
  const grid = inWeeks ? undefined : gridAt(reading, row);
  return grid && { form: 'grid', reader: grid, rows: 1 };
}

/** Weekdays under a row of days belong to that grid. */
function isSecondRow(sheet: Sheet, row: number): boolean {
  const dates = (sheet.rows[row - 1] ?? []).filter((cell) => dateIn(cell));
  return row > 0 && dates.length >= 5;
}

function guessed(reading: SheetReading, row: number): RowReader | undefined {
  const segment = guessColumns(reading.sheet, row, reading.known);
  return segment && listReader(reading, [segment]);
}

/** A row of one or two cells that tell year, month or range and are not themselves a day's row. */
function titleAt(sheet: Sheet, row: number, own: readonly number[]): Period | undefined {
  if (own.length === 0 || own.length > 2) return undefined;

  const texts = own.map((column) => cellAt(sheet, row, column).text.trim());
  const [first] = own;
  const day = dateIn(cellAt(sheet, row, first!));
  if (day && (own.length > 1 || !/(?:表|安排|名单)$/.test(texts[0]!))) return undefined;

  const period = joinPeriods(...texts.map((text) => readPeriod(text)));
  const tells = period.year ?? period.month;
  return tells === undefined || texts.some((text) => NOTE.test(text)) ? undefined : period;
}

function isNote(sheet: Sheet, row: number, own: readonly number[]): boolean {
  const text = cellAt(sheet, row, own[0]!).text.trim();
  return NOTE.test(text) || (own.length === 1 && text.length > 30);
}
