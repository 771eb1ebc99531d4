import { describe, expect, test } from '@jest/globals';
import { officeThings, readOfficeFile } from '../../config/office-file.ts';
import { diffOffice } from '../../domain/people/apply-office.ts';
import type { OfficeThing } from '../../domain/people/office.ts';
import { type OwnPeriod, withDates } from '../../domain/periods/own-period.ts';
import { officeChangeText } from '../../domain/wording/office-changes.ts';

const OFFICE = `office: 安宁区
units:
  - { id: desk, name: 安委办, kind: 办公室 }
people:
  - { id: wangfang, name: 王芳, roles: [安委办管理员], posts: [{ unit: 安委办, post: 联络员A }] }
periods:
`;

const read = (periods: string) => readOfficeFile(OFFICE + periods);
const thingsOf = (periods: string) => officeThings(read(periods).office!);
const period = (things: readonly OfficeThing[]) => things.find(({ type }) => type === 'own-period') as OwnPeriod;

describe('key periods of an office file', () => {
  test('are read with their days, every year or this', () => {
    const { office, problems } = read(
      [
        '  - { id: lianghui, name: 区两会, aliases: [县两会], level: A, dates: [2026-01-20..2026-01-25, 2027-01-12] }',
        '  - { id: sanyuesan, name: 三月三, level: b, yearly: 农历03-03..03-04, asks: 人员聚集 }',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(office!.periods).toEqual([
      {
        ...{ id: 'own-period.lianghui', type: 'own-period', name: '区两会', aliases: ['县两会'], level: 'A' },
        dates: [
          { fromDay: '2026-01-20', toDay: '2026-01-25' },
          { fromDay: '2027-01-12', toDay: '2027-01-12' },
        ],
      },
      {
        ...{ id: 'own-period.sanyuesan', type: 'own-period', name: '三月三', aliases: [], level: 'B' },
        ...{ asks: '人员聚集', yearly: { start: '03-03', end: '03-04', lunar: true }, dates: [] },
      },
    ]);
  });

  test.each([
    ['level: D', '级别不能是“D”'],
    ['level: A, dates: [2026-02-30]', '日期“2026-02-30”不存在'],
    ['level: A, dates: [2026-01-25..2026-01-20]', '日期倒了'],
    ['level: A, yearly: 7月15日', '每年的日期“7月15日”不存在'],
    ['level: A, yearly: 农历03-30', '每年的日期“农历03-30”不存在'],
    ['level: A, date: 2026-01-20', '不认识的键“date”'],
    ['dates: [2026-01-20]', '缺“level”'],
  ])('%s: %s', (fields, what) => {
    expect(
      read(`  - { id: x, name: 区两会, ${fields} }\n`)
        .problems.map((problem) => problem.what)
        .join(),
    ).toContain(what);
  });

  test('what the whole country has is not written again, and no name twice', () => {
    expect(read('  - { id: x, name: 春节, level: A }\n').problems[0]!.what).toContain('已内置');
    const twice = '  - { id: x, name: 区两会, level: A }\n  - { id: y, name: 区两会, level: A }\n';
    expect(read(twice).problems[0]!.what).toContain('重复');
  });
});

describe('an import', () => {
  const before = thingsOf('  - { id: x, name: 区两会, level: A, dates: [2026-01-20..2026-01-25] }\n');
  const lines = (current: readonly OfficeThing[], wanted: readonly OfficeThing[]) =>
    diffOffice(current, wanted, '2026-01-15').map((change) => officeChangeText(change, (id) => id));

  test('says what changes', () => {
    expect(lines([], before)).toContain('新增重点时段 区两会：级别 A；日期 2026-01-20至2026-01-25');
    const moved = thingsOf('  - { id: x, name: 区两会, level: B, dates: [2026-01-21..2026-01-25] }\n');
    expect(lines(before, moved)).toEqual([
      '修改重点时段 区两会：级别 A → B；日期 2026-01-20至2026-01-25 → 2026-01-21至2026-01-25',
    ]);
    expect(lines(before, thingsOf('  []\n'))).toEqual(['删除重点时段 区两会']);
  });

  test('leaves days alone that were entered in the chat', () => {
    const entered = withDates(period(before), { fromDay: '2026-01-22', toDay: '2026-01-27' }, '2026-01-15');
    const current = before.map((thing) => (thing.type === 'own-period' ? entered : thing));
    expect(lines(current, before)).toEqual([]);
    expect(lines(current, thingsOf('  []\n'))).toEqual([]);
  });
});
