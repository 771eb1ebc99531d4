import type { MessageClass } from '../../message.ts';
import type { Step } from '../../step.ts';
import { afterLeaderAt, type CheckIn, minutesAfter } from './check-in.ts';

/** Who is on duty is asked in L1; handing over to people with telephones and leaders is an escalation of duty, L0. */
export const CHECK_STEP_CLASS: Readonly<Record<string, MessageClass>> = {
  ask: 'L1',
  'second-ask': 'L1',
  'phone-list': 'L0',
  'duty-leader': 'L0',
  reserve: 'L0',
  'office-head': 'L0',
};

/**
 * The ladder of one check-in, counted from the moment it was really sent; its distances (ordinary or of a key period) are the
 * check's own. An answer, a telephone call or a stand-in ends it. The second question is left out once the list has gone to a
 * person; the steps that hand over to people are never left out.
 */
export function checkAgenda(check: CheckIn): Step[] {
  const { sentAt, ladder, state, trial } = check;
  if (state === 'planned') return asking(check);
  if (!sentAt) return [];

  const phoneListAt = minutesAfter(sentAt, ladder.phoneListMin);
  const secondAsk = tell('second-ask', minutesAfter(sentAt, ladder.secondAskMin), phoneListAt);
  if (trial) return state === 'waiting' || state === 'asked-again' ? [secondAsk, practiceOver(check, sentAt)] : [];

  const phoneList = act('phone-list', phoneListAt);
  const dutyLeader = act('duty-leader', minutesAfter(sentAt, ladder.dutyLeaderMin));
  const reserve = ladder.reserveMin === undefined ? [] : [act('reserve', afterLeaderAt(check, ladder.reserveMin)!)];
  const officeHead = act('office-head', afterLeaderAt(check, ladder.officeHeadMin)!);
  switch (state) {
    case 'waiting':
      return [secondAsk, phoneList, dutyLeader, ...reserve, officeHead];
    case 'asked-again':
      return [phoneList, dutyLeader, ...reserve, officeHead];
    case 'to-human':
      return [dutyLeader, ...reserve, officeHead];
    case 'escalated':
      return [...reserve, officeHead];
    default:
      return [];
  }
}

/** A question whose moment has passed by much is not asked any more: it lapses. */
function asking({ askAt, ladder }: CheckIn): Step[] {
  const lapseAt = minutesAfter(askAt, ladder.unsentMin);
  return [tell('ask', askAt, lapseAt), act('unsent', lapseAt)];
}

function practiceOver({ ladder }: CheckIn, sentAt: Date): Step {
  return act('practice-over', minutesAfter(sentAt, ladder.windowMin));
}

function tell(step: string, at: Date, untilAt: Date): Step {
  return { at, step, track: 'check', kind: 'tell', untilAt };
}

function act(step: string, at: Date): Step {
  return { at, step, track: 'check', kind: 'act' };
}
