import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readRoster } from '../../../../domain/duty/roster/read-roster.ts';
import type { Cell, Sheet } from '../../../../domain/duty/roster/sheet.ts';
import { rosterText } from '../../../../domain/wording/roster.ts';
import { problemText } from '../../../../domain/wording/roster-problems.ts';
import { aSheet, calendar, context, office } from './meilin.ts';

const WORDS = [
  ...[
    '',
    '',
    '日期',
    '星期',
    '带班领导',
    '值班员',
    '白班',
    '夜班',
    '备班',
    '电话',
    '备注',
    '姓名',
    '单位',
    '职务',
    '班次',
    '时间',
  ],
  ...[
    '周强',
    '林峰',
    '许静',
    '张伟',
    '赵敏',
    '王五',
    '周强 镇长',
    '张伟（党政办）',
    '许静、何勇',
    '同上',
    '无',
    '全体',
    '郭 敏',
  ],
  ...[
    '2月1日',
    '1',
    '2',
    '3',
    '31',
    '2/30',
    '1-5',
    '2.1',
    '2026-02-03',
    '2月1日-3日',
    '周一',
    '三',
    '20260205',
    '13900000001',
  ],
  ...[
    '班',
    '√',
    '休',
    '带',
    '白',
    '夜',
    '2026年2月值班表',
    '（2月2日—8日）',
    '3日 许静',
    '带班：周强 值班：许静',
    '(((',
    '：、，',
    '９９',
  ],
];
const aCell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...WORDS).map((text): Cell => ({ text })) },
  {
    weight: 2,
    arbitrary: fc.record({
      text: fc.constantFrom(...WORDS),
      filled: fc.constantFrom('down' as const, 'right' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ text: '2026-02-07', day: '2026-02-07' }) },
  { weight: 1, arbitrary: fc.constant({ text: '46060', serial: '2026-02-07' }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12, unit: 'grapheme' }).map((text) => ({ text })) },
);
const anySheet: fc.Arbitrary<Sheet> = fc
  .array(fc.array(aCell, { maxLength: 9 }), { maxLength: 14 })
  .map((rows) => ({ name: '表', rows }));

test('any grid is read without throwing, and everything in it is accounted for', () => {
  fc.assert(
    fc.property(fc.array(anySheet, { maxLength: 2 }), (sheets) => {
      const result = readRoster(sheets, context);
      const text = rosterText(result, calendar);
      expect(text.split('\n').length).toBeLessThanOrEqual(6);
      for (const problem of result.problems) expect(problemText(problem, calendar)).not.toMatch(/undefined|NaN/);
      expect(text).not.toMatch(/undefined|NaN/);

      for (const { startAt, endAt, people, day } of result.rows) {
        expect(endAt.getTime()).toBeGreaterThan(startAt.getTime());
        expect(calendar.dayOf(startAt)).toBe(day);
        for (const id of people) expect(office.people.has(id)).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});

test('every day of the span is covered, open, or named as a gap, in every layer', () => {
  fc.assert(
    fc.property(anySheet, (sheet) => {
      const { rows, problems, span } = readRoster([sheet], context);
      if (!span) return;
      const layers = new Set(rows.filter(({ layer }) => layer !== 'reserve').map(({ layer }) => layer));
      const from = [span.from, context.today].sort().at(-1)!;
      for (let day = from; day <= span.to; day = calendar.addDays(day, 1)) {
        for (const layer of layers) {
          const has = rows.some((row) => row.day === day && row.layer === layer);
          const told = problems.some(
            ({ kind, days, layer: of }) => (kind === 'gap' || kind === 'unread') && of === layer && days.includes(day),
          );
          expect({ day, layer, seen: has || told }).toEqual({ day, layer, seen: true });
        }
      }
    }),
    { numRuns: 120 },
  );
});

interface Duty {
  readonly day: string;
  readonly leader: string;
  readonly officers: readonly string[];
}

const LEADERS = ['周强', '林峰'];
const OFFICERS = ['许静', '何勇', '郭敏', '韦明', '阿迪力·吐尔逊'];
const WEEKDAYS = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** A month in which everybody is known and every day is filled. */
const aMonth = fc
  .record({
    month: fc.integer({ min: 2, max: 12 }),
    leaders: fc.array(fc.constantFrom(...LEADERS), { minLength: 31, maxLength: 31 }),
    officers: fc.array(fc.subarray(OFFICERS, { minLength: 1, maxLength: 2 }), { minLength: 31, maxLength: 31 }),
  })
  .map(({ month, leaders, officers }) => {
    const first = `2026-${String(month).padStart(2, '0')}-01`;
    const count = calendar.daysBetween(first, calendar.addMonths(first, 1));
    const duties = Array.from({ length: count }, (_, index): Duty => {
      return { day: calendar.addDays(first, index), leader: leaders[index]!, officers: officers[index]! };
    });
    return { title: `梅林镇2026年${month}月值班表`, duties };
  });

const dayNo = ({ day }: Duty) => String(Number(day.slice(8)));
const dayText = ({ day }: Duty) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
const weekdayText = ({ day }: Duty) => WEEKDAYS[calendar.weekday(day)]!;
const lineOf = (duty: Duty) => [dayText(duty), weekdayText(duty), duty.leader, duty.officers.join('、')];

type Form = (title: string, duties: readonly Duty[]) => string[][];

const FORMS: Readonly<Record<string, Form>> = {
  'one row per day': (title, duties) => [[title], ['日期', '星期', '带班领导', '值班员'], ...duties.map(lineOf)],
  'days of the month only': (title, duties) => [
    [title],
    ['日期', '带班', '值班人员'],
    ...duties.map((duty) => [dayNo(duty), duty.leader, duty.officers.join(' ')]),
  ],
  'one row per person': (title, duties) => [
    [title],
    ['日期', '类别', '姓名'],
    ...duties.flatMap((duty) => [
      [dayText(duty), '带班', duty.leader],
      ...duty.officers.map((officer) => ['', '值班', officer]),
    ]),
  ],
  'two half months side by side': (title, duties) => {
    const half = Math.ceil(duties.length / 2);
    const cells = (duty: Duty | undefined) =>
      duty ? [dayNo(duty), duty.leader, duty.officers.join('、')] : ['', '', ''];
    const head = ['日期', '带班领导', '值班员'];
    return [
      [title],
      [...head, ...head],
      ...duties.slice(0, half).map((duty, index) => [...cells(duty), ...cells(duties[half + index])]),
    ];
  },
  'people by days': (title, duties) => [
    [title],
    ['岗位', '姓名', ...duties.map(dayNo)],
    ...LEADERS.map((name) => ['带班', name, ...duties.map(({ leader }) => (leader === name ? '班' : ''))]),
    ...OFFICERS.map((name) => ['值班员', name, ...duties.map(({ officers }) => (officers.includes(name) ? '√' : ''))]),
  ],
  'layers by days': (title, duties) => [
    [title],
    ['', ...duties.map(dayText)],
    ['带班领导', ...duties.map(({ leader }) => leader)],
    ['值班员', ...duties.map(({ officers }) => officers.join('\n'))],
  ],
  calendar: (title, duties) => {
    const before = calendar.weekday(duties[0]!.day) - 1;
    const days: (Duty | undefined)[] = [...Array<undefined>(before).fill(undefined), ...duties];
    const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7));
    const cell = (duty: Duty | undefined) =>
      duty ? `${dayNo(duty)}日\n带班：${duty.leader}\n值班：${duty.officers.join('、')}` : '';
    return [[title], WEEKDAYS.slice(1), ...weeks.map((week) => week.map(cell))];
  },
  'calendar with rows of names': (title, duties) => {
    const before = calendar.weekday(duties[0]!.day) - 1;
    const days: (Duty | undefined)[] = [...Array<undefined>(before).fill(undefined), ...duties];
    const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7));
    const row = (head: string, week: readonly (Duty | undefined)[], text: (duty: Duty) => string) => [
      head,
      ...week.map((duty) => (duty ? text(duty) : '')),
    ];
    return [
      [title],
      ['', ...WEEKDAYS.slice(1)],
      ...weeks.flatMap((week) => [
        row('日期', week, dayNo),
        row('带班', week, ({ leader }) => leader),
        row('值班员', week, ({ officers }) => officers.join('、')),
      ]),
    ];
  },
};

test.each(Object.entries(FORMS))('a correct roster is read back exactly: %s', (_, form) => {
  fc.assert(
    fc.property(aMonth, ({ title, duties }) => {
      const { rows, problems, questions } = readRoster([aSheet(form(title, duties))], context);
      const names = (day: string, of: string) =>
        rows
          .filter((row) => row.day === day && row.layer === of)
          .flatMap(({ people }) => people.map((id) => office.people.get(id)!.name))
          .sort();
      for (const { day, leader, officers } of duties) {
        expect([day, names(day, 'leader'), names(day, 'officer')]).toEqual([day, [leader], [...officers].sort()]);
      }
      expect(rows).toHaveLength(duties.length * 2);
      expect(questions).toEqual([]);
      expect(problems.filter(({ kind }) => !['short-rest', 'no-phone'].includes(kind))).toEqual([]);
    }),
    { numRuns: 10 },
  );
});
