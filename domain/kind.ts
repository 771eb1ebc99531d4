import type { Calendar } from './calendar/calendar.ts';
import type { Policy } from './policy.ts';
import type { Step } from './step.ts';
import type { Thing } from './thing.ts';

/** What an agenda may look at besides its own thing. */
export interface AgendaContext {
  readonly calendar: Calendar;
  readonly policy: Policy;
}

/** How the store treats things of one type. */
export interface Kind<T extends Thing = Thing> {
  readonly type: T['type'];
  /** Every moment at which something is to be done, from the thing's own fields. */
  agenda(thing: T, context: AgendaContext): readonly Step[];
  /** Collections it belongs to as it is now. */
  collections(thing: T): readonly string[];
  /** Collections whose readers depend on its content. */
  touches?(thing: T): readonly string[];
  /** False for what is scaffolding and not a record of anything. */
  readonly audited: boolean;
  /** What lies ahead of such a thing nobody may know before its time: no preview plays it. */
  readonly secret?: true;
  /** A planner files such things from the calendar, and files them again where they are gone. */
  readonly planned?: true;
}

/** Declares a kind; the list of all kinds is `domain/kinds.ts`. */
export function defineKind<T extends Thing>(kind: Kind<T>): Kind<T> {
  return kind;
}

/** Kinds by type name; a thing of an unknown type cannot be stored. */
export type Kinds = ReadonlyMap<Thing['type'], Kind>;
