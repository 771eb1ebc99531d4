import type { CheckIn } from './check-in.ts';

/**
 * Why nothing came of it, for the one who asked or said it:
 * not-asked: it has not gone out yet · not-yours: somebody else is asked · code-needed: 在岗 alone is no answer ·
 * wrong-code · over: already answered or closed · void · too-early: its moment has not come · not-handed-over: nobody has
 * been asked to telephone yet · own-check: nobody verifies or rules on himself · not-heard: the person has not been heard ·
 * still-open: it may yet be answered.
 */
export type CheckRefusal =
  | 'not-asked'
  | 'not-yours'
  | 'code-needed'
  | 'wrong-code'
  | 'over'
  | 'void'
  | 'too-early'
  | 'not-handed-over'
  | 'own-check'
  | 'not-heard'
  | 'still-open';

/** What becomes of a check; also a refusal may leave something to be saved (a wrong number is noted). */
export type CheckOutcome =
  | { readonly ok: true; readonly check: CheckIn }
  | { readonly ok: false; readonly reason: CheckRefusal; readonly check: CheckIn };

export function became(check: CheckIn): CheckOutcome {
  return { ok: true, check };
}

export function refused(check: CheckIn, reason: CheckRefusal): CheckOutcome {
  return { ok: false, reason, check };
}
