import type { ThingId } from '../../thing.ts';
import type { Problem, RosterRow } from './draft.ts';

const HOUR_MS = 3_600_000;

/** Who is named for two duties at once, and which officer gets less rest than `restHours` between two. 备班 is no duty at the post. */
export function bookingProblems(
  rows: readonly RosterRow[],
  restHours: number,
  nameOf: (id: ThingId) => string,
): Problem[] {
  const byPerson = new Map<ThingId, RosterRow[]>();
  for (const row of rows) {
    if (row.layer === 'reserve') continue;
    for (const person of row.people) byPerson.set(person, [...(byPerson.get(person) ?? []), row]);
  }
  return [...byPerson.entries()].flatMap(([person, own]) => {
    const sorted = [...own].sort((one, other) => one.startAt.getTime() - other.startAt.getTime());
    // Leaders are on call, not at a desk: one of them through a whole week is the usual thing.
    const atDesk = sorted.filter(({ layer }) => layer !== 'leader');
    return [...doubles(sorted, nameOf(person)), ...shortRests(atDesk, restHours, nameOf(person))];
  });
}

function doubles(sorted: readonly RosterRow[], who: string): Problem[] {
  return sorted.slice(1).flatMap((row, index) => {
    const clash = sorted.slice(0, index + 1).findLast((before) => before.endAt > row.startAt);
    const [cell] = row.cells;
    return clash ? [{ kind: 'double', level: 'error', days: [row.day], who, ...(cell && { cell }) } as Problem] : [];
  });
}

/** One problem for a person, however often and however long it happens. */
function shortRests(sorted: readonly RosterRow[], restHours: number, who: string): Problem[] {
  const close = sorted.slice(1).flatMap((row, index) => {
    const before = sorted[index]!;
    const restMs = row.startAt.getTime() - before.endAt.getTime();
    return restMs >= 0 && restMs < restHours * HOUR_MS ? [{ before, row }] : [];
  });
  if (close.length === 0) return [];
  const days = [...new Set(close.flatMap(({ before, row }) => [before.day, row.day]))];
  const [cell] = close[0]!.row.cells;
  return [{ kind: 'short-rest', level: 'warning', days, who, ...(cell && { cell }) }];
}
