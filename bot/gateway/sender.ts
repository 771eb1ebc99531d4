import { performance } from 'node:perf_hooks';
import { FileBox } from 'file-box';
import type { Puppet } from 'wechaty-puppet';
import type { FileStore } from '../../store/files/file-store.ts';
import { type OutgoingMessage, SendError } from './gateway.ts';
import { sendErrorFrom, withinTime } from './send-failure.ts';

/**
 * Says a message through a puppet: the text, then the file. Throws SendError within `limitMs`. Once the text has gone, a
 * failing file is `unknown`, because saying the whole again would say the text twice.
 */
export async function sendThrough(
  puppet: Puppet,
  message: OutgoingMessage,
  files: FileStore,
  limitMs: number,
): Promise<{ readonly id: string | undefined }> {
  const untilMs = performance.now() + limitMs;
  const place = conversationOf(message);
  const box = message.file ? await boxOf(message.file, files) : undefined;
  const text = withMentions(message);
  const parts: (() => Promise<unknown>)[] = [];
  if (text !== '') {
    parts.push(() =>
      puppet.messageSendText(
        place,
        text,
        message.mentions.map(({ contactId }) => contactId),
      ),
    );
  }
  if (box) parts.push(() => puppet.messageSendFile(place, box));
  if (parts.length === 0) throw new SendError('refused', 'there is neither a text nor a file to send');

  const ids: (string | undefined)[] = [];
  for (const part of parts) {
    try {
      const id = await withinTime(part(), Math.max(1, untilMs - performance.now()));
      ids.push(typeof id === 'string' && id !== '' ? id : undefined);
    } catch (error) {
      const failed = sendErrorFrom(error);
      if (ids.length === 0) throw failed;
      throw new SendError('unknown', `the text went, its file did not: ${failed.message}`, { cause: error });
    }
  }
  return { id: ids[0] };
}

export function conversationOf({ target }: Pick<OutgoingMessage, 'target'>): string {
  const { roomChannelId, contactId } = target;
  const place = roomChannelId ?? contactId;
  if (!place || (roomChannelId && contactId))
    throw new SendError('refused', 'a message goes to one room or one contact');
  return place;
}

/** WeChat rings only for an `@name` that stands in the text; those the text does not have yet come at its end. */
export function withMentions({ text, mentions, target }: OutgoingMessage): string {
  if (!target.roomChannelId) return text;
  const missing = mentions.filter(({ name }) => !hasMention(text, name));
  if (missing.length === 0) return text;
  const names = missing.map(({ name }) => `@${name}\u2005`).join('');
  return text === '' ? names : `${text}${/\s$/.test(text) ? '' : ' '}${names}`;
}

function hasMention(text: string, name: string): boolean {
  for (let at = text.indexOf(`@${name}`); at >= 0; at = text.indexOf(`@${name}`, at + 1)) {
    const next = text[at + name.length + 1];
    if (next === undefined || /[\s\u2005，,。；;：:、]/.test(next)) return true;
  }
  return false;
}

async function boxOf(file: NonNullable<OutgoingMessage['file']>, files: FileStore) {
  try {
    return FileBox.fromBuffer(await files.get(file.sha256), file.name);
  } catch (error) {
    throw new SendError('refused', `the file "${file.name}" is not in the store`, { cause: error });
  }
}
