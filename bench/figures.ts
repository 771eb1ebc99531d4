/** The value below which `share` of the sorted samples lie. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** One line of the report: what was measured, the figure, what it is held against. */
export interface Row {
  readonly what: string;
  readonly figure: string;
  readonly against: string;
  readonly ok: boolean;
}

export function report(rows: readonly Row[]): string {
  const width = (pick: (row: Row) => string) => Math.max(...rows.map((row) => pick(row).length));
  const [what, figure] = [width((row) => row.what), width((row) => row.figure)];
  return rows
    .map(
      (row) => `${row.ok ? 'ok  ' : 'LOW '} ${row.what.padEnd(what)}  ${row.figure.padStart(figure)}  ${row.against}`,
    )
    .join('\n');
}
