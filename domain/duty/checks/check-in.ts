import { isoShanghai } from '../../calendar/iso.ts';
import type { Thing, ThingId } from '../../thing.ts';
import { lastPart } from '../../thing.ts';
import type { CheckLadder } from './policy.ts';

/** 接班, 定时, 随机. */
export type CheckKind = 'takeover' | 'set' | 'random';

/**
 * planned: filed for later · waiting 已发起 · asked-again 未应答① · to-human 转人工核实 · escalated 升级 · on-time 按时应答 ·
 * late 迟到应答 · verified 电话核实在岗 · stood-in 已补位 · explained 待认定 · ruled 已认定 · void 作废.
 */
export const CHECK_STATES = [
  'planned',
  'waiting',
  'asked-again',
  'to-human',
  'escalated',
  'on-time',
  'late',
  'verified',
  'stood-in',
  'explained',
  'ruled',
  'void',
] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** Who said something about a check, when, and in what words. */
export interface Statement {
  readonly by: ThingId;
  readonly at: Date;
  readonly words: string;
}

/** 在岗, 不在岗, 电话不通. */
export type PhoneResult = 'present' | 'absent' | 'no_answer';

/** 正常, 情况说明, 记录在案. */
export type Verdict = 'normal' | 'explained' | 'on-record';

/** 通道中断, 事件处置中, 没有发出, 试运行期练习. */
export type VoidCause = 'outage' | 'incident' | 'unsent' | 'practice';

/** 点名: one person asked once whether somebody is at the post. */
export interface CheckIn extends Thing {
  readonly type: 'check';
  readonly kind: CheckKind;
  readonly state: CheckState;
  /** Number of the sealed plan it comes from; absent for take-over and set check-ins. */
  readonly plan?: string;
  /** Who had it asked out of turn (临时抽查). */
  readonly calledBy?: ThingId;
  readonly unit: ThingId;
  readonly shift: ThingId;
  /** Who is asked, and who alone can answer. */
  readonly person: ThingId;
  /** 试运行: asked and reminded, never escalated, never counted. */
  readonly trial: boolean;
  /** Absent where the take-over itself is the answer. */
  readonly code?: string;
  /** When it is to be asked. */
  readonly askAt: Date;
  /** When it really went out: all terms count from here. */
  readonly sentAt?: Date;
  /** The terms as they were at creation. */
  readonly ladder: CheckLadder;
  readonly askedAgainAt?: Date;
  /** When the second question really went out: the channel was up, so the silence is the person's. */
  readonly askedAgainSentAt?: Date;
  readonly toHumanAt?: Date;
  readonly escalatedAt?: Date;
  /** When the right answer was written, by its own time. */
  readonly answeredAt?: Date;
  /** Channel or account of the answer. */
  readonly channel?: string;
  /** Wrong numbers so far: told to the person, never counted against anybody. */
  readonly wrong: number;
  readonly phone?: Statement & { readonly result: PhoneResult };
  readonly standIn?: Statement;
  readonly explanation?: Statement;
  readonly ruling?: Statement & { readonly verdict: Verdict };
  readonly voided?: { readonly cause: VoidCause; readonly at: Date; readonly words: string };
}

export type NewCheck = Pick<
  CheckIn,
  'kind' | 'plan' | 'calledBy' | 'unit' | 'shift' | 'person' | 'trial' | 'code' | 'askAt' | 'ladder'
>;

/** A check-in filed for later. One person is asked at most once a minute, so plan, unit, person and minute name it. */
export function newCheck(fields: NewCheck, now: Date): CheckIn {
  const { plan = fields.kind, unit, person, askAt } = fields;
  const minute = isoShanghai(askAt).slice(0, 16).replace(/\D/g, '');
  const id = `check.${plan}.${lastPart(unit)}.${lastPart(person)}.${minute}`;
  return { ...fields, id, type: 'check', state: 'planned', wrong: 0, handledAt: now };
}

const ASKING: ReadonlySet<CheckState> = new Set(['waiting', 'asked-again', 'to-human', 'escalated']);

/** Asked, and nobody knows yet whether the post is manned. */
export function isAsking(check: CheckIn): boolean {
  return ASKING.has(check.state);
}

/** Until when an answer is on time; undefined before it was sent. */
export function windowEndAt(check: CheckIn): Date | undefined {
  return check.sentAt && minutesAfter(check.sentAt, check.ladder.windowMin);
}

/** When a rung after the duty leader is due: at least as long after that one has really heard of it as the ladder says. */
export function afterLeaderAt({ sentAt, escalatedAt, ladder }: CheckIn, minutes: number): Date | undefined {
  if (!sentAt) return undefined;
  const byLadder = minutesAfter(sentAt, minutes);
  const byLeader = escalatedAt && minutesAfter(escalatedAt, minutes - ladder.dutyLeaderMin);
  return byLeader && byLeader > byLadder ? byLeader : byLadder;
}

/** Whether it appears in any figure (已发 − 作废): never on trial, never void, and not while an answer would still be on time. */
export function isCounted(check: CheckIn, now: Date): boolean {
  if (check.trial || check.state === 'void' || check.state === 'planned') return false;
  const endAt = windowEndAt(check);
  return !isAsking(check) || (endAt !== undefined && now > endAt);
}

/** What the rate of answers counts as good (应答率): on time, or found at the post by telephone. */
export function isAnswered(check: CheckIn): boolean {
  return check.state === 'on-time' || check.state === 'verified';
}

export function minutesAfter(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}
