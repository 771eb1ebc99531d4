import type { HolidayYear } from '../holidays/holiday-year.ts';
import type { OwnKit } from '../periods/kits/kit.ts';
import type { OwnPeriod } from '../periods/own-period.ts';
import type { Day, Thing, ThingId } from '../thing.ts';
import type { QuietHours } from './quiet-hours.ts';

export type UnitKind =
  | 'government'
  | 'office'
  | 'department'
  | 'township'
  | 'street'
  | 'park'
  | 'village'
  | 'enterprise';

/** 单位. */
export interface Unit extends Thing {
  readonly type: 'unit';
  readonly name: string;
  /** Short names and older names by which people mean this unit. */
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
  readonly parent?: ThingId;
  readonly dutyPhone?: string;
  readonly status: 'trial' | 'active' | 'closed';
  /** Its status was last set by a trial and not by the office file: an import may only close it. */
  readonly origin?: 'chat';
}

/** A named set of units (各乡镇, 安委会成员单位). Expanded when a task is issued and frozen in it. */
export interface UnitSet extends Thing {
  readonly type: 'unit-set';
  readonly name: string;
  readonly aliases: readonly string[];
  readonly units: readonly ThingId[];
}

/** Roles that a person holds in the office itself; liaison, deputy, head … follow from the post. */
export const ROLES = ['sysadmin', 'dispatcher', 'leader', 'supervisor', 'observer', 'caller'] as const;
export type Role = (typeof ROLES)[number];

export const POSTS = ['head', 'deputy', 'liaison', 'staff', 'enterprise-contact'] as const;
export type Post = (typeof POSTS)[number];

/** Somebody's time in a post. Both days are included; an open end has no `toDay`. */
export interface Tenure {
  readonly unit: ThingId;
  readonly post: Post;
  /** As people say it: 镇长, 联络员, 应急站站长. */
  readonly title: string;
  readonly fromDay: Day;
  readonly toDay?: Day;
  /** A and B stand in for each other. */
  readonly letter?: 'A' | 'B';
  /** Came from a binding code and not from the office file: an import leaves it alone. */
  readonly origin?: 'chat';
}

/** One chat account of a person. Only accounts that a code has proved are here. */
export interface Account {
  readonly contactId: string;
  readonly boundAt: Date;
  /** Whether a private message gets through; false once the channel has refused one, true once they write to us. */
  readonly reachable: boolean;
}

export interface Person extends Thing {
  readonly type: 'person';
  /** The id under which the office file knows somebody whom the chat knew before it. */
  readonly fileId?: ThingId;
  readonly name: string;
  readonly phone?: string;
  /** Everything this person may act as, granted ones included. */
  readonly roles: readonly Role[];
  /** Those of the roles that a one-time code gave: an import leaves them alone. */
  readonly granted?: readonly Role[];
  readonly tenures: readonly Tenure[];
  readonly accounts: readonly Account[];
  /** Set by the person in the chat; the office file knows nothing of it. */
  readonly quiet?: QuietHours;
}

/** A chat room bound to units by an administrator. */
export interface Room extends Thing {
  readonly type: 'room';
  /** The id under which the office file knows a room that was bound in the chat before. */
  readonly fileId?: ThingId;
  readonly topic: string;
  /** The channel's id, once seen; topics are only how a room is found the first time. */
  readonly channelId?: string;
  readonly units: readonly ThingId[];
  /** Its units were last set in the chat and not by the office file: an import leaves them alone. */
  readonly origin?: 'chat';
}

export type OfficeThing = Unit | UnitSet | Person | Room | OwnPeriod | OwnKit | HolidayYear;

/** Everything about who is who at one moment; rebuilt only when something in it changes. */
export interface Office {
  readonly units: ReadonlyMap<ThingId, Unit>;
  readonly sets: ReadonlyMap<ThingId, UnitSet>;
  readonly people: ReadonlyMap<ThingId, Person>;
  readonly rooms: ReadonlyMap<ThingId, Room>;
  /** Key periods of this office alone. */
  readonly periods: ReadonlyMap<ThingId, OwnPeriod>;
  /** What this office changes about the kits of periods. */
  readonly kits: ReadonlyMap<ThingId, OwnKit>;
  /** Years whose days off were entered in the chat: they go before the tables the product came with. */
  readonly years: ReadonlyMap<ThingId, HolidayYear>;
  /** Derived: contact id → person. */
  readonly byContact: ReadonlyMap<string, Person>;
  /** Derived: channel room id → room. */
  readonly byChannel: ReadonlyMap<string, Room>;
}

/** The collection that every unit, set, person, room, period of its own and entered holiday year belongs to. */
export const OFFICE = 'office';
