import type { Thing, ThingId } from '../thing.ts';
import type { FeedbackAsked } from './feedback/feedback.ts';
import type { VacantUnit } from './vacant-units.ts';

/** 通知 · 预警, which carries its source · 叫应, which wants an answer from everybody at once. */
export type NoticeKind = 'notice' | 'warning' | 'call';

/** 草稿 → (待批准, only with @所有人) → 已发出 → 已齐 or 关闭. Who has not answered is never a state of the notice: the receipts say it. */
export type NoticeState = 'draft' | 'pending' | 'sent' | 'closed';

/**
 * `complete`: everybody has answered, or nobody was asked to · `said`: a person ended it and said why · `ended`: by itself after its
 * days · `lifted`, `corrected`: by another notice · `withdrawn`, `lapsed`: never sent.
 */
export type ClosedBecause = 'complete' | 'said' | 'ended' | 'lifted' | 'corrected' | 'withdrawn' | 'lapsed';

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
  /** Units it is for that have nobody who could be told. */
  readonly vacant?: readonly VacantUnit[];
  /** Own rooms of units in which a call is said once, besides to each of its people. */
  readonly rooms?: readonly ThingId[];
  /** Breaks the quiet hours and the night: 叫应, and warnings of the two highest grades. */
  readonly urgent: boolean;
  /** Whether everybody is asked to answer. */
  readonly wanted: boolean;
  readonly createdAt: Date;
  readonly sentAt?: Date;
  /** To how many of `people` it has been handed out so far. */
  readonly handedOut: number;
  readonly closedAt?: Date;
  readonly closedBecause?: ClosedBecause;
  /** Who ended it and why, where a person did. */
  readonly closedBy?: ThingId;
  readonly closedReason?: string;
  /** Of how many of `people` the receipts were looked at since it is closed: what still waited then is no longer asked for. */
  readonly released?: number;
  /** How often a person had those asked again who had not answered. */
  readonly reminded?: number;
  /** The notice that this one puts right, or calls off; with the words it had. */
  readonly corrects?: ThingId;
  readonly lifts?: ThingId;
  readonly ofText?: string;
  /** The notice that put this one right, or called it off. */
  readonly correctedBy?: ThingId;
  readonly liftedBy?: ThingId;
  /** A correction of nothing but a limit: who has received the first need not say so again. */
  readonly keepsReceipts?: true;
  /** The correction that asks for the feedback from now on. */
  readonly asksIn?: ThingId;
  /** The room in which it is to be said with @所有人; only with a leader's 同意. */
  readonly everybodyIn?: ThingId;
  /** When its author asked for that, and who agreed. */
  readonly pendingAt?: Date;
  readonly approvedBy?: ThingId;
  readonly ladder: NoticeLadder;
  /** What it asks to be told, where it asks for more than 收到. */
  readonly feedback?: FeedbackAsked;
  /** When its author was given the names and numbers of those who had not answered, and how many they were. */
  readonly lists?: readonly { readonly at: Date; readonly waiting: number }[];
}

/** Rungs as the policy writes them, copied when the notice is written, so that a later edit moves nothing that is running. */
export interface NoticeLadder {
  /** Counted from when a person was told: asked again. */
  readonly remind: readonly string[];
  /** Counted from sending: who has not answered, to the author. */
  readonly list: readonly string[];
}

/** 待发 → 已发出 → 已签收; 电话核实 where somebody else found out by telephone; 未应答 where the notice ended before. */
export type ReceiptState = 'sent' | 'received' | 'by-phone' | 'unanswered';

/** One person's part in a notice. */
export interface Receipt extends Thing {
  readonly type: 'receipt';
  readonly notice: ThingId;
  readonly no: string;
  readonly person: ThingId;
  readonly postedIn?: ThingId;
  /** The own room of the person's unit, where it was said too. */
  readonly alsoIn?: ThingId;
  readonly state: ReceiptState;
  readonly urgent: boolean;
  readonly sentAt: Date;
  readonly receivedAt?: Date;
  /** Who said it: the person, or the other of an A and B pair. */
  readonly receivedBy?: ThingId;
  readonly remind: readonly string[];
  /** When the person was asked again. */
  readonly askedAgainAt?: readonly Date[];
  /** When the other of an A and B pair is asked too, counted from `sentAt`; absent where the night and the order are kept. */
  readonly askOther?: string;
  /** The other of the pair, once asked: either of the two answers for both. */
  readonly other?: ThingId;
}
