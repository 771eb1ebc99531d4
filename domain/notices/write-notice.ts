import type { ThingId } from '../thing.ts';
import { noticeId } from './collections.ts';
import type { Notice, NoticeKind } from './notice.ts';
import type { NoticePolicy } from './policy.ts';

export interface NoticeWords {
  readonly text: string;
  /** Undefined where the text does not say. */
  readonly needAck?: boolean;
}

export interface NoticeOrigin {
  readonly no: string;
  readonly author: ThingId;
  /** The room, if everybody concerned is in it. */
  readonly postedIn?: ThingId;
  readonly at: Date;
}

/** 红色 and 橙色 break the night (DOMAIN's classes put them beside incidents); the lower grades keep to decent hours. */
const HIGH = /[红橙]色?(?:预警|警报)/;
const WARNING = /预警|警报/;

export function kindOf(text: string, isCall: boolean): NoticeKind {
  if (isCall) return 'call';
  return WARNING.test(text) ? 'warning' : 'notice';
}

/** Who issued it and when must stand in a warning that is passed on. */
const SOURCE =
  /(?:气象|水利|水文|应急|防汛|防指|自然资源|林草|林业|地震|指挥部|预警中心)[^,，。;；]{0,12}(?:发布|印发|下发|通报|预报|签发)/;
const CLOCK = /\d{1,2}\s?[:：]\s?\d{2}|\d{1,2}\s?[点时]/;

/** `19:30区气象台发布`: who issued what is passed on, and when, in the words of the text. */
export function sourceIn(text: string): string | undefined {
  const found = SOURCE.exec(text);
  if (!found) return undefined;
  const before = /(?:\d{1,2}\s?[:：]\s?\d{2}|\d{1,2}\s?[点时])[^,，。;；\s]{0,6}$/.exec(text.slice(0, found.index));
  return `${before?.[0] ?? ''}${found[0]}`;
}

export function lacksSource({ kind, text }: Pick<Notice, 'kind' | 'text'>): boolean {
  return WARNING.test(text) && kind !== 'notice' && !(SOURCE.test(text) && CLOCK.test(text));
}

/** A draft: nobody hears of it before its author confirms. */
export function writeNotice(
  kind: NoticeKind,
  { text, needAck }: NoticeWords,
  people: readonly ThingId[],
  { no, author, postedIn, at }: NoticeOrigin,
  policy: NoticePolicy,
): Notice {
  const urgent = kind === 'call' || (kind === 'warning' && HIGH.test(text));
  return {
    id: noticeId(no),
    type: 'notice',
    ...{ no, kind, text, author, people, urgent },
    ...(postedIn && kind !== 'call' && { postedIn }),
    state: 'draft',
    wanted: kind === 'call' || needAck === true,
    createdAt: at,
    handedOut: 0,
    ladder: urgent ? policy.urgentLadder : policy.ladder,
    handledAt: at,
  };
}
