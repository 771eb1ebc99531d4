import { expect, test } from '@jest/globals';
import type { RosterResult } from '../../../../domain/duty/roster/draft.ts';
import { readRoster } from '../../../../domain/duty/roster/read-roster.ts';
import { aSheet, context, down, right } from './meilin.ts';

const [ZHOU, LIN, XU, HE, GUO] = ['周强', '林峰', '许静', '何勇', '郭敏'];

/** `02-01 带班 周强` for each row. */
function rowsOf({ rows }: RosterResult): string[] {
  const layers = { leader: '带班', officer: '值班', reserve: '备班' };
  return rows.map(({ day, layer, name, people }) =>
    [
      day.slice(5),
      layers[layer] + (name ?? ''),
      people.map((id) => context.office.people.get(id)!.name).join('、'),
    ].join(' '),
  );
}

const read = (rows: Parameters<typeof aSheet>[0], name?: string, file?: string) =>
  readRoster([aSheet(rows, name, file)], context);

const TWO_DAYS = ['02-01 带班 周强', '02-01 值班 许静', '02-02 带班 林峰', '02-02 值班 何勇'];

test.each([
  ['2月1日', '2月2日'],
  ['1', '2'],
  ['1日', '2日'],
  ['2/1', '2/2'],
  ['2-1', '2-2'],
  ['2.1', '2.2'],
  ['2026.2.1', '2026.2.2'],
  ['2026-02-01', '2026-02-02'],
  ['20260201', '20260202'],
  ['2026年2月1日', '2026年2月2日'],
  ['1日（周日）', '2日（周一）'],
  ['2月1日 星期日', '2月2日 星期一'],
  ['二月一日', '二月二日'],
  ['2月1日8:30—2日8:30', '2月2日8:30—3日8:30'],
])('a day may be written %s', (one, two) => {
  const result = read([['梅林镇2026年2月值班表'], ['日期', '带班领导', '值班员'], [one, ZHOU, XU], [two, LIN, HE]]);
  expect(rowsOf(result)).toEqual(TWO_DAYS);
});

test('dates that the spreadsheet keeps as numbers are days, formatted as dates or not', () => {
  const result = read([
    ['日期', '带班领导', '值班员'],
    [{ text: '2026-02-01', day: '2026-02-01' }, ZHOU, XU],
    [{ text: '46055', serial: '2026-02-02' }, LIN, HE],
  ]);
  expect(rowsOf(result)).toEqual(TWO_DAYS);
});

test('a spreadsheet that drops the zero of 2.10 is understood from the day before', () => {
  const days = ['2.8', '2.9', '2.1', '2.11'];
  const result = read([['日期', '值班员'], ...days.map((day) => [day, XU])]);
  expect(result.rows.map(({ day }) => day)).toEqual(['2026-02-08', '2026-02-09', '2026-02-10', '2026-02-11']);
});

test.each([
  [['日期', '星期', '值班人员', '联系电话', '带班', '备注']],
  [['序号', '星期', '值班员', '手机号', '值班领导', '值班日期']],
])('columns may come in any order and under many headings: %j', (headings) => {
  const cells: Record<string, string[]> = {
    日期: ['2月1日', '2月2日'],
    值班日期: ['2月1日', '2月2日'],
    星期: ['周日', '周一'],
    值班人员: [XU, HE],
    值班员: [XU, HE],
    联系电话: ['13900000003', '13900000004'],
    手机号: ['13900000003', '13900000004'],
    带班: [ZHOU, LIN],
    值班领导: [ZHOU, LIN],
    备注: ['', '节前'],
    序号: ['1', '2'],
  };
  const result = read([headings, ...[0, 1].map((index) => headings.map((heading) => cells[heading]![index]!))]);
  expect(rowsOf(result)).toEqual(TWO_DAYS);
});

test('titles above and notes below are no days', () => {
  const result = read([
    ['梅林镇值班表', right('梅林镇值班表')],
    ['（2026年2月）'],
    ['日期', '带班领导', '值班员'],
    ['1', ZHOU, XU],
    ['2', LIN, HE],
    ['备注：值班时间为8:30至次日8:30', '', ''],
    ['值班电话', '0000-6280119', ''],
  ]);
  expect(rowsOf(result)).toEqual(TWO_DAYS);
});

test('several months in one sheet each follow their own title', () => {
  const result = read([['2026年2月'], ['日期', '值班员'], ['28', XU], ['2026年3月'], ['日期', '值班员'], ['1', HE]]);
  expect(rowsOf(result)).toEqual(['02-28 值班 许静', '03-01 值班 何勇']);
});

test('a sheet for each month is read, a copy of the same month is not', () => {
  const month = (title: string, who: string) => aSheet([[title], ['日期', '值班员'], ['5', who]], title);
  const result = readRoster([month('2026年2月', XU), month('2026年3月', HE), month('2026年2月', GUO)], context);
  expect(rowsOf(result)).toEqual(['02-05 值班 许静', '03-05 值班 何勇']);
});

test('sheets in front without a roster are passed over', () => {
  const result = readRoster(
    [
      aSheet([['说明'], ['请各单位按时报送']]),
      aSheet([
        ['日期', '值班员'],
        ['2月5日', XU],
      ]),
    ],
    context,
  );
  expect(rowsOf(result)).toEqual(['02-05 值班 许静']);
});

test('two half months may stand side by side', () => {
  const result = read([
    ['2026年2月值班表'],
    ['日期', '带班', '值班员', '电话', '日期', '带班', '值班员', '电话'],
    ['1', ZHOU, XU, '13900000003', '16', LIN, HE, '13900000004'],
    ['2', LIN, HE, '13900000004', '17', ZHOU, XU, '13900000003'],
  ]);
  expect(rowsOf(result)).toEqual([
    ...TWO_DAYS,
    '02-16 带班 林峰',
    '02-16 值班 何勇',
    '02-17 带班 周强',
    '02-17 值班 许静',
  ]);
});

test('a heading may take two rows', () => {
  const result = read([
    ['日期', '带班领导', right('带班领导'), '值班员', right('值班员')],
    [down('日期'), '姓名', '电话', '姓名', '电话'],
    ['2月1日', ZHOU, '13900000001', XU, '13900000003'],
    ['2月2日', LIN, '13900000002', HE, '13900000004'],
  ]);
  expect(rowsOf(result)).toEqual(TWO_DAYS);
  expect(result.problems).toEqual([]);
});

test('the period may run over the end of a month and of a year', () => {
  const result = readRoster(
    [
      aSheet([
        ['日期', '值班员'],
        ['12月30日', XU],
        ['31日', HE],
        ['1日', GUO],
        ['1月2日', XU],
      ]),
    ],
    { ...context, today: '2025-12-28' },
  );
  expect(result.rows.map(({ day }) => day)).toEqual(['2025-12-30', '2025-12-31', '2026-01-01', '2026-01-02']);
});

test.each([
  [['2月1日-3日', '2月4日-5日']],
  [['2月1日至2月3日', '2月4日至2月5日']],
  [['1-3日', '4-5日']],
  [['1-3', '4-5']],
])('%j are ranges of days', (ranges) => {
  const result = read([['2026年2月值班表'], ['日期', '值班员'], [ranges[0]!, XU], [ranges[1]!, HE]]);
  expect(rowsOf(result)).toEqual([
    '02-01 值班 许静',
    '02-02 值班 许静',
    '02-03 值班 许静',
    '02-04 值班 何勇',
    '02-05 值班 何勇',
  ]);
});

test.each([
  '许静、何勇',
  '许静 何勇',
  '许静\n何勇',
  '许静，何勇',
  '许 静、何 勇',
  '许静/何勇',
  '许静13900000003 、何勇13900000004',
])('two people in one cell: %j', (cell) => {
  const result = read([
    ['日期', '值班员'],
    ['2月1日', cell],
  ]);
  expect(rowsOf(result)).toEqual(['02-01 值班 许静、何勇']);
  expect(result.problems).toEqual([]);
});

test.each([
  '周强（镇长）',
  '周强 镇长',
  '镇长 周强',
  '周强镇长',
  '党委副书记、镇长周强',
  '周镇长',
  '周强（13900000001）',
  '周强13900000001',
])('a post or a number beside a name: %s', (cell) => {
  expect(
    rowsOf(
      read([
        ['日期', '带班领导'],
        ['2月1日', cell],
      ]),
    ),
  ).toEqual(['02-01 带班 周强']);
});

test('同上 repeats the cell above, a merged cell covers its days, a row without a date adds to the day above', () => {
  const result = read([
    ['日期', '带班领导', '值班员'],
    ['2月1日', ZHOU, XU],
    ['2月2日', down(ZHOU), '同上'],
    ['', '', HE],
    [down('2月2日'), '', GUO],
  ]);
  expect(rowsOf(result)).toEqual([
    '02-01 带班 周强',
    '02-01 值班 许静',
    '02-02 带班 周强',
    '02-02 值班 许静、何勇、郭敏',
  ]);
});

test('白班 and 夜班 share the day; written hours hold', () => {
  const halves = read([
    ['日期', '白班', '夜班'],
    ['2月1日', XU, HE],
  ]);
  expect(rowsOf(halves)).toEqual(['02-01 值班白班 许静', '02-01 值班夜班 何勇']);
  expect(halves.rows.map(({ startAt, endAt }) => [startAt.toISOString(), endAt.toISOString()])).toEqual([
    ['2026-02-01T00:30:00.000Z', '2026-02-01T12:30:00.000Z'],
    ['2026-02-01T12:30:00.000Z', '2026-02-02T00:30:00.000Z'],
  ]);
  expect(halves.assumptions.join()).toMatch(/各12小时/);

  const written = read([
    ['日期', '白班（8:30-17:30）', '夜班（17:30-次日8:30）'],
    ['2月1日', XU, HE],
  ]);
  expect(written.rows[1]!.startAt.toISOString()).toBe('2026-02-01T09:30:00.000Z');
  expect(written.rows[1]!.endAt.toISOString()).toBe('2026-02-02T00:30:00.000Z');
  expect(written.assumptions.join()).not.toMatch(/小时/);
});

test('one name a row, with its kind of duty in a column', () => {
  const result = read([
    ['日期', '姓名', '班次'],
    ['2月1日', ZHOU, '带班'],
    ['2月1日', XU, '白班'],
    ['2月1日', HE, '夜班'],
  ]);
  expect(rowsOf(result)).toEqual(['02-01 带班 周强', '02-01 值班白班 许静', '02-01 值班夜班 何勇']);
});

test('a month grid has people down and days across', () => {
  const result = read([
    ['2026年2月值班表'],
    ['序号', '姓名', '1', '2', '3'],
    ['', '', '日', '一', '二'],
    ['1', XU, '班', '', '√'],
    ['2', HE, '', '值', '休'],
  ]);
  expect(rowsOf(result)).toEqual(['02-01 值班 许静', '02-02 值班 何勇', '02-03 值班 许静']);
});

test('the marks of a grid may name the part of the day or the layer', () => {
  const result = read([
    ['2026年2月值班表'],
    ['姓名', '1日', '2日', '3日'],
    [ZHOU, '带', '带', '带'],
    [XU, '白', '夜', '白'],
    [HE, '夜', '白', '夜'],
  ]);
  expect(rowsOf(result).slice(0, 3)).toEqual(['02-01 带班 周强', '02-01 值班白班 许静', '02-01 值班夜班 何勇']);
});

test('layers may stand down and days across', () => {
  const result = read([
    ['日期', '2月1日', '2月2日', '2月3日'],
    ['带班领导', ZHOU, LIN, ZHOU],
    ['值班员', XU, HE, XU],
  ]);
  expect(rowsOf(result)).toEqual([...TWO_DAYS, '02-03 带班 周强', '02-03 值班 许静']);
});

const WEEK = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const OFFICERS = [XU, HE, XU, HE, XU, HE, XU] as string[];
const WEEK_ROWS = OFFICERS.map((name, index) => `02-0${index + 2} 值班 ${name}`);

test('a calendar may have date and name in one cell', () => {
  const cells = OFFICERS.map((name, index) => `${index + 2}日 ${name}`);
  expect(rowsOf(read([['2026年2月'], WEEK, cells]))).toEqual(WEEK_ROWS);
});

test('a calendar may have names under the dates, with the layer in front', () => {
  const dates = OFFICERS.map((_, index) => String(index + 2));
  const leaders = OFFICERS.map((_, index) => (index % 2 ? LIN : ZHOU) as string);
  const result = read([
    ['2026年2月'],
    ['', ...WEEK],
    ['日期', ...dates],
    ['带班领导', ...leaders],
    ['值班员', ...OFFICERS],
  ]);
  expect(rowsOf(result).filter((row) => row.includes('值班'))).toEqual(WEEK_ROWS);
  expect(rowsOf(result)).toHaveLength(14);
});

test('a calendar may have the name in the cell beside the date', () => {
  const heads = WEEK.flatMap((day) => [day, right(day)]);
  const cells = OFFICERS.flatMap((name, index) => [String(index + 2), name]);
  expect(rowsOf(read([['2026年2月'], heads, cells]))).toEqual(WEEK_ROWS);
});

test('labels inside a cell tell the layers apart', () => {
  const cells = OFFICERS.map((name, index) => `${index + 2}日\n带班：${ZHOU}\n值班：${name}`);
  const rows = rowsOf(read([['2026年2月'], WEEK, cells]));
  expect(rows.filter((row) => row.includes('值班'))).toEqual(WEEK_ROWS);
  expect(rows.filter((row) => row.includes('带班'))).toHaveLength(7);
});

test('a week may be told by its weekdays alone where the title has its dates', () => {
  const list = read([
    ['值班表（2月2日—2月8日）'],
    ['星期', '值班员'],
    ...WEEK.map((day, index) => [day, OFFICERS[index]!]),
  ]);
  expect(rowsOf(list)).toEqual(WEEK_ROWS);
  expect(rowsOf(read([['值班表（2月2日—8日）'], WEEK, OFFICERS]))).toEqual(WEEK_ROWS);
});

test('rows of other units are left out and said', () => {
  const result = read([
    ['日期', '单位', '带班领导', '值班员'],
    ['2月1日', '梅林镇', ZHOU, XU],
    [down('2月1日'), '南街镇', '沈国平', '赵敏'],
  ]);
  expect(rowsOf(result)).toEqual(TWO_DAYS.slice(0, 2));
  expect(result.problems).toMatchObject([{ kind: 'other-unit', who: '南街镇' }]);
});

test('the file name tells month and year where the sheet does not', () => {
  const result = read(
    [
      ['日期', '值班员'],
      ['5', XU],
    ],
    'Sheet1',
    '梅林镇值班表2027年3月.xlsx',
  );
  expect(result.rows.map(({ day }) => day)).toEqual(['2027-03-05']);
  expect(result.assumptions).toEqual([]);
});

test('without a heading the columns are told from what stands in them, and the layers are asked about', () => {
  const result = read([
    ['1月29日', ZHOU, XU, '13900000003'],
    ['1月30日', LIN, HE, '13900000004'],
  ]);
  expect(rowsOf(result)).toEqual(['01-29 带班 周强', '01-29 值班 许静', '01-30 带班 林峰', '01-30 值班 何勇']);
  expect(result.questions).toMatchObject([{ about: 'layers' }]);
});

test('month and day may stand in columns of their own', () => {
  const result = read([
    ['月', '日', '星期', '带班领导', '值班员'],
    ['2', '1', '日', ZHOU, XU],
    [down('2'), '2', '一', LIN, HE],
  ]);
  expect(rowsOf(result)).toEqual(TWO_DAYS);
  expect(result.questions).toEqual([]);
});

test('hours in a column of their own part the day', () => {
  const result = read([
    ['日期', '时间', '值班员'],
    ['2月1日', '8:30-17:30', XU],
    ['2月1日', '17:30-8:30', HE],
  ]);
  expect(rowsOf(result)).toEqual(['02-01 值班白班 许静', '02-01 值班夜班 何勇']);
  expect(result.rows[1]!.endAt.toISOString()).toBe('2026-02-02T00:30:00.000Z');
});

test('lines in words are a roster too', () => {
  const lines = ['2月1日：带班领导周强，值班员许静', '2月2日：带班领导林峰，值班员何勇'];
  const result = read([['2月值班安排：'], ...lines.map((line) => line.split('，'))]);
  expect(rowsOf(result)).toEqual(TWO_DAYS);
  expect(result.questions).toEqual([]);
});

test('what stands behind a date is no person unless known or labelled', () => {
  const result = read([
    ['日期', '值班员'],
    ['2月4日 立春', XU],
    ['2月16日（除夕）', HE],
  ]);
  expect(rowsOf(result)).toEqual(['02-04 值班 许静', '02-16 值班 何勇']);
});

test('one leader through both parts of a day is not short of rest', () => {
  const result = read([
    ['日期', '班次', '带班领导', '值班员'],
    ['2月1日', '白班', ZHOU, XU],
    ['', '夜班', ZHOU, HE],
  ]);
  expect(result.problems).toEqual([]);
});
