import type { Day, Thing, ThingId } from '../thing.ts';

/** 带班 (a leader in charge) or 值班 (whoever sits at the post). */
export type Layer = 'leader' | 'officer';

/**
 * 计划 → 已发布 → 在岗 → 已交班; 取消 at any time before. 待接班, 未接班 and 缺班 are never states: they follow from the times
 * and from who is named. A shift that nobody ever took over is closed at its end without a `takenOverAt`.
 */
export type ShiftState = 'planned' | 'published' | 'on-duty' | 'closed' | 'cancelled';

/** 班次: one layer of one unit's post, from one hand-over to the next. */
export interface Shift extends Thing {
  readonly type: 'shift';
  readonly unit: ThingId;
  readonly layer: Layer;
  /** The Shanghai day on which it begins; how people name it. */
  readonly day: Day;
  /** 白班, 夜班, where the day is parted. */
  readonly name?: string;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly state: ShiftState;
  /** Who is to be on duty; absent where nobody is planned yet (缺班). The layer's first person answers check-ins. */
  readonly people: readonly ThingId[];
  /** 备班: who is called where the people planned do not come; only of officers' shifts. */
  readonly reserve?: readonly ThingId[];
  readonly publishedAt?: Date;
  /** People planned so late that the reminder a week ahead could not reach them: they hear of it at once. */
  readonly newPeople?: readonly ThingId[];
  readonly newAt?: Date;
  /** Since when nobody has been named; only where nobody is. */
  readonly unfilledAt?: Date;
  /** When somebody first stood at the post for this shift, up to half an hour before it begins. */
  readonly takenOverAt?: Date;
  readonly takenOverBy?: ThingId;
  /** From when it is counted that nobody has taken over, where an outage lay over the start: what people wrote in it comes in first. */
  readonly missingFromAt?: Date;
  /** When the responsibility ended: the successor took over, or the post was given up. Never the moment of the notes. */
  readonly handedOverAt?: Date;
  readonly handedOverTo?: ThingId;
  /** What the outgoing person says to the next, in that person's words. */
  readonly notes?: string;
  readonly notesAt?: Date;
  /** What is left for the next shift, one line each. */
  readonly openMatters?: readonly string[];
  /** When whoever took over said that what the shift before had left is clear. */
  readonly clearAt?: Date;
  readonly standIns?: readonly StandIn[];
  /** Somebody at the post has asked to be relieved; until the other has taken over nothing changes. */
  readonly leaving?: Leaving;
  /** When a person ruled that nobody was at the post although the shift had been taken over. */
  readonly absences?: readonly Absence[];
  readonly history?: readonly ShiftChange[];
  /** The unit is in its first days: it is reminded, never counted. */
  readonly trial?: boolean;
  /** The rungs as they stood in the policy when the shift was published. */
  readonly ladder?: ShiftLadder;
}

/** 替补: somebody at the post in place of the person planned. */
export interface StandIn {
  readonly person: ThingId;
  readonly instead?: ThingId;
  readonly fromAt: Date;
  /** When the person planned came after all; open until the shift ends. */
  readonly toAt?: Date;
  readonly reason: string;
}

/** 离岗: who wants to leave, who is to come, why. */
export interface Leaving {
  readonly person: ThingId;
  readonly standIn: ThingId;
  readonly at: Date;
  readonly reason: string;
}

export interface Absence {
  readonly fromAt: Date;
  readonly toAt?: Date;
  readonly by: ThingId;
}

/** Every change of a shift that somebody made, so that it can be shown who did what and why. */
export interface ShiftChange {
  readonly at: Date;
  readonly by: ThingId;
  readonly what:
    | 'published'
    | 'replaced'
    | 'swapped'
    | 'stand-in'
    | 'moved'
    | 'cancelled'
    | 'given-up'
    | 'ruled-absent';
  readonly reason: string;
  /** Who went and who came, where people changed. */
  readonly gone?: readonly ThingId[];
  readonly come?: readonly ThingId[];
}

/** Rungs of a shift, counted from its start. */
export interface ShiftLadder {
  /** To the person planned, before it begins. */
  readonly personal: readonly string[];
  /** When nobody has taken over. */
  readonly missing: readonly string[];
  /** To who plans the roster, when nobody is named. */
  readonly gap: readonly string[];
  /** To whoever is on duty, counted from the end. Absent from ladders of shifts that were published without it. */
  readonly handover?: readonly string[];
}
