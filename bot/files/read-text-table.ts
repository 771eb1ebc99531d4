import { parseCsv } from 'hucre/csv';
import type { Cell, Sheet } from '../../domain/duty/roster/sheet.ts';
import { checkSize } from './limits.ts';

/** A csv file: quoted cells may hold separators and line breaks. */
export function readCsv(name: string, text: string): Sheet {
  const rows = parseCsv(text, { delimiter: separatorOf(text), skipBom: true });
  return toSheet(
    name,
    rows.map((row) => row.map((value) => (value === null ? '' : String(value)))),
  );
}

/**
 * A table pasted into the chat, one row a line. 、 never parts two cells, since it parts two people in one.
 * Undefined where the lines do not look like a table.
 */
export function readPastedTable(text: string): Sheet | undefined {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/[\u200b\ufeff]/g, ''));
  const split = splitterFor(lines.filter((line) => line.trim() !== ''));
  const rows = lines.map((line) => split(line).map((cell) => cell.trim()));
  if (rows.filter((row) => row.filter(Boolean).length > 1).length < 2) return undefined;

  return toSheet('', rows);
}

type Split = (line: string) => string[];

const SPLITTERS: readonly Split[] = [
  (line) => line.split('\t'),
  (line) => withoutRules(line).split(/[|｜]/),
  (line) => line.trim().split(/ {2,}|\u3000+/),
  (line) => line.split(/[,，]/),
  (line) => line.split(/[;；]/),
  (line) => line.trim().split(/[ \u3000]+/),
];

/** The first separator that parts most lines into several cells. A tab outranks a comma, which may stand inside a cell. */
function splitterFor(lines: readonly string[]): Split {
  const parting = (split: Split) => lines.filter((line) => split(line).filter((cell) => cell.trim()).length > 1).length;
  return SPLITTERS.find((split) => parting(split) * 5 >= lines.length * 3) ?? SPLITTERS[5]!;
}

/** Markdown draws `|---|---|` under its heading and bars at both ends. */
function withoutRules(line: string): string {
  const trimmed = line.trim();
  if (/^[|｜\s:+-]+$/.test(trimmed)) return '';
  return trimmed.replace(/^[|｜]/, '').replace(/[|｜]$/, '');
}

function separatorOf(text: string): string {
  const head = text.slice(0, 20_000);
  const count = (separator: string) => head.split(separator).length;
  const known = ['\t', ',', ';', '，', '|'];
  return known.reduce((best, separator) => (count(separator) > count(best) ? separator : best), ',');
}

function toSheet(name: string, texts: readonly (readonly string[])[]): Sheet {
  checkSize(texts, (text) => text === '');
  const rows: Cell[][] = texts.map((row) => row.map((text) => ({ text })));
  return { name: name.replace(/\.[^.]{1,5}$/, ''), ...(name && { file: name }), rows };
}
