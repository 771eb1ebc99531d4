import { defineKind } from '../kind.ts';
import type { Address } from '../message.ts';
import type { Thing, ThingId } from '../thing.ts';

/** 交接班表 of a shift · 值班记录表 of a month · 值班表 of a month · 任务清单 of a meeting · 台账 of meetings · 重点时段图 of a year · 全程记录 of a notice. */
export const PAPER_KINDS = [
  'handover-sheet',
  'duty-month',
  'duty-roster',
  'meeting-list',
  'meeting-ledger',
  'year-poster',
  'notice-record',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** A document that somebody has asked for. It is drawn once, by a worker, and then gone; the ledger keeps who asked. */
export interface Paper extends Thing {
  readonly type: 'paper';
  readonly kind: PaperKind;
  /** One sheet each, in this order; none for what is of the whole office. */
  readonly units: readonly ThingId[];
  /** `2026-01`, for papers of a month. */
  readonly month?: string;
  /** For the poster of a civil year. */
  readonly year?: number;
  /** For papers of single shifts. */
  readonly shifts?: readonly ThingId[];
  /** For papers of meetings; one sheet each. */
  readonly meetings?: readonly ThingId[];
  /** For the record of a notice. */
  readonly notice?: ThingId;
  /** Whoever asked. */
  readonly by: ThingId;
  readonly conversation: Address;
  /** Telephone numbers in full: for whoever is on duty in that unit, or may see them, in private. */
  readonly phones: boolean;
  readonly askedAt: Date;
  /** How often it could not be drawn, and when it is tried again. */
  readonly failures?: number;
  readonly againAt?: Date;
}

/** Named after the message that asked, so that the same message asks once. */
export function paperId(messageId: string): ThingId {
  return `paper.${messageId.replaceAll(':', '-')}`;
}

export const paperKind = defineKind<Paper>({
  type: 'paper',
  agenda: ({ askedAt, againAt }) => [{ at: againAt ?? askedAt, step: 'draw', track: 'draw', kind: 'act' }],
  collections: () => [],
  audited: true,
});
