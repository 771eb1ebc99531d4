/**
 * A moment at which a thing needs attention. An `act` changes state and is never skipped; a `tell` speaks to somebody,
 * and of several that are late only the last of its track is spoken.
 */
export interface Step {
  readonly at: Date;
  readonly step: string;
  readonly track: string;
  readonly kind: 'act' | 'tell';
  /** A tell that would mislead once this moment has come, such as the reminder of a deadline: then it is left out. */
  readonly untilAt?: Date;
}
