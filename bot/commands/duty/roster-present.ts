import { type Decision, decide } from '../../../domain/decision.ts';
import { type PublishPlan, publishPlan } from '../../../domain/duty/roster/publish-plan.ts';
import { ROSTER_WAITS_MS, type Roster } from '../../../domain/duty/roster/roster.ts';
import { maskedPhone } from '../../../domain/wording/names.ts';
import { nextRostersText, rosterSummaryText } from '../../../domain/wording/roster-publish.ts';
import { rotationText } from '../../../domain/wording/rotation.ts';
import { answer, askSpeaker, type CommandContext } from '../command.ts';

const REASON = '值班表更新';

/** The roster as it stands, saved, with its next question or with the question whether to publish it. */
export async function presentRoster(context: CommandContext, roster: Roster): Promise<Decision> {
  const { speaker, read } = context;
  const plan = await publishPlan(roster.draft, { by: speaker.id, at: read.now, reason: REASON }, read);
  const summary = roster.rotation
    ? rotationText(roster.rotation, plan, roster.unit, context.text)
    : rosterSummaryText(plan, roster.unit, context.text);
  const whole = roster.others ? `${summary}\n${nextRostersText(roster.others, context.text)}` : summary;
  const say = [answer(context, context.message.room ? withoutPhones(whole) : whole)];
  if (plan.result.rows.length === 0) return decide({ say });

  const waiting = { ...roster, expiresAt: new Date(read.now.getTime() + ROSTER_WAITS_MS), handledAt: read.now };
  return decide({ save: [waiting], say, ask: [questionAbout(context, waiting, plan)] });
}

/** No room reads a telephone number, wherever in the sheet it stood. */
function withoutPhones(text: string): string {
  return text.replace(/(?<!\d)1\d{10}(?!\d)/g, maskedPhone);
}

/** One open question at a time under one name, so that the next takes the place of the last. */
function questionAbout(context: CommandContext, roster: Roster, { result, changes }: PublishPlan) {
  const [question] = result.questions;
  const isReady = !question && changes.length > 0;
  return askSpeaker(context, {
    about: 'roster',
    matter: roster.id,
    kinds: question ? ['choice', 'text'] : isReady ? ['confirm', 'text'] : ['text'],
    ...(question && { choices: question.choices }),
    ...(roster.handledAt && { shown: roster.handledAt.getTime() }),
    hours: ROSTER_WAITS_MS / 3_600_000,
  });
}
