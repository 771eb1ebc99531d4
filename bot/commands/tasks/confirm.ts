import { type Decision, decide, merge } from '../../../domain/decision.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { dispatchOrder } from '../../../domain/tasks/dispatch-order.ts';
import { amendDraft, cancelDraft } from '../../../domain/tasks/draft-task.ts';
import { blocksIssue } from '../../../domain/tasks/issue-task.ts';
import type { Task } from '../../../domain/tasks/task.ts';
import { momentText } from '../../../domain/wording/dates.ts';
import { personName } from '../../../domain/wording/names.ts';
import { answer, askSpeaker, type CommandContext, defineCommand } from '../command.ts';
import { assertMay } from '../rights.ts';
import { amendmentIn } from './amendment.ts';
import { draftAtPlace, draftsMeant } from './drafts-meant.ts';
import { presentDraft } from './present-draft.ts';

export default defineCommand({
  intent: 'confirm',
  examples: ['确认', '确认，加一条，发现问题当场下整改通知', '确认 T0612'],

  async handle(context) {
    const drafts = await draftsMeant(context);
    for (const draft of drafts) {
      if (draft.state === 'void') throw new Refusal('ALREADY_VOID', { no: draft.no });
      if (draft.state !== 'draft') throw new Refusal('NOT_A_DRAFT', { no: draft.no });
      assertMay(context, 'confirm-draft', draft);
    }
    const first = drafts[0]!;
    if (isOutdated(context, first)) return presentDraft(context, first, true);

    const struck = struckOut(context, drafts);
    if (!struck) return confirmed(context, context.meaning.amend ? amendedTogether(context, drafts) : drafts);

    const rest = drafts.filter((draft) => draft !== struck);
    return merge([cancelled(context, struck), confirmed(context, rest)]);
  },
});

function confirmed(context: CommandContext, drafts: readonly Task[]): Decision {
  const blocked = drafts.find((draft) => draft.openPoints.some(blocksIssue));
  if (blocked) return presentDraft(context, blocked, context.meaning.amend !== undefined);
  return needsHour(context, drafts) ? askHour(context, drafts) : issue(context, drafts, {});
}

/** What is added to a confirmation of several orders is for the one it names; what would change who or when of all is asked about. */
function amendedTogether(context: CommandContext, drafts: readonly Task[]): Task[] {
  const only = draftAtPlace(context.message.text, drafts);
  return drafts.map((draft) => {
    if (only && only !== draft) return draft;
    const amendment = amendmentIn(context, context.meaning, draft);
    if (drafts.length > 1 && !only && !amendment.requirement)
      throw new Refusal('WHICH_DRAFT', { count: String(drafts.length), no: drafts.at(-1)!.no });
    return amendDraft(draft, amendment);
  });
}

/** 确认，第一条不要了. */
function struckOut({ meaning, message }: CommandContext, drafts: readonly Task[]): Task | undefined {
  const clauses = meaning.amend === undefined ? [] : message.text.split(/[，,。；;]/);
  const strikes = clauses.find((clause) => /不要|不发|不用|取消|去掉|作废|算了/.test(clause));
  return drafts.length < 2 || strikes === undefined ? undefined : draftAtPlace(strikes, drafts);
}

function cancelled(context: CommandContext, draft: Task): Decision {
  assertMay(context, 'cancel-draft', draft);
  return decide({
    save: [cancelDraft(draft, context.read.now)],
    say: [{ ...answer(context, `已取消草稿${draft.no}`, draft.no), once: `${context.message.id}.struck` }],
  });
}

/** A confirmation is of the version that was echoed; if the draft has changed since, the newer one is shown instead. */
function isOutdated({ question, meaning }: CommandContext, draft: Task): boolean {
  if (meaning.task || question?.matter !== draft.id) return false;
  return question.shown !== undefined && question.shown !== draft.version;
}

/** Outside the hours of class D nothing is handed out without asking once; urgent orders go at once. */
function needsHour({ read, question }: CommandContext, drafts: readonly Task[]): boolean {
  if (question?.about === 'hour' || drafts.some((draft) => draft.priority !== 'normal')) return false;
  return !read.calendar.isWithin(read.now, read.policy.windows.D);
}

function askHour(context: CommandContext, drafts: readonly Task[]): Decision {
  const numbers = drafts.map((draft) => draft.no).join('、');
  return decide({
    save: drafts,
    say: [
      answer(
        context,
        `现在不是下达时间，${numbers}什么时候下达？1 立即　2 ${morningLabel(context)}。回复数字`,
        drafts[0]!.no,
      ),
    ],
    ask: [
      askSpeaker(context, {
        about: 'hour',
        matter: drafts[0]!.id,
        kinds: ['choice'],
        choices: [
          { label: '立即', value: 'now' },
          { label: morningLabel(context), value: 'morning' },
        ],
        shown: drafts[0]!.version,
      }),
    ],
  });
}

function morningLabel({ read }: CommandContext): string {
  return read.calendar.clockOf(read.now) < '08:30' ? '今早8:30' : '明早8:30';
}

/** Hands the confirmed drafts out, and tells whoever confirmed where that is not seen in the room he spoke in. */
export function issue(
  context: CommandContext,
  drafts: readonly Task[],
  when: { readonly notBeforeAt?: Date; readonly urgent?: boolean },
): Decision {
  const { read, office, text, meaning } = context;
  const { amend } = meaning;
  const orders = drafts.map((draft) => {
    const added = amend && draft.requirements.includes(amend) ? amend : undefined;
    return dispatchOrder(draft, { read, office, text, ...(added && { added }), ...when });
  });
  const decision = merge(orders);
  const seen = !when.notBeforeAt && decision.say.some((message) => message.to === context.conversation);
  const done = seen ? [] : [answer(context, issuedText(context, drafts, when), drafts[0]!.no)];
  const drop = context.question ? [context.question.id] : [];

  return { ...decision, say: [...done, ...decision.say], drop };
}

function issuedText(
  { office, read, text }: CommandContext,
  drafts: readonly Task[],
  { notBeforeAt }: { notBeforeAt?: Date },
): string {
  const numbers = drafts.map((draft) => draft.no).join('、');
  const reviewer = personName(office, drafts[0]!.reviewer);
  return notBeforeAt
    ? `${numbers}将于${momentText(notBeforeAt, text.now, read.calendar)}下达`
    : `已下达${numbers}，报送由${reviewer}审核`;
}
