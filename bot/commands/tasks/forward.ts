import { type Decision, decide } from '../../../domain/decision.ts';
import { peopleMeant } from '../../../domain/people/find-people.ts';
import { unitsNamed } from '../../../domain/people/find-units.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import { may } from '../../../domain/people/rights.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { askForward } from '../../../domain/tasks/answer-assignment.ts';
import { isOwed } from '../../../domain/tasks/status.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { unitName } from '../../../domain/wording/names.ts';
import { answer, type CommandContext, defineCommand } from '../command.ts';
import { forwardTo } from './forward-assignment.ts';
import { tellOther } from './tell-other.ts';
import { numberMeant, ownAssignmentMeant, ruledAssignmentMeant } from './which-assignment.ts';

export const forward = defineCommand({
  intent: 'forward',
  examples: ['转办 T0640 给商务局 已移交', 'T0640请转办给孙浩'],
  handle: (context) => (mayRule(context) ? ruleForward(context) : requestForward(context)),
});

export const notMine = defineCommand({
  intent: 'not_mine',
  examples: ['T0640不是我', '找错人了，这块早就移交商务局'],
  handle: requestForward,
});

function mayRule({ speaker, office, read }: CommandContext): boolean {
  return may({ person: speaker, right: 'rule-forward', office, day: read.calendar.dayOf(read.now) }).allowed;
}

async function ruleForward(context: CommandContext): Promise<Decision> {
  const to = targetUnit(context);
  if (!to) throw new Refusal('NO_SUCH_UNIT', { unit: context.meaning.to ?? '' });
  // Without a number it is the answer to whoever has said that a matter is not his.
  const isAnswer = numberMeant(context) === undefined;
  const assignment = await ruledAssignmentMeant(context, {
    right: 'rule-forward',
    fits: (candidate) => candidate.state === 'forward-pending' || (!isAnswer && isOwed(candidate)),
    prompt: '转的是哪一件？',
  });
  const decision = await forwardTo(context, assignment, to);
  return context.question ? { ...decision, drop: [...decision.drop, context.question.id] } : decision;
}

async function requestForward(context: CommandContext): Promise<Decision> {
  const { message, meaning, speaker, office, read } = context;
  const assignment = await ownAssignmentMeant(context, { right: 'forward', fits: isOwed, prompt: '说的是哪一件？' });
  const to = targetUnit(context);
  const reason = meaning.reason ?? message.text;
  const asked = askForward(assignment, { by: speaker.id, ...(to && { to }), reason, at: message.sentAt });
  const unit = unitName(office, asked.unit);
  const how = to
    ? `回复“同意”转给${unitName(office, to)}，或“不同意 理由”`
    : `回复“转办 ${asked.no} ${unit} 给某单位”，或“不同意 理由”`;
  const words = `${unit} ${speaker.name}说${asked.no}不归他们：${reason}。${how}`;
  const request = tellOther(asked, asked.reviewer, words, `${message.id}.forward`);
  return decide({
    save: [asked],
    say: [answer(context, `好的，${asked.no}先不再催你，已请安委办定由谁办`, asked.no), request],
    ask: [
      {
        conversation: asked.reviewer,
        person: asked.reviewer,
        matter: asked.id,
        about: 'forward',
        kinds: ['ruling'],
        expiresAt: new Date(read.now.getTime() + 30 * 86_400_000),
      },
    ],
  });
}

/** The unit named, or the unit of the person named. */
function targetUnit({ meaning, office, read }: CommandContext): ThingId | undefined {
  if (!meaning.to) return undefined;
  const day = read.calendar.dayOf(read.now);
  const units = unitsNamed(office, meaning.to);
  if (units.length === 1) return units[0]!.id;
  const people = peopleMeant(office, meaning.to, day);
  return people.length === 1 ? unitsOf(people[0]!, day)[0] : undefined;
}
