import type { DateAt } from './draft.ts';

/** `1-5`, `6-10`, `11-15` in one table are ranges of days; `1-5`, `1-6`, `1-7` are days of January. */
export function rangesOf(written: readonly DateAt[]): readonly DateAt[] {
  const tables = new Set(written.filter(isUnsure).map(({ table }) => table));
  if (tables.size === 0) return written;

  const ranged = new Set([...tables].filter((table) => areRanges(written.filter((date) => date.table === table))));
  return written.map((date) => (isUnsure(date) && ranged.has(date.table) ? asRange(date) : date));
}

function isUnsure({ said }: DateAt): boolean {
  return said.unsure === 'month-or-range';
}

function areRanges(dates: readonly DateAt[]): boolean {
  const pairs = dates.filter(isUnsure).map(({ said, period }) => ({ one: said.month!, other: said.day, period }));
  const outside = pairs.some(({ one, period }) => one > 12 || (period.month !== undefined && one !== period.month));
  const following = pairs.slice(1).filter(({ one }, index) => one === pairs[index]!.other + 1).length;
  const upward = pairs.every(({ one, other }) => one <= other);
  return upward && (pairs.length === 1 ? outside : following * 2 > pairs.length - 1);
}

function asRange(date: DateAt): DateAt {
  const { month, day, unsure: _, ...rest } = date.said;
  return { ...date, said: { ...rest, day: month!, to: { day } } };
}
