import { type Decision, decide } from '../../../domain/decision.ts';
import { unitsNamed } from '../../../domain/people/find-units.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { askExtension } from '../../../domain/tasks/answer-assignment.ts';
import { assignmentsOf } from '../../../domain/tasks/collections.ts';
import { isOwed } from '../../../domain/tasks/status.ts';
import type { Assignment, Task } from '../../../domain/tasks/task.ts';
import { momentText } from '../../../domain/wording/dates.ts';
import { personName, unitName } from '../../../domain/wording/names.ts';
import { extensionRequestText } from '../../../domain/wording/tasks.ts';
import { answer, type CommandContext, defineCommand } from '../command.ts';
import { mayHere } from '../rights.ts';
import { dueSaidIn } from './due-said.ts';
import { moveDeadline } from './move-deadline.ts';
import { tellOther } from './tell-other.ts';
import { numberMeant, ownAssignmentMeant, taskMeant } from './which-assignment.ts';

export default defineCommand({
  intent: 'extend',
  examples: ['延期 T0612 到1月23日 两个村在搞白事，人手不够', '吊装单位还没排上，请再宽五天'],

  async handle(context) {
    const { message, meaning, speaker, office, read, text } = context;
    const order = await orderToMove(context);
    if (order) return moveOrder(context, order);
    const assignment = await ownAssignmentMeant(context, {
      right: 'ask-extension',
      fits: (candidate) => isOwed(candidate) && candidate.dueAt !== undefined,
      prompt: '要延期的是哪一件？',
    });
    const toAt = wantedDeadline(context, assignment.dueAt);
    if (!toAt) throw new Refusal('DATE_NEEDED', { no: assignment.no });
    if (!meaning.reason)
      throw new Refusal('REASON_NEEDED', {
        no: assignment.no,
        unit: unitName(office, assignment.unit),
        example: `延期 ${assignment.no} 到${momentText(toAt, text.now, read.calendar)} 人手不够`,
      });

    const asked = askExtension(
      assignment,
      { toAt, toSaid: dueSaidIn(context, meaning, toAt), reason: meaning.reason, by: speaker.id, at: message.sentAt },
      momentText(toAt, text.now, read.calendar),
    );
    const decider = asked.reviewer;
    const request = tellOther(asked, decider, extensionRequestText(asked, text), `${message.id}.extension`);
    return decide({
      save: [asked],
      say: [
        answer(
          context,
          `已把${unitName(office, asked.unit)}的延期申请报给${personName(office, decider)}，答复前原时限不变`,
          asked.no,
        ),
        request,
      ],
      ask: [
        {
          conversation: decider,
          person: decider,
          matter: asked.id,
          about: 'extension',
          kinds: ['ruling'],
          expiresAt: new Date(read.now.getTime() + 30 * 86_400_000),
        },
      ],
    });
  },
});

/** Whoever may change the order and owes no part of it asks nobody: 推迟 is an instruction then. */
async function orderToMove(context: CommandContext): Promise<Task | undefined> {
  if (!numberMeant(context)) return undefined;
  const { speaker, read } = context;
  const task = await taskMeant(context);
  const units = unitsOf(speaker, read.calendar.dayOf(read.now));
  const parts = await read.members<Assignment>(assignmentsOf(task.id));
  if (task.state !== 'issued' || parts.some(({ unit }) => units.includes(unit))) return undefined;
  return mayHere(context, 'amend-order', { thing: task }).allowed ? task : undefined;
}

async function moveOrder(context: CommandContext, task: Task): Promise<Decision> {
  const dueAt = wantedDeadline(context, task.dueAt);
  if (!dueAt) throw new Refusal('DATE_NEEDED', { no: task.no });
  const { unit } = context.meaning;
  if (!unit) return moveDeadline(context, task, dueAt);
  const units = unitsNamed(context.office, unit).map(({ id }) => id);
  if (units.length === 0) throw new Refusal('NO_SUCH_UNIT', { unit });
  return moveDeadline(context, task, dueAt, units);
}

/** The date that was said, or the present deadline plus the days that were said; office closing where no clock is named. */
function wantedDeadline({ meaning, read }: CommandContext, presentAt: Date | undefined): Date | undefined {
  if (meaning.dueAt) return meaning.dueAt;
  if (!meaning.days || !presentAt) return undefined;
  const { calendar } = read;
  return calendar.at(calendar.addDays(calendar.dayOf(presentAt), meaning.days), calendar.clockOf(presentAt));
}
