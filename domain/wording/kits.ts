import type { StepBeside } from '../periods/kits/beside.ts';
import type { SheetChange } from '../periods/kits/changes.ts';
import { type KitEntry, type KitRun, type KitSheet, openEntries } from '../periods/kits/sheet.ts';
import { dayText } from './dates.ts';
import { entryText, inLines, type KitTextContext, namesText, runsOf, spanText } from './kit-entries.ts';
import { provisionalText, stepsText } from './periods.ts';
import type { TextContext } from './tasks.ts';

/** `回复“全部确认”或“确认1、3”，“2不要”，“3改为…”，“预览”`, with numbers that are really there. */
function howToAnswer(open: readonly KitEntry[]): string {
  const [first, second, third = second] = open.map(({ no }) => no);
  if (second === undefined) return `回复“确认${first}”，“${first}不要”，“${first}改为…”，“预览”`;
  return `回复“全部确认”或“确认${[...new Set([first, third])].join('、')}”，“${second}不要”，“${third}改为…”，“预览”`;
}

/** Drafts put before a dispatcher, with their numbers and how to answer; `beside`: what the office itself has to do on that day. */
export function sheetText(sheet: KitSheet, context: KitTextContext, beside: readonly StepBeside[] = []): string {
  const open = openEntries(sheet);
  const runs = runsOf(open);
  const own = beside.map(({ name, step }) => `${runs.length > 1 ? name : ''}今天还要${stepsText([step])}`).join('；');
  const head = `${runsText(runs, context)}准备事项${open.length}条，草稿未下达${own ? `（${own}）` : ''}：`;
  return [head, ...inLines(open.map((entry) => entryText(entry, context))), howToAnswer(open)].join('\n');
}

/** Once, the next working day. */
export function sheetReminderText(sheet: KitSheet, context: KitTextContext): string {
  const open = openEntries(sheet);
  const names = namesText(runsOf(open));
  const lines = inLines(open.map((entry) => entryText(entry, context)));
  return [
    `${names}准备事项还有${open.length}条草稿没有确认，没有发给任何单位：`,
    ...lines,
    `${howToAnswer(open)}。不回复，过两个工作日自动失效`,
  ].join('\n');
}

/** Nobody wanted them: said once, so that nobody believes they went out. */
export function sheetLapsedText(entries: readonly KitEntry[]): string {
  const names = namesText(runsOf(entries));
  const titles = entries.map(({ no, item }) => `${no}.${item.title}`).join('、');
  return `${names}准备事项${entries.length}条没有确认，已失效，没有发给任何单位：${titles}。还要下达请说“${firstName(entries)}准备事项”`;
}

/** The days of a period have changed: what follows them, what went, and what stays because units have it. */
export function sheetChangeText(
  { sheet, moved, gone, shifted, withdrawn, issued }: SheetChange,
  context: KitTextContext,
): string | undefined {
  const { now, calendar } = context;
  if (shifted.length + withdrawn.length + issued.length === 0) return undefined;
  const lines = [
    ...moved.map((run) => `${run.name}的日期已改为${spanText(run, calendar.dayOf(now))}`),
    ...gone.map(({ name, warning }) => `${name}${warning ? '已解除' : '已取消'}`),
    ...(withdrawn.length > 0 ? [`草稿撤回，没有发给任何单位：${titles(withdrawn)}`] : []),
    ...(shifted.length > 0
      ? [`草稿随之改期，还待确认：${shifted.map((entry) => entryText(entry, context)).join('；')}`]
      : []),
    ...(issued.length > 0
      ? [
          `已下达的不变：${issued.map(({ matter, item }) => `${matter} ${item.title}`).join('、')}。要改请说“改 编号 时限 …”或“撤销 编号 原因”`,
        ]
      : []),
  ];
  return lines.length > 0 && sheet ? lines.join('\n') : undefined;
}

function titles(entries: readonly KitEntry[]): string {
  return entries.map(({ no, item }) => `${no}.${item.title}`).join('、');
}

/** A kit as it stands: what has become of each item, or when it will be put before the dispatchers. */
export interface KitLine {
  readonly title: string;
  readonly kind: 'task' | 'notice';
  readonly entry?: KitEntry;
  readonly leadAt: Date;
}

export function kitText(run: KitRun, lines: readonly KitLine[], { now, calendar }: TextContext): string {
  const today = calendar.dayOf(now);
  const head = `${run.name}（${spanText(run, today)}）准备事项${lines.length}条`;
  const told = lines.map(({ title, kind, entry, leadAt }, index) => {
    const what = `${index + 1}.${kind === 'notice' ? '通知：' : ''}${title}`;
    return `${what}（${entry ? stateText(entry) : `${dayText(calendar.dayOf(leadAt), today, calendar)}列给安委办`}）`;
  });
  return [`${head}：`, ...inLines(told)].join('\n');
}

function stateText({ state, matter }: KitEntry): string {
  return {
    open: '草稿待确认',
    issued: `已下达${matter ?? ''}`,
    declined: '不要',
    lapsed: '已失效',
    withdrawn: '已撤回',
  }[state];
}

export function noKitText(name: string): string {
  return `${name}没有要单位做的准备事项，本地要加请写进机构文件的 kits`;
}

export function noSuchPeriodText(name: string): string {
  return `不知道“${name}”是哪个时段，近一年没有这个重点时段。说“重点时段”可以看清单`;
}

/** What kits will ask within some weeks: by the day on which it is put before the dispatchers. */
export function kitsAheadText(
  days: number,
  ahead: readonly { readonly at: Date; readonly name: string; readonly count: number }[],
  waiting: readonly KitEntry[],
  { now, calendar }: TextContext,
): string {
  const open = waiting.length > 0 ? [`待确认：${namesText(runsOf(waiting))}${waiting.length}条草稿`] : [];
  const lines = ahead.map(
    ({ at, name, count }) => `${dayText(calendar.dayOf(at), calendar.dayOf(now), calendar)} ${name}${count}条`,
  );
  if (lines.length + open.length === 0) return `今后${days}天没有要列出的准备事项`;
  const head = lines.length > 0 ? `今后${days}天将列给安委办确认的准备事项：` : '准备事项：';
  return [head, ...inLines(lines, '；'), ...open].join('\n');
}

function runsText(runs: readonly KitRun[], { now, calendar }: TextContext): string {
  return runs.map((run) => `${run.name}（${spanText(run, calendar.dayOf(now))}）${provisionalText(run)}`).join('、');
}

function firstName(entries: readonly KitEntry[]): string {
  return runsOf(entries)[0]?.name ?? '';
}
