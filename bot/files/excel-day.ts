import type { Day } from '../../domain/thing.ts';

const DAY_MS = 86_400_000;
const EPOCHS = { '1900': Date.UTC(1899, 11, 30), '1904': Date.UTC(1904, 0, 1) } as const;
export type DateSystem = keyof typeof EPOCHS;

/** The day a spreadsheet's number stands for; undefined outside 2000 to 2099, where a bare number is a number. */
export function serialDay(value: number, system: DateSystem): Day | undefined {
  if (!Number.isInteger(value)) return undefined;
  const date = new Date(EPOCHS[system] + value * DAY_MS);
  const year = date.getUTCFullYear();
  return year >= 2000 && year < 2100 ? date.toISOString().slice(0, 10) : undefined;
}

/** The reader hands out dates as midnight UTC of the civil day that the cell shows. */
export function shownDay(date: Date): Day | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}
