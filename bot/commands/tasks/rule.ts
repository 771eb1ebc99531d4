import { type Decision, decide } from '../../../domain/decision.ts';
import type { Message } from '../../../domain/message.ts';
import { ownersOf } from '../../../domain/people/posts.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { refuseClaim, refuseForward, ruleExtension } from '../../../domain/tasks/rule-assignment.ts';
import type { Assignment } from '../../../domain/tasks/task.ts';
import { momentText } from '../../../domain/wording/dates.ts';
import { unitName } from '../../../domain/wording/names.ts';
import { limitOf } from '../../understand/reread.ts';
import { answer, type CommandContext, defineCommand } from '../command.ts';
import { assertMay } from '../rights.ts';
import { registerReceived } from './elsewhere.ts';
import { forwardTo } from './forward-assignment.ts';
import { tellOther } from './tell-other.ts';
import { ruledAssignmentMeant } from './which-assignment.ts';

export default defineCommand({
  intent: 'decide',
  examples: ['同意', '不同意，节前不再顺延', '同意 T0612 石桥乡'],

  async handle(context) {
    const assignment = await ruledAssignmentMeant(context, {
      right: 'rule-extension',
      fits: ({ extension, forward, claim }) => (extension ?? forward ?? claim) !== undefined,
      prompt: '答复的是哪一件？',
    });
    const asked = context.question?.about;
    if (assignment.claim && asked !== 'extension') return claimRuling(context, assignment);
    if (assignment.forward && asked !== 'extension') return forwardRuling(context, assignment);
    if (assignment.extension) return extension(context, assignment);
    throw new Refusal('NOTHING_PENDING', {
      no: assignment.no,
      unit: unitName(context.office, assignment.unit),
      what: '申请',
    });
  },
});

function extension(context: CommandContext, asked: Assignment): Decision {
  const { meaning, speaker, read, office, text } = context;
  const approved = meaning.approve === true;
  const grantedAt = approved ? dateGranted(context) : undefined;
  const assignment = grantedAt ? { ...asked, extension: { ...asked.extension!, toAt: grantedAt } } : asked;
  if (!approved && !meaning.reason) {
    const unit = unitName(office, assignment.unit);
    throw new Refusal('REASON_NEEDED', { no: assignment.no, unit, example: '不同意 节前必须完成' });
  }

  const ruled = ruleExtension(
    assignment,
    { approved, by: speaker.id, at: read.now, reason: meaning.reason ?? '' },
    read.policy,
  );
  const toText = momentText(assignment.extension!.toAt, text.now, read.calendar);
  const told = approved
    ? `${speaker.name}同意${assignment.no}延期至${toText}，原期限仍记录在案`
    : `${speaker.name}不同意${assignment.no}延期，理由：${meaning.reason}。时限仍是${momentText(assignment.dueAt!, text.now, read.calendar)}`;
  return decide({
    save: [ruled],
    say: [
      answer(
        context,
        `已告知${unitName(office, assignment.unit)}${approved ? `：延期至${toText}` : '：不同意延期'}`,
        assignment.no,
      ),
      ...tell(context, assignment, told),
    ],
    drop: context.question ? [context.question.id] : [],
  });
}

/** 同意延到周五, where another day was asked for: so far it is granted, and no farther. */
function dateGranted({ meaning, message, read }: CommandContext): Date | undefined {
  const { time } = meaning;
  const limit = time && limitOf(time);
  if (!limit || !['到', '至'].some((until) => message.text.includes(`${until}${time.words}`))) return undefined;
  const { calendar, now } = read;
  const grantedAt = time.grain === 'day' ? calendar.closing(calendar.dayOf(limit)) : limit;
  return grantedAt > now ? grantedAt : undefined;
}

async function forwardRuling(context: CommandContext, assignment: Assignment): Promise<Decision> {
  const { meaning, read, office, text } = context;
  const unit = unitName(office, assignment.unit);
  const drop = context.question ? [context.question.id] : [];
  if (meaning.approve === true) {
    if (!assignment.forward!.to) throw new Refusal('WHICH_UNIT', { example: `转办 ${assignment.no} ${unit} 给商务局` });
    const decision = await forwardTo(context, assignment, assignment.forward!.to);
    return { ...decision, drop: [...decision.drop, ...drop] };
  }
  const kept = refuseForward(assignment, read.now);
  return decide({
    save: [kept],
    say: [
      answer(context, `已告知${unit}继续办理${assignment.no}`, assignment.no),
      ...tell(
        context,
        assignment,
        `${assignment.no}仍由${unit}办理${meaning.reason ? `，理由：${meaning.reason}` : ''}${assignment.dueAt ? `，时限${momentText(assignment.dueAt, text.now, read.calendar)}` : ''}`,
      ),
    ],
    drop,
  });
}

/** 同意: received when the unit says so. 不同意: not received, and the unit still owes the report. */
function claimRuling(context: CommandContext, assignment: Assignment): Decision {
  const { meaning, speaker, read, office } = context;
  assertMay(context, 'review', assignment);
  if (meaning.approve === true) return registerReceived(context, assignment, assignment.claim!.sentAt);

  const { no } = assignment;
  return decide({
    save: [refuseClaim(assignment, read.now)],
    say: [
      answer(context, `已告知${unitName(office, assignment.unit)}：没有收到，请重新报送`, no),
      ...tell(context, assignment, `${speaker.name}没有收到${no}的报送，请重新发给我，例如“报 ${no} 内容”`),
    ],
    drop: context.question ? [context.question.id] : [],
  });
}

/** To whoever asked, where he is still there; else to whoever answers for the unit now. */
function tell({ office, message, read }: CommandContext, assignment: Assignment, text: string): Message[] {
  const asked = assignment.claim?.by ?? assignment.forward?.by ?? assignment.extension?.by;
  const [owner] = ownersOf(
    office,
    { unit: assignment.unit, ...(asked && { owner: asked }) },
    read.calendar.dayOf(read.now),
  );
  return owner ? [tellOther(assignment, owner.id, text, `${message.id}.ruling`)] : [];
}
