import { type Decision, decide } from '../../../domain/decision.ts';
import type { Meaning } from '../../../domain/meaning.ts';
import { unitsNamed } from '../../../domain/people/find-units.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { assignmentsOf, OPEN_ASSIGNMENTS, openAssignmentsOf, waitingFor } from '../../../domain/tasks/collections.ts';
import { isOwed, maySpeakOfOverdue } from '../../../domain/tasks/status.ts';
import type { Assignment, Task } from '../../../domain/tasks/task.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { unitNames } from '../../../domain/wording/names.ts';
import { assignmentLine, historyLines, taskHead, unitStateLine } from '../../../domain/wording/tasks.ts';
import { answer, type CommandContext, defineCommand } from '../command.ts';
import { showNotice } from '../notices/show-notice.ts';
import { mayHere } from '../rights.ts';
import { numberMeant, taskMeant } from './which-assignment.ts';

export default defineCommand({
  intent: 'query',
  examples: ['我的待办', '逾期', '未签收 T0612', '今天到期', '本周到期', 'T0612', 'T0612到哪一步了', '本单位任务'],

  async handle(context) {
    const shown = await showNotice(context);
    if (shown) return shown;
    if (numberMeant(context) && context.meaning.what !== 'mine') {
      return context.meaning.what === 'unacked' ? unacknowledged(context) : oneTask(context);
    }
    return list(context, context.meaning.what ?? 'mine');
  },
});

/** One task: its head, and either the units' states or, for somebody of a single unit, that unit's history. */
async function oneTask(context: CommandContext): Promise<Decision> {
  const task = await taskMeant(context);
  const all = await context.read.members<Assignment>(assignmentsOf(task.id));
  const { assignments, privately } = visible(context, task, all);
  const named = context.meaning.unit
    ? unitsNamed(context.office, context.meaning.unit).map((unit) => unit.id)
    : undefined;
  const shown = named ? assignments.filter((assignment) => named.includes(assignment.unit)) : assignments;
  const body =
    shown.length === 1
      ? historyLines(shown[0]!, context.text).slice(-8)
      : shown.map((assignment) => unitStateLine(assignment, task, context.text));
  return say(context, [taskHead(task, all, context.text), ...body], privately, task.no);
}

async function unacknowledged(context: CommandContext): Promise<Decision> {
  const task = await taskMeant(context);
  const all = await context.read.members<Assignment>(assignmentsOf(task.id));
  const { assignments, privately } = visible(context, task, all);
  const missing = assignments
    .filter((assignment) => assignment.state === 'issued')
    .map((assignment) => assignment.unit);
  const text = missing.length > 0 ? `${task.no}尚未签收：${unitNames(context.office, missing)}` : `${task.no}都已签收`;
  return say(context, [text], privately, task.no);
}

async function list(context: CommandContext, what: NonNullable<Meaning['what']>): Promise<Decision> {
  const mine = (what === 'mine' || what === 'unit') && !context.meaning.unit;
  const { assignments, privately, all } = mine ? await own(context) : await anybodys(context);
  const ofUnit = unitFilter(context);
  const chosen = assignments
    .filter((assignment) => ofUnit(assignment) && filterFor(context, what)(assignment))
    .sort(byDue);
  const lines = chosen.slice(0, 15).map((assignment) => assignmentLine(assignment, context.text, all));
  const rest = chosen.length > lines.length ? [`另有${chosen.length - lines.length}件，请说编号查看`] : [];
  return say(
    context,
    chosen.length === 0 ? [`${TITLES[what]}：没有`] : [`${TITLES[what]}（${chosen.length}件）`, ...lines, ...rest],
    privately,
  );
}

const TITLES: Readonly<Record<NonNullable<Meaning['what']>, string>> = {
  mine: '我的待办',
  unit: '本单位任务',
  overdue: '逾期',
  due_today: '今天到期',
  due_week: '本周到期',
  unacked: '未签收',
  progress: '在办任务',
  stats: '在办任务',
  zero_reports: '零报告',
};

/** What this person owes for his units, and what others wait for from him: reports to be judged, requests to be ruled on. */
async function own({ speaker, read }: CommandContext) {
  const units = unitsOf(speaker, read.calendar.dayOf(read.now));
  const lists = await Promise.all(units.map((unit) => read.members<Assignment>(openAssignmentsOf(unit))));
  const judged = await read.members<Assignment>(waitingFor(speaker.id));
  const assignments = [...new Map([...lists.flat(), ...judged].map((one) => [one.id, one])).values()];
  return { assignments, privately: false, all: units.length > 1 || judged.length > 0 };
}

/** Everything, for those who may see everything; else one's own. */
async function anybodys(context: CommandContext) {
  const verdict = mayHere(context, 'query-any');
  if (!verdict.allowed) return own(context);
  const assignments = await context.read.members<Assignment>(OPEN_ASSIGNMENTS);
  return { assignments, privately: verdict.privately, all: true };
}

/** Only of the unit that was named. */
function unitFilter({ meaning, office }: CommandContext): (assignment: Assignment) => boolean {
  if (!meaning.unit) return () => true;
  const named = unitsNamed(office, meaning.unit).map((unit) => unit.id);
  return (assignment) => named.includes(assignment.unit);
}

function filterFor(
  { text, read }: CommandContext,
  what: NonNullable<Meaning['what']>,
): (assignment: Assignment) => boolean {
  const { calendar } = read;
  const today = calendar.dayOf(text.now);
  const sunday = calendar.addDays(today, 7 - calendar.weekday(today));
  const dueBy = (assignment: Assignment, day: string) =>
    assignment.dueAt !== undefined &&
    calendar.dayOf(assignment.dueAt) >= today &&
    calendar.dayOf(assignment.dueAt) <= day;

  switch (what) {
    case 'overdue':
      return (assignment) => maySpeakOfOverdue(assignment, text.now);
    case 'due_today':
      return (assignment) => isOwed(assignment) && dueBy(assignment, today);
    case 'due_week':
      return (assignment) => isOwed(assignment) && dueBy(assignment, sunday);
    case 'unacked':
      return (assignment) => assignment.state === 'issued';
    default:
      return () => true;
  }
}

function byDue(a: Assignment, b: Assignment): number {
  return (a.dueAt?.getTime() ?? Number.POSITIVE_INFINITY) - (b.dueAt?.getTime() ?? Number.POSITIVE_INFINITY);
}

/** The assignments of a task that the speaker may see; refuses where there is none. */
function visible(context: CommandContext, task: Task, all: readonly Assignment[]) {
  const { speaker, office, read } = context;
  const everything = mayHere(context, 'query-any', { thing: task });
  if (everything.allowed || task.assigner === speaker.id)
    return { assignments: all, privately: everything.allowed && everything.privately };

  const units: readonly ThingId[] = unitsOf(speaker, read.calendar.dayOf(read.now));
  const own = all.filter((assignment) => units.includes(assignment.unit) || assignment.owner === speaker.id);
  if (own.length === 0) throw new Refusal('NOT_YOUR_UNIT', { no: task.no, unit: unitNames(office, units) });
  return { assignments: own, privately: false };
}

/** Where the room may not read it, the answer goes to the person alone. */
function say(context: CommandContext, lines: readonly string[], privately: boolean, about?: string): Decision {
  const text = lines.join('\n');
  const message = answer(context, text, about);
  return decide({ say: [privately ? { ...message, to: context.speaker.id } : message] });
}
