import type { PendingMessage } from '../ports.ts';
import { maskedPhone } from './names.ts';
import type { Recipient } from './outbox.ts';

/** Stands before a post that a robot may have shown already: robots cannot be asked. */
export const POSTED_AGAIN_MARK = '（补发，如已看到请忽略）';

/** In every post, also in the later parts of a long one: robots may take only posts with a keyword. */
export const FALLBACK_MARK = '（备用通道）';

/** Says at the head of every post why it comes this way; one answer to a matter is enough, whichever way it came. */
export const FALLBACK_HEAD = `${FALLBACK_MARK}微信暂时送不到，请转告下列单位和人员；同一事项只需答复一次`;

/** A mobile number, as `13800001102` or `138 0000 1102`. */
const MOBILE = /(?<!\d)1\d{2}[- ]?\d{4}[- ]?\d{4}(?!\d)/g;

/** The subject of a mail. */
export function fallbackTitle(items: readonly unknown[]): string {
  return `值守备用通道：${items.length}条消息`;
}

/** One message of a post: whom it is for, then what is said. Several people read it, so mobile numbers are shortened. */
export function fallbackLine(recipient: Recipient, mentioned: readonly string[], item: PendingMessage): string {
  const named = mentioned.filter((name) => !item.text.includes(name));
  const who = named.length > 0 ? `${recipient.who}${named.join('、')}` : recipient.who;
  const words = `${who}：${item.text.trim()}${item.file ? fileWords(item) : ''}`;
  return words.replace(MOBILE, (found) => maskedPhone(found.replace(/[- ]/g, '')));
}

function fileWords({ file, diverted }: PendingMessage): string {
  const name = `（附件《${file!.name}》`;
  return diverted?.why === 'failed' ? `${name}没有送到）` : `${name}等微信恢复后再发）`;
}
