import type { Notice } from '../notices/notice.ts';
import type { ThingId } from '../thing.ts';
import { personName, personWithUnit } from './names.ts';
import { excerpt } from './notice-out.ts';
import { NOTICE_NAMES } from './notices.ts';
import type { TextContext } from './tasks.ts';

/** What becomes of @所有人, below the draft: why not, or whose word it needs. */
export type EverybodyNote = 'not-for-this' | 'no-room' | 'no-leader' | 'needs-leader' | 'own-word';

export const EVERYBODY_NOTES: Readonly<Record<EverybodyNote, string>> = {
  'not-for-this': '@所有人只用于叫应和红色预警，这条不@所有人，照样可以发',
  'no-room': '@所有人要在有关单位都在的群里说，这条不@所有人，照样可以发',
  'no-leader': '没有能私聊到的领导同意@所有人，这条不@所有人，照样可以发',
  'needs-leader': '@所有人要领导同意，回复“发”后就去请示；不等请示请回复“发，不@所有人”',
  'own-word': '发出时在群里@所有人；不要请回复“发，不@所有人”',
};

/** The author's 发: it waits for one word, and how to go on without it. */
export function waitsForLeaderText({ no }: Notice, leaders: readonly ThingId[], { office }: TextContext): string {
  const names = leaders.map((id) => personName(office, id)).join('、');
  return `${no}要@所有人，已请${names}同意，同意后发出。不等请回复“不@所有人”，马上发`;
}

export function noLeaderText({ no }: Notice): string {
  return `没有能私聊到的领导同意@所有人，${no}还没有发出。不@所有人发出请回复“不@所有人”`;
}

export function askLeaderText(notice: Notice, { office, calendar, now }: TextContext): string {
  const from = personWithUnit(office, notice.author, calendar.dayOf(now));
  const room = (notice.everybodyIn && office.rooms.get(notice.everybodyIn)?.topic) ?? '';
  return [
    `${from}请求在“${room}”群@所有人，${notice.people.length}人：`,
    `【${NOTICE_NAMES[notice.kind]} ${notice.no}】${excerpt(notice.text)}`,
    `请回复“同意 ${notice.no}”，或者“不同意 ${notice.no} 原因”`,
  ].join('\n');
}

export function stillWaitsText({ no, people }: Notice, minutes: number): string {
  return `${no}@所有人等了${minutes}分钟还没有答复，没有发出。可以电话请示；不等请回复“不@所有人”，马上发给${people.length}人`;
}

export function neverApprovedText({ no }: Notice): string {
  return `${no}一天内没有得到@所有人的同意，没有发出。还要发请重新说一遍`;
}

export function agreedText({ no, people }: Notice): string {
  return `已同意，${no}已发出${people.length}人`;
}

export function agreedByText({ no, people, wanted }: Notice, by: ThingId, { office }: TextContext): string {
  return `${personName(office, by)}同意@所有人，${no}已发出${people.length}人${wanted ? '，收齐告诉你' : ''}`;
}

export function notAgreedText({ no }: Notice, author: string): string {
  return `已告诉${author}：${no}不@所有人`;
}

export function notAgreedByText({ no }: Notice, by: ThingId, reason: string, { office }: TextContext): string {
  const why = reason ? `，原因：${reason}` : '';
  return `${personName(office, by)}不同意@所有人${why}。${no}没有发出；不@所有人发出请回复“发”，不发请回复“取消”`;
}

export function nothingToAgreeText(no: string): string {
  return `${no}没有等待同意的事`;
}

export function alreadyOutText(no: string): string {
  return `${no}已经发出，不用再确认`;
}
