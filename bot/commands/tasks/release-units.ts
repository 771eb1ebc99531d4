import { type Decision, decide } from '../../../domain/decision.ts';
import { peopleMeant } from '../../../domain/people/find-people.ts';
import { unitsNamed } from '../../../domain/people/find-units.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { assignmentsOf, taskId } from '../../../domain/tasks/collections.ts';
import { voidAssignment } from '../../../domain/tasks/rule-assignment.ts';
import { isOpen } from '../../../domain/tasks/status.ts';
import type { Assignment, Task } from '../../../domain/tasks/task.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { unitName } from '../../../domain/wording/names.ts';
import { answer, type CommandContext, reply, WhichOne } from '../command.ts';
import { tellUnit } from './tell-unit.ts';
import { numberMeant, ruledAssignmentMeant } from './which-assignment.ts';

/** Whose part alone is taken back: that of the unit or the person named. Undefined where the whole order is. */
export function unitReleased({ meaning, office, read }: CommandContext): ThingId | undefined {
  const { unit, person } = meaning;
  if (unit === undefined && person === undefined) return undefined;
  const day = read.calendar.dayOf(read.now);
  const people = unit === undefined ? peopleMeant(office, person!, day) : [];
  const units =
    unit === undefined ? people.flatMap((one) => unitsOf(one, day)) : unitsNamed(office, unit).map(({ id }) => id);
  const all = [...new Set(units)];
  if (all.length === 0) throw new Refusal('NO_SUCH_UNIT', { unit: unit ?? person! });
  if (all.length > 1) {
    const names = all.slice(0, 9).map((id) => unitName(office, id));
    throw new WhichOne(
      'unit',
      '撤的是哪一家？',
      names.map((name) => ({ label: name, value: name })),
    );
  }
  return all[0];
}

/** Whether the number, the quote or the question is of an order that has not gone out. */
export async function isOfDraft(context: CommandContext): Promise<boolean> {
  const no = numberMeant(context);
  return no !== undefined && (await context.read.thing<Task>(taskId(no)))?.state === 'draft';
}

/** T0612高铺镇不用报了: its part becomes void, the unit is told once, and the others go on. */
export async function releaseUnit(context: CommandContext, unit: ThingId): Promise<Decision> {
  const { meaning, office, read } = context;
  const name = unitName(office, unit);
  const assignment = await ruledAssignmentMeant(
    { ...context, meaning: { ...meaning, unit: name } },
    { right: 'withdraw', fits: isOpen, prompt: '撤的是哪一件？' },
  );
  const { no, title, task } = assignment;
  if (!isOpen(assignment)) return reply(context, `${no}里${name}的部分已经了结，没有变化`, no);
  if (!meaning.reason)
    throw new Refusal('REASON_NEEDED', { no, unit: name, example: `${no} ${name}不用报了，已由区里统一报` });

  const others = (await read.members<Assignment>(assignmentsOf(task))).filter(
    (one) => isOpen(one) && one !== assignment,
  );
  const rest = others.length > 0 ? `，其余${others.length}家照办` : '';
  return decide({
    save: [voidAssignment(assignment, read.now)],
    say: [
      answer(context, `${no}已撤下${name}的部分${rest}`, no),
      ...tellUnit(context, assignment, `${no} ${title}你单位不用再办。原因：${meaning.reason}`),
    ],
    nudge: [task],
  });
}
