import type { Calendar } from '../../calendar/calendar.ts';
import type { Office } from '../../people/office.ts';
import type { Day, ThingId } from '../../thing.ts';
import { assumedPartsText } from '../../wording/roster-questions.ts';
import { bookingProblems } from './bookings.ts';
import { correctDuties } from './corrections.ts';
import type { Problem, RosterDraft, RosterResult, RosterRow } from './draft.ts';
import { peopleFinder } from './find-person.ts';
import { gapsIn, spanOf } from './gaps.ts';
import { settleLayers } from './layers.ts';
import { settleDates } from './settle-dates.ts';
import { type SettledPeople, settlePeople } from './settle-people.ts';
import { type Duties, type Duty, dutiesOf } from './slots.ts';
import { partsOf, type ShiftTimes, timesOf } from './times.ts';

export interface RosterContext {
  readonly unit: ThingId;
  readonly office: Office;
  readonly calendar: Calendar;
  readonly today: Day;
  readonly shiftTimes: ShiftTimes;
  /** Least rest between two duties of one person; 12 if not given. */
  readonly restHours?: number;
}

const LAYERS = ['leader', 'officer', 'reserve'];

/** What a draft comes to with the answers and corrections it has so far. The same draft always gives the same result. */
export function settleRoster(draft: RosterDraft, context: RosterContext): RosterResult {
  const { office, calendar, today } = context;
  const finder = peopleFinder(office, draft.unit, today);
  const dates = settleDates(draft, today, calendar);
  const layers = settleLayers(draft, finder, office, today);
  const read = dutiesOf(draft, dates.days, layers);
  const duties = correctDuties(read.duties, draft.corrections, finder.isName);
  const people = settlePeople(draft, finder, office);

  const { rows, settled } = rowsOf(duties, people, context);
  const span = spanOf(duties, draft.dates);
  const problems = [
    ...readingProblems(draft, dates.days, duties, context),
    ...openProblems(read, draft),
    ...(span ? gapsIn(settled, span, today, calendar) : []),
    ...people.problems(),
    ...bookingProblems(rows, context.restHours ?? 12, (id) => office.people.get(id)!.name),
  ];
  return {
    draft,
    rows,
    problems,
    questions: [...dates.questions, ...layers.questions, ...read.questions, ...people.questions()],
    assumptions: [...dates.assumptions, ...assumedTimes(duties, context)],
    ...(span && { span }),
    phones: people.phones(),
  };
}

/** The rows, and the duties as they stand once names that are not to be had are left out. */
function rowsOf(duties: readonly Duty[], people: SettledPeople, context: RosterContext) {
  const parts = partsOf(duties);
  const rows: RosterRow[] = [];
  const settled = duties.map((duty) => {
    const found = people.of(duty);
    if (found.people.length === 0 && !found.open) return { ...duty, people: [] };
    const { day, layer, name, cells } = duty;
    const times = timesOf(duty, parts, context.shiftTimes, context.calendar);
    rows.push({ day, ...times, layer, ...(name && { name }), people: found.people, cells });
    return duty;
  });
  return { rows: rows.sort(byTime), settled };
}

function byTime(one: RosterRow, other: RosterRow): number {
  if (one.day !== other.day) return one.day < other.day ? -1 : 1;
  return LAYERS.indexOf(one.layer) - LAYERS.indexOf(other.layer) || one.startAt.getTime() - other.startAt.getTime();
}

/** What is wrong with the cells themselves. */
function readingProblems(
  draft: RosterDraft,
  days: readonly (readonly Day[] | undefined)[],
  duties: readonly Duty[],
  { calendar, today }: RosterContext,
): Problem[] {
  const noRoster = draft.entries.length === 0 && draft.corrections.length === 0;
  const dated = draft.dates.flatMap(({ said, cell }, index): Problem[] => {
    const found = days[index];
    if (!found) return [{ kind: 'no-such-date', level: 'error', days: [], cell }];
    const wrong = said.weekday !== undefined && found.length === 1 && calendar.weekday(found[0]!) !== said.weekday;
    return wrong ? [{ kind: 'weekday', level: 'warning', days: found, detail: String(said.weekday), cell }] : [];
  });
  const past = [...new Set(duties.map(({ day }) => day))].filter((day) => day < today);
  const [first] = duties.filter(({ day }) => day < today).flatMap(({ cells }) => cells);
  return [
    ...(noRoster ? [{ kind: 'no-roster', level: 'error', days: [] } as const] : []),
    ...draft.unreadDates.map((cell): Problem => ({ kind: 'unread', level: 'error', days: [], cell })),
    ...dated,
    ...(past.length > 0
      ? [{ kind: 'past', level: 'warning', days: past, ...(first && { cell: first }) } as const]
      : []),
    ...draft.otherUnits.map((who): Problem => ({ kind: 'other-unit', level: 'warning', days: [], who })),
    ...unreadPeople(duties),
  ];
}

/** One for each cell, however many days it is for. */
function unreadPeople(duties: readonly Duty[]): Problem[] {
  const found = new Map<string, Problem>();
  for (const { day, layer, name, unread: cell } of duties) {
    if (!cell) continue;
    const key = JSON.stringify(cell);
    const days = [...(found.get(key)?.days ?? []), day];
    found.set(key, { kind: 'unread', level: 'error', days, layer, ...(name && { name }), cell });
  }
  return [...found.values()];
}

/** A day that stands twice is no more than a hint once somebody has said which place holds. */
function openProblems(read: Duties, draft: RosterDraft): readonly Problem[] {
  return read.problems.filter(({ days }) => !draft.answers[`twice.${days[0]}`]);
}

function assumedTimes(duties: readonly Duty[], { shiftTimes }: RosterContext): string[] {
  const parted = duties.filter(({ name }) => name);
  if (parted.length === 0) return [];
  return parted.some(({ hours }) => !hours) ? [assumedPartsText(partsOf(duties), shiftTimes)] : [];
}
