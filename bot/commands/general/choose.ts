import { type Decision, decide } from '../../../domain/decision.ts';
import type { StoredFile } from '../../../domain/message.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { reportProgress } from '../../../domain/tasks/answer-assignment.ts';
import { draftsOfBatch } from '../../../domain/tasks/collections.ts';
import { settlePoint } from '../../../domain/tasks/draft-task.ts';
import { addFile } from '../../../domain/tasks/report-files.ts';
import type { Assignment, Task } from '../../../domain/tasks/task.ts';
import { answer, type CommandContext, defineCommand } from '../command.ts';
import { assertMay } from '../rights.ts';
import { issue } from '../tasks/confirm.ts';
import { presentDraft } from '../tasks/present-draft.ts';

/** A digit for the numbered choice that waits. Which matter was meant is settled before this, in `bot/dispatch.ts`. */
export default defineCommand({
  intent: 'choose',
  examples: [],

  async handle(context) {
    const { question, meaning } = context;
    if (!question?.choices || meaning.choice === undefined) throw new Refusal('WHICH_MATTER');
    const choice = question.choices[meaning.choice - 1];
    if (!choice) throw new Refusal('NO_SUCH_CHOICE', { count: String(question.choices.length) });

    if (question.file) return attachChosen(context, choice.value, question.file);
    const task = await context.read.thing<Task>(question.matter);
    if (!task) throw new Refusal('WHICH_MATTER');
    if (task.state !== 'draft') throw new Refusal('NOT_A_DRAFT', { no: task.no });
    return question.about === 'hour' ? issueAt(context, task, choice.value) : settle(context, task, choice.value);
  },
});

/** A picture that came without words has been told where it belongs. */
async function attachChosen(context: CommandContext, id: string, file: StoredFile): Promise<Decision> {
  const assignment = await context.read.thing<Assignment>(id);
  if (!assignment) throw new Refusal('WHICH_MATTER');
  const { speaker, message } = context;
  const noted =
    assignment.reports.length > 0
      ? addFile(assignment, file)
      : reportProgress(
          assignment,
          { kind: 'progress', writtenAt: message.sentAt, by: speaker.id, text: file.name, files: [file] },
          undefined,
          message.id,
        );
  const text = `“${file.name}”已归到${assignment.no}。办完请回复“报 ${assignment.no} 内容”`;
  return decide({
    save: [noted],
    say: [answer(context, text, assignment.no)],
    drop: [context.question!.id],
    nudge: [assignment.task],
  });
}

/** The assigner has settled an open point of his draft; the next one is asked, or the echo shown again. */
function settle(context: CommandContext, task: Task, value: string): Decision {
  const { question } = context;
  const point = task.openPoints.find((open) => open.about === question!.about);
  if (!point) return presentDraft(context, task, true);
  assertMay(context, 'amend-draft', task);
  const decision = presentDraft(context, settlePoint(task, point, value), true);
  return { ...decision, drop: [...decision.drop, question!.id] };
}

/** 立即 breaks the hours of handing out, 明早 waits for the office to open. */
async function issueAt(context: CommandContext, task: Task, value: string): Promise<Decision> {
  assertMay(context, 'confirm-draft', task);
  const drafts = await batchOf(context, task);
  if (value === 'now') return issue(context, drafts, { urgent: true });
  const { calendar, now } = context.read;
  const today = calendar.dayOf(now);
  const day = calendar.clockOf(now) < calendar.office.start ? today : calendar.addDays(today, 1);
  return issue(context, drafts, { notBeforeAt: calendar.at(day, calendar.office.start) });
}

async function batchOf(context: CommandContext, task: Task): Promise<Task[]> {
  if (!task.batch) return [task];
  const drafts = await context.read.members<Task>(draftsOfBatch(task.batch));
  return drafts.length > 0 ? drafts : [task];
}
