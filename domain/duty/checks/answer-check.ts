import type { ThingId } from '../../thing.ts';
import { type CheckIn, type CheckState, minutesAfter, windowEndAt } from './check-in.ts';
import { became, type CheckOutcome, refused } from './outcome.ts';

/** An answer as it was written; digits are plain by now (full-width and 中文 numerals are read elsewhere). */
export interface CheckAnswer {
  /** Absent where somebody only says 在岗 or 接班. */
  readonly code?: string;
  readonly by: ThingId;
  /** When it was written, not when it was read: an answer held up by an outage counts with its own time. */
  readonly at: Date;
  readonly channel: string;
}

/**
 * The person asked answers. With the right code in the window: on time, whatever the ladder has done meanwhile. Later: late,
 * and the ladder stops, unless somebody has found the post empty by telephone: then only a person at the post ends it, because
 * a code can be typed from anywhere. What a telephone, a stand-in or a ruling has settled stays; the time is noted beside it.
 */
export function answerCheck(check: CheckIn, answer: CheckAnswer): CheckOutcome {
  if (check.state === 'void') return refused(check, 'void');
  if (answer.by !== check.person) return refused(check, 'not-yours');
  if (check.answeredAt) return refused(check, 'over');
  if (check.code !== undefined && answer.code !== check.code) return wrong(check, answer.code);

  const noted = { ...check, answeredAt: answer.at, channel: answer.channel, basisAt: answer.at };
  return became({ ...noted, state: stateAfter(check, answer.at) });
}

/** 在岗 without a number, or a number that was not asked of this person; before it was sent nothing is noted. */
function wrong(check: CheckIn, code: string | undefined): CheckOutcome {
  if (check.state === 'planned') return refused(check, 'not-asked');
  return code === undefined
    ? refused(check, 'code-needed')
    : refused({ ...check, wrong: check.wrong + 1 }, 'wrong-code');
}

function stateAfter(check: CheckIn, at: Date): CheckState {
  const { askAt, ladder } = check;
  // Nobody can know a code that was not sent: only the note of when it went out is missing, and it was the last moment at most.
  const isInTime = at <= (windowEndAt(check) ?? minutesAfter(askAt, ladder.unsentMin + ladder.windowMin));
  if (check.phone?.result === 'absent' || check.state === 'ruled') return check.state;
  if (isInTime) return 'on-time';
  return isSettled(check) ? check.state : 'late';
}

function isSettled({ state }: CheckIn): boolean {
  return state === 'verified' || state === 'stood-in' || state === 'explained';
}
