/** `type.part.part`, from general to particular; never a colon, never only digits (BullMQ refuses such job ids). */
export type ThingId = string;

/** A civil day in Asia/Shanghai, `2026-03-05`. */
export type Day = string;

/** The unit of versioning and waking. Field names ending in `At` hold instants and come back from the store as `Date`. */
export interface Thing {
  readonly id: ThingId;
  readonly type: string;
  /** Every agenda step up to this moment has been taken. Moved by creation and by the commit of a wake, by nothing else. */
  readonly handledAt?: Date;
  /** What changed a thing's deadline or answered it: nobody is told about steps that lie before this moment. */
  readonly basisAt?: Date;
}

/** A thing together with the revision it was read at; revision 0 means that it does not exist. */
export interface Versioned {
  readonly thing: Thing | undefined;
  readonly rev: number;
}

/** The last part of an id: `unit.qingshan` → `qingshan`. */
export function lastPart(id: ThingId): string {
  return id.slice(id.lastIndexOf('.') + 1);
}
