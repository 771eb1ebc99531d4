import type { Calendar } from '../calendar/calendar.ts';
import { shiftsOnDays } from '../duty/collections.ts';
import { PERIODS, type Period } from '../periods/period.ts';
import { planPeriods } from '../periods/plan-periods.ts';
import type { Reading } from '../reading.ts';
import { duesIn, OPEN_DRAFTS, RUNNING_SERIES, yearOf } from '../tasks/collections.ts';
import type { Assignment, Task, TaskSeries } from '../tasks/task.ts';
import type { Thing, ThingId } from '../thing.ts';
import { type Change, dueOutcome, movedAssignment, movedRequest, movedSeries, movedTask } from './move-dues.ts';
import { type FlippedDay, type HolidayTell, Tells } from './tells.ts';

/** Everything that follows at once from the days off of a year, and what each person concerned has to know of it. */
export interface HolidayEffects {
  readonly save: readonly Thing[];
  readonly drop: readonly ThingId[];
  readonly tells: ReadonlyMap<ThingId, readonly HolidayTell[]>;
}

/**
 * What was worked out by the old days is worked out by the new ones: deadlines in working days, recurring orders, key periods. What
 * would have passed already is left as it is, and a person is asked. Units hear of a shift whose day has changed.
 */
export async function effectsOf(year: number, change: Change, read: Reading): Promise<HolidayEffects> {
  const office = await read.office();
  const tells = new Tells(office, change.after.dayOf(change.now));
  const dues = await movedDues(year, change, read, tells);
  const periods = await movedPeriods(change, read, tells);
  await shiftsConcerned(year, change, read, tells);
  return { save: [...dues, ...periods.save], drop: periods.drop, tells: tells.all };
}

async function movedDues(year: number, change: Change, read: Reading, tells: Tells): Promise<Thing[]> {
  // An arrangement may begin in the December before its year.
  const years = flippedDays(year, change).some(({ day }) => day < `${year}`) ? [year - 1, year] : [year];
  const found = await Promise.all(years.map((one) => read.members<Assignment>(duesIn(one))));
  const assignments = [...new Map(found.flat().map((one) => [one.id, one])).values()];
  const tasks = await read.things<Task>([...new Set(assignments.map(({ task }) => task))]);
  const drafts = (await read.members<Task>(OPEN_DRAFTS)).filter(({ dueAt }) => dueAt && years.includes(yearOf(dueAt)));
  const issued = tasks.map((task) => movedIssued(task, change));
  const series = await read.members<TaskSeries>(RUNNING_SERIES);
  return [
    ...assignments.map((assignment) => movedPart(assignment, change, tells)),
    ...drafts.map((task) => movedDraft(task, change, tells)),
    ...issued,
    ...series.map((one) => movedSeries(one, lastDueOf(one, tasks, issued), change)),
  ].filter(
    (thing) => !assignments.includes(thing as Assignment) && ![...tasks, ...drafts, ...series].includes(thing as never),
  );
}

function movedPart(assignment: Assignment, change: Change, tells: Tells): Assignment {
  const asked = movedRequest(assignment, change);
  // A report stopped the clock: the deadline that it met or missed stays.
  if (assignment.state === 'submitted') return asked;
  const outcome = dueOutcome(assignment, change);
  if (!outcome) return asked;
  const { no, title, dueAt } = assignment as Assignment & { dueAt: Date };
  if (outcome.what !== 'moves') {
    tells.toAssigner(assignment, { ...outcome, no, title, dueAt });
    return asked;
  }
  tells.toAllOf(assignment, { what: 'due', no, title, fromAt: dueAt, toAt: outcome.toAt });
  return movedAssignment(asked, outcome, change.now);
}

function movedDraft(task: Task, change: Change, tells: Tells): Task {
  const outcome = dueOutcome(task, change);
  if (outcome?.what !== 'moves') return task;
  tells.toAssigner(task, { what: 'draft', no: task.no, title: task.title, fromAt: task.dueAt!, toAt: outcome.toAt });
  return movedTask(task, outcome);
}

/** The definition that the parts share; who is told the parts say. */
function movedIssued(task: Task, change: Change): Task {
  const outcome = dueOutcome(task, change);
  return outcome?.what === 'moves' ? movedTask(task, outcome) : task;
}

/** The deadline of the occurrence that was handed out last, if that has moved. */
function lastDueOf(series: TaskSeries, before: readonly Task[], after: readonly Task[]): Date {
  const last = before.findIndex(
    (task) => task.series === series.id && task.dueAt?.getTime() === series.lastDueAt.getTime(),
  );
  return after[last]?.dueAt ?? series.lastDueAt;
}

async function movedPeriods(change: Change, read: Reading, tells: Tells) {
  const known = await read.members<Period>(PERIODS);
  const { save, drop } = await planPeriods(withCalendar(read, change.after));
  for (const after of save) {
    const before = known.find(({ id }) => id === after.id);
    if (!before || after.type !== 'period' || after.state === 'closed') continue;
    if (before.fromDay !== after.fromDay || before.toDay !== after.toDay)
      tells.toDesk({ what: 'period', before, after });
  }
  return { save, drop };
}

/** Shifts do not move; whether somebody is on duty on a day off is what those who plan them weigh. */
async function shiftsConcerned(year: number, change: Change, read: Reading, tells: Tells): Promise<void> {
  const byUnit = new Map<ThingId, FlippedDay[]>();
  for (const flipped of flippedDays(year, change)) {
    const shifts = await shiftsOnDays(flipped.day, flipped.day, read);
    const units = new Set(shifts.filter(({ state }) => state === 'published').map(({ unit }) => unit));
    for (const unit of units) byUnit.set(unit, [...(byUnit.get(unit) ?? []), flipped]);
  }
  for (const [unit, days] of byUnit) tells.toPlanner(unit, { what: 'shifts', unit, days });
}

/** Days from today on that are worked by one calendar and off by the other, the December before the year included. */
function flippedDays(year: number, { before, after, now }: Change): FlippedDay[] {
  const today = after.dayOf(now);
  const first = today > `${year - 1}-12-01` ? today : `${year - 1}-12-01`;
  const days: FlippedDay[] = [];
  for (let day = first; day <= `${year}-12-31`; day = after.addDays(day, 1)) {
    if (before.isWorkday(day) !== after.isWorkday(day)) days.push({ day, off: !after.isWorkday(day) });
  }
  return days;
}

/** The same reading, to which the days off are already the new ones. */
function withCalendar(read: Reading, calendar: Calendar): Reading {
  return Object.create(read, { calendar: { value: calendar } }) as Reading;
}
