import { type Decision, decide } from '../../../domain/decision.ts';
import { leavesOfPeople } from '../../../domain/duty/absences/read-leaves.ts';
import { dutyLeaders } from '../../../domain/duty/duty-people.ts';
import { DutyRefusal } from '../../../domain/duty/duty-refusal.ts';
import { shiftsNear as shiftsOfUnitNear } from '../../../domain/duty/near.ts';
import { peopleAt } from '../../../domain/duty/presence.ts';
import { puttingProblems } from '../../../domain/duty/put-on-duty.ts';
import type { Leaving, Shift } from '../../../domain/duty/shift.ts';
import { askRelief, stayOnPost } from '../../../domain/duty/shift-rules.ts';
import { shiftsNear } from '../../../domain/duty/swaps/read-around.ts';
import type { Message } from '../../../domain/message.ts';
import type { Person } from '../../../domain/people/office.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import { reachable } from '../../../domain/people/reach.ts';
import type { ThingId } from '../../../domain/thing.ts';
import {
  comeStandInText,
  leavingNotedText,
  leavingToldText,
  mayLeaveText,
  NOT_AT_POST,
  NOT_LEAVING,
  notNeededText,
  standingInText,
  staysText,
  stoodInForText,
  WHO_STANDS_IN,
} from '../../../domain/wording/post.ts';
import { cannotPutText, puttingProblemText } from '../../../domain/wording/put-on-duty.ts';
import { answer, type CommandContext, defineCommand, reply } from '../command.ts';
import { swapPerson } from './swap-people.ts';
import { swapWordsIn } from './swap-words.ts';

/** 我要离岗，吕刚顶一下: somebody at the post asks to be relieved. Until the other has said 接班 nothing changes. */
export default defineCommand({
  intent: 'leave_post',
  right: 'do-duty',
  opens: true,
  examples: ['我要离岗，吕刚顶一下', '离岗', '不离岗了'],

  async handle(context) {
    const { meaning, speaker, message, read } = context;
    const shift = await ownPost(context);
    if (!shift) return reply(context, NOT_AT_POST);
    if (meaning.approve === false) return stays(context, shift);
    if (!meaning.with) return reply(context, WHO_STANDS_IN);

    const units = [...new Set([shift.unit, ...unitsOf(speaker, read.calendar.dayOf(read.now))])];
    const comes = swapPerson(context, meaning.with, units, 'with');
    if (reachable(context.office, [comes.id]).length === 0)
      throw new DutyRefusal('SWAP_UNREACHABLE', { who: comes.name });
    const leaving = { person: speaker.id, standIn: comes.id, at: message.sentAt, reason: reasonIn(message.text) };
    return leave(context, askRelief(shift, leaving), leaving, comes);
  },
});

async function leave(context: CommandContext, shift: Shift, leaving: Leaving, comes: Person): Promise<Decision> {
  const { read, office, text } = context;
  const near = await shiftsNear([shift.day], read);
  const ground = {
    office,
    shifts: near,
    known: near,
    leaves: await leavesOfPeople([comes.id], read),
    restHours: read.policy.duty.restHours,
    dayOf: (at: Date) => read.calendar.dayOf(at),
  };
  const problems = puttingProblems(shift, [comes.id], ground);
  const hard = problems.filter(({ what }) => what !== 'short-rest');
  if (hard.length > 0) return reply(context, cannotPutText(hard, shift, text));

  const warnings = problems.map((problem) => puttingProblemText(problem, shift, text));
  return decide({
    save: [shift],
    say: [
      answer(context, leavingNotedText(shift, leaving, warnings, text)),
      ...tell(context, [comes.id], 'come', comeStandInText(shift, leaving, text)),
      ...tell(context, await leadersOf(context, shift), 'leaving', leavingToldText(shift, leaving, text)),
    ],
  });
}

async function stays(context: CommandContext, shift: Shift): Promise<Decision> {
  const { leaving } = shift;
  if (!leaving) return reply(context, NOT_LEAVING);
  const words = notNeededText(shift, leaving, context.text);
  return decide({
    save: [stayOnPost(shift)],
    say: [
      answer(context, staysText(shift, context.text)),
      ...tell(context, [leaving.standIn, ...(await leadersOf(context, shift))], 'stays', words),
    ],
  });
}

/** The stand-in has said 接班: from now on it is his, and who asked for it may go. */
export async function standInCame(context: CommandContext, before: Shift, taken: Shift): Promise<Decision> {
  const { message, speaker, text } = context;
  const { leaving } = before;
  const at = message.sentAt;
  const leaders = (await leadersOf(context, before)).filter((id) => id !== leaving!.person);
  return decide({
    save: [taken],
    say: [
      answer(context, standingInText(taken, leaving!, at, text)),
      ...tell(context, [leaving!.person], 'relieved', mayLeaveText(taken, speaker.id, at, text)),
      ...tell(context, leaders, 'stood-in', stoodInForText(taken, speaker.id, at, text)),
    ],
  });
}

/** The officer's shift that the speaker is at the post for. */
async function ownPost({ speaker, message, read }: CommandContext): Promise<Shift | undefined> {
  const at = message.sentAt;
  const units = unitsOf(speaker, read.calendar.dayOf(read.now));
  const near = (await Promise.all(units.map((unit) => shiftsOfUnitNear(unit, at, read)))).flat();
  return near.find(
    (shift) => shift.state === 'on-duty' && !shift.handedOverAt && peopleAt(shift, at).includes(speaker.id),
  );
}

async function leadersOf({ read, office, speaker }: CommandContext, { unit }: Shift): Promise<ThingId[]> {
  const shifts = await shiftsOfUnitNear(unit, read.now, read);
  const leaders = dutyLeaders(shifts, { office, unit, at: read.now, day: read.calendar.dayOf(read.now) });
  return leaders.map(({ id }) => id).filter((id) => id !== speaker.id);
}

function tell({ office, message }: CommandContext, people: readonly ThingId[], what: string, text: string): Message[] {
  return reachable(office, people).map(({ id }) => ({
    to: id,
    class: 'L1',
    text,
    once: `${message.id}.${what}.${id}`,
  }));
}

/** 去医院, 有事: the clause that tells why, where one does. */
function reasonIn(text: string): string {
  return (swapWordsIn(text).reason ?? '').replace(/^(?:离岗|离开(?:值班室|岗位)?|一下|一会儿?)+/, '');
}
