import { writeXlsx } from 'hucre/xlsx';
import type { PaperSheet } from '../../domain/papers/sheet.ts';

type WriteSheet = Parameters<typeof writeXlsx>[0]['sheets'][number];
type Cells = NonNullable<WriteSheet['cells']>;
type CellStyle = NonNullable<NonNullable<ReturnType<Cells['get']>>['style']>;

/** Title, line below it, headings. */
const HEAD_ROWS = 3;
const LINE_POINTS = 16;
const LONGEST_NAME = 31;

const SIDE = { style: 'thin' } as const;
const BORDER = { top: SIDE, right: SIDE, bottom: SIDE, left: SIDE };
const FONT = { name: '宋体', size: 11 };
const MIDDLE = { horizontal: 'center', vertical: 'center', wrapText: true } as const;
const TITLE: CellStyle = { font: { ...FONT, size: 16, bold: true }, alignment: MIDDLE };
const BELOW: CellStyle = {
  font: { ...FONT, size: 10 },
  alignment: { horizontal: 'left', vertical: 'center', wrapText: true },
};
const HEADING: CellStyle = {
  font: { ...FONT, bold: true },
  alignment: MIDDLE,
  border: BORDER,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7E6E6' } },
};
const CENTRED: CellStyle = { font: FONT, alignment: MIDDLE, border: BORDER };
const PLAIN: CellStyle = {
  font: FONT,
  alignment: { horizontal: 'left', vertical: 'center', wrapText: true },
  border: BORDER,
};

/**
 * The bytes of an Excel workbook, made to be printed: A4, one page wide, headings on every page. Every cell is a text, also one
 * that begins with =, + or -: nothing that a person wrote is ever worked out. The same sheets at the same moment give the same bytes.
 */
export async function workbook(sheets: readonly PaperSheet[], at: Date): Promise<Uint8Array> {
  const names = new Set<string>();
  return writeXlsx({
    sheets: sheets.map((sheet) => toSheet(sheet, sheetName(sheet.name, names))),
    properties: { creator: '值守', created: at, modified: at },
    defaultFont: FONT,
  });
}

function toSheet(sheet: PaperSheet, name: string): WriteSheet {
  const { title, subtitle, columns, rows, notes, orientation, filter } = sheet;
  const width = columns.length;
  const across = (text: string) => [text, ...Array.from({ length: width - 1 }, () => '')];
  const all = [across(title), across(subtitle), columns.map(({ heading }) => heading), ...rows, ...notes.map(across)];
  const merged = [0, 1, ...notes.map((_, index) => HEAD_ROWS + rows.length + index)];
  const total = columns.reduce((sum, column) => sum + column.width, 0);

  const cells: Cells = new Map();
  all.forEach((row, at) => {
    const style = at === 0 ? TITLE : merged.includes(at) ? BELOW : at === HEAD_ROWS - 1 ? HEADING : undefined;
    row.forEach((value, column) => {
      cells.set(`${at},${column}`, {
        value: plain(value),
        type: 'string',
        style: style ?? (columns[column]!.centred ? CENTRED : PLAIN),
      });
    });
  });
  return {
    name,
    columns: columns.map((column) => ({ width: column.width })),
    rows: all.map((row) => row.map(plain)),
    cells,
    merges: merged.map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: width - 1 })),
    rowDefs: heights(all, columns, merged, total),
    freezePane: { rows: HEAD_ROWS },
    ...(filter && { autoFilter: { range: `A${HEAD_ROWS}:${columnLetter(width)}${HEAD_ROWS + rows.length}` } }),
    pageSetup: {
      ...{ paperSize: 'a4', orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true },
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
      printArea: `$A$1:$${columnLetter(width)}$${all.length}`,
      printTitlesRow: `$${HEAD_ROWS}:$${HEAD_ROWS}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  };
}

/** Programs differ in whether they make room for wrapped text by themselves; a row that is set needs no luck. */
function heights(
  rows: readonly (readonly string[])[],
  columns: PaperSheet['columns'],
  merged: readonly number[],
  total: number,
): NonNullable<WriteSheet['rowDefs']> {
  return new Map(
    rows.map((row, at) => {
      if (at === 0) return [at, { height: 30 }];
      const widths = merged.includes(at) ? [total] : columns.map(({ width }) => width);
      const lines = Math.max(...widths.map((width, column) => linesOf(row[column] ?? '', width)));
      return [at, { height: Math.min(400, lines * LINE_POINTS + 4) }];
    }),
  );
}

function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(printed(line) / (width - 1))), 0);
}

/** A Chinese character is as wide as two Latin ones. */
function printed(line: string): number {
  return [...line].reduce((sum, char) => sum + (char > '\u2000' ? 2 : 1), 0);
}

/** Control characters and halves of characters are no XML; a file with one in it does not open. */
function plain(text: string): string {
  return [...text].filter((char) => char === '\n' || (char >= ' ' && !NO_XML.includes(char) && !isHalf(char))).join('');
}

const NO_XML = '\u007f\ufffe\uffff';

function isHalf(char: string): boolean {
  return char.length === 1 && char >= '\ud800' && char <= '\udfff';
}

/** What Excel takes as the name of a sheet, each once. */
function sheetName(wanted: string, taken: Set<string>): string {
  const clean = [...wanted.replace(/[:\\/?*[\]']/g, ' ').trim()].slice(0, LONGEST_NAME - 3).join('') || '表';
  let name = clean;
  for (let count = 2; taken.has(name); count++) name = `${clean}${count}`;
  taken.add(name);
  return name;
}

function columnLetter(count: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + count - 1);
}
