import { UnreadableFile } from './unreadable-file.ts';

/** A roster of a year has 366 rows; whatever is far larger was sent by mistake or to do harm. */
export const LIMITS = { packedBytes: 5 * 1024 ** 2, unpackedBytes: 20 * 1024 ** 2, rows: 2_000, columns: 60 } as const;

/** Refuses a table of more rows or columns than a roster can have. Empty rows and columns at its end do not count. */
export function checkSize(rows: readonly (readonly unknown[])[], isEmpty: (cell: unknown) => boolean): void {
  const last = rows.findLastIndex((row) => row.some((cell) => !isEmpty(cell)));
  if (last >= LIMITS.rows) throw new UnreadableFile('too-many-rows');

  const tooWide = rows.some((row) => row.findLastIndex((cell) => !isEmpty(cell)) >= LIMITS.columns);
  if (tooWide) throw new UnreadableFile('too-many-columns');
}
