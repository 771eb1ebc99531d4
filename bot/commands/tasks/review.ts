import { type Decision, decide } from '../../../domain/decision.ts';
import { unitsNamed } from '../../../domain/people/find-units.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { assignmentId } from '../../../domain/tasks/collections.ts';
import { acceptReport, returnReport, withReturn } from '../../../domain/tasks/rule-assignment.ts';
import { isOwed } from '../../../domain/tasks/status.ts';
import type { Assignment } from '../../../domain/tasks/task.ts';
import { unitName } from '../../../domain/wording/names.ts';
import { dueText } from '../../../domain/wording/tasks.ts';
import { answer, type CommandContext, defineCommand } from '../command.ts';
import { mayHere } from '../rights.ts';
import { forEachNumber } from './each-number.ts';
import { excludedUnits } from './excluded-units.ts';
import { complete } from './report.ts';
import { tellUnit } from './tell-unit.ts';
import { numberMeant, only, ruledAssignmentMeant, ruledAssignments } from './which-assignment.ts';

const submitted = (candidate: Assignment) => candidate.state === 'submitted';

export const verifyPass = defineCommand({
  intent: 'verify_pass',
  examples: ['通过 T0612 青山镇', 'T0612 青山镇通过', 'T0603和T0607都验过了，没问题'],

  handle: (context) => forEachNumber(context, pass),
});

async function pass(context: CommandContext): Promise<Decision> {
  if (await isOwnReport(context)) return complete.handle(context);
  const { office, read, meaning } = context;
  const several = (meaning.units ?? []).flatMap((name) => unitsNamed(office, name).map(({ id }) => id));
  const excluded = excludedUnits(office, context.message.text);
  const isAll = meaning.unit === ALL.value || several.length > 0 || SAYS_ALL.test(context.message.text);
  const asked = isAll ? { ...context, meaning: { ...meaning, unit: undefined } } : context;
  const prompt = '通过的是哪一家？';
  const isMeant = ({ unit }: Assignment) =>
    !excluded.includes(unit) && (several.length === 0 || several.includes(unit));
  const fits = (candidate: Assignment) => submitted(candidate) && isMeant(candidate);
  const found = (await ruledAssignments(asked, { right: 'review', fits, prompt })).filter(isMeant);
  if (found.length === 0) throw new Refusal('WHICH_MATTER');
  const isOneTask = new Set(found.map(({ no }) => no)).size === 1;
  const meant = isAll && isOneTask ? found : [only(found, prompt, asked, isOneTask ? [ALL] : [])];
  const done = meant.map((assignment) => acceptReport(assignment, read.now));
  const units = done.map(({ unit }) => unitName(office, unit)).join('、');
  const { no, task } = done[0]!;
  return decide({
    save: done,
    say: [
      answer(context, `${no} ${units}审核通过，已办结`, no),
      ...done.flatMap((one) => tellUnit(context, one, `${no}你单位的报送已审核通过，办结`)),
    ],
    nudge: [task],
  });
}

/** The choice beside the units where several reports wait. */
const ALL = { label: '都通过', value: '*' };
const SAYS_ALL = /全部|全都|都(?:审核|验收)?(?:通过|合格|可以)|一并通过/;

/** T0612查完了，没发现问题: from somebody who owes that report and may not judge it, it is the report. */
async function isOwnReport(context: CommandContext): Promise<boolean> {
  const no = numberMeant(context);
  if (!no) return false;
  const { speaker, read } = context;
  const units = unitsOf(speaker, read.calendar.dayOf(read.now));
  const own = await read.things<Assignment>(units.map((unit) => assignmentId(no, unit)));
  const owed = own.filter(isOwed);
  return owed.length > 0 && !owed.some((one) => mayHere(context, 'review', { thing: one }).allowed);
}

export const verifyReject = defineCommand({
  intent: 'verify_reject',
  examples: ['退回 T0612 石桥乡 台账缺签字页', 'T0612 石桥乡打回重做，缺第三季度签字页，下周二前弄好'],

  async handle(context) {
    const { meaning, office, read, text, speaker } = context;
    const assignment = await ruledAssignmentMeant(context, {
      right: 'review',
      fits: submitted,
      prompt: '退回的是哪一家？',
    });
    if (!meaning.reason)
      throw new Refusal('REASON_NEEDED', {
        no: assignment.no,
        unit: unitName(office, assignment.unit),
        example: `退回 ${assignment.no} ${unitName(office, assignment.unit)} 台账缺签字页`,
      });

    const ruling = { returnedAt: read.now, by: speaker.id, reason: meaning.reason };
    const back = withReturn(returnReport(assignment, read.now, read.calendar, read.policy, meaning.dueAt), ruling);
    const unit = unitName(office, back.unit);
    return decide({
      save: [back],
      say: [
        answer(context, `已退回${back.no} ${unit}，时限${dueText(back.dueAt, text)}`, back.no),
        ...tellUnit(
          context,
          back,
          `${back.no}的报送被退回：${meaning.reason}。请在${dueText(back.dueAt, text)}前重新报送`,
        ),
      ],
    });
  },
});
