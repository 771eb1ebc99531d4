import { defineKind } from '../kind.ts';
import type { Thing, ThingId } from '../thing.ts';

/** Somebody in a room has asked for 收到 on a matter of his own: bare ones after it are for him. Holds no text. */
export interface ReplyCall extends Thing {
  readonly type: 'reply-call';
  readonly askedAt: Date;
  readonly by: ThingId;
}

export function replyCallId(room: ThingId): ThingId {
  return `reply-call.${room}`;
}

/** `收到请回复`, `收到请回`, `请收到回复`: a call for answers, not an answer. */
export function callsForReplies(text: string): boolean {
  return /收到.{0,3}请.{0,2}回|请.{0,4}收到.{0,2}回复|收到回复/.test(text);
}

export const replyCallKind = defineKind<ReplyCall>({
  type: 'reply-call',
  agenda: () => [],
  collections: () => [],
  audited: false,
});
