import type { PublishPlan } from '../duty/roster/publish-plan.ts';
import type { RotationFacts } from '../duty/rotation/gather.ts';
import {
  type RotationFigure,
  type RotationGround,
  type RotationStanding,
  standingOf,
} from '../duty/rotation/ground.ts';
import { BURDENS, type Burden, type Counts, type Proposal, type RotationNote } from '../duty/rotation/rotation.ts';
import type { Layer } from '../duty/shift.ts';
import type { Day, ThingId } from '../thing.ts';
import { LAYER_WORDS, peopleNames } from './duty.ts';
import { personName, unitName } from './names.ts';
import { choicesText, rosterProblemsText } from './roster.ts';
import { daysText, rangeText, shortDay } from './roster-days.ts';
import { publishLine } from './roster-publish.ts';
import type { TextContext } from './tasks.ts';

const BURDEN_WORDS: Readonly<Record<Burden, string>> = {
  nights: '夜班',
  weekends: '周末',
  holidays: '节假日',
  total: '班数',
};
/** In the order in which the figures are said. */
const SAID: readonly Burden[] = ['total', 'nights', 'weekends', 'holidays'];
const MAX_NAMES = 4;
const MAX_FIGURES = 12;
const MAX_NOTES = 4;

/** A proposal as it stands: everybody's figures, what it could not be and why, and how to change or publish it. Six lines at most. */
export function rotationText(ground: RotationGround, plan: PublishPlan, unit: ThingId, context: TextContext): string {
  const { result } = plan;
  const standing = standingOf(ground, result.rows, context.calendar);
  const [question] = result.questions;
  const notes = notesOf(ground, standing, plan, context);
  const said = new Set(['gap', 'no-phone', 'unknown-name', 'ambiguous-name', 'other-unit-person']);
  const problems = result.problems.filter(({ kind }) => !said.has(kind));
  const layers = (['leader', 'officer'] as const).filter((layer) =>
    standing.figures.some((one) => one.layer === layer),
  );
  return [
    headText(plan, unit, context),
    ...layers.map((layer) => layerText(layer, standing, context)),
    ...(notes.length > 0 && !question ? [notes.join('；')] : []),
    ...(problems.length > 0 ? [`问题：${rosterProblemsText(problems, context.calendar)}`] : []),
    ...(question ? [question.words, choicesText(question)] : [lastLine(plan, context)]),
  ].join('\n');
}

function headText({ result }: PublishPlan, unit: ThingId, { office }: TextContext): string {
  const { rows, span } = result;
  const open = openDays(result).length;
  const days = span ? `（${rangeText(span.from, span.to)}）` : '';
  return `${unitName(office, unit)}值班表建议${days}：已排${rows.length}班${open > 0 ? `，${open}班没有人可排` : ''}，供审定`;
}

function lastLine(plan: PublishPlan, context: TextContext): string {
  const row = plan.result.rows.find(({ layer }) => layer === 'officer') ?? plan.result.rows[0];
  const how = row ? `改哪一天直接说，例如“${shortDay(row.day)}换某某”。` : '';
  return `${how}${publishLine(plan, context)}`;
}

/** `值班5人，班数·周末·节假日（括号内全年）：陈立6·1·1（12·3·1）、…；全年最大相差1·1·1`. */
function layerText(layer: Layer, { figures, spreads }: RotationStanding, context: TextContext): string {
  const own = figures.filter((one) => one.layer === layer);
  // With 24-hour shifts every shift is a night: once is enough.
  const burdens = own.every(({ year }) => year.nights === year.total) ? SAID.filter((one) => one !== 'nights') : SAID;
  const words = (counts: Counts) => burdens.map((burden) => counts[burden]).join('·');
  const each = own
    .slice(0, MAX_FIGURES)
    .map(({ person, now, year }) => `${personName(context.office, person) || person}${words(now)}（${words(year)}）`);
  const more = own.length > MAX_FIGURES ? `等${own.length}人` : '';
  const spread = spreads.find((one) => one.layer === layer);
  const apart = spread ? `；${spread.people < own.length ? '全年在岗的' : '全年'}最大相差${words(spread.spread)}` : '';
  return `${LAYER_WORDS[layer]}${burdens.map((burden) => BURDEN_WORDS[burden]).join('·')}（括号内全年）：${each.join('、')}${more}${apart}`;
}

/** The gravest first: days without anybody, differences, and why somebody has less than the others. */
function notesOf(
  ground: RotationGround,
  standing: RotationStanding,
  plan: PublishPlan,
  context: TextContext,
): string[] {
  const sizes = (layer: Layer) => ground.people.filter((one) => one.layer === layer).length;
  const open = new Set(openDays(plan.result).map(({ layer, day }) => `${layer} ${day}`));
  const notes = ground.notes.flatMap((note): RotationNote[] => {
    if (note.what === 'uneven') return [];
    // Where everybody has his turn more than once, nobody is worse off.
    if (note.what === 'same-break') return note.people.length < sizes(note.layer) ? [note] : [];
    if (note.what !== 'unfilled') return [note];
    const days = note.days.filter((day) => open.has(`${note.layer} ${day}`));
    return days.length > 0 ? [{ ...note, days }] : [];
  });
  const isOpen = ({ what }: RotationNote) => what === 'unfilled';
  const said = [
    ...notes.filter(isOpen).map((note) => rotationNoteText(note, context)),
    ...standing.spreads.flatMap((one) => unevenTexts(one, standing.figures, context)),
    ...notes.filter((note) => !isOpen(note)).map((note) => rotationNoteText(note, context)),
  ];
  const shown = said.slice(0, MAX_NOTES);
  return said.length > shown.length ? [...shown, `另有${said.length - shown.length}条说明`] : shown;
}

function openDays({ problems }: PublishPlan['result']): { layer: Layer; day: Day }[] {
  return problems.flatMap(({ kind, layer, days }) =>
    kind === 'gap' && layer && layer !== 'reserve' ? days.map((day) => ({ layer, day })) : [],
  );
}

function unevenTexts(
  { layer, spread }: RotationStanding['spreads'][number],
  figures: readonly RotationFigure[],
  context: TextContext,
): string[] {
  const own = figures.filter((one) => one.layer === layer);
  return BURDENS.filter((burden) => spread[burden] > 1).map((burden) => {
    const counts = own.map(({ year }) => year[burden]);
    const those = (count: number) => own.filter(({ year }) => year[burden] === count).map(({ person }) => person);
    return `${LAYER_WORDS[layer]}${BURDEN_WORDS[burden]}全年相差${spread[burden]}：最多${names(those(Math.max(...counts)), context)}${own.length === 2 ? '（只有2人轮流，匀不开）' : ''}`;
  });
}

export function rotationNoteText(note: RotationNote, context: TextContext): string {
  switch (note.what) {
    case 'unfilled':
      return `${daysText(note.days)}${LAYER_WORDS[note.layer]}没有人可排：${whyOpen(note, context)}`;
    case 'uneven':
      return `${LAYER_WORDS[note.layer]}${BURDEN_WORDS[note.burden]}相差${note.spread}：最多${names(note.most, context)}，最少${names(note.least, context)}`;
    case 'same-break':
      return `${note.name}期间${LAYER_WORDS[note.layer]}不止一班：${names(note.people, context)}`;
    case 'away':
      return `${names([note.person], context)}${note.why}${note.days}天，期间不排`;
    case 'no-nights':
      return `${names([note.person], context)}不排夜班（${note.why}）`;
    case 'newcomer':
      return `${names([note.person], context)}${shortDay(note.day)}起参加，按平均数起算，不补排以前的班`;
    case 'leaver':
      return `${names([note.person], context)}排到${shortDay(note.day)}`;
    case 'wish':
      return `${names([note.person], context)}的意愿没有照顾到：${daysText(note.days)}`;
    case 'provisional':
      return `${note.year}年放假安排待公布，节假日按法定假日估算，公布后要重排`;
  }
}

function whyOpen({ away, resting }: Extract<RotationNote, { what: 'unfilled' }>, context: TextContext): string {
  const reasons = [
    ...(away.length > 0 ? [`${names(away, context)}请假`] : []),
    ...(resting.length > 0 ? [`${names(resting, context)}前后有班，休息不够`] : []),
  ];
  return `${reasons.join('，') || '没有可排的人'}，请补人`;
}

const NOBODY = '空缺';

/** Who would serve when, a line for each layer and part of the day: `值班：2月1日陈立、2日吕刚、…`. */
export function rotationDaysText({ rows }: Proposal, context: TextContext): string {
  const lines = new Map<string, Map<Day, string[]>>();
  for (const { layer, name, day, person } of rows) {
    const key = `${LAYER_WORDS[layer]}${name ?? ''}`;
    const line = lines.get(key) ?? new Map<Day, string[]>();
    line.set(day, [...(line.get(day) ?? []), person ? personName(context.office, person) || person : NOBODY]);
    lines.set(key, line);
  }
  return [...lines]
    .map(([key, days]) => {
      const all = [...days];
      const said = all.map(([day, people], index) => {
        const before = all[index - 1]?.[0].slice(0, 7);
        const when = before === day.slice(0, 7) ? shortDay(day).replace(/^\d+月/, '') : shortDay(day);
        return `${when}${people.join('和')}`;
      });
      return `${key}：${said.join('、')}`;
    })
    .join('\n');
}

export const WHICH_DAYS = '排哪些天的？请说“排3月值班表”，也可以说“排2月15日到23日的值班”';
export const SPAN_PAST = '这些天已经过去或正在值，不能再排，请核对月份';
export const SPAN_TOO_LONG = '一次最多排三个月，请分开说，例如“排3月值班表”';

/** Everything asked for is published already. */
export function allPublishedText({ unit, fromDay, toDay }: RotationFacts, { office }: TextContext): string {
  const days = rangeText(fromDay, toDay);
  return `${unitName(office, unit)}${days}的班都已经排好并发布。改某一天请说“${shortDay(fromDay)}值班改成某某，原因”，全部重来请说“重排${Number(fromDay.slice(5, 7))}月值班表”`;
}

export function nobodyToShareText(unit: ThingId, { office }: TextContext): string {
  return `${unitName(office, unit)}还没有可排的人。请在后面写上名字，例如“值班员某某、某某，带班某某”，他们要先绑定或在名册里`;
}

export function whoIsMeantText(said: readonly string[], unit: ThingId, { office }: TextContext): string {
  return `“${said.slice(0, MAX_NAMES).join('、')}”在${unitName(office, unit)}没有查到，或者不止一个，还没有排。请核对姓名后再说一次`;
}

export function notALeaderText(person: ThingId, context: TextContext): string {
  return `${peopleNames([person], context)}不是负责人，带班要由领导带，还没有排。请换一位或放到值班员里再说一次`;
}

function names(people: readonly ThingId[], { office }: TextContext): string {
  const shown = people.slice(0, MAX_NAMES).map((person) => personName(office, person) || person);
  return `${shown.join('、')}${people.length > MAX_NAMES ? `等${people.length}人` : ''}`;
}
