import { type Decision, decide, merge } from '../../../domain/decision.ts';
import type { Message } from '../../../domain/message.ts';
import { isToBot } from '../../../domain/message.ts';
import { dutyTermsOn } from '../../../domain/periods/duty-terms.ts';
import { KIT_DESK } from '../../../domain/periods/kits/desk.ts';
import type { Period } from '../../../domain/periods/period.ts';
import { warningIn } from '../../../domain/periods/warning.ts';
import { endWarning, warningsInForce } from '../../../domain/periods/warnings.ts';
import { LIFT_WHICH, liftedOnlyText, warningStaysText } from '../../../domain/wording/notice-life.ts';
import { noWarningRunsText, warningEndedByText, warningEndedText } from '../../../domain/wording/periods-entered.ts';
import { answer, type CommandContext, defineCommand, reply } from '../command.ts';
import { liftNotice, liftThis } from '../notices/lift-notice.ts';
import { assertMay, mayHere } from '../rights.ts';
import { onlyMatter } from './lift-only.ts';
import { toOthers } from './warning.ts';

/** 解除 暴雨红色预警: the key period of the warning ends. 解除 alone is about the only matter that the speaker has open. */
export default defineCommand({
  intent: 'lift',
  examples: ['解除', '解除暴雨红色预警', '结束 暴雨红色预警'],

  async handle(context) {
    const lifted = await liftNotice(context);
    const ended = await endNamedWarning(context, lifted !== undefined);
    const done = lifted && ended ? together(context, lifted, ended) : (lifted ?? ended);
    if (done) return done;
    return isToBot(context.message) ? liftOnly(context) : decide({});
  },
});

/** 解除, and nothing else: the only thing that the speaker has open. */
async function liftOnly(context: CommandContext): Promise<Decision> {
  const only = await onlyMatter(context);
  if (!only) return reply(context, LIFT_WHICH);
  if (only.kind === 'none') return reply(context, only.text);
  if (only.kind === 'warning') return ended(only.warning, context);
  return liftThis(only.notice, liftedOnlyText(only.notice), context);
}

/** Undefined where no warning is named; beside a notice that is lifted also where no such warning is in force. */
async function endNamedWarning(context: CommandContext, besideNotice: boolean): Promise<Decision | undefined> {
  const { message, meaning, read } = context;
  const inForce = await warningsInForce(read);
  const chosen = inForce.find(({ id }) => id === meaning.item);
  if (chosen) return ended(chosen, context);
  const named = warningIn(message.text);
  if (!named) return undefined;
  const running = inForce.find(({ warning }) => warning!.hazard === named.hazard);
  if (!running) return named.kind && !besideNotice ? reply(context, noWarningRunsText(named.title)) : undefined;
  const verdict = mayHere(context, 'set-periods');
  if (!verdict.allowed && besideNotice) return reply(context, warningStaysText(running.name, verdict.who ?? '安委办'));
  return ended(running, context);
}

async function ended(running: Period, context: CommandContext): Promise<Decision> {
  assertMay(context, 'set-periods');
  const { message, read, speaker } = context;
  const today = read.calendar.dayOf(read.now);
  const over = endWarning(running, { by: speaker.id, at: message.sentAt }, read);
  const terms = await dutyTermsOn(today, read);
  const left = terms.levels.filter((_, index) => index !== terms.levels.indexOf(running.level));
  const others = (await warningsInForce(read)).some(({ id, level }) => id !== running.id && level !== 'C');
  const after = { ...terms, levels: left, warning: others };
  return decide({
    save: [over],
    nudge: [KIT_DESK],
    say: [
      answer(context, warningEndedText(over, after, read.policy.checks)),
      ...toOthers(context, over, warningEndedByText(over, context.text)),
    ],
  });
}

/** One answer to one message: 解除 N0107 暴雨橙色预警 lifts the notice and ends the warning. */
function together(context: CommandContext, lifted: Decision, ended: Decision): Decision {
  const own = ({ once }: Message) => once === `${context.message.id}.answer`;
  const both = merge([lifted, ended]);
  const text = both.say
    .filter(own)
    .map((message) => message.text)
    .join('\n');
  return { ...both, say: [answer(context, text), ...both.say.filter((message) => !own(message))] };
}
