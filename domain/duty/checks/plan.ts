import type { ThingId } from '../../thing.ts';
import type { DrawRules } from './policy.ts';
import type { RandomBytes } from './random.ts';

/** 常规: each unit at moments of its own, over a week. 夜间: a few draws a night for the whole office. */
export type PlanKind = 'week' | 'night';

/** A stretch of time; `fromAt` is inside, `toAt` is not. Without an end it is still going on. */
export interface Span {
  readonly fromAt: Date;
  readonly toAt?: Date;
}

/** A published shift with the person who answers for it. */
export interface DrawShift {
  readonly id: ThingId;
  readonly person: ThingId;
  readonly startAt: Date;
  readonly endAt: Date;
}

export interface DrawUnit {
  readonly unit: ThingId;
  /** As it will be published; no two units of a plan may share it. */
  readonly name: string;
  /** 试运行: asked like all others, never counted. */
  readonly trial: boolean;
  /** Units of one stratum (all townships, all parks) are drawn in the same proportion. */
  readonly stratum?: string;
  /** Published shifts only, and only those in which somebody is named. */
  readonly shifts: readonly DrawShift[];
  /** Check-ins of this unit that other plans have already fixed. */
  readonly others: readonly { readonly at: Date; readonly kind: 'set' | 'random' }[];
  /** What is known to suspend this unit: an incident that is being handled, a channel under repair. */
  readonly suspended: readonly Span[];
}

export interface DrawInput {
  /** Number of the plan, `C0126`: capital letters and digits. */
  readonly no: string;
  readonly kind: PlanKind;
  /** Whole minutes, at most 14 days apart; `toAt` is outside. */
  readonly fromAt: Date;
  readonly toAt: Date;
  readonly units: readonly DrawUnit[];
  /** Draws in a night for the whole office (plans of kind `night`). */
  readonly checksPerNight: number;
  readonly rules: DrawRules;
  /** In which nobody is to be asked. */
  readonly forbidden: readonly Span[];
  readonly random: RandomBytes;
}

export interface PlannedCheck {
  readonly at: Date;
  readonly unit: ThingId;
  /** As it was when the plan was sealed: a unit that is renamed keeps its old name here. */
  readonly name: string;
  readonly trial: boolean;
  readonly shift: ThingId;
  /** On duty by the roster at the time of the draw; a swap may put somebody else there. */
  readonly person: ThingId;
}

/** Why a unit got less than it should. */
export type ShortReason = 'no-shift' | 'hours' | 'handover' | 'suspended' | 'other-checks' | 'no-room';

/** A unit that could not be given as many checks as the rules promise. */
export interface Shortfall {
  readonly unit: ThingId;
  readonly name: string;
  readonly wanted: number;
  readonly placed: number;
  readonly reason: ShortReason;
}

/** Who is checked when; secret until the period is over. In order of time, then of name. */
export interface Plan {
  readonly no: string;
  readonly kind: PlanKind;
  readonly fromAt: Date;
  readonly toAt: Date;
  readonly checks: readonly PlannedCheck[];
  readonly shortfalls: readonly Shortfall[];
}

/** In what order checks are kept and published. */
export function byTimeAndName(one: { at: Date; name: string }, other: { at: Date; name: string }): number {
  return one.at.getTime() - other.at.getTime() || (one.name < other.name ? -1 : one.name > other.name ? 1 : 0);
}
