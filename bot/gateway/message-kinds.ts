import { types } from 'wechaty-puppet';
import type { IncomingMessage } from '../../domain/message.ts';

const KINDS = new Map<types.Message, IncomingMessage['kind']>([
  [types.Message.Text, 'text'],
  [types.Message.Image, 'image'],
  [types.Message.Attachment, 'file'],
  [types.Message.Video, 'file'],
  [types.Message.Audio, 'voice'],
  [types.Message.Recalled, 'recall'],
  [types.Message.Emoticon, 'other'],
  [types.Message.Url, 'other'],
  [types.Message.MiniProgram, 'other'],
  [types.Message.Location, 'other'],
  [types.Message.Contact, 'other'],
  [types.Message.ChatHistory, 'other'],
  [types.Message.Transfer, 'other'],
  [types.Message.RedEnvelope, 'other'],
  [types.Message.Post, 'other'],
]);

/** Undefined for what the channel says itself (somebody joined, a notice): nobody wrote it. */
export function kindOfMessage(type: types.Message): IncomingMessage['kind'] | undefined {
  return KINDS.get(type);
}

/** Accounts of WeChat itself, and public accounts (`gh_…`), which push articles and never take part in a conversation. */
const SYSTEM =
  /^(?:weixin|fmessage|newsapp|qqmail|medianote|floatbottle|mphelper|notifymessage|notification_messages|gh_.+)$/;

export function isSystemContact(id: string): boolean {
  return SYSTEM.test(id);
}

/** Puppets give seconds or milliseconds. */
export function writtenAt(timestamp: number): Date {
  return new Date(timestamp > 99_999_999_999 ? timestamp : timestamp * 1000);
}
