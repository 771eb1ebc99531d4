import { minuteMs } from '../../../calendar/civil-day.ts';
import type { Office } from '../../../people/office.ts';
import type { ThingId } from '../../../thing.ts';
import type { Shift } from '../../shift.ts';
import { type OnDuty, whoIsOnDuty } from '../../who.ts';
import { type CheckIn, type CheckKind, newCheck } from '../check-in.ts';
import { drawCode } from '../draw-code.ts';
import type { CheckLadder, CheckPolicy } from '../policy.ts';
import type { RandomBytes } from '../random.ts';
import type { Round, Skipped } from './check-rounds.ts';

export interface RoundTerms {
  readonly kind: Exclude<CheckKind, 'takeover'>;
  /** Number of the sealed plan. */
  readonly plan?: string;
  /** Who had it asked out of turn. */
  readonly calledBy?: ThingId;
  readonly ladder: CheckLadder;
  readonly policy: CheckPolicy;
  readonly office: Office;
  /** All that can say who is on duty at that moment. */
  readonly shifts: readonly Shift[];
  /** Codes that are open now: nobody gets the number of another. */
  readonly taken: ReadonlySet<string>;
  /** Units in which nobody is to be asked now, and why (an incident is being handled). */
  readonly paused?: ReadonlyMap<ThingId, string>;
  readonly random: RandomBytes;
}

export interface FiledRound {
  readonly checks: readonly CheckIn[];
  readonly skipped: readonly Skipped[];
}

const NOBODY = '当时没有值班人员';
const CLOSED = '单位已停用';

/**
 * Files the check-ins of a round at its moment: whoever answers for the post then is asked, by published rosters and after
 * swaps and stand-ins; a code is drawn for each. Set check-ins leave out units that hand over about then, because the
 * take-over says the same; what a plan named and cannot be asked is told with its reason.
 */
export function fileRound({ at, units }: Round, terms: RoundTerms): FiledRound {
  const onDuty = whoIsOnDuty(terms.shifts, { layer: 'officer', at }).filter(({ people }) => people.length > 0);
  const posts = new Map(onDuty.toReversed().map((post) => [post.unit, post]));
  const taken = new Set(terms.taken);
  const checks: CheckIn[] = [];
  const skipped: Skipped[] = [];

  for (const unit of units ?? posts.keys()) {
    const post = posts.get(unit);
    const reason = reasonAgainst(unit, post, at, terms);
    if (post && !reason) checks.push(checkOf(post, at, taken, terms));
    else if (units) skipped.push({ at, unit, reason: reason ?? NOBODY });
  }
  return { checks, skipped };
}

function reasonAgainst(unit: ThingId, post: OnDuty | undefined, at: Date, terms: RoundTerms): string | undefined {
  const { kind, office, paused, shifts, policy } = terms;
  if (office.units.get(unit)?.status === 'closed') return CLOSED;
  if (!post) return NOBODY;
  const hold = paused?.get(unit);
  if (hold) return hold;
  const isNear = (other: Date) => Math.abs(other.getTime() - at.getTime()) < policy.draw.handoverMinutes * minuteMs;
  const isHandover = shifts.some(
    (shift) => shift.unit === unit && shift.layer === 'officer' && (isNear(shift.startAt) || isNear(shift.endAt)),
  );
  return kind === 'set' && isHandover ? '临近交接班' : undefined;
}

function checkOf({ unit, shift, people }: OnDuty, at: Date, taken: Set<string>, terms: RoundTerms): CheckIn {
  const { kind, plan, calledBy, ladder, policy, office, random } = terms;
  const code = drawCode(random, policy.codeDigits[kind], taken);
  taken.add(code);
  const trial = office.units.get(unit)?.status === 'trial';
  const fields = { kind, unit, shift: shift.id, person: people[0]!, trial, code, askAt: at, ladder };
  // Handled up to just before its moment: to ask is its own first step.
  return newCheck({ ...fields, ...(plan && { plan }), ...(calledBy && { calledBy }) }, new Date(at.getTime() - 1));
}
