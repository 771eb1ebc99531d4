import type { Choice } from '../../../domain/decision.ts';
import { unitsNamed } from '../../../domain/people/find-units.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import type { Right } from '../../../domain/people/rights.ts';
import { Refusal } from '../../../domain/refusal.ts';
import {
  assignmentId,
  assignmentsOf,
  OPEN_ASSIGNMENTS,
  openAssignmentsOf,
  taskId,
} from '../../../domain/tasks/collections.ts';
import type { Assignment, Task } from '../../../domain/tasks/task.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { unitName } from '../../../domain/wording/names.ts';
import { shortTitle } from '../../../domain/wording/tasks.ts';
import { type CommandContext, WhichOne } from '../command.ts';
import { assertMay, mayHere } from '../rights.ts';

/** `T0612` in what was said, else in what was quoted. */
export function numberMeant({ meaning, message, question }: CommandContext): string | undefined {
  if (meaning.task) return meaning.task.toUpperCase();
  const quoted = message.quote?.text.match(/[TＴ]\d{4,}/gi) ?? [];
  if (new Set(quoted).size === 1) return quoted[0]!.toUpperCase();
  const matter = question?.matter.match(/^(?:task|assignment)\.(T\d+)/);
  return matter?.[1];
}

/** The task a message names or quotes. Refuses when there is none of that number. */
export async function taskMeant(context: CommandContext): Promise<Task> {
  const no = numberMeant(context);
  if (!no) throw new Refusal('WHICH_MATTER');
  const task = await context.read.thing<Task>(taskId(no));
  if (!task) throw new Refusal('NO_SUCH_MATTER', { no });
  return task;
}

export interface AssignmentQuery {
  /** What the speaker wants to do with it. */
  readonly right: Right;
  /** Which assignments come into question when neither number nor quote says it. */
  readonly fits: (assignment: Assignment) => boolean;
  readonly prompt: string;
}

/**
 * Which assignment the speaker means, as somebody who answers for a unit: number said > quote > the only one that fits >
 * a numbered choice. Throws Refusal or WhichOne.
 */
export async function ownAssignmentMeant(context: CommandContext, query: AssignmentQuery): Promise<Assignment> {
  const units = await unitsMeant(context);
  const no = numberMeant(context);
  const candidates = no ? await ofTask(context, no, units) : (await ofUnits(context, units)).filter(query.fits);

  if (candidates.length === 0) throw nothingFound(context, no, units);
  const assignment = only(candidates, query.prompt, context);
  const verdict = mayHere(context, query.right, { thing: assignment });
  if (!verdict.allowed && verdict.refusal === 'NOT_YOUR_UNIT')
    throw new Refusal('FOR_OTHER_UNIT', { no: assignment.no, unit: unitName(context.office, assignment.unit) });
  assertMay(context, query.right, assignment);
  return assignment;
}

/**
 * The same where one word is for every unit of the speaker's that has the task: 收到 of a liaison of two. Of several tasks one is
 * chosen, or `all`.
 */
export async function ownAssignmentsMeant(
  context: CommandContext,
  query: AssignmentQuery & { readonly all: Choice },
): Promise<readonly Assignment[]> {
  if (context.meaning.unit) return [await ownAssignmentMeant(context, query)];
  const units = await unitsMeant(context);
  const no = numberMeant(context);
  const found = no ? await ofTask(context, no, units) : await ofUnits(context, units);
  const fitting = found.filter(query.fits);
  const candidates = fitting.length > 0 || !no ? fitting : found.slice(0, 1);

  if (candidates.length === 0) throw nothingFound(context, no, units);
  for (const candidate of candidates) assertMay(context, query.right, candidate);
  if (new Set(candidates.map((one) => one.no)).size === 1) return candidates;
  const choices = candidates.map(({ no, title }) => ({ label: `${no} ${shortTitle(title)}`, value: no }));
  throw new WhichOne('task', query.prompt, [...dedupe(choices).slice(0, 8), query.all]);
}

/** Which assignment a reviewer or assigner rules on: number and unit said > quote > the only one that fits > a numbered choice. */
export async function ruledAssignmentMeant(context: CommandContext, query: AssignmentQuery): Promise<Assignment> {
  return only(await ruledAssignments(context, query), query.prompt, context);
}

/** All of those on which a reviewer or assigner may be ruling; at least one. */
export async function ruledAssignments(
  context: CommandContext,
  query: AssignmentQuery,
): Promise<readonly Assignment[]> {
  const named = context.meaning.unit
    ? unitsNamed(context.office, context.meaning.unit).map((unit) => unit.id)
    : undefined;
  const no = numberMeant(context);
  const inUnit = (assignment: Assignment) => !named || named.includes(assignment.unit);
  const found = no
    ? await ofTask(context, no, named)
    : (await context.read.members<Assignment>(OPEN_ASSIGNMENTS)).filter(
        (assignment) => inUnit(assignment) && mayHere(context, query.right, { thing: assignment }).allowed,
      );
  const fitting = found.filter(query.fits);
  const byQuestion = fitting.filter((assignment) => assignment.id === context.question?.matter);
  const candidates = byQuestion.length === 1 ? byQuestion : fitting.length > 0 ? fitting : no ? found : [];

  if (candidates.length === 0) throw nothingFound(context, no, named ?? []);
  // Whoever may rule on none of them is told so, and not asked which.
  const allowed = candidates.filter((one) => mayHere(context, query.right, { thing: one }).allowed);
  if (allowed.length === 0) assertMay(context, query.right, candidates[0]);
  return allowed;
}

/** The units for which the speaker may have spoken: the one named, else all of his own. */
async function unitsMeant({ meaning, office, speaker, read }: CommandContext): Promise<ThingId[]> {
  if (meaning.unit) {
    const named = unitsNamed(office, meaning.unit);
    if (named.length === 0) throw new Refusal('NO_SUCH_UNIT', { unit: meaning.unit });
    return named.map((unit) => unit.id);
  }
  return unitsOf(speaker, read.calendar.dayOf(read.now));
}

/**
 * The task's assignments of these units, or all of them; units are looked up by id, a task may have thousands. Where a unit has
 * one, the task itself is not read: what becomes of it meanwhile must not hold up a report.
 */
async function ofTask(
  { read }: CommandContext,
  no: string,
  units: readonly ThingId[] | undefined,
): Promise<Assignment[]> {
  const own = units ? await read.things<Assignment>(units.map((unit) => assignmentId(no, unit))) : [];
  if (own.length > 0) return own;
  const task = await read.thing<Task>(taskId(no));
  if (!task) throw new Refusal('NO_SUCH_MATTER', { no });
  return units ? [] : read.members<Assignment>(assignmentsOf(task.id));
}

async function ofUnits({ read }: CommandContext, units: readonly ThingId[]): Promise<Assignment[]> {
  const lists = await Promise.all(units.map((unit) => read.members<Assignment>(openAssignmentsOf(unit))));
  return lists.flat();
}

/** The only one; of several one is chosen, or `all` where that can be. */
export function only(
  candidates: readonly Assignment[],
  prompt: string,
  { office }: CommandContext,
  all: readonly Choice[] = [],
): Assignment {
  if (candidates.length === 1) return candidates[0]!;
  const sameTask = new Set(candidates.map((assignment) => assignment.no)).size === 1;
  const choices = candidates
    .slice(0, 9 - all.length)
    .map((assignment) =>
      sameTask
        ? { label: unitName(office, assignment.unit), value: unitName(office, assignment.unit) }
        : { label: `${assignment.no} ${shortTitle(assignment.title)}`, value: assignment.no },
    );
  throw new WhichOne(sameTask ? 'unit' : 'task', sameTask ? prompt.replace('哪一件', '哪一家') : prompt, [
    ...dedupe(choices),
    ...all,
  ]);
}

function dedupe(choices: readonly { label: string; value: string }[]) {
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()];
}

function nothingFound({ office }: CommandContext, no: string | undefined, units: readonly ThingId[]): Refusal {
  if (!no) return new Refusal('WHICH_MATTER');
  return new Refusal('NOT_YOUR_UNIT', { no, unit: units.map((unit) => unitName(office, unit)).join('、') || '你单位' });
}
