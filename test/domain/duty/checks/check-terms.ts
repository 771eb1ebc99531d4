import { answerCheck } from '../../../../domain/duty/checks/answer-check.ts';
import {
  CHECK_STATES,
  type CheckIn,
  type CheckState,
  type NewCheck,
  newCheck,
} from '../../../../domain/duty/checks/check-in.ts';
import {
  askAgain,
  escalateCheck,
  sentCheck,
  standInArrived,
  toHuman,
  verifyByPhone,
} from '../../../../domain/duty/checks/climb-check.ts';
import type { CheckOutcome } from '../../../../domain/duty/checks/outcome.ts';
import { became } from '../../../../domain/duty/checks/outcome.ts';
import { explainCheck, ruleCheck } from '../../../../domain/duty/checks/rule-check.ts';
import { endPractice, lapseUnsent, pauseCheck, voidForOutages } from '../../../../domain/duty/checks/void-check.ts';
import { at } from '../../../support/builders.ts';
import { MINUTE, policy } from './draw-terms.ts';

export const ASKED = 'person.maqiang';
export const OFFICER = 'person.qianjun';
export const LEADER = 'person.gaoxiang';
export const SENT_AT = at('2026-01-26 02:13');

/** So many minutes after the question went out. */
export function plus(minutes: number): Date {
  return new Date(SENT_AT.getTime() + minutes * MINUTE);
}

export function aCheck(fields: Partial<NewCheck> = {}): CheckIn {
  return newCheck(
    {
      kind: 'random',
      plan: 'C0126',
      unit: 'unit.shiqiao',
      shift: 'shift.shiqiao.officer.20260125',
      person: ASKED,
      trial: false,
      code: '355',
      askAt: SENT_AT,
      ladder: policy.ladders.ordinary,
      ...fields,
    },
    at('2026-01-25 16:00'),
  );
}

export type Happening = (check: CheckIn, now: Date) => CheckOutcome;

const answer =
  (code: string | undefined, by = ASKED): Happening =>
  (check, now) =>
    answerCheck(check, { ...(code !== undefined && { code }), by, at: now, channel: 'wechat' });
const said = (by: string, now: Date, words = '') => ({ by, at: now, words });

/** Everything that can happen to a check, half an hour after it was asked unless the name says otherwise. */
export const HAPPENINGS = {
  已发出: sentCheck,
  及时: (check) => answer('355')(check, plus(3)),
  迟到: answer('355'),
  错号: answer('356'),
  只说在岗: answer(undefined),
  别人答: answer('355', 'person.zhoujie'),
  再问: askAgain,
  转人工: toHuman,
  升级: escalateCheck,
  电话在岗: (check, now) => verifyByPhone(check, { ...said(OFFICER, now), result: 'present' }),
  电话不在: (check, now) => verifyByPhone(check, { ...said(OFFICER, now), result: 'absent' }),
  自己核实: (check, now) => verifyByPhone(check, { ...said(ASKED, now), result: 'present' }),
  到岗: (check, now) => standInArrived(check, said(LEADER, now, '我先顶着')),
  说明: (check, now) => explainCheck(check, said(ASKED, now, '送病人去急诊')),
  认定正常: (check, now) => ruleCheck(check, { ...said('person.wangfang', now), verdict: 'normal' }),
  记录在案: (check, now) => ruleCheck(check, { ...said('person.wangfang', now), verdict: 'on-record' }),
  自己认定: (check, now) => ruleCheck(check, { ...said(ASKED, now), verdict: 'normal' }),
  中断: (check, now) => became(voidForOutages(check, [{ fromAt: plus(1), toAt: plus(2) }], now, '')),
  暂停: (check, now) => pauseCheck(check, now, 'E0015'),
  未发出: lapseUnsent,
  练习结束: endPractice,
} satisfies Record<string, Happening>;

export { CHECK_STATES };

/** The shortest way into each state. */
export function aCheckThatIs(state: CheckState): CheckIn {
  const ways: Readonly<Record<CheckState, readonly (readonly [keyof typeof HAPPENINGS, number])[]>> = {
    planned: [],
    waiting: [['已发出', 0]],
    'asked-again': [
      ['已发出', 0],
      ['再问', 5],
    ],
    'to-human': [
      ['已发出', 0],
      ['再问', 5],
      ['转人工', 10],
    ],
    escalated: [
      ['已发出', 0],
      ['再问', 5],
      ['转人工', 10],
      ['升级', 15],
    ],
    'on-time': [
      ['已发出', 0],
      ['及时', 3],
    ],
    late: [
      ['已发出', 0],
      ['转人工', 10],
      ['迟到', 11],
    ],
    verified: [
      ['已发出', 0],
      ['转人工', 10],
      ['电话在岗', 14],
    ],
    'stood-in': [
      ['已发出', 0],
      ['转人工', 10],
      ['到岗', 27],
    ],
    explained: [
      ['已发出', 0],
      ['转人工', 10],
      ['到岗', 27],
      ['说明', 28],
    ],
    ruled: [
      ['已发出', 0],
      ['转人工', 10],
      ['到岗', 27],
      ['说明', 28],
      ['记录在案', 29],
    ],
    void: [['暂停', 0]],
  };
  return ways[state].reduce<CheckIn>((check, [name, minutes]) => {
    const outcome = HAPPENINGS[name](check, plus(minutes));
    if (!outcome.ok) throw new Error(`${name}: ${outcome.reason}`);
    return outcome.check;
  }, aCheck());
}
