import { expect, test } from '@jest/globals';
import { applyAnswer, applyCorrection } from '../../../../domain/duty/roster/answer.ts';
import type { Problem, RosterResult } from '../../../../domain/duty/roster/draft.ts';
import { readRoster } from '../../../../domain/duty/roster/read-roster.ts';
import { settleRoster } from '../../../../domain/duty/roster/settle.ts';
import { rosterText } from '../../../../domain/wording/roster.ts';
import { problemText } from '../../../../domain/wording/roster-problems.ts';
import { aSheet, calendar, context } from './meilin.ts';

const HEAD = ['日期', '带班领导', '值班员'];

/** 2月, all days filled, so that only what a test changes is wrong. */
function february(changed: Record<number, readonly [string, string, string]> = {}): string[][] {
  const rows = Array.from({ length: 28 }, (_, index) => {
    const day = index + 1;
    return [...(changed[day] ?? [`2月${day}日`, day % 2 ? '周强' : '林峰', day % 2 ? '许静' : '何勇'])];
  });
  return [['梅林镇2026年2月值班表'], HEAD, ...rows];
}

const read = (rows: readonly (readonly string[])[]) => readRoster([aSheet(rows, '值班')], context);
const texts = ({ problems }: RosterResult) => problems.map((problem) => problemText(problem, calendar));
const kinds = ({ problems }: RosterResult) => problems.map(({ kind }: Problem) => kind);

test('a roster without faults says so', () => {
  const result = read(february());
  expect(result.problems).toEqual([]);
  expect(result.questions).toEqual([]);
  expect(result.rows).toHaveLength(56);
  expect(rosterText(result, calendar)).toBe('读到28天（2月1日—28日）：带班2人、值班员2人，没有问题');
});

test('an empty cell is a gap, with its place', () => {
  expect(texts(read(february({ 9: ['2月9日', '周强', ''] })))).toEqual(['“值班”第11行C列（空）：2月9日值班员空缺']);
});

test('a month that the title names is wanted to its end', () => {
  const result = read(february().slice(0, -2));
  expect(texts(result)).toEqual(['2月27日带班空缺', '2月27日值班员空缺', '2月28日带班空缺', '2月28日值班员空缺']);
  expect(result.span).toEqual({ from: '2026-02-01', to: '2026-02-28' });
});

test('a roster for the days of a feast ends with them', () => {
  const result = read([['春节值班表（2月15日—17日）'], HEAD, ['2月15日', '周强', '许静'], ['2月17日', '周强', '许静']]);
  expect(result.span).toEqual({ from: '2026-02-15', to: '2026-02-17' });
  expect(texts(result)).toEqual(['2月16日带班空缺', '2月16日值班员空缺']);
});

test('one person in both layers of a day is a double booking', () => {
  const result = read(february({ 9: ['2月9日', '周强', '周强'] }));
  expect(texts(result)).toContain('“值班”第11行C列“周强”：周强2月9日排了两个班');
});

test('two days running leave too little rest: a warning, once for the run', () => {
  const result = read(february({ 10: ['2月10日', '林峰', '许静'] }));
  expect(texts(result)).toEqual(['“值班”第12行C列“许静”：许静2月9日—11日连着值，中间休息不够']);
  expect(result.problems[0]!.level).toBe('warning');
});

test('one leader on call through a whole week is the usual thing', () => {
  const week = [8, 9, 10, 11, 12].map((day) => [day, [`2月${day}日`, '林峰', day % 2 ? '许静' : '何勇']] as const);
  expect(texts(read(february(Object.fromEntries(week))))).toEqual([]);
});

test('夜班 before 白班 of the next day leaves no rest either', () => {
  const result = read([
    ['日期', '白班', '夜班'],
    ['2月2日', '许静', '何勇'],
    ['2月3日', '何勇', '许静'],
  ]);
  expect(kinds(result)).toEqual(['short-rest']);
});

test('a name that nobody has is asked about, with the nearest ones', () => {
  const result = read(february({ 9: ['2月9日', '周强', '何永'] }));
  expect(texts(result)).toEqual(['“值班”第11行C列“何永”：2月9日的“何永”不认识']);
  expect(result.questions).toMatchObject([{ about: 'who.何永', words: '2月9日的“何永”不认识，是谁？' }]);
  expect(result.questions[0]!.choices[0]).toEqual({ label: '何勇（梅林镇 科员）', value: 'person.heyong' });
  expect(result.rows.find(({ day, layer }) => day === '2026-02-09' && layer === 'officer')).toMatchObject({
    people: [],
  });
});

test('two people of one name are asked about once, for all their days', () => {
  const result = read(february({ 3: ['2月3日', '周强', '张伟'], 11: ['2月11日', '周强', '张伟'] }));
  expect(result.questions).toHaveLength(1);
  expect(result.questions[0]!.words).toBe('“张伟”有2个，2月3日、11日是哪位？');
  expect(result.questions[0]!.choices.map(({ label }) => label)).toEqual([
    '张伟（梅林镇 党政办主任）',
    '张伟（梅林镇 农业办干部）',
    '先空着',
  ]);
});

test.each(['张伟（农业办）', '张伟13900000007', '农业办 张伟'])(
  'what stands beside a name tells two of one name apart: %s',
  (cell) => {
    const result = read(february({ 3: ['2月3日', '周强', cell] }));
    expect(result.questions).toEqual([]);
    expect(result.rows.find(({ day, layer }) => day === '2026-02-03' && layer === 'officer')!.people).toEqual([
      'person.zhangwei.nongye',
    ]);
  },
);

test('somebody of another unit is not put on duty without a question', () => {
  const result = read(february({ 3: ['2月3日', '周强', '赵敏'] }));
  expect(kinds(result)).toEqual(['other-unit-person']);
  expect(result.questions[0]!.choices[0]!.label).toBe('赵敏（南街镇 应急站站长）');
});

test('a wrong weekday is named and the date holds', () => {
  const rows = [
    ['日期', '星期', '值班员'],
    ['2月9日', '周二', '许静'],
  ];
  expect(texts(read(rows))).toEqual(['“值班”第2行A列“2月9日”：2月9日写成周二，应是周一，按日期算']);
});

test('a missing telephone is named once for each person; one on the sheet is handed on', () => {
  const bare = read([HEAD, ['2月9日', '周强', '韦明'], ['2月11日', '周强', '韦明']]);
  expect(texts(bare).filter((text) => text.includes('电话'))).toEqual(['“值班”第2行C列“韦明”：韦明没有电话']);

  const written = read([HEAD, ['2月9日', '周强', '韦明 13800001234']]);
  expect(kinds(written)).toEqual([]);
  expect(written.phones).toEqual([{ person: 'person.weiming', phone: '13800001234' }]);
});

test('another number than the office has is named', () => {
  expect(texts(read([HEAD, ['2月9日', '周强', '许静 13800001234']]))).toEqual([
    '“值班”第2行C列“许静 13800001234”：许静的电话和登记的（13900000003）不一样',
  ]);
});

test('days that do not exist, stand twice or are past', () => {
  const result = read([
    ['2026年2月值班'],
    HEAD,
    ['1月20日', '周强', '许静'],
    ['2月30日', '周强', '许静'],
    ['2月9日', '周强', '许静'],
    ['2月9日', '林峰', '何勇'],
  ]);
  const told = texts(result).filter((text) => !text.includes('空缺'));
  expect(told).toEqual([
    '“值班”第4行A列“2月30日”：没有这一天',
    '“值班”第3行B列“周强”：1月20日已经过去',
    '“值班”第6行A列“2月9日”：2月9日写了不止一次',
  ]);
  expect(result.questions).toMatchObject([
    {
      about: 'twice.2026-02-09',
      choices: [{ label: '第5行：周强、许静' }, { label: '第6行：林峰、何勇' }, { label: '都算' }],
    },
  ]);
  expect(result.problems.some(({ kind, days }) => kind === 'gap' && days[0]! < context.today)).toBe(false);
});

test('a cell that names nobody is shown as it stands, and is no gap besides', () => {
  const result = read(february({ 9: ['2月9日', '周强', '全体班子成员'], 10: ['除夕前', '林峰', '何勇'] }));
  const told = texts(result);
  expect(told).toContain('“值班”第11行C列“全体班子成员”：2月9日值班员没看懂');
  expect(told).toContain('“值班”第12行A列“除夕前”：没看懂');
  expect(told).toContain('2月10日值班员空缺');
  expect(told.filter((text) => text.includes('9日值班员空缺'))).toEqual([]);
});

test('a mangled roster is answered in one go', () => {
  const result = read(
    february({
      3: ['2月3日', '周强', '张伟'],
      5: ['2月5日（周一）', '周强', '许静'],
      9: ['2月9日', '周强', ''],
      11: ['2月11日', '周强', '张伟'],
      14: ['2月14日', '林峰', '林峰'],
      17: ['2月17日', '周强', '王老五'],
      20: ['2月30日', '林峰', '何勇'],
      22: ['2月22日', '林峰', '韦明'],
      24: ['2月24日', '林峰', '全体'],
    }),
  );
  expect([...new Set(kinds(result))].sort()).toEqual(
    ['ambiguous-name', 'double', 'gap', 'no-phone', 'no-such-date', 'unknown-name', 'unread', 'weekday'].sort(),
  );
  const text = rosterText(result, calendar);
  expect(text.split('\n').length).toBeLessThanOrEqual(6);
  expect(text).toMatch(/^读到\d+天（2月1日—28日）：带班2人、值班员\d人\n问题：/);
  expect(text).toMatch(/还有1处要问/);
});

test('the year is the nearest one, and said', () => {
  expect(read([HEAD, ['2月9日', '周强', '许静']]).assumptions).toEqual(['表里没写年份，按2026年']);
  const december = readRoster([aSheet([HEAD, ['1月3日', '周强', '许静']])], { ...context, today: '2025-12-20' });
  expect(december.rows[0]!.day).toBe('2026-01-03');
});

test('weekdays that fit another year decide it', () => {
  // In 2027 these are 1 to 3 February.
  const rows = [
    ['日期', '星期', '值班员'],
    ['2月1日', '周一', '许静'],
    ['2月2日', '周二', '何勇'],
    ['2月3日', '周三', '许静'],
  ];
  expect(read(rows).rows[0]!.day).toBe('2027-02-01');
});

test('days without any month: their weekdays decide, else a question does', () => {
  const bare = readRoster(
    [
      aSheet([
        ['日期', '值班员'],
        ['5', '许静'],
        ['6', '何勇'],
      ]),
    ],
    context,
  );
  expect(bare.questions).toMatchObject([{ about: 'month', choices: [{ value: '2026年1月' }, { value: '2026年2月' }] }]);
  const january = settleRoster(applyAnswer(bare.draft, bare.questions[0]!, '1')!, context);
  expect(january.rows[0]!.day).toBe('2026-01-05');
  expect(january.questions).toEqual([]);

  const told = readRoster(
    [
      aSheet([
        ['日期', '星期', '值班员'],
        ['5', '周四', '许静'],
        ['6', '周五', '何勇'],
        ['7', '周六', '许静'],
      ]),
    ],
    context,
  );
  expect(told.rows[0]!.day).toBe('2026-02-05');
  expect(told.questions).toEqual([]);
});

test('story 11: the answer and the addition settle the roster', () => {
  const rows = february({ 3: ['2月3日', '周强', '张伟'], 9: ['2月9日', '周强', ''], 11: ['2月11日', '周强', '张伟'] });
  const first = read(rows);
  expect(rosterText(first, calendar)).toBe(
    [
      '读到28天（2月1日—28日）：带班2人、值班员2人',
      '问题：2月9日值班员空缺',
      '“张伟”有2个，2月3日、11日是哪位？',
      '1 张伟（梅林镇 党政办主任）　2 张伟（梅林镇 农业办干部）　3 先空着。回复数字，也可以直接说',
      '补人请说“2月9日补 姓名”',
    ].join('\n'),
  );
  const answered = applyAnswer(first.draft, first.questions[0]!, '党政办的')!;
  const stored = JSON.parse(JSON.stringify(applyCorrection(answered, { day: '2026-02-09', name: '郭敏' })));
  const result = settleRoster(stored, context);

  expect(result.problems).toEqual([]);
  expect(result.questions).toEqual([]);
  const officer = (day: string) => result.rows.find((row) => row.day === day && row.layer === 'officer')!.people;
  expect([officer('2026-02-03'), officer('2026-02-09'), officer('2026-02-11')]).toEqual([
    ['person.zhangwei.dangzheng'],
    ['person.guomin'],
    ['person.zhangwei.dangzheng'],
  ]);
});

test('answers by number, by value, by another name, or to leave it empty; nonsense is no answer', () => {
  const { draft, questions } = read(february({ 9: ['2月9日', '周强', '何永'] }));
  const [question] = questions;
  const after = (value: string) => settleRoster(applyAnswer(draft, question!, value)!, context);
  const officer = (value: string) =>
    after(value).rows.find(({ day, layer }) => day === '2026-02-09' && layer === 'officer')?.people;
  expect(officer('1')).toEqual(['person.heyong']);
  expect(officer('person.heyong')).toEqual(['person.heyong']);
  expect(officer('郭敏')).toEqual(['person.guomin']);
  expect(officer('nobody')).toBeUndefined();
  expect(kinds(after('先空着'))).toEqual(['gap']);
  expect(applyAnswer(draft, question!, '9')).toBeUndefined();
  expect(applyAnswer(draft, question!, '不知道啊，你问问别人吧')).toBeUndefined();
});

test('a correction replaces whoever is there, in the layer that it names', () => {
  const { draft } = read(february());
  const result = settleRoster(applyCorrection(draft, { day: '2026-02-09', layer: 'leader', name: '林峰' }), context);
  expect(result.rows.find(({ day, layer }) => day === '2026-02-09' && layer === 'leader')!.people).toEqual([
    'person.linfeng',
  ]);
  const two = settleRoster(applyCorrection(draft, { day: '2026-02-09', name: '郭敏、许静' }), context);
  expect(two.rows.find(({ day, layer }) => day === '2026-02-09' && layer === 'officer')!.people).toEqual([
    'person.guomin',
    'person.xujing',
  ]);
});

test('a name that needs no question is not overruled by the answer for its namesake', () => {
  const { draft, questions } = read(
    february({ 3: ['2月3日', '周强', '张伟（农业办）'], 11: ['2月11日', '周强', '张伟'] }),
  );
  const result = settleRoster(applyAnswer(draft, questions[0]!, '党政办')!, context);
  const officer = (day: string) => result.rows.find((row) => row.day === day && row.layer === 'officer')!.people;
  expect([officer('2026-02-03'), officer('2026-02-11')]).toEqual([
    ['person.zhangwei.nongye'],
    ['person.zhangwei.dangzheng'],
  ]);
});

test('a sheet that is no roster is said to be none', () => {
  const result = read([
    ['姓名', '年龄'],
    ['许静', '34'],
    ['何勇', '40'],
  ]);
  expect(result.rows).toEqual([]);
  expect(kinds(result)).toEqual(['no-roster']);
  expect(rosterText(result, calendar)).toMatch(/没有从里面找到值班表/);
});
