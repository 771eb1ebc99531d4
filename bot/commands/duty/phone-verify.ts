import { type Decision, decide } from '../../../domain/decision.ts';
import { awayOn } from '../../../domain/duty/absences/read-leaves.ts';
import { type CheckIn, isAsking, type PhoneResult } from '../../../domain/duty/checks/check-in.ts';
import { verifyByPhone } from '../../../domain/duty/checks/climb-check.ts';
import { relievedMeanwhile } from '../../../domain/duty/checks/man-post.ts';
import { callLeader } from '../../../domain/duty/checks/tell-check.ts';
import { dutyLeaders } from '../../../domain/duty/duty-people.ts';
import { shiftsNear } from '../../../domain/duty/near.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import { rolesOf } from '../../../domain/people/posts.ts';
import type { Question } from '../../../domain/question.ts';
import {
  CHECK_REFUSALS,
  NO_PHONE_CHECK,
  phoneNotedText,
  postTakenText,
  WHICH_UNIT,
} from '../../../domain/wording/checks.ts';
import { type CommandContext, defineCommand } from '../command.ts';
import { privately, refusedWith } from './check-reply.ts';
import { tellSettled } from './check-settled.ts';
import { checkQuestions, recentChecks, unitMeant } from './checks-meant.ts';

/** What a telephone call to a unit brought out: from whoever was given the numbers, or from the office. */
export default defineCommand({
  intent: 'phone_verify',
  right: 'do-duty',
  examples: ['石桥乡 电话不通', '石桥乡 不在岗，座机是门卫接的'],

  async handle(context) {
    const { result } = context.meaning;
    return result ? notePhone(context, result) : refusedWith(context, NO_PHONE_CHECK);
  },
});

/** Notes it on the check-in it is about. 不在岗 and 电话不通 go to the leader in charge at once. */
export async function notePhone(context: CommandContext, result: PhoneResult): Promise<Decision> {
  const { speaker, message, text, read } = context;
  const questions = await checkQuestions(context, 'phone');
  const open = await openChecks(context, questions);
  const units = new Set(open.map(({ unit }) => unit));
  if (units.size > 1) return refusedWith(context, WHICH_UNIT);
  const [check] = open;
  if (!check) return refusedWith(context, NO_PHONE_CHECK);

  const found = { by: speaker.id, at: message.sentAt, words: wordsBeside(context), result };
  const outcome = verifyByPhone(check, found);
  if (!outcome.ok) return refusedWith(context, CHECK_REFUSALS[outcome.reason]);
  const shifts = result === 'present' ? [] : await shiftsNear(check.unit, read.now, read);
  const relieved = relievedMeanwhile(outcome.check, read.now, shifts);
  if (relieved) return decide({ save: [relieved], say: [privately(context, postTakenText(relieved, text))] });
  const noted = privately(context, phoneNotedText(outcome.check, text));
  if (result === 'present') {
    const own = questions.filter(({ matter }) => matter === check.id).map(({ id }) => id);
    const settled = await tellSettled(context, check, outcome.check);
    return decide({ save: [outcome.check], say: [noted, ...settled.say], drop: [...own, ...settled.drop] });
  }
  const call = await leadersCalled(context, outcome.check, shifts);
  return decide({ save: [outcome.check], say: [noted, ...call.say], ask: call.ask });
}

/** Check-ins the speaker may report on: those he was asked to telephone about; dispatchers and supervisors on any. */
async function openChecks(context: CommandContext, questions: readonly Question[]): Promise<CheckIn[]> {
  const { speaker, read, meaning } = context;
  const roles = rolesOf(speaker, read.calendar.dayOf(read.now));
  const isOffice = roles.includes('dispatcher') || roles.includes('supervisor');
  const asked = new Set(questions.map(({ matter }) => matter));
  const mine = (await recentChecks(context)).filter((check) => isAsking(check) && (isOffice || asked.has(check.id)));
  const unit = unitMeant(context);
  if (meaning.unit) return mine.filter((check) => check.unit === unit);
  return mine.filter((check) => asked.has(check.id));
}

async function leadersCalled(context: CommandContext, check: CheckIn, shifts: readonly Shift[]) {
  const { read, office, text } = context;
  if (check.trial) return { say: [], ask: [] };
  const day = read.calendar.dayOf(read.now);
  const sought = { office, unit: check.unit, at: read.now, day, away: await awayOn(day, read) };
  const leaders = dutyLeaders(shifts, sought);
  return callLeader(
    check,
    leaders.filter(({ id }) => id !== check.person && id !== context.speaker.id),
    text,
  );
}

/** What stands beside unit and result, in the speaker's words: 值班室座机接的，手机没电. */
function wordsBeside({ message, meaning }: CommandContext): string {
  const said = message.text.trim();
  const rest = meaning.unit && said.startsWith(meaning.unit) ? said.slice(meaning.unit.length) : said;
  return rest.replace(/^[\s,，:：]*(?:不在岗|在岗|电话不通)[\s,，。:：]*/, '').trim();
}
