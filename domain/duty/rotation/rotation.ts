import type { Day, ThingId } from '../../thing.ts';
import type { Layer } from '../shift.ts';

/** What is shared out evenly. A day counts once: in an official break as holiday, else on a Saturday or Sunday off as weekend. */
export const BURDENS = ['nights', 'weekends', 'holidays', 'total'] as const;
export type Burden = (typeof BURDENS)[number];
export type Counts = Readonly<Record<Burden, number>>;

/** One shift of the day: `{ name: '夜班', start: '17:30', end: '08:30' }`. An end that is not after the start lies on the next day. */
export interface ShiftTemplate {
  readonly name?: string;
  readonly start: string;
  readonly end: string;
}

/** Both days are included. */
export interface Stretch {
  readonly fromDay: Day;
  readonly toDay: Day;
}

export interface Leave extends Stretch {
  /** As people say it: 休假, 培训, 孕期. */
  readonly why: string;
}

export interface RotationPerson {
  readonly person: ThingId;
  /** First and last day on this roster, where they lie in the year or in the span. */
  readonly joinedDay?: Day;
  readonly leftDay?: Day;
  /** What the person has had in this layer since 1 January of the year in which the span begins. */
  readonly soFar: Counts;
  /** Days on which no shift may touch the person; those of the year so far belong here too. */
  readonly leaves?: readonly Leave[];
  /** Days on whose nights the person is not called (pregnancy, nursing, illness). */
  readonly noNights?: readonly Leave[];
  /** Kept where fairness allows. */
  readonly wishes?: readonly { readonly day: Day; readonly want: 'off' | 'on' }[];
}

export interface RotationLayer {
  readonly layer: Layer;
  readonly templates: readonly ShiftTemplate[];
  /** In the order in which ties are broken. */
  readonly people: readonly RotationPerson[];
}

/**
 * A shift that stands already: one of the month before, whose rest and break reach over into the span, or one within it. Where the
 * layer has somebody on a day already nobody else is sought.
 */
export interface StandingShift {
  readonly person: ThingId;
  readonly layer: Layer;
  readonly day: Day;
  readonly startAt: Date;
  readonly endAt: Date;
  /** Of another unit: it asks for rest and leaves every place of this roster open. */
  readonly elsewhere?: true;
}

export interface RotationInput extends Stretch {
  readonly layers: readonly RotationLayer[];
  readonly standing?: readonly StandingShift[];
  /** Least hours between two shifts of a person, in whichever layer. */
  readonly restHours: number;
}

export interface RotationRow {
  readonly day: Day;
  readonly layer: Layer;
  readonly name?: string;
  readonly startAt: Date;
  readonly endAt: Date;
  /** Absent where nobody may serve: a gap to be filled by people. */
  readonly person?: ThingId;
}

export interface RotationFigures {
  readonly layer: Layer;
  readonly person: ThingId;
  readonly before: Counts;
  readonly after: Counts;
  /** Hours between two shifts of the span (and the standing ones next to it); absent with fewer than two. */
  readonly shortestRestHours?: number;
  /** There all the year and at any hour: who may be compared to the last shift. */
  readonly equal: boolean;
}

/** What an even roster could not be, and why. `people` are those concerned. */
export type RotationNote =
  | {
      readonly what: 'unfilled';
      readonly layer: Layer;
      readonly days: readonly Day[];
      /** Of the layer's people: who is away then, and for whom the rest between two shifts would be too short. */
      readonly away: readonly ThingId[];
      readonly resting: readonly ThingId[];
    }
  | {
      readonly what: 'uneven';
      readonly layer: Layer;
      readonly burden: Burden;
      readonly spread: number;
      readonly most: readonly ThingId[];
      readonly least: readonly ThingId[];
    }
  | { readonly what: 'same-break'; readonly layer: Layer; readonly name: string; readonly people: readonly ThingId[] }
  | {
      readonly what: 'away';
      readonly layer: Layer;
      readonly person: ThingId;
      readonly days: number;
      readonly why: string;
    }
  | { readonly what: 'no-nights'; readonly layer: Layer; readonly person: ThingId; readonly why: string }
  | { readonly what: 'newcomer' | 'leaver'; readonly layer: Layer; readonly person: ThingId; readonly day: Day }
  | { readonly what: 'wish'; readonly layer: Layer; readonly person: ThingId; readonly days: readonly Day[] }
  | { readonly what: 'provisional'; readonly year: number };

export interface Proposal extends Stretch {
  /** By day, layer and start. */
  readonly rows: readonly RotationRow[];
  readonly figures: readonly RotationFigures[];
  /**
   * Largest difference of each burden after the span among those who were equally available all the year; absent where
   * fewer than two of a layer were.
   */
  readonly spreads: readonly { readonly layer: Layer; readonly spread: Counts; readonly people: number }[];
  readonly notes: readonly RotationNote[];
}
