import type { Day } from '../thing.ts';

/** `2月9日`. */
export function shortDay(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}

/** `2月1日—28日`. */
export function rangeText(from: Day, to: Day): string {
  if (from === to) return shortDay(from);
  return from.slice(0, 7) === to.slice(0, 7)
    ? `${shortDay(from)}—${Number(to.slice(8))}日`
    : `${shortDay(from)}—${shortDay(to)}`;
}

/** `2月3日、11日`, `2月5日—9日`: runs of three and more are drawn together, and the month is said once. */
export function daysText(days: readonly Day[]): string {
  const runs: { from: Day; to: Day; count: number }[] = [];
  for (const day of [...new Set(days)].sort()) {
    const last = runs.at(-1);
    if (last && Date.parse(day) - Date.parse(last.to) === 86_400_000) {
      last.to = day;
      last.count++;
    } else runs.push({ from: day, to: day, count: 1 });
  }
  const pieces = runs.flatMap(({ from, to, count }) =>
    count === 2 ? [from, to].map((day) => ({ from: day, to: day })) : [{ from, to }],
  );
  return pieces
    .map(({ from, to }, index) => {
      const before = pieces[index - 1]?.to.slice(0, 7);
      const text = rangeText(from, to);
      return before === from.slice(0, 7) ? text.replace(/^\d+月/, '') : text;
    })
    .join('、');
}
