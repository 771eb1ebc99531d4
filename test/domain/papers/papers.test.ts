import { describe, expect, test } from '@jest/globals';
import type { CheckIn } from '../../../domain/duty/checks/check-in.ts';
import { newEntry } from '../../../domain/duty/log/change-entry.ts';
import { readEntry } from '../../../domain/duty/log/read-entry.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import { dutyMonthSheets } from '../../../domain/papers/duty-month.ts';
import { dutyRosterSheet } from '../../../domain/papers/duty-roster.ts';
import { handoverSheet } from '../../../domain/papers/handover-sheet.ts';
import { buildOffice } from '../../../domain/people/build-office.ts';
import { at, calendar } from '../../support/builders.ts';
import { aShift, onDuty } from '../../support/shifts.ts';
import { sampleOffice } from '../../support/world.ts';

const office = buildOffice(sampleOffice());
const PEOPLE = ['chenli', 'lvgang', 'huangzhiming'];
const issued = '导出：王芳';

/** Every day of a month with a leader and an officer; those before `until` taken over and handed over in order. */
function month(name: string, until: string): Shift[] {
  const shifts: Shift[] = [];
  for (let day = `${name}-01`; day.startsWith(name); day = calendar.addDays(day, 1)) {
    const officer = aShift(day, { people: [PEOPLE[shifts.length % 3]!] });
    const over: Shift = {
      ...onDuty(officer),
      state: 'closed',
      handedOverAt: officer.endAt,
      notes: '无',
      notesAt: officer.endAt,
    };
    shifts.push(aShift(day, { layer: 'leader', people: ['zhengwei'] }), day < until ? over : officer);
  }
  return shifts;
}

function check(shift: Shift, fields: Partial<CheckIn>): CheckIn {
  return {
    ...{
      id: `check.${Math.abs(shift.startAt.getTime())}.${fields.state}`,
      type: 'check',
      kind: 'set',
      state: 'on-time',
    },
    ...{ unit: shift.unit, shift: shift.id, person: shift.people[0]!, trial: false, wrong: 0, askAt: shift.startAt },
    ladder: {
      windowMin: 10,
      secondAskMin: 5,
      phoneListMin: 10,
      dutyLeaderMin: 15,
      officeHeadMin: 30,
      unsentMin: 10,
      explainHours: 24,
    },
    sentAt: shift.startAt,
    ...fields,
  };
}

function record(
  shifts: readonly Shift[],
  now: string,
  other: { checks?: CheckIn[]; entries?: ReturnType<typeof call>[] } = {},
) {
  const name = shifts.find(({ layer }) => layer === 'officer')!.day.slice(0, 7);
  const asked = {
    unit: 'unit.qingshan',
    month: name,
    shifts,
    checks: [],
    entries: [],
    phones: false,
    issued,
    ...other,
  };
  return dutyMonthSheets(asked, { office, calendar, now: at(now) });
}

function call(shift: Shift, words: string, clock: string) {
  const fields = { no: 'J012', unit: shift.unit, shift: shift.id, kind: 'call' as const, by: 'person.chenli' };
  return newEntry({ ...fields, cameAt: at(clock), at: at(clock) }, readEntry('call', words));
}

const officerOn = (shifts: readonly Shift[], day: string) =>
  shifts.find((shift) => shift.layer === 'officer' && shift.day === day)!;
const changed = (shifts: readonly Shift[], day: string, fields: Partial<Shift>) =>
  shifts.map((shift) => (shift === officerOn(shifts, day) ? { ...shift, ...fields } : shift));
const rowOf = (rows: readonly (readonly string[])[], date: string) => rows.filter(([first]) => first!.startsWith(date));

describe('the register of a month', () => {
  const february = month('2026-02', '2026-03-01');

  test('has exactly the columns that are asked for and one row a shift, to the last day of the month', () => {
    const [sheet, ...more] = record(february, '2026-03-01 10:00');
    expect(more).toEqual([]);
    expect(sheet!.title).toBe('青山镇2026年2月值班记录表');
    expect(sheet!.columns.map(({ heading }) => heading)).toEqual([
      ...[
        '日期',
        '班次',
        '带班领导',
        '值班员',
        '接班时间',
        '交班时间',
        '点名(应答/次数)',
        '来电来文',
        '交接事项',
        '备注',
      ],
    ]);
    expect(sheet!.rows).toHaveLength(28);
    for (const row of sheet!.rows) expect(row).toHaveLength(10);
    // Handed over in the next month, at the hour that belongs to the shift.
    expect(sheet!.rows.at(-1)).toEqual([
      ...['2月28日（周六）', '8:30—次日8:30', '郑伟', '陈立', '8:25', '8:30', '—', '', '无', '调休上班'],
    ]);
    expect(sheet!.notes).toEqual(['合计：已开始28班，接班28班（其中准时28班）；点名0次，应答0次；值班记录0条。']);
  });

  test('names the days off of the Spring Festival and the days that are worked instead', () => {
    const [sheet] = record(february, '2026-03-01 10:00');
    const remarked = sheet!.rows.flatMap((row) => (row[9] ? [`${row[0]!.split('（')[0]} ${row[9]}`] : []));
    expect(remarked).toEqual([
      '2月14日 调休上班',
      ...[15, 16, 17, 18, 19, 20, 21, 22, 23].map((day) => `2月${day}日 春节假期`),
      '2月28日 调休上班',
    ]);
  });

  test('a swap shows who served, by number and without its reason; so does a stand-in', () => {
    const { startAt } = officerOn(february, '2026-02-10');
    const swapped = changed(february, '2026-02-10', {
      people: ['person.lvgang'],
      history: [
        {
          ...{ at: startAt, by: 'person.zhengwei', reason: 'S019 因病住院', what: 'swapped' as const },
          ...{ gone: ['person.chenli'], come: ['person.lvgang'] },
        },
      ],
      standIns: [
        {
          person: 'person.huangzhiming',
          instead: 'person.lvgang',
          fromAt: at('2026-02-10 20:00'),
          toAt: at('2026-02-11 01:30'),
          reason: '送医',
        },
      ],
    });
    const [row] = rowOf(record(swapped, '2026-03-01 10:00')[0]!.rows, '2月10日');
    expect(row![3]).toBe('吕刚、黄志明（替吕刚）');
    expect(row![9]).toBe('换班S019：陈立→吕刚；20:00—2月11日1:30黄志明替吕刚');
  });

  test('a shift that nobody took over and a day without a roster are said, not passed over', () => {
    const {
      takenOverAt: _taken,
      takenOverBy: _by,
      handedOverAt: _over,
      notes: _notes,
      ...left
    } = officerOn(february, '2026-02-09');
    const shifts = february
      .map((shift) => (shift.id === left.id ? left : shift))
      .filter(({ day, layer }) => day !== '2026-02-19' || layer === 'leader');
    const alone = shifts.filter(({ day }) => day !== '2026-02-20');
    const { rows, notes } = record(alone, '2026-03-01 10:00')[0]!;
    expect(rowOf(rows, '2月9日')[0]!.slice(4)).toEqual(['未接班', '', '—', '', '', '没有接班记录']);
    expect(rowOf(rows, '2月19日')[0]!.slice(2, 5)).toEqual(['郑伟', '没有排班', '']);
    expect(rowOf(rows, '2月20日')).toEqual([['2月20日（周五）', '', '', '没有排班', '', '', '', '', '', '春节假期']]);
    expect(notes[0]).toContain('已开始26班，接班25班');
  });

  test('check-ins are answered of those sent; an outage makes void and is never counted', () => {
    const shift = officerOn(february, '2026-02-05');
    const checks = [
      check(shift, { kind: 'takeover' }),
      check(shift, { state: 'on-time' }),
      check(shift, { state: 'verified' }),
      check(shift, { state: 'late' }),
      check(shift, { state: 'void', voided: { cause: 'outage', at: shift.startAt, words: '值守掉线' } }),
    ];
    const { rows, notes } = record(february, '2026-03-01 10:00', { checks })[0]!;
    expect(rowOf(rows, '2月5日')[0]!.slice(6)).toEqual(['2/3', '', '无', '通道中断，点名1次作废']);
    expect(notes[0]).toContain('点名3次，应答2次');
  });

  test('asked for within the month it leaves blank what is to come', () => {
    const { rows, notes } = record(month('2026-02', '2026-02-10'), '2026-02-10 12:00')[0]!;
    expect(rows).toHaveLength(28);
    expect(rowOf(rows, '2月10日')[0]!.slice(4, 7)).toEqual(['未接班', '', '—']);
    expect(rowOf(rows, '2月11日')[0]!.slice(4)).toEqual(['', '', '', '', '', '']);
    expect(notes[0]).toContain('已开始10班，接班9班');
  });

  test('what came in stands by number in its shift, and entry by entry on a sheet of its own, numbers masked', () => {
    const shift = officerOn(february, '2026-02-28');
    // Midnight of the last day: the shift is February's.
    const entry = call(shift, '群众 13812345678：井盖坏了，回电13912345678', '2026-03-01 00:30');
    const [sheet, log] = record(february, '2026-03-01 10:00', { entries: [entry] });
    expect(sheet!.rows.at(-1)![7]).toBe('来电1：J012');
    expect(log!.columns.map(({ heading }) => heading)).toEqual([
      ...['编号', '时间', '类别', '来电（来文）单位', '姓名', '电话', '内容', '领导批示', '处理情况', '记录人'],
    ]);
    expect(log!.rows).toEqual([
      [
        'J012',
        '3月1日（周日）0:30',
        '来电',
        '',
        '群众',
        '138****5678',
        '井盖坏了，回电139****5678',
        '',
        '待处理',
        '陈立',
      ],
    ]);
  });
});

describe('the roster of a month', () => {
  const text = { office, calendar, now: at('2026-01-28 10:00') };
  const asked = { unit: 'unit.qingshan', month: '2026-02', phones: false, issued };

  test('has a row for every day, blank where nobody is rostered', () => {
    const shifts = month('2026-02', '2026-02-01').filter(({ day }) => day !== '2026-02-11');
    const sheet = dutyRosterSheet({ ...asked, shifts }, text);
    expect(sheet.columns.map(({ heading }) => heading)).toEqual(['日期', '带班领导', '值班员', '备注']);
    expect(sheet.rows).toHaveLength(28);
    expect(sheet.rows[10]).toEqual(['2月11日（周三）', '', '', '']);
    expect(sheet.rows[16]).toEqual(['2月17日（周二）', '郑伟', expect.any(String), '春节假期']);
    expect(sheet.notes).toEqual(['值班时间：8:30—次日8:30　　值班电话：0000-6230119']);
  });

  test('has a column for each part of the day, and a shift of several days on each of them', () => {
    const parts = ['2026-02-03', '2026-02-04'].flatMap((day) => [
      aShift(day, {
        id: `n.${day}`,
        name: '夜班',
        people: ['lvgang'],
        startAt: at(`${day} 17:30`),
        endAt: at(`${day} 23:59`),
      }),
      aShift(day, { id: `d.${day}`, name: '白班', people: ['chenli'], endAt: at(`${day} 17:30`) }),
    ]);
    const weekend = aShift('2026-02-07', { layer: 'leader', people: ['zhengwei'], endAt: at('2026-02-09 08:30') });
    const sheet = dutyRosterSheet({ ...asked, phones: true, shifts: [...parts, weekend] }, text);
    expect(sheet.columns.map(({ heading }) => heading)).toEqual([
      '日期',
      '带班领导',
      '值班员（白班）',
      '值班员（夜班）',
      '备注',
    ]);
    expect(sheet.rows[2]).toEqual(['2月3日（周二）', '', '陈立', '吕刚', '']);
    expect(sheet.rows.slice(6, 9).map(([, leader]) => leader)).toEqual(['郑伟', '郑伟', '']);
    expect(sheet.notes[1]).toContain('陈立 13800000101');
  });
});

describe('the hand-over sheet', () => {
  test('prints what was left with numbers for whoever is on duty, masked for others, and leaves blank what is not yet', () => {
    const shift = { ...onDuty(aShift('2026-02-28')), notes: '回电13812345678', openMatters: ['回电13812345678'] };
    const asked = { shift, shifts: [shift], checks: [], entries: [], issued };
    const text = { office, calendar, now: at('2026-03-01 08:00') };
    const value = (phones: boolean, label: string) =>
      handoverSheet({ ...asked, phones }, text).rows.find(([name]) => name === label)?.[1];
    expect(value(true, '交接事项')).toBe('回电13812345678');
    expect(value(false, '交接事项')).toBe('回电138****5678');
    expect(value(true, '日期')).toBe('2026年2月28日（周六）');
    expect([value(true, '交班时间'), value(true, '接班人'), value(true, '来电来文')]).toEqual(['', '', '无']);
  });
});
