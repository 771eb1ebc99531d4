import { type KitAudience, kitAudience } from '../periods/kits/audience.ts';
import type { KitTable } from '../periods/kits/kit.ts';
import type { KitEntry, KitRun } from '../periods/kits/sheet.ts';
import type { Day, ThingId } from '../thing.ts';
import { dayText, momentText } from './dates.ts';
import { unitName, unitNames } from './names.ts';
import type { TextContext } from './tasks.ts';

/** What the words of an entry stand for depends on the names that departments have. */
export interface KitTextContext extends TextContext {
  readonly departments: KitTable['departments'];
}

/** Lines of one message that items may take, so that head and tail find room. */
const ITEM_LINES = 4;

const MOST_NAMES = 3;

/** Drafts in full that find room in one message. */
const MOST_IN_FULL = 5;

/** `1.烟花爆竹零售点检查（各乡镇、各园区，2月6日（周五）17:00前报台账）`. */
export function entryText(entry: KitEntry, context: KitTextContext): string {
  const { item, no } = entry;
  const what = item.kind === 'notice' ? `通知：${item.title}` : item.title;
  return `${no}.${what}（${[audienceText(entry, context), ...termText(entry, context)].join('，')}）`;
}

/** The full text of drafts, one a line; of many the first, and how to read on. */
export function entriesInFullText(entries: readonly KitEntry[], context: KitTextContext): string {
  const isAll = entries.length <= MOST_IN_FULL + 1;
  const shown = isAll ? entries : entries.slice(0, MOST_IN_FULL);
  const others = entries.slice(shown.length).map(({ no }) => no);
  const lines = shown.map((entry) => {
    const { item, no } = entry;
    const told = item.feedback && item.kind === 'task' ? `报：${item.feedback}。` : '';
    const head = `${no}.${item.kind === 'notice' ? '【通知】' : '【任务】'}${item.title}：${item.text}。${told}`;
    return `${head}${[audienceText(entry, context, true), ...termText(entry, context)].join('，')}`;
  });
  return [...lines, ...(isAll ? [] : [`其余${others.length}条请说“预览${others.join('、')}”`])].join('\n');
}

function termText({ item, dueAt, dueFromDay, dueSaid }: KitEntry, { now, calendar }: TextContext): string[] {
  if (item.kind === 'notice') return [item.feedback ? '要回执' : '不要回执'];
  if (!dueAt) return ['时限须明确'];
  const counted =
    dueFromDay && !dueSaid ? [`列出已晚，时限从${dayText(dueFromDay, calendar.dayOf(now), calendar)}算起`] : [];
  return [`${momentText(dueAt, now, calendar)}前报${item.result ?? '情况'}`, ...counted];
}

function audienceText(entry: KitEntry, context: KitTextContext, full = false): string {
  const { office } = context;
  const { units, unknown } = audienceOfEntry(entry, context);
  if (full && unknown.length === 0)
    return `${entry.item.kind === 'notice' ? '发给' : '承办'}：${unitNames(office, units)}`;
  const known = entry.units
    ? namedText(entry.units, context)
    : entry.item.to.filter((word) => !unknown.includes(word)).join('、');
  const open = unknown.length > 0 ? `${unknown.join('、')}须明确` : '';
  if (!known && !open) return '承办单位须明确';
  return [known, open].filter(Boolean).join('，');
}

function namedText(units: readonly ThingId[], { office }: TextContext): string {
  const names = units.slice(0, MOST_NAMES).map((unit) => unitName(office, unit));
  return units.length > MOST_NAMES ? `${names.join('、')}等${units.length}家` : names.join('、');
}

/** Whom an entry goes to: those a person named, else those its words stand for. */
export function audienceOfEntry({ units, item }: KitEntry, { office, departments }: KitTextContext): KitAudience {
  return units ? { units, unknown: [] } : kitAudience(item.to, office, departments);
}

export function runsOf(entries: readonly KitEntry[]): KitRun[] {
  return [...new Map(entries.flatMap(({ runs }) => runs).map((run) => [run.id, run])).values()];
}

export function namesText(runs: readonly KitRun[]): string {
  return runs.map(({ name }) => name).join('、');
}

/** `2月15日—2月23日`; the year where it is not this one. */
export function spanText({ fromDay, toDay }: Pick<KitRun, 'fromDay' | 'toDay'>, today: Day): string {
  const text = (day: Day) =>
    `${day.slice(0, 4) === today.slice(0, 4) ? '' : `${day.slice(0, 4)}年`}${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
  if (!toDay) return `${text(fromDay)}起`;
  return fromDay === toDay ? text(fromDay) : `${text(fromDay)}—${text(toDay)}`;
}

/** Spread over the lines there is room for, the first ones fuller. */
export function inLines(texts: readonly string[], joint = '　'): string[] {
  const lines: string[] = [];
  const count = Math.min(ITEM_LINES, texts.length);
  let from = 0;
  for (let line = 0; line < count; line++) {
    const size = Math.ceil((texts.length - from) / (count - line));
    lines.push(texts.slice(from, from + size).join(joint));
    from += size;
  }
  return lines;
}
