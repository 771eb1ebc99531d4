import { type CheckIn, minutesAfter, type PhoneResult, type Statement } from './check-in.ts';
import { became, type CheckOutcome, refused } from './outcome.ts';

/** The question went out, really, at this moment. Once is enough: a second note changes nothing. */
export function sentCheck(check: CheckIn, at: Date): CheckOutcome {
  if (check.state === 'void') return refused(check, 'void');
  if (check.sentAt) return refused(check, 'over');
  return became({ ...check, sentAt: at, state: check.state === 'planned' ? 'waiting' : check.state });
}

/** 未应答①: asked once more, with the same number. */
export function askAgain(check: CheckIn, at: Date): CheckOutcome {
  if (check.state !== 'waiting') return refused(check, check.state === 'asked-again' ? 'over' : whyNot(check));
  if (isBefore(check, at, check.ladder.secondAskMin)) return refused(check, 'too-early');
  return became({ ...check, state: 'asked-again', askedAgainAt: at });
}

/** 转人工核实: the upper duty officer gets the telephone numbers. */
export function toHuman(check: CheckIn, at: Date): CheckOutcome {
  if (check.state !== 'waiting' && check.state !== 'asked-again') return refused(check, whyNot(check));
  if (isBefore(check, at, check.ladder.phoneListMin)) return refused(check, 'too-early');
  return became({ ...check, state: 'to-human', toHumanAt: at });
}

/** 升级: nobody has telephoned in time, so the duty leader is asked. */
export function escalateCheck(check: CheckIn, at: Date): CheckOutcome {
  if (check.state !== 'to-human') return refused(check, whyNot(check));
  if (isBefore(check, at, check.ladder.dutyLeaderMin)) return refused(check, 'too-early');
  return became({ ...check, state: 'escalated', escalatedAt: at });
}

/**
 * What somebody found out by telephone: 在岗 closes the matter, 不在岗 and 电话不通 go to the duty leader at once. After a late
 * answer nothing is open any more. Nobody verifies himself.
 */
export function verifyByPhone(check: CheckIn, found: Statement & { readonly result: PhoneResult }): CheckOutcome {
  if (check.state !== 'to-human' && check.state !== 'escalated') return refused(check, whyNot(check));
  if (found.by === check.person) return refused(check, 'own-check');

  const noted = { ...check, phone: found, basisAt: found.at };
  if (found.result === 'present') return became({ ...noted, state: 'verified' });
  return became({ ...noted, state: 'escalated', escalatedAt: check.escalatedAt ?? found.at });
}

/** 已补位: somebody is at the post, the duty leader, a stand-in or the person after all. */
export function standInArrived(check: CheckIn, arrived: Statement): CheckOutcome {
  if (check.state !== 'to-human' && check.state !== 'escalated') return refused(check, whyNot(check));
  return became({ ...check, state: 'stood-in', standIn: arrived, basisAt: arrived.at });
}

function isBefore(check: CheckIn, at: Date, minutes: number): boolean {
  return !check.sentAt || at < minutesAfter(check.sentAt, minutes);
}

function whyNot({ state }: CheckIn) {
  switch (state) {
    case 'planned':
      return 'not-asked';
    case 'waiting':
    case 'asked-again':
      return 'not-handed-over';
    case 'void':
      return 'void';
    default:
      return 'over';
  }
}
