import { dateIn, type Known, ownCells, widthOf } from './collect.ts';
import { type Role, roleOf } from './headings.ts';
import { takePhones } from './phones-in-text.ts';
import { readWeekday } from './said-date.ts';
import { looksLikePeople } from './said-people.ts';
import { type Cell, cellAt, type Sheet } from './sheet.ts';

/** One table of a sheet: two half months side by side are two. */
export interface Segment {
  readonly dateColumn: number;
  readonly columns: readonly { readonly column: number; readonly role: Role }[];
}

export interface Heading {
  readonly segments: readonly Segment[];
  /** Rows that the heading takes up. */
  readonly rows: number;
}

const SAMPLE_ROWS = 20;

/** The heading of a list with one row per day, if the row is one. */
export function headingAt(sheet: Sheet, row: number): Heading | undefined {
  const upper = rolesIn(sheet, row);
  if (!isHeading(sheet, row, upper)) return undefined;

  const lower = rolesIn(sheet, row + 1);
  const two = isSubHeading(sheet, row + 1, lower);
  const roles = two ? joinRoles(sheet, row, upper, lower) : upper;
  const rows = two ? 2 : 1;
  const dated = datedRoles(sheet, row + rows, roles);
  return dated && { segments: segmentsOf(dated), rows };
}

/** Columns of a list without a heading, told from what stands in them. */
export function guessColumns(sheet: Sheet, row: number, known: Known): Segment | undefined {
  const rows = sampleRows(sheet, row);
  const dateColumn = dateColumnOf(sheet, rows);
  if (dateColumn === undefined || !dateIn(cellAt(sheet, row, dateColumn))) return undefined;

  let unsaid = 0;
  const columns = columnsOf(sheet, rows).flatMap((column) => {
    if (column === dateColumn) return [];
    const role = guessRole(rows.map((index) => cellAt(sheet, index, column).text.trim()).filter(Boolean), known);
    if (role !== 'people') return role ? [{ column, role }] : [];
    return [{ column, role: { is: 'people', slot: { unsaid: unsaid++ } } as Role }];
  });
  return unsaid > 0 ? { dateColumn, columns } : undefined;
}

function guessRole(texts: readonly string[], known: Known): Role | 'people' | undefined {
  const most = (test: (text: string) => boolean) => texts.filter(test).length * 2 > texts.length;
  if (texts.length === 0) return undefined;
  if (most((text) => readWeekday(text) !== undefined)) return { is: 'weekday' };
  if (most((text) => takePhones(text).words.trim() === '')) return { is: 'phone' };
  return most((text) => looksLikePeople(text, known.isName)) ? 'people' : undefined;
}

function rolesIn(sheet: Sheet, row: number): (Role | undefined)[] {
  return Array.from({ length: widthOf(sheet, row) }, (_, column) => roleIn(cellAt(sheet, row, column)));
}

/** Every row is looked at as a heading and as the second row of one. */
const seenRoles = new WeakMap<Cell, Role | false>();

function roleIn(cell: Cell): Role | undefined {
  let seen = seenRoles.get(cell);
  if (seen === undefined) {
    seen = roleOf(cell.text) ?? false;
    seenRoles.set(cell, seen);
  }
  return seen || undefined;
}

function isHeading(sheet: Sheet, row: number, roles: readonly (Role | undefined)[]): boolean {
  const own = (sheet.rows[row] ?? []).flatMap((cell, column) =>
    cell.text.trim() && cell.filled !== 'right' ? [column] : [],
  );
  const named = own.filter((column) => roles[column]);
  const has = (is: Role['is']) => roles.some((role) => role?.is === is);
  if (named.length < 2 || named.length * 2 < own.length) return false;
  if (!has('people') && !has('person')) return false;
  return has('date') || has('weekday') || !own.some((column) => dateIn(cellAt(sheet, row, column)));
}

function isSubHeading(sheet: Sheet, row: number, roles: readonly (Role | undefined)[]): boolean {
  const own = ownCells(sheet, row);
  return own.length >= 2 && own.every((column) => roles[column] && roles[column].is !== 'date');
}

/** 值班员 over 姓名 and 电话; 白班 under 带班领导 is a leader's. */
function joinRoles(
  sheet: Sheet,
  row: number,
  upper: readonly (Role | undefined)[],
  lower: readonly (Role | undefined)[],
): (Role | undefined)[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const [above, below] = [upper[column], lower[column]];
    if (!below || cellAt(sheet, row + 1, column).filled === 'down') return above ?? below;
    if (above?.is !== 'people') return below;
    if (below.is === 'person') return above;
    return below.is === 'people' ? { is: 'people', slot: { ...below.slot, ...above.slot } } : below;
  });
}

/** Where no heading says 日期, the column whose cells read as dates. */
function datedRoles(sheet: Sheet, row: number, roles: readonly (Role | undefined)[]): (Role | undefined)[] | undefined {
  if (roles.some((role, column) => role?.is === 'date' && readsAsDates(sheet, row, column))) return [...roles];

  const column = dateColumnOf(sheet, sampleRows(sheet, row)) ?? weekdayColumn(roles);
  if (column === undefined || roles[column]?.is === 'people') return undefined;
  return Array.from({ length: Math.max(roles.length, column + 1) }, (_, index): Role | undefined =>
    index === column ? { is: 'date' } : roles[index]?.is === 'date' ? { is: 'other' } : roles[index],
  );
}

/** Where nothing else tells the day, the weekday does, if the title names the week. */
function weekdayColumn(roles: readonly (Role | undefined)[]): number | undefined {
  const column = roles.findIndex((role) => role?.is === 'weekday');
  return column < 0 ? undefined : column;
}

function readsAsDates(sheet: Sheet, row: number, column: number): boolean {
  return sampleRows(sheet, row).some((index) => {
    const cell = cellAt(sheet, index, column);
    return dateIn(cell) !== undefined || readWeekday(cell.text) !== undefined;
  });
}

/** 时间 beside 日期 holds hours: of neighbouring date columns only the first one whose cells are dates counts. */
function segmentsOf(roles: readonly (Role | undefined)[]): Segment[] {
  const dates = roles.flatMap((role, column) => {
    const before = roles
      .slice(0, column)
      .findLast((other) => other && !['month', 'weekday', 'other'].includes(other.is));
    return role?.is === 'date' && before?.is !== 'date' ? [column] : [];
  });
  return dates.map((dateColumn, index) => {
    const from = startOf(roles, dateColumn, index === 0 ? 0 : dates[index - 1]! + 1);
    const next = dates[index + 1];
    const to = next === undefined ? roles.length : startOf(roles, next, dateColumn + 1);
    return {
      dateColumn,
      columns: roles.flatMap((role, column) =>
        role && column !== dateColumn && column >= from && column < to
          ? [{ column, role: role.is === 'date' ? ({ is: 'kind' } as const) : role }]
          : [],
      ),
    };
  });
}

/** 序号 and 星期 may stand before the date that they belong to. */
function startOf(roles: readonly (Role | undefined)[], dateColumn: number, least: number): number {
  if (least === 0) return 0;
  let start = dateColumn;
  while (
    start > least &&
    ['month', 'weekday', 'other', 'unit'].includes(roles[start - 1]?.is ?? '') &&
    isLeading(roles, start - 1)
  )
    start--;
  return start;
}

function isLeading(roles: readonly (Role | undefined)[], column: number): boolean {
  // The same kind of column stands before the first date too.
  const first = roles.findIndex((role) => role?.is === 'date');
  return roles.slice(0, first).some((role) => role?.is === roles[column]?.is);
}

function sampleRows(sheet: Sheet, row: number): number[] {
  const count = Math.max(0, Math.min(SAMPLE_ROWS, sheet.rows.length - row));
  return Array.from({ length: count }, (_, index) => row + index);
}

function columnsOf(sheet: Sheet, rows: readonly number[]): number[] {
  const width = Math.max(0, ...rows.map((row) => widthOf(sheet, row)));
  return Array.from({ length: width }, (_, column) => column);
}

function dateColumnOf(sheet: Sheet, rows: readonly number[]): number | undefined {
  const score = (column: number) =>
    rows.reduce((sum, row) => {
      const read = dateIn(cellAt(sheet, row, column));
      if (!read || read.date.day > 31) return sum;
      return sum + (read.date.month === undefined ? 2 : 3);
    }, 0);
  const scored = columnsOf(sheet, rows).map((column) => ({ column, score: score(column) }));
  const best = scored.reduce((top, one) => (one.score > top.score ? one : top), { column: -1, score: 0 });
  return best.score > 0 ? best.column : undefined;
}
