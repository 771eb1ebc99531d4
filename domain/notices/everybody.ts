import type { Notice } from './notice.ts';

const ALL = '(?:所有人|全体成员|全体人员|全体|全员|大家)';
const CALLED = new RegExp(`(?:[@＠]|艾特)\\s?${ALL}`);
const NAMED = /全员(?:紧急)?(?:通知|叫应)|(?:通知|叫应)全员/;
const REFUSED = new RegExp(`(?:不用|不要|不必|无需|取消|去掉|别|不)(?:再)?\\s?(?:[@＠]|艾特)\\s?${ALL}`);
/** As it stands in a text: with the words and marks that only join it on. */
const JOINED = new RegExp(`[，,。；;\\s]*(?:并|请|同时)*(?:[@＠]|艾特)\\s?${ALL}[，,；;\\s]*`, 'g');
/** Whoever is in the room. */
const WHOEVER = new RegExp(`^${ALL}$`);
const RED = /红色?(?:预警|警报)/;

/** Whether a text asks for everybody in the room to be called by @所有人. */
export function asksEverybody(text: string): boolean {
  return (CALLED.test(text) || NAMED.test(text)) && !REFUSED.test(text);
}

/** 不用@所有人: it goes out without. */
export function refusesEverybody(text: string): boolean {
  return REFUSED.test(text);
}

/** The words themselves, without @所有人. */
export function withoutEverybody(text: string): string {
  return text
    .replace(JOINED, '，')
    .replace(/^，|，$/g, '')
    .trim();
}

/** 所有人, 大家: those of the room it is said in. */
export function isWhoever(word: string): boolean {
  return WHOEVER.test(word);
}

/** A whole room is woken only for 叫应 and red warnings, and only with a leader's 同意. */
export function mayCallEverybody({ kind, text }: Pick<Notice, 'kind' | 'text'>): boolean {
  return kind === 'call' || (kind === 'warning' && RED.test(text));
}

/** Its author has said 发, and a leader has to agree. */
export function askApproval(notice: Notice, at: Date): Notice {
  return { ...notice, state: 'pending', pendingAt: at };
}

/** Goes out without @所有人, and needs nobody's word for that. */
export function dropEverybody({ everybodyIn: _, ...notice }: Notice): Notice {
  return notice;
}

/** 不同意: back to its author, who may send it without. */
export function refuseApproval(notice: Notice, at: Date): Notice {
  return { ...dropEverybody(notice), state: 'draft', pendingAt: at };
}
