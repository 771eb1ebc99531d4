import { type Decision, decide } from '../../../domain/decision.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { claimReported } from '../../../domain/tasks/answer-assignment.ts';
import { confirmClaim } from '../../../domain/tasks/rule-assignment.ts';
import { isLateDone, isOwed } from '../../../domain/tasks/status.ts';
import type { Assignment } from '../../../domain/tasks/task.ts';
import { clockText } from '../../../domain/wording/dates.ts';
import { personName, unitName } from '../../../domain/wording/names.ts';
import { answer, type CommandContext, defineCommand } from '../command.ts';
import { tellOther } from './tell-other.ts';
import { tellUnit } from './tell-unit.ts';
import { ownAssignmentMeant, ruledAssignmentMeant } from './which-assignment.ts';

/** The unit says that it has reported to somebody already. The time of that report counts, once the reviewer confirms it. */
export const reportedElsewhere = defineCommand({
  intent: 'reported_elsewhere',
  examples: ['17:05发王芳微信了', 'T0612已经报给王芳了'],

  async handle(context) {
    const { message, meaning, speaker, office, read, text } = context;
    const assignment = await ownAssignmentMeant(context, {
      right: 'report',
      fits: isOwed,
      prompt: '已经报过的是哪一件？',
    });
    const said =
      meaning.at && meaning.at >= assignment.issuedAt && meaning.at <= message.sentAt ? meaning.at : undefined;
    const sentAt = said ?? message.sentAt;
    const claimed = claimReported(assignment, { by: speaker.id, filedAt: message.sentAt, sentAt, text: message.text });
    const clock = clockText(sentAt, text.now, read.calendar);
    const unit = unitName(office, claimed.unit);
    const words = `${speaker.name}称${clock}已把${claimed.no}报给你。收到请回复“${claimed.no} ${unit} 已收 ${read.calendar.clockOf(sentAt)}”，没有收到请回复“不同意”`;
    const request = tellOther(claimed, claimed.reviewer, words, `${message.id}.claim`);
    return decide({
      save: [claimed],
      say: [
        answer(context, `已请${personName(office, claimed.reviewer)}核实，属实就按${clock}登记`, claimed.no),
        request,
      ],
      ask: [
        {
          conversation: claimed.reviewer,
          person: claimed.reviewer,
          matter: claimed.id,
          about: 'claim',
          kinds: ['ruling'],
          expiresAt: new Date(read.now.getTime() + 30 * 86_400_000),
        },
      ],
    });
  },
});

/** 已收: the reviewer says when the report reached him; that moment is when the clock stopped. */
export const receivedElsewhere = defineCommand({
  intent: 'received_elsewhere',
  examples: ['T0612 经开区 已收 17:05', '已收 T0612 经开区 17:05'],

  async handle(context) {
    const assignment = await ruledAssignmentMeant(context, {
      right: 'review',
      fits: (candidate) => candidate.claim !== undefined || isOwed(candidate),
      prompt: '收到的是哪一家的？',
    });
    const { meaning, message } = context;
    return registerReceived(context, assignment, meaning.at ?? assignment.claim?.sentAt ?? message.sentAt);
  },
});

/** The report counts from the moment at which the reviewer had it; both sides hear which that is. */
export function registerReceived(context: CommandContext, assignment: Assignment, receivedAt: Date): Decision {
  const { speaker, office, read, text } = context;
  if (receivedAt > read.now) throw new Refusal('TIME_AHEAD', { no: assignment.no });

  const settled = confirmClaim(assignment, receivedAt, read.now);
  const onTime = isLateDone(settled) ? '逾期报送' : '按时报送';
  const clock = clockText(receivedAt, text.now, read.calendar);
  return decide({
    save: [settled],
    say: [
      answer(context, `已按${clock}${onTime}登记：${settled.no} ${unitName(office, settled.unit)}`, settled.no),
      ...tellUnit(context, settled, `${speaker.name}已确认收到你单位对${settled.no}的报送，按${clock}${onTime}登记`),
    ],
    drop: context.question ? [context.question.id] : [],
    nudge: [settled.task],
  });
}
