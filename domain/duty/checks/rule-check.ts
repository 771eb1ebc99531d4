import { afterLeaderAt, type CheckIn, minutesAfter, type Statement, type Verdict } from './check-in.ts';
import { became, type CheckOutcome, refused } from './outcome.ts';

/**
 * 说明 by the person. While the post may be empty it is only noted and the ladder goes on: an explanation mans no post. Once
 * the ladder is over it puts the check before a person (待认定).
 */
export function explainCheck(check: CheckIn, explanation: Statement): CheckOutcome {
  if (check.state === 'void') return refused(check, 'void');
  if (check.state === 'planned') return refused(check, 'not-asked');
  if (explanation.by !== check.person) return refused(check, 'not-yours');
  if (check.state === 'on-time' || check.state === 'ruled') return refused(check, 'over');

  const waitsForRuling = isOver(check, explanation.at) && check.state !== 'verified';
  return became({ ...check, explanation, ...(waitsForRuling && { state: 'explained', basisAt: explanation.at }) });
}

/**
 * 认定 by a person, never by silence and never by the bot. 情况说明 takes an explanation; 记录在案 takes one too, or that the
 * person had the time to give one. A later ruling replaces an earlier one; the ledger keeps both.
 */
export function ruleCheck(check: CheckIn, ruling: Statement & { readonly verdict: Verdict }): CheckOutcome {
  if (check.state === 'void') return refused(check, 'void');
  if (check.state === 'planned') return refused(check, 'not-asked');
  if (check.state === 'on-time' || check.state === 'verified') return refused(check, 'over');
  if (ruling.by === check.person) return refused(check, 'own-check');
  if (!isOver(check, ruling.at)) return refused(check, 'still-open');
  if (!isHeard(check, ruling)) return refused(check, 'not-heard');

  return became({ ...check, state: 'ruled', ruling, basisAt: ruling.at });
}

/** No step of the ladder is left: somebody answered, somebody came, or the head of the office has been told. */
function isOver(check: CheckIn, at: Date): boolean {
  switch (check.state) {
    case 'waiting':
    case 'asked-again':
    case 'to-human':
      return false;
    case 'escalated': {
      const lastAt = afterLeaderAt(check, check.ladder.officeHeadMin);
      return lastAt !== undefined && at >= lastAt;
    }
    default:
      return true;
  }
}

function isHeard(check: CheckIn, { verdict, at }: { readonly verdict: Verdict; readonly at: Date }): boolean {
  if (check.explanation || verdict === 'normal') return true;
  if (verdict === 'explained') return false;
  return at >= minutesAfter(check.sentAt ?? check.askAt, check.ladder.explainHours * 60);
}
