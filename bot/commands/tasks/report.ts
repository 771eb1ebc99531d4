import { decide } from '../../../domain/decision.ts';
import type { StoredFile } from '../../../domain/message.ts';
import { reportProgress, submitAssignment } from '../../../domain/tasks/answer-assignment.ts';
import { type ResultWanted, resultsMissing, resultsWanted } from '../../../domain/tasks/result-wanted.ts';
import { isOpen } from '../../../domain/tasks/status.ts';
import type { Assignment, Report, Task } from '../../../domain/tasks/task.ts';
import { type Upload, uploadsOf } from '../../../domain/tasks/upload.ts';
import { personName, unitName } from '../../../domain/wording/names.ts';
import { dueText } from '../../../domain/wording/tasks.ts';
import { answer, askSpeaker, type CommandContext, defineCommand } from '../command.ts';
import { figuresIn } from './figures.ts';
import { ownAssignmentMeant } from './which-assignment.ts';

export const complete = defineCommand({
  intent: 'complete',
  examples: ['报 T0612 排查零售点23家，发现问题4处', 'T0612 青山镇已完成', 'T0612 青山镇排查零售点23家，台账附后'],

  async handle(context) {
    const { assignment, report, uploads } = await reportMeant(context, 'report');
    const submitted = submitAssignment(assignment, report, context.message.id);
    const order = await context.read.thing<Task>(assignment.task);
    const missing = resultsMissing(
      order ? resultsWanted([order.text, ...order.requirements].join('；')) : [],
      report.files,
    );
    return decide({
      save: [submitted],
      say: [answer(context, submittedText(context, submitted, report, missing), assignment.no)],
      ask: [attachmentsWelcome(context, assignment)],
      drop: uploads.map((upload) => upload.id),
      nudge: [assignment.task],
    });
  },
});

export const progress = defineCommand({
  intent: 'progress',
  examples: ['进展 T0612 已查15家还剩6家', 'T0612 石桥乡 47/74', 'T0612快完成了'],

  async handle(context) {
    const { meaning, text } = context;
    const { assignment, report, uploads } = await reportMeant(context, 'progress');
    const percent = meaning.percent ?? percentOf(meaning.done, meaning.total);
    const known = reportProgress(assignment, report, percent, context.message.id);
    const how = percent === undefined ? '' : `（${percent}%）`;
    return decide({
      save: [known],
      say: [
        answer(
          context,
          `已记${unitName(context.office, assignment.unit)}对${assignment.no}的进展${how}，时限${dueText(assignment.dueAt, text)}不变`,
          assignment.no,
        ),
      ],
      ask: [attachmentsWelcome(context, assignment)],
      drop: uploads.map((upload) => upload.id),
      // Only an acknowledgement changes what the task as a whole counts.
      nudge: assignment.ackAt ? [] : [assignment.task],
    });
  },
});

function percentOf(done: number | undefined, total: number | undefined): number | undefined {
  return done !== undefined && total ? Math.min(100, Math.round((done / total) * 100)) : undefined;
}

async function reportMeant(
  context: CommandContext,
  kind: Report['kind'],
): Promise<{ assignment: Assignment; report: Report; uploads: readonly Upload[] }> {
  const { message, speaker, read } = context;
  const assignment = await ownAssignmentMeant(context, {
    right: 'report',
    fits: (candidate) => isOpen(candidate) && candidate.state !== 'suspended' && candidate.state !== 'submitted',
    prompt: kind === 'report' ? '报的是哪一件？' : '说的是哪一件的进展？',
  });
  const uploads = await recentUploads(context);
  const files: StoredFile[] = [...uploads.map((upload) => upload.file), ...(message.file ? [message.file] : [])];
  return {
    assignment,
    uploads,
    report: { kind, writtenAt: message.sentAt, by: speaker.id, text: message.text, files },
  };

  async function recentUploads({ conversation }: CommandContext): Promise<Upload[]> {
    const togetherMs = read.policy.tasks.togetherMinutes * 60_000;
    const waiting = await read.members<Upload>(uploadsOf(speaker.id));
    return waiting.filter(
      (upload) =>
        upload.conversation === conversation && message.sentAt.getTime() - upload.sentAt.getTime() <= togetherMs,
    );
  }
}

/** Pictures and files that follow within two minutes belong to this report; nothing is asked aloud. */
function attachmentsWelcome(context: CommandContext, assignment: Assignment) {
  const { policy } = context.read;
  return {
    ...askSpeaker(context, { about: 'attachments', matter: assignment.id, kinds: ['report'] }),
    expiresAt: new Date(
      Math.max(context.message.sentAt.getTime(), context.read.now.getTime()) + policy.tasks.togetherMinutes * 60_000,
    ),
  };
}

function submittedText(
  context: CommandContext,
  assignment: Assignment,
  report: Report,
  missing: readonly ResultWanted[],
): string {
  const { office, text } = context;
  const figures = figuresIn(report.text);
  const what = figures.length > 0 ? `：${figures.join('、')}` : '';
  const late =
    assignment.dueAt && report.writtenAt > assignment.dueAt
      ? `（时限${dueText(assignment.dueAt, text)}，逾期报送）`
      : '';
  return [
    `收到${unitName(office, assignment.unit)}对${assignment.no}的报送${what}${filesText(report.files)}${late}`,
    `状态：已报送，待${personName(office, assignment.reviewer)}审核。${filesWelcomeText(missing, context.read.policy.tasks.togetherMinutes)}`,
  ].join('\n');
}

/** The clock has stopped all the same: what is missing is asked for once, and whoever reviews rules on it. */
function filesWelcomeText(missing: readonly ResultWanted[], minutes: number): string {
  if (missing.length === 0) return `图片和文件请在${minutes}分钟内接着发`;
  const what = missing.map((one) => RESULTS[one]).join('和');
  return `要求报${what}，还没有收到，请在${minutes}分钟内接着发`;
}

const RESULTS: Readonly<Record<ResultWanted, string>> = { photo: '照片', document: '台账等材料' };

export function filesText(files: readonly StoredFile[]): string {
  const images = files.filter((file) => file.kind === 'image').length;
  const others = files.length - images;
  return `${images > 0 ? `，图片${images}张` : ''}${others > 0 ? `，文件${others}份` : ''}`;
}
