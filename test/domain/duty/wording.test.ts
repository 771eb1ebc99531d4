import { describe, expect, test } from '@jest/globals';
import { SHIFT_DEFAULTS } from '../../../domain/duty/duty-policy.ts';
import { gaps } from '../../../domain/duty/gaps.ts';
import { proposeRotation } from '../../../domain/duty/rotation/propose-rotation.ts';
import { checkSwap } from '../../../domain/duty/swaps/check-swap.ts';
import type { Swap, SwapState } from '../../../domain/duty/swaps/swap.ts';
import { approversOf, fileSwap } from '../../../domain/duty/swaps/swap-rules.ts';
import { unattended } from '../../../domain/duty/unattended.ts';
import { whoIsOnDuty } from '../../../domain/duty/who.ts';
import * as duty from '../../../domain/wording/duty.ts';
import * as rotation from '../../../domain/wording/rotation.ts';
import { swapRefusedText } from '../../../domain/wording/swap-problems.ts';
import * as swaps from '../../../domain/wording/swaps.ts';
import { at, calendar } from '../../support/builders.ts';
import { aRoster, aShift, office } from './swaps/duty-office.ts';

const context = { office, calendar, now: at('2026-01-28 10:00') };
const ROSTER = aRoster('2026-01-28', 20);
const onDay = (day: string) => ROSTER.find((shift) => shift.day === day && shift.layer === 'officer')!;
const given = onDay('2026-02-01');
const swap = fileSwap(
  {
    no: 'S019',
    emergency: false,
    filedBy: 'person.chenli',
    giver: 'person.chenli',
    taker: 'person.heyong',
    given,
    returned: onDay('2026-02-03'),
    approvers: approversOf(given, ['person.chenli', 'person.heyong'], ROSTER, office, '2026-01-28'),
  },
  context.now,
  SHIFT_DEFAULTS.swapLadder,
);
const clear = { refusals: [], warnings: [] };
const emergency: Swap = { ...swap, emergency: true, state: 'in-force', awaitsRuling: true, reason: '送医' };

describe('a swap in words', () => {
  test('the request, to who filed it and to the other', () => {
    expect(swaps.swapFiledText(swap, clear, context)).toBe(
      '换班申请S019：2月1日（周日）陈立→何勇；2月3日（周二）何勇→陈立\n已请何勇确认，何勇同意后报郑伟（郑镇长）批准。生效前仍由陈立负责',
    );
    expect(swaps.swapAskText(swap, 'person.heyong', false, context)).toBe(
      '陈立提出换班：你值2月1日（周日）的班，陈立值你的2月3日（周二）\n同意回复“同意S019”，不同意回复“不同意S019”。2月1日（周日）08:30前没有答复就不换，原班不动',
    );
  });

  test('the leader reads what the rules say, and everybody what has changed', () => {
    expect(swaps.swapAskRulingText(swap, clear, false, context)).toMatch(/规则核对：没有连班，没有空档/);
    expect(swaps.swapInForceText(swap, context)).toBe(
      '换班S019生效，值班表已改：2月1日（周日） 青山镇 何勇；2月3日（周二） 青山镇 陈立',
    );
  });

  test('whatever comes of it, it is said who serves', () => {
    const ends: SwapState[] = ['declined', 'refused', 'withdrawn', 'expired'];
    for (const state of ends) {
      expect(swaps.swapEndedText({ ...swap, state }, context)).toContain('2月1日（周日）仍由陈立值班');
    }
    const kept = swaps.swapEndedText({ ...emergency, state: 'refused' }, context, 'person.heyong');
    expect(kept).toMatch(/请另行安排人；没有新的安排前2月1日（周日）仍由何勇值班$/);
  });

  test('a rule that stands against it is named with the day and the person', () => {
    const next = { ...swap, given: { ...swap.given, shift: onDay('2026-01-31').id }, giver: 'person.xuqing' };
    const { returned: _returned, ...give } = { ...next, kind: 'give' as const };
    const verdict = checkSwap(give, ROSTER, { office, calendar, policy: SHIFT_DEFAULTS, now: context.now });
    expect(swapRefusedText(verdict, context)).toBe(
      '不能这样换：何勇1月31日（周六）与1月30日（周五）的班之间只休息0小时。请换个日期或换个人',
    );
  });
});

describe('duty in words', () => {
  test('the evening before, with hours, leader and until when to swap', () => {
    const text = duty.dutyTomorrowText(onDay('2026-01-29'), ['person.zhengwei'], context);
    expect(text).toBe('明天你有班：1月29日（周四）8:30—次日8:30 青山镇值班，带班郑伟。换班请在今天17:30前说“换班”');
  });

  test('said late, on the day itself, it does not say tomorrow', () => {
    const late = { ...context, now: at('2026-01-29 02:00') };
    expect(duty.dutyTomorrowText(onDay('2026-01-29'), [], late)).toBe(
      '你有班：1月29日（周四）8:30—次日8:30 青山镇值班',
    );
  });

  test('a list shows who is really there', () => {
    const shift = { ...onDay('2026-01-28'), state: 'on-duty' as const, takenOverAt: at('2026-01-28 08:24') };
    const now = at('2026-01-29 08:40');
    const found = whoIsOnDuty([shift, onDay('2026-01-29')], { at: now });
    expect(duty.onDutyLine('unit.qingshan', found, context)).toBe('青山镇：值班 陈立（吕刚未接班）');
  });

  test('matters left open are numbered and never more than six lines', () => {
    const openMatters = ['一', '二', '三', '四', '五', '六'];
    const before = { ...onDay('2026-01-28'), openMatters };
    const text = duty.takenOverText({ ...onDay('2026-01-29'), takenOverAt: at('2026-01-29 08:24') }, before, context);
    expect(text.split('\n')).toHaveLength(6);
    expect(text).toContain('另有2件');
  });
});

describe('a proposal in words', () => {
  const people = ['chenli', 'lvgang', 'heyong', 'xuqing'].map((id, index) => ({
    person: `person.${id}`,
    soFar: { nights: 0, weekends: 0, holidays: 0, total: 0 },
    ...(index === 0 && { leaves: [{ fromDay: '2026-02-02', toDay: '2026-02-06', why: '培训' }] }),
    ...(index === 1 && { joinedDay: '2026-01-20' }),
    ...(index === 2 && { wishes: ['2026-02-17', '2026-02-18'].map((day) => ({ day, want: 'off' as const })) }),
  }));
  const templates = [{ start: '08:30', end: '08:30' }];
  const leaders = [people[0]!];
  const proposal = proposeRotation(
    {
      fromDay: '2026-02-01',
      toDay: '2026-02-28',
      restHours: 12,
      layers: [
        { layer: 'leader', templates, people: leaders },
        { layer: 'officer', templates, people: people.slice(1) },
      ],
    },
    calendar,
  );

  test('says which days nobody can take and why, and why somebody is not like the others', () => {
    const notes = proposal.notes.map((note) => rotation.rotationNoteText(note, context));
    // From the day before: a shift of the whole day ends in the leave.
    expect(notes[0]).toMatch(/^2月1日—6日带班没有人可排：陈立请假，请补人$/);
    expect(notes[1]).toBe('春节期间带班不止一班：陈立');
    expect(notes.join()).toContain('陈立培训5天，期间不排');
    expect(notes.join()).toContain('吕刚1月20日起参加，按平均数起算，不补排以前的班');
  });

  test('says where nobody has rested long enough: one officer alone serves every other day', () => {
    const layers = [{ layer: 'officer' as const, templates, people: leaders }];
    const { notes } = proposeRotation({ fromDay: '2026-02-08', toDay: '2026-02-28', restHours: 12, layers }, calendar);
    expect(notes.map((note) => rotation.rotationNoteText(note, context)).join()).toMatch(
      /值班没有人可排：陈立前后有班，休息不够，请补人/,
    );
  });

  test('the days stand in a line for each layer, the month said once, gaps named', () => {
    const [leading, officers, ...more] = rotation.rotationDaysText(proposal, context).split('\n');
    expect(more).toEqual([]);
    expect(leading).toMatch(/^带班：2月1日空缺、2日空缺、.*7日陈立、8日陈立、9日陈立/);
    expect(officers!.split('、')).toHaveLength(28);
  });
});

test('nothing that is said has more than six lines, an exclamation mark or an empty name', () => {
  const shift = onDay('2026-01-29');
  const [gap] = gaps(ROSTER, ['unit.qingshan'], at('2026-02-17 08:30'), at('2026-02-19 08:30'));
  const [idle] = unattended(ROSTER, at('2026-01-28 08:30'), at('2026-01-28 10:00'));
  const warned = {
    refusals: [],
    warnings: [{ code: 'HOLIDAY_NOTICE' as const, shift: aShift('2026-02-17', ['chenli']), days: 2 }],
  };
  const texts = [
    duty.dutyNewText([shift], ['person.zhengwei'], context),
    duty.dutyAheadText(shift, [], context),
    duty.dutySoonText(shift, context),
    duty.notTakenOverText(shift, context),
    duty.stayOnText({ ...shift, people: [] }, context),
    duty.missingEscalatedText(shift, ['person.chenli'], context),
    duty.gapText(gap!, context),
    duty.unattendedText(idle!, context),
    swaps.swapFiledText({ ...swap, kind: 'give' }, warned, context),
    swaps.swapAskText(swap, 'person.chenli', true, context),
    swaps.swapAskRulingText(swap, warned, true, context),
    swaps.swapEmergencyText(emergency, context),
    swaps.swapEmergencyTakerText(emergency, context),
    swaps.swapMovedText(swap, context),
    swaps.swapGoneText(swap, context),
    swaps.swapRulingWaitingText(emergency, context),
    ...Object.values(duty.DUTY_REFUSALS),
  ];
  for (const text of texts) {
    expect(text.split('\n').length).toBeLessThanOrEqual(6);
    expect(text).not.toMatch(/[!！]|undefined|、、|person\.|unit\./);
  }
});
