import type { PendingMessage } from '../ports.ts';

/** Stands before what an outage delayed. */
export const LATE_MARK = '（补发）';

/** Stands before what is said again because nobody can tell whether it arrived. */
export const AGAIN_MARK = '（如已收到请忽略）';

const EXCERPT_CHARS = 40;

/** `（1/2）` before each part of a text too long for one message. */
export function partMark(part: number, parts: number): string {
  return `（${part}/${parts}）`;
}

/** Heads the last message that a day's budget allows. */
export function digestHead(count: number): string {
  return `我的待办（${count}件）：`;
}

/** Closes a list that had no room for the rest: each matter is at least named, so that nobody can say he never heard of it. */
export function moreText(hidden: readonly Pick<PendingMessage, 'about'>[]): string {
  const numbers = [...new Set(hidden.map((item) => item.about))];
  return `其余${hidden.length}件：${numbers.join('、')}，回复编号查看`;
}

/** What a list shows of one message: one line, with its number in front where the text does not say it. */
export function listLine(item: Pick<PendingMessage, 'text' | 'about'>): string {
  const line = item.text.trim().replace(/\s*\n\s*/g, ' ');
  return item.about && !line.includes(item.about) ? `${item.about} ${line}` : line;
}

/** To whoever must know that something was not said because its time had passed. */
export function lapsedText(item: PendingMessage): string {
  return `${item.about ?? ''}有一条提醒因过时没有发出：“${excerpt(item)}”`;
}

/** `@周洁 `; also how somebody is named whose account is not known, so that the chat cannot mention them. */
export function nameMention(name: string): string {
  return `@${name} `;
}

/** In the unit's room, for somebody who cannot be written to; says nothing of the matter. */
export function reachText(name: string): string {
  return `${nameMention(name)}有与你有关的事项，请私聊我查看`;
}

export interface Recipient {
  /** `周洁（高铺镇）` or `群“安委会成员单位”`. */
  readonly who: string;
  /** Numbers to call, in full: only ever told in private. */
  readonly phones: readonly string[];
}

export function personWords(name: string, unit: string | undefined): string {
  return unit ? `${name}（${unit}）` : name;
}

export function roomWords(topic: string): string {
  return `群“${topic}”`;
}

export const STRANGER_WORDS = '一个未绑定的账号';

/** Once a day to the dispatcher about somebody who cannot be written to. */
export function unreachableText(recipient: Recipient, items: readonly PendingMessage[]): string {
  const abouts = [...new Set(items.flatMap((item) => item.about ?? []))];
  const matters = abouts.length > 0 ? `（涉及${abouts.join('、')}）` : '';
  return `${recipient.who}收不到私聊，今天有提醒没有送到${matters}。请提醒其添加值守为好友并私聊任意一句${phoneWords(recipient)}`;
}

/** At once to the dispatcher where an incident or a warning did not get through. */
export function phoneListText(recipient: Recipient, item: PendingMessage): string {
  return `没有送到${recipient.who}，请马上打电话${phoneWords(recipient)}，内容：${listLine(item)}`;
}

/** To the dispatcher when the chat will not take a message. */
export function failedText(recipient: Recipient, item: PendingMessage): string {
  return `没有送到${recipient.who}，请另行告知${phoneWords(recipient)}：“${excerpt(item)}”`;
}

/** To the dispatcher when the chat cannot say whether messages arrived. */
export function unsureText(recipient: Recipient, items: readonly PendingMessage[]): string {
  const quoted = items.map((item) => `“${excerpt(item)}”`).join('、');
  return `以下${items.length}条不能确定是否送到${recipient.who}：${quoted}`;
}

function phoneWords(recipient: Recipient): string {
  return recipient.phones.length > 0 ? `（电话${recipient.phones.join('、')}）` : '';
}

function excerpt(item: PendingMessage): string {
  const chars = Array.from(listLine(item));
  return chars.length > EXCERPT_CHARS ? `${chars.slice(0, EXCERPT_CHARS).join('')}…` : chars.join('');
}
