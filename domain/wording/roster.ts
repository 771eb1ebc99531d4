import type { Calendar } from '../calendar/calendar.ts';
import type { Problem, RosterLayer, RosterQuestion, RosterResult } from '../duty/roster/draft.ts';
import type { Unreadable } from '../duty/roster/sheet.ts';
import type { Day } from '../thing.ts';
import { rangeText, shortDay } from './roster-days.ts';
import { dutyText, LAYER_NAMES, problemText, whatText } from './roster-problems.ts';

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

/** What is wrong in a roster besides names that wait for an answer, without saying where it was read. */
export function rosterProblemsText(problems: readonly Problem[], calendar: Calendar): string {
  return groupTexts(problems, calendar).join('；');
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

function groupKey({ kind, layer, name, who, cell, detail, days }: Problem): string {
  if (kind === 'gap') return [kind, layer, name].join(' ');
  if (kind === 'on-leave') return [kind, who, detail].join(' ');
  if (kind === 'short-rest') return [kind, ...days].join(' ');
  if (kind === 'no-phone' || kind === 'other-unit' || kind === 'twice' || kind === 'past') return kind;
  return [kind, who, detail, cell?.sheet, cell?.row, cell?.column, days[0]].join(' ');
}

function joined(one: Problem, other: Problem): Problem {
  const who = one.who && other.who && one.who !== other.who ? `${one.who}、${other.who}` : one.who;
  return { ...one, days: [...new Set([...one.days, ...other.days])].sort(), ...(who && { who }) };
}

/** `1 甲　2 乙。回复数字，也可以直接说`. */
export function choicesText({ choices }: RosterQuestion): string {
  return `${choices.map(({ label }, index) => `${index + 1} ${label}`).join('　')}。回复数字，也可以直接说`;
}

function firstGap(problems: readonly Problem[]): Day {
  return problems.find(({ kind }) => kind === 'gap')!.days[0]!;
}
