import type { Calendar } from '../calendar/calendar.ts';
import type { Problem, ProblemKind, RosterLayer, RosterQuestion, RosterResult } from '../duty/roster/draft.ts';
import { type CellRef, columnLetters, type Unreadable } from '../duty/roster/sheet.ts';
import type { Office, Person } from '../people/office.ts';
import { currentTenures } from '../people/posts.ts';
import type { Day } from '../thing.ts';
import { unitName } from './names.ts';

export const LAYER_NAMES: Readonly<Record<RosterLayer, string>> = {
  leader: '带班',
  officer: '值班员',
  reserve: '备班',
};

const UNREADABLE_TEXTS: Readonly<Record<Unreadable, string>> = {
  empty: '这个文件是空的，请重新发一次',
  'too-big': '文件超过5MB，没有读。请只留值班表那一页再发，图片请删掉',
  'too-big-unpacked': '文件展开后太大，没有读。请把值班表复制到新建的表格里再发',
  'too-many-rows': '表格超过2000行，不像值班表，没有读。请只留值班表再发',
  'too-many-columns': '表格超过60列，不像值班表，没有读。请只留值班表再发',
  password: '文件有密码，打不开。请去掉密码再发',
  'old-excel': '这是旧版Excel（.xls）或者不是表格。请另存为.xlsx再发，也可以把表格复制成文字发过来',
  broken: '文件打不开，可能没有传完整。请重新发一次，或者另存为.xlsx再发',
  encoding: '认不出文件里的文字。请另存为.xlsx再发',
  'not-a-table': '没有从文件里读到表格。请发.xlsx、.csv，或者把表格复制成文字发过来',
};

/** Why a file was not read, and what to do instead. */
export function unreadableText(reason: Unreadable): string {
  return UNREADABLE_TEXTS[reason];
}

export function assumedYearText(year: number): string {
  return `表里没写年份，按${year}年`;
}

export function assumedMonthText(year: number, month: number): string {
  return `表里没写月份，按${year}年${month}月`;
}

export function assumedPartsText(parts: readonly string[], { start, hours }: { start: string; hours: number }): string {
  return `${parts.join('、')}没写时间，从${start}起各${Math.round((hours / parts.length) * 10) / 10}小时`;
}

export function monthQuestion(months: readonly string[]): RosterQuestion {
  return {
    about: 'month',
    words: '表里没写是哪个月，是几月的？',
    choices: months.map((month) => ({ label: month, value: month })),
  };
}

export function layersQuestion(first: string, last: string): RosterQuestion {
  return {
    about: 'layers',
    words: `表里没写哪一列是带班，“${first}”和“${last}”哪个是带班？`,
    choices: [
      { label: `${first}那一列带班`, value: 'first' },
      { label: `${last}那一列带班`, value: 'last' },
      { label: '都是值班员', value: 'none' },
    ],
  };
}

export function marksQuestion(leaders: readonly string[]): RosterQuestion {
  return {
    about: 'marks',
    words: `表里没写谁带班，${leaders.join('、')}是负责人，按带班算吗？`,
    choices: [
      { label: '按带班', value: 'posts' },
      { label: '都按值班员', value: 'none' },
    ],
  };
}

export interface DayOfRoster {
  readonly date: number;
  readonly row: number;
  readonly names: readonly string[];
}

export function twiceQuestion(day: Day, places: readonly DayOfRoster[]): RosterQuestion {
  return {
    about: `twice.${day}`,
    words: `${shortDay(day)}写了${places.length}次，按哪一处？`,
    choices: [
      ...places.map(({ date, row, names }) => ({
        label: `第${row}行：${names.slice(0, 3).join('、')}${names.length > 3 ? '等' : ''}`,
        value: String(date),
      })),
      { label: '都算', value: 'both' },
    ],
  };
}

export interface OpenPerson {
  readonly is: 'several' | 'elsewhere' | 'unknown';
  readonly said: { readonly name: string };
  readonly people: readonly Person[];
  readonly days: readonly Day[];
}

export function whoQuestion({ is, said, people, days }: OpenPerson, office: Office): RosterQuestion {
  const [day] = days;
  const label = (person: Person) => `${person.name}（${postText(person, day!, office)}）`;
  const words = {
    several: `“${said.name}”有${people.length}个，${daysText(days)}是哪位？`,
    elsewhere: `${daysText(days)}的“${said.name}”不是本单位的人，按谁排？`,
    unknown: `${daysText(days)}的“${said.name}”不认识，是谁？`,
  }[is];
  return {
    about: `who.${said.name}`,
    words,
    choices: [
      ...people.map((person) => ({ label: label(person), value: person.id })),
      { label: '先空着', value: 'nobody' },
    ],
  };
}

function postText(person: Person, day: Day, office: Office): string {
  const tenures = currentTenures(person, day);
  return tenures.map(({ unit, title }) => `${unitName(office, unit)} ${title}`).join('、') || '没有职务';
}

/** One problem in full, with its place in the sheet and what stands there. */
export function problemText(problem: Problem, calendar: Calendar): string {
  const { cell } = problem;
  return `${cell ? `${placeText(cell)}：` : ''}${whatText(problem, calendar)}`;
}

/** `“2月”第12行C列“张三”`. */
function placeText({ sheet, row, column, words }: CellRef): string {
  const plain = words.replace(/\s+/g, ' ');
  const shown = plain.length > 20 ? `${plain.slice(0, 20)}…` : plain;
  return `${sheet ? `“${sheet}”` : ''}第${row}行${columnLetters(column)}列${shown ? `“${shown}”` : '（空）'}`;
}

const WEEKDAYS = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'];

function whatText(problem: Problem & { readonly duties?: string }, calendar: Calendar): string {
  const { kind, days, who, detail } = problem;
  const when = daysText(days);
  const duty = problem.duties ?? dutyText(problem);
  const texts: Readonly<Record<ProblemKind, () => string>> = {
    gap: () => `${when}${duty}空缺`,
    double: () => `${who}${when}排了两个班`,
    'short-rest': () => `${who}${when}连着值，中间休息不够`,
    'unknown-name': () => `${when}的“${who}”不认识`,
    'ambiguous-name': () => `“${who}”不止一个，${when}是哪位没写`,
    'other-unit-person': () => `${when}的“${who}”不是本单位的人`,
    weekday: () => `${when}写成${WEEKDAYS[Number(detail)]}，应是${WEEKDAYS[calendar.weekday(days[0]!)]}，按日期算`,
    'no-phone': () => `${who}没有电话`,
    'other-phone': () => `${who}的电话和登记的（${detail}）不一样`,
    'no-such-date': () => '没有这一天',
    twice: () => `${when}写了不止一次`,
    past: () => `${when}已经过去`,
    unread: () => `${when}${duty}没看懂`,
    'other-unit': () => `${who}的行没有读`,
    'no-roster': () => '没有找到值班表，请按“日期、带班领导、值班员、电话”四列排',
  };
  return texts[kind]();
}

/** What was read, in at most six lines; a question comes last, one at a time. */
export function rosterText(result: RosterResult, calendar: Calendar): string {
  const { rows, problems, questions, assumptions } = result;
  if (rows.length === 0 && problems.some(({ kind }) => kind === 'no-roster'))
    return '没有从里面找到值班表。一行一天，写明“日期、带班领导、值班员、电话”就行，也可以按人和日期画格子';

  const open = new Set(['unknown-name', 'ambiguous-name', 'other-unit-person']);
  const told = problems.filter(({ kind }) => !open.has(kind));
  const [question] = questions;
  const more = questions.length > 1 ? `（还有${questions.length - 1}处要问）` : '';
  return [
    headText(result),
    ...(assumptions.length > 0 ? [`${assumptions.join('；')}，不对请说`] : []),
    ...(told.length > 0 ? [`问题：${groupTexts(told, calendar).join('；')}`] : []),
    ...(question ? [`${question.words}${more}`, choicesText(question)] : []),
    ...(told.some(({ kind }) => kind === 'gap') ? [`补人请说“${shortDay(firstGap(told))}补 姓名”`] : []),
  ].join('\n');
}

function headText({ rows, span, problems, questions }: RosterResult): string {
  const days = new Set(rows.map(({ day }) => day)).size;
  const count = (layer: RosterLayer) =>
    new Set(rows.filter((row) => row.layer === layer).flatMap(({ people }) => people)).size;
  const counts = (['leader', 'officer', 'reserve'] as const)
    .filter((layer) => count(layer) > 0)
    .map((layer) => `${LAYER_NAMES[layer]}${count(layer)}人`);
  const range = span && days > 0 ? `（${rangeText(span.from, span.to)}）` : '';
  const clean = problems.length === 0 && questions.length === 0 ? '，没有问题' : '';
  return `读到${days}天${range}${counts.length > 0 ? `：${counts.join('、')}` : ''}${clean}`;
}

const MOST_GROUPS = 6;

/** Problems of one kind are said together: 2月9日、11日值班员空缺. Errors come first. */
function groupTexts(problems: readonly Problem[], calendar: Calendar): string[] {
  const groups = new Map<string, Problem>();
  const sorted = [...problems].sort(
    (one, other) => Number(one.level === 'warning') - Number(other.level === 'warning'),
  );
  for (const problem of sorted) {
    const key = groupKey(problem);
    const known = groups.get(key);
    groups.set(key, known ? joined(known, problem) : problem);
  }
  const texts = withGapsJoined([...groups.values()]).map((problem) =>
    problem.cell && ['unread', 'no-such-date'].includes(problem.kind)
      ? problemText(problem, calendar)
      : whatText(problem, calendar),
  );
  const rest = texts.length - MOST_GROUPS;
  return rest > 0 ? [...texts.slice(0, MOST_GROUPS), `还有${rest}处`] : texts;
}

/** 带班 and 值班员 that are empty on the same days are said once. */
function withGapsJoined(problems: readonly Problem[]): (Problem & { readonly duties?: string })[] {
  const days = ({ kind, days }: Problem) => (kind === 'gap' ? days.join() : undefined);
  return problems.flatMap((problem, index) => {
    const same = problems.filter((other) => days(problem) !== undefined && days(other) === days(problem));
    if (same.length < 2) return [problem];
    return problems.findIndex((other) => same.includes(other)) === index
      ? [{ ...problem, duties: same.map(dutyText).join('、') }]
      : [];
  });
}

function dutyText({ layer, name }: Problem): string {
  return `${layer ? LAYER_NAMES[layer] : ''}${name ? `（${name}）` : ''}`;
}

function groupKey({ kind, layer, name, who, cell, detail, days }: Problem): string {
  if (kind === 'gap') return [kind, layer, name].join(' ');
  if (kind === 'short-rest') return [kind, ...days].join(' ');
  if (kind === 'no-phone' || kind === 'other-unit' || kind === 'twice' || kind === 'past') return kind;
  return [kind, who, detail, cell?.sheet, cell?.row, cell?.column, days[0]].join(' ');
}

function joined(one: Problem, other: Problem): Problem {
  const who = one.who && other.who && one.who !== other.who ? `${one.who}、${other.who}` : one.who;
  return { ...one, days: [...new Set([...one.days, ...other.days])].sort(), ...(who && { who }) };
}

function choicesText({ choices }: RosterQuestion): string {
  return `${choices.map(({ label }, index) => `${index + 1} ${label}`).join('　')}。回复数字，也可以直接说`;
}

function firstGap(problems: readonly Problem[]): Day {
  return problems.find(({ kind }) => kind === 'gap')!.days[0]!;
}

function shortDay(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}

function rangeText(from: Day, to: Day): string {
  if (from === to) return shortDay(from);
  return from.slice(0, 7) === to.slice(0, 7)
    ? `${shortDay(from)}—${Number(to.slice(8))}日`
    : `${shortDay(from)}—${shortDay(to)}`;
}

/** `2月3日、11日`, `2月5日—9日`: runs of three and more are drawn together, and the month is said once. */
export function daysText(days: readonly Day[]): string {
  const runs: { from: Day; to: Day; count: number }[] = [];
  for (const day of [...new Set(days)].sort()) {
    const last = runs.at(-1);
    if (last && Date.parse(day) - Date.parse(last.to) === 86_400_000) {
      last.to = day;
      last.count++;
    } else runs.push({ from: day, to: day, count: 1 });
  }
  const pieces = runs.flatMap(({ from, to, count }) =>
    count === 2 ? [from, to].map((day) => ({ from: day, to: day })) : [{ from, to }],
  );
  return pieces
    .map(({ from, to }, index) => {
      const before = pieces[index - 1]?.to.slice(0, 7);
      const text = rangeText(from, to);
      return before === from.slice(0, 7) ? text.replace(/^\d+月/, '') : text;
    })
    .join('、');
}
