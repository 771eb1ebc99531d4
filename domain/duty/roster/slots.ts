import type { Day } from '../../thing.ts';
import { type DayOfRoster, twiceQuestion } from '../../wording/roster-questions.ts';
import type { Entry, Hours, Problem, RosterDraft, RosterLayer, RosterQuestion } from './draft.ts';
import type { Layers } from './layers.ts';
import type { SaidPerson } from './said-people.ts';
import type { CellRef } from './sheet.ts';

/** One duty of one day with everything the sheet has for it. */
export interface Duty {
  readonly day: Day;
  readonly layer: RosterLayer;
  readonly name?: string;
  readonly hours?: Hours;
  readonly people: readonly { readonly said: SaidPerson; readonly cell?: CellRef }[];
  readonly cells: readonly CellRef[];
  /** A cell of it that could not be read, at least in part. */
  readonly unread?: CellRef;
}

export interface Duties {
  readonly duties: readonly Duty[];
  readonly problems: readonly Problem[];
  readonly questions: readonly RosterQuestion[];
}

interface Placed {
  readonly entry: Entry;
  readonly day: Day;
  readonly layer: RosterLayer;
}

/** Sorts what was read into duties. A day that stands twice with different people is asked about, and until then taken from its first place. */
export function dutiesOf(draft: RosterDraft, days: readonly (readonly Day[] | undefined)[], layers: Layers): Duties {
  const placed = draft.entries.flatMap((entry): Placed[] =>
    (days[entry.date] ?? []).map((day) => ({ entry, day, layer: layers.of(entry) })),
  );
  const byDay = groupBy(placed, ({ day }) => day);
  const problems: Problem[] = [];
  const questions: RosterQuestion[] = [];
  const duties = [...byDay.entries()].sort().flatMap(([day, found]) => {
    const twice = twiceOf(found);
    const taken = twice ? chosen(found, twice, draft.answers[`twice.${day}`]) : found;
    if (twice) {
      problems.push({ kind: 'twice', level: 'warning', days: [day], cell: draft.dates[twice.dates[1]!]!.cell });
      if (twice.differs && !draft.answers[`twice.${day}`]) questions.push(twiceQuestion(day, twice.places));
    }
    return [...groupBy(taken, keyOf).values()].map((group) => dutyFrom(group));
  });
  return { duties, problems, questions };
}

interface Twice {
  readonly dates: readonly number[];
  readonly differs: boolean;
  readonly places: readonly DayOfRoster[];
}

/** Only places that give people to the same duty: 带班 in one table and 值班 in another complete each other. */
function twiceOf(found: readonly Placed[]): Twice | undefined {
  const full = found.filter(({ entry }) => entry.people.length > 0);
  const clashing = [...groupBy(full, keyOf).values()].filter((group) => datesOf(group).length > 1);
  if (clashing.length === 0) return undefined;

  const dates = datesOf(clashing.flat());
  const namesAt = (group: readonly Placed[], date: number) =>
    group.filter(({ entry }) => entry.date === date).flatMap(({ entry }) => entry.people.map(({ name }) => name));
  const differs = clashing.some(
    (group) => new Set(datesOf(group).map((date) => namesAt(group, date).sort().join())).size > 1,
  );
  const places = dates.map((date) => {
    const entries = full.filter(({ entry }) => entry.date === date);
    return { date, row: entries[0]!.entry.cell.row, names: [...new Set(namesAt(entries, date))] };
  });
  return { dates, differs, places };
}

function chosen(found: readonly Placed[], { dates }: Twice, answer: string | undefined): readonly Placed[] {
  if (answer === 'both') return found;
  const date = dates.find((one) => String(one) === answer) ?? dates[0];
  return found.filter(({ entry }) => entry.date === date || !dates.includes(entry.date));
}

function datesOf(found: readonly Placed[]): number[] {
  return [...new Set(found.map(({ entry }) => entry.date))];
}

function keyOf({ layer, entry }: Placed): string {
  return `${layer} ${entry.slot.name ?? ''}`;
}

function dutyFrom(group: readonly Placed[]): Duty {
  const [{ day, layer, entry }] = group as [Placed];
  const hours = group.find((one) => one.entry.slot.hours)?.entry.slot.hours;
  const unread = group.find((one) => one.entry.unread);
  const cells = new Map(group.map((one) => [JSON.stringify(one.entry.cell), one.entry.cell]));
  return {
    day,
    layer,
    ...(entry.slot.name && { name: entry.slot.name }),
    ...(hours && { hours }),
    people: group.flatMap((one) => one.entry.people.map((said) => ({ said, cell: one.entry.cell }))),
    cells: [...cells.values()],
    ...(unread && { unread: unread.entry.cell }),
  };
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
