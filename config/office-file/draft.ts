import type { Post, Role, Tenure, Unit, UnitKind } from '../../domain/people/office.ts';
import type { OwnKit } from '../../domain/periods/kits/kit.ts';
import type { OwnPeriod } from '../../domain/periods/own-period.ts';
import type { Day } from '../../domain/thing.ts';
import type { Written } from './entry.ts';

/** The file as written: every field by itself is right, references are still names. */
export interface Draft {
  readonly name: string;
  readonly units: readonly DraftUnit[];
  readonly sets: readonly DraftSet[];
  readonly people: readonly DraftPerson[];
  readonly rooms: readonly DraftRoom[];
  readonly contacts: readonly DraftContact[];
  readonly chatRooms: readonly DraftRoom[];
  readonly periods: readonly DraftPeriod[];
  readonly kits: readonly OwnKit[];
}

interface Placed {
  readonly line: number;
  readonly id: Written;
}

export interface DraftUnit extends Placed {
  readonly name: Written;
  readonly aliases: readonly Written[];
  readonly kind: UnitKind;
  readonly parent?: Written;
  readonly phone?: Written;
  readonly status: Unit['status'];
}

export interface DraftSet extends Placed {
  readonly name: Written;
  readonly aliases: readonly Written[];
  readonly units: readonly Written[];
}

export interface DraftPost {
  readonly line: number;
  readonly unit: Written;
  readonly post: Post;
  readonly letter?: Tenure['letter'];
  readonly title: string;
  readonly fromDay: Day;
  readonly toDay?: Day;
}

export interface DraftPerson extends Placed {
  readonly name: Written;
  readonly phone?: Written;
  readonly chat?: Written;
  readonly roles: readonly Role[];
  /** Those that could be read. */
  readonly posts: readonly DraftPost[];
  readonly hasPosts: boolean;
}

export interface DraftRoom extends Placed {
  readonly topic: Written;
  readonly units: readonly Written[];
  readonly members: readonly Written[];
}

export interface DraftContact extends Placed {
  readonly name: Written;
}

/** Nothing in it refers to anything else in the file. */
export interface DraftPeriod extends Placed {
  readonly name: Written;
  readonly period: OwnPeriod;
}
