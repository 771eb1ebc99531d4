import type { ThingId } from '../../thing.ts';
import { lastPart } from '../../thing.ts';

export function feedbackId(no: string, of: ThingId): ThingId {
  return `feedback.${no}.${lastPart(of)}`;
}

export function feedbackTableId(no: string): ThingId {
  return `feedback-table.${no}`;
}

export function feedbacksTo(notice: ThingId): string {
  return `feedbacks.${notice}`;
}

/** Those of which something is still missing. */
export function waitingFeedbacks(notice: ThingId): string {
  return `feedbacks.waiting.${notice}`;
}

/** What a unit or a person may still answer or correct. */
export function feedbacksOf(of: ThingId): string {
  return `feedbacks.of.${of}`;
}

/** Where an author may write down what a telephone call brought. */
export function feedbackTablesOf(author: ThingId): string {
  return `feedback-tables.${author}`;
}
