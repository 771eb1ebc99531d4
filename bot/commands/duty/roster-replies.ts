import { decide } from '../../../domain/decision.ts';
import { applyAnswer } from '../../../domain/duty/roster/answer.ts';
import { rosterContext } from '../../../domain/duty/roster/publish-plan.ts';
import type { Roster } from '../../../domain/duty/roster/roster.ts';
import { settleRoster } from '../../../domain/duty/roster/settle.ts';
import { ROSTER_DROPPED, ROSTER_GONE } from '../../../domain/wording/roster-publish.ts';
import { answer, type Command, type CommandContext, defineCommand, reply } from '../command.ts';
import { publish } from './publish-roster.ts';
import { saidAbout } from './roster.ts';
import { presentRoster } from './roster-present.ts';
import { assertPlans } from './roster-unit.ts';

/** A digit, 确认 or 取消 after a question about a roster; and words that mean something else where nobody asked about one. */
const choose = aboutRoster('choose', async (context, roster) => {
  const { questions } = settleRoster(roster.draft, await rosterContext(roster.unit, context.read));
  const [open] = questions;
  const shown = context.question?.choices ?? [];
  const isSame =
    open?.choices.length === shown.length && open.choices.every(({ value }, at) => value === shown[at]!.value);
  const choice = shown[(context.meaning.choice ?? 0) - 1];
  const draft = open && isSame && choice ? applyAnswer(roster.draft, open, choice.value) : undefined;
  // What was asked has changed since, or there is no such number: the question as it is now.
  return presentRoster(context, draft ? { ...roster, draft } : roster);
});

const confirm = aboutRoster('confirm', async (context, roster) => {
  const { question, meaning } = context;
  // Only what was shown is confirmed; 确认 with something added says something about the roster itself.
  if (question?.shown !== roster.handledAt?.getTime()) return presentRoster(context, roster);
  return meaning.amend ? saidAbout(context, roster) : publish(context, roster);
});

const cancel = aboutRoster('cancel', async (context, roster) =>
  decide({ drop: [roster.id, context.question!.id], say: [answer(context, ROSTER_DROPPED)] }),
);

const amend = aboutRoster('amend', saidAbout);
const unknown = aboutRoster('unknown', saidAbout);

export const rosterReplies: readonly Command[] = [choose, confirm, cancel, amend, unknown];

function aboutRoster(
  intent: Command['intent'],
  handle: (context: CommandContext, roster: Roster) => ReturnType<Command['handle']>,
): Command {
  return defineCommand({
    intent,
    matter: 'roster',
    examples: [],

    async handle(context) {
      const roster = await context.read.thing<Roster>(context.question?.matter ?? '');
      if (!roster) return { ...reply(context, ROSTER_GONE), drop: context.question ? [context.question.id] : [] };
      assertPlans(context, roster.unit);
      return handle(context, roster);
    },
  });
}
