import { type Decision, decide } from '../../../domain/decision.ts';
import { may } from '../../../domain/people/rights.ts';
import { dutyTermsOn } from '../../../domain/periods/duty-terms.ts';
import { warningIn } from '../../../domain/periods/warning.ts';
import { endWarning, warningsInForce } from '../../../domain/periods/warnings.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { notOfferedText } from '../../../domain/wording/general.ts';
import { noWarningRunsText, warningEndedByText, warningEndedText } from '../../../domain/wording/periods-entered.ts';
import { answer, type CommandContext, defineCommand, reply } from '../command.ts';
import { liftNotice } from '../notices/lift-notice.ts';
import { toOthers } from './warning.ts';

/** 解除 暴雨红色预警: the key period of the warning ends. */
export default defineCommand({
  intent: 'lift',
  examples: ['解除暴雨红色预警', '结束 暴雨红色预警'],

  async handle(context) {
    const ended = (await liftNotice(context)) ?? (await endNamedWarning(context));
    if (ended) return ended;
    const { room, mentionsMe, quote } = context.message;
    const isForUs = !room || mentionsMe || quote?.mine === true;
    return isForUs ? reply(context, notOfferedText('解除通知')) : decide({});
  },
});

/** Undefined where no warning is named, or a notice by its number: then something else is to be lifted. */
async function endNamedWarning(context: CommandContext): Promise<Decision | undefined> {
  const { meaning, message, read, speaker, office, room } = context;
  const named = meaning.item ? undefined : warningIn(message.text);
  if (!named) return undefined;
  const running = (await warningsInForce(read)).find(({ warning }) => warning!.hazard === named.hazard);
  if (!running) return named.kind ? reply(context, noWarningRunsText(named.title)) : undefined;

  const today = read.calendar.dayOf(read.now);
  const verdict = may({ person: speaker, right: 'set-periods', ...(room && { room }), office, day: today });
  if (!verdict.allowed) throw new Refusal(verdict.refusal, { who: verdict.who ?? '' });

  const ended = endWarning(running, { by: speaker.id, at: message.sentAt }, read);
  const terms = await dutyTermsOn(today, read);
  const left = terms.levels.filter((_, index) => index !== terms.levels.indexOf(running.level));
  const others = (await warningsInForce(read)).some(({ id, level }) => id !== running.id && level !== 'C');
  const after = { ...terms, levels: left, warning: others };
  return decide({
    save: [ended],
    say: [
      answer(context, warningEndedText(ended, after, read.policy.checks)),
      ...toOthers(context, ended, warningEndedByText(ended, context.text)),
    ],
  });
}
