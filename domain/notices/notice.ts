import type { Thing, ThingId } from '../thing.ts';

/** 通知 · 预警, which carries its source · 叫应, which wants an answer from everybody at once. */
export type NoticeKind = 'notice' | 'warning' | 'call';

/** 草稿 → 已发出 → 已齐 or 关闭. Who has not answered is never a state of the notice: the receipts say it. */
export type NoticeState = 'draft' | 'sent' | 'closed';

/** 通知: what is made known to many, each of whom has a receipt of their own. */
export interface Notice extends Thing {
  readonly type: 'notice';
  /** `N0107`. */
  readonly no: string;
  readonly kind: NoticeKind;
  /** In the author's own words; of a warning verbatim, with its source and the time it was issued. */
  readonly text: string;
  readonly state: NoticeState;
  readonly author: ThingId;
  /** Said where everybody concerned is: one message there with their names, instead of one to each. */
  readonly postedIn?: ThingId;
  /** Whom it goes to, as they were when it was written down. */
  readonly people: readonly ThingId[];
  /** Breaks the quiet hours and the night: 叫应, and warnings of the two highest grades. */
  readonly urgent: boolean;
  /** Whether everybody is asked to answer. */
  readonly wanted: boolean;
  readonly createdAt: Date;
  readonly sentAt?: Date;
  /** To how many of `people` it has been handed out so far. */
  readonly handedOut: number;
  readonly closedAt?: Date;
  readonly closedBecause?: 'complete' | 'lifted' | 'ended';
  readonly ladder: NoticeLadder;
}

/** Rungs as the policy writes them, copied when the notice is written, so that a later edit moves nothing that is running. */
export interface NoticeLadder {
  /** Counted from when a person was told: asked again. */
  readonly remind: readonly string[];
  /** Counted from sending: who has not answered, to the author. */
  readonly list: readonly string[];
}

/** 待发 → 已发出 → 已签收; 电话核实 where somebody else found out by telephone. */
export type ReceiptState = 'sent' | 'received' | 'by-phone';

/** One person's part in a notice. */
export interface Receipt extends Thing {
  readonly type: 'receipt';
  readonly notice: ThingId;
  readonly no: string;
  readonly person: ThingId;
  readonly postedIn?: ThingId;
  readonly state: ReceiptState;
  readonly urgent: boolean;
  readonly sentAt: Date;
  readonly receivedAt?: Date;
  /** Who said it: the person, or the other of an A and B pair. */
  readonly receivedBy?: ThingId;
  readonly remind: readonly string[];
}
