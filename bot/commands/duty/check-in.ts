import { type Decision, decide } from '../../../domain/decision.ts';
import { answerCheck } from '../../../domain/duty/checks/answer-check.ts';
import type { CheckIn } from '../../../domain/duty/checks/check-in.ts';
import { voidUnkept } from '../../../domain/duty/checks/void-check.ts';
import { lastPart } from '../../../domain/thing.ts';
import { answerNotedText, CHECK_REFUSALS, TWO_NUMBERS } from '../../../domain/wording/checks.ts';
import { askSpeaker, type CommandContext, defineCommand } from '../command.ts';
import { privately, refusedWith } from './check-reply.ts';
import { tellSettled } from './check-settled.ts';
import { checkQuestions, isWaiting, recentChecks, unitMeant } from './checks-meant.ts';
import { ownShiftWaits } from './own-shift.ts';
import { notePhone } from './phone-verify.ts';
import takeOver from './take-over.ts';

/** So long after a late answer 说明 … is taken for its explanation. */
const EXPLAIN_HOURS = 48;

/**
 * The number of a check-in, from the person asked. It counts for the check-in it belongs to, also when that has been settled
 * otherwise; a number that fits none is told and counts for nothing. 在岗 without a number asks for it, unless the speaker was
 * asked to telephone: then it is what he found out.
 */
export default defineCommand({
  intent: 'checkin',
  right: 'do-duty',
  examples: ['青山镇在岗 47', '619', '在岗'],

  async handle(context) {
    const { meaning, speaker } = context;
    if (meaning.ask) return refusedWith(context, TWO_NUMBERS);
    if (!meaning.code && (await isAboutAnother(context))) return notePhone(context, 'present');

    const own = (await recentChecks(context)).filter(({ person }) => person === speaker.id);
    const fitting = own.filter(({ code }) => code !== undefined && code === meaning.code);
    const check = fitting.find(isWaiting) ?? fitting[0] ?? own.find(isWaiting);
    // 到岗 of somebody whose shift begins and of whom no number is asked.
    if (!check && !meaning.code && (await ownShiftWaits(context))) return takeOver.handle(context);
    return check ? answered(context, check) : refusedWith(context, CHECK_REFUSALS['not-asked']);
  },
});

async function answered(context: CommandContext, check: CheckIn): Promise<Decision> {
  const { meaning, message, speaker, text } = context;
  const { code } = meaning;
  const at = message.sentAt;
  const given = { ...(code && { code }), by: speaker.id, at, channel: message.from.contactId };
  const outcome = answerCheck(check, given);
  if (!outcome.ok) {
    const told = refusedWith(context, CHECK_REFUSALS[outcome.reason]);
    return outcome.reason === 'wrong-code' ? { ...told, save: [outcome.check] } : told;
  }
  const { state } = outcome.check;
  const { now, policy } = context.read;
  const voided = state === 'late' ? voidUnkept(check, now, policy.message.catchUpMinutes) : check;
  if (voided !== check) return decide({ save: [voided], say: [privately(context, CHECK_REFUSALS.void)] });
  const settled = await tellSettled(context, check, outcome.check);
  const explain = askSpeaker(context, { about: 'explain', matter: check.id, kinds: [], hours: EXPLAIN_HOURS });
  const questions = (await checkQuestions(context, 'checkin')).filter(({ matter }) => matter === check.id);
  return decide({
    save: [outcome.check],
    say: [privately(context, answerNotedText(outcome.check, text)), ...settled.say],
    ask: state === 'on-time' || state === 'verified' ? [] : [{ ...explain, conversation: speaker.id }],
    drop: [...questions.map(({ id }) => id), ...settled.drop],
  });
}

/** 石桥乡 在岗 from somebody who was given its telephone numbers, and of whom nothing is asked himself. */
async function isAboutAnother(context: CommandContext): Promise<boolean> {
  const phones = await checkQuestions(context, 'phone');
  if (phones.length === 0) return false;
  const unit = unitMeant(context);
  if (unit) return phones.some(({ matter }) => matter.split('.').includes(lastPart(unit)));
  const own = await checkQuestions(context, 'checkin');
  return own.length === 0;
}
