import { type Decision, decide, merge } from '../../../domain/decision.ts';
import type { Message } from '../../../domain/message.ts';
import { isToBot } from '../../../domain/message.ts';
import { dutyTermsOn } from '../../../domain/periods/duty-terms.ts';
import { KIT_DESK } from '../../../domain/periods/kits/desk.ts';
import { warningIn } from '../../../domain/periods/warning.ts';
import { endWarning, warningsInForce } from '../../../domain/periods/warnings.ts';
import { LIFT_WHICH, warningStaysText } from '../../../domain/wording/notice-life.ts';
import { noWarningRunsText, warningEndedByText, warningEndedText } from '../../../domain/wording/periods-entered.ts';
import { answer, type CommandContext, defineCommand, reply } from '../command.ts';
import { liftNotice } from '../notices/lift-notice.ts';
import { assertMay, mayHere } from '../rights.ts';
import { toOthers } from './warning.ts';

/** 解除 暴雨红色预警: the key period of the warning ends. */
export default defineCommand({
  intent: 'lift',
  examples: ['解除暴雨红色预警', '结束 暴雨红色预警'],

  async handle(context) {
    const lifted = await liftNotice(context);
    const ended = await endNamedWarning(context, lifted !== undefined);
    const done = lifted && ended ? together(context, lifted, ended) : (lifted ?? ended);
    if (done) return done;
    return isToBot(context.message) ? reply(context, LIFT_WHICH) : decide({});
  },
});

/** Undefined where no warning is named; beside a notice that is lifted also where no such warning is in force. */
async function endNamedWarning(context: CommandContext, besideNotice: boolean): Promise<Decision | undefined> {
  const { message, read, speaker } = context;
  const named = warningIn(message.text);
  if (!named) return undefined;
  const running = (await warningsInForce(read)).find(({ warning }) => warning!.hazard === named.hazard);
  if (!running) return named.kind && !besideNotice ? reply(context, noWarningRunsText(named.title)) : undefined;
  const verdict = mayHere(context, 'set-periods');
  if (!verdict.allowed && besideNotice) return reply(context, warningStaysText(running.name, verdict.who ?? '安委办'));
  assertMay(context, 'set-periods');

  const today = read.calendar.dayOf(read.now);
  const ended = endWarning(running, { by: speaker.id, at: message.sentAt }, read);
  const terms = await dutyTermsOn(today, read);
  const left = terms.levels.filter((_, index) => index !== terms.levels.indexOf(running.level));
  const others = (await warningsInForce(read)).some(({ id, level }) => id !== running.id && level !== 'C');
  const after = { ...terms, levels: left, warning: others };
  return decide({
    save: [ended],
    nudge: [KIT_DESK],
    say: [
      answer(context, warningEndedText(ended, after, read.policy.checks)),
      ...toOthers(context, ended, warningEndedByText(ended, context.text)),
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
