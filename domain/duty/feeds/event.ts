/** One entry of a calendar feed. Its time is exact; nothing is all-day, because a duty begins at a clock. */
export interface FeedEvent {
  /** The same for ever, whatever happens to the shift; made unique in the world by whoever writes the feed. */
  readonly uid: string;
  /** Grows with every change of what the entry shows. */
  readonly sequence: number;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly summary: string;
  readonly description?: string;
  readonly cancelled: boolean;
  readonly changedAt: Date;
}

/** A feed as it is now, in the order of time. */
export interface FeedContent {
  readonly name: string;
  readonly events: readonly FeedEvent[];
}
