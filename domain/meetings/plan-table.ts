import { type Cell, cellAt, type Sheet } from '../duty/roster/sheet.ts';
import type { Office } from '../people/office.ts';
import type { Day } from '../thing.ts';
import type { ItemKind } from './meeting.ts';
import { unitsMeant } from './units.ts';

/** One row of a 分工方案 as it was read; the limit's words are dated later, with the day of the meeting. */
export interface PlanRow {
  readonly row: number;
  readonly quote: string;
  readonly action: string;
  readonly leads: readonly string[];
  readonly coops: readonly string[];
  readonly deadline?: string;
  /** Of a cell that holds a date. */
  readonly limitDay?: Day;
  readonly kind: ItemKind;
  /** What a person has to look at, one phrase each. */
  readonly problems: readonly string[];
}

type Column = 'no' | 'task' | 'lead' | 'coop' | 'limit';

const HEADINGS: readonly (readonly [column: Column, pattern: RegExp])[] = [
  ['no', /^(?:序号|编号|项次)$/],
  ['limit', /时限|完成时间|办结时间|时间节点|时间要求|进度要求|完成日期/],
  ['coop', /配合|协办|参与|协同/],
  ['lead', /牵头|责任单位|责任部门|主责|承办|主办|落实单位|责任主体/],
  ['task', /任务|工作内容|事项|举措|措施|工作要点|内容|项目/],
];
const HEAD_ROWS = 12;
const MOST_ROWS = 500;
const CLASS_WORDS = /有关|相关|等$|各级|职责分工/;
const STANDING = /长期|常态|持续|全年|日常/;

/** The rows of the first sheet whose heading is that of a 分工方案: somebody to do it beside a task. Undefined where no sheet has one. */
export function readPlan(sheets: readonly Sheet[], office: Office): PlanRow[] | undefined {
  for (const sheet of sheets) {
    const head = headingOf(sheet);
    if (head) return rowsOf(sheet, head, office);
  }
  return undefined;
}

/** 隐患内容, 整改责任单位: a ledger of something else. */
const OF_OTHERS = /隐患|问题|整改|点名|值班|带班|检查/;

/** Whether a table that nobody has called a plan is one, by its headings alone. */
export function isPlan(sheets: readonly Sheet[]): boolean {
  const found = sheets.flatMap((sheet) => {
    const head = headingOf(sheet);
    return head ? [sheet.rows[head.row]!.map(({ text }) => text).join(' ')] : [];
  });
  return found.length > 0 && !OF_OTHERS.test(found[0]!);
}

interface Heading {
  readonly row: number;
  readonly columns: readonly (readonly [index: number, column: Column])[];
}

function headingOf(sheet: Sheet): Heading | undefined {
  for (let row = 0; row < Math.min(sheet.rows.length, HEAD_ROWS); row++) {
    const columns = sheet.rows[row]!.flatMap((cell, index) => {
      if (cell.filled === 'right') return [];
      const words = plain(cell.text);
      const found = words.length <= 14 && HEADINGS.find(([, pattern]) => pattern.test(words));
      return found ? [[index, found[0]] as const] : [];
    });
    const has = (column: Column) => columns.some(([, one]) => one === column);
    if (has('task') && has('lead')) return { row, columns };
  }
  return undefined;
}

function rowsOf(sheet: Sheet, { row: first, columns }: Heading, office: Office): PlanRow[] {
  const at = (row: number, column: Column) =>
    columns.filter(([, one]) => one === column).map(([index]) => cellAt(sheet, row, index));
  const found: PlanRow[] = [];
  for (let row = first + 1; row < sheet.rows.length && found.length < MOST_ROWS; row++) {
    const cells = sheet.rows[row]!;
    // 一、消防安全: a line across the table is a heading of its own.
    const own = cells.filter(({ text, filled }) => text.trim() !== '' && filled !== 'right');
    if (own.length === 0 || (own.length === 1 && cells.some(({ filled }) => filled === 'right'))) continue;
    if (/^(?:备注|注[:：]|说明[:：]|合计|填表)/.test(own[0]!.text.trim())) continue;
    found.push(readRow(row + 1, at(row, 'task'), at(row, 'lead'), at(row, 'coop'), at(row, 'limit')[0], office));
  }
  return found;
}

function readRow(
  row: number,
  tasks: readonly Cell[],
  leadCells: readonly Cell[],
  coopCells: readonly Cell[],
  limit: Cell | undefined,
  office: Office,
): PlanRow {
  // 重点任务 in a merged cell says the field, 具体措施 beside it what is to be done.
  const words = tasks.map(({ text }) => oneLine(text)).filter((text) => text !== '');
  const action = words.at(-1) ?? '';
  const quote = [...new Set(words)].join('：');
  const said = leadCells.map(({ text }) => partiesSaid(text));
  const leads = unique(said.flatMap((one) => one.leads));
  const coops = unique([...said.flatMap((one) => one.coops), ...coopCells.flatMap(({ text }) => namesIn(text))]).filter(
    (name) => !leads.includes(name),
  );
  const deadline = limit && oneLine(limit.day ?? limit.text);
  const limitDay = limit?.day ?? (limit?.serial && /^\d{5}$/.test(limit.text.trim()) ? limit.serial : undefined);
  const kind: ItemKind =
    leads.length === 0 ? 'implied' : deadline && STANDING.test(deadline) && !limitDay ? 'standing' : 'hard';
  return {
    ...{ row, quote, action, leads, coops, kind },
    ...(deadline && { deadline: limitDay ?? deadline }),
    ...(limitDay && { limitDay }),
    problems: problemsOf(action, leads, coops, office),
  };
}

function problemsOf(action: string, leads: readonly string[], coops: readonly string[], office: Office): string[] {
  const unknown = (names: readonly string[]) => unitsMeant(office, names).unknown;
  const vague = unknown(leads).filter((name) => CLASS_WORDS.test(name));
  const strange = unknown(leads).filter((name) => !CLASS_WORDS.test(name));
  return [
    ...(action === '' ? ['没有写任务'] : []),
    ...(leads.length === 0 ? ['没有写牵头单位'] : []),
    ...(vague.length > 0 ? [`“${vague.join('、')}”须明确`] : []),
    ...(strange.length > 0 ? [`不认识“${strange.join('、')}”`] : []),
    ...(unknown(coops).length > 0 ? [`配合单位“${unknown(coops).join('、')}”不在名册`] : []),
  ];
}

/** 应急局牵头，公安局、消防大队配合 in one cell. */
function partiesSaid(text: string): { leads: string[]; coops: string[] } {
  const leads: string[] = [];
  const coops: string[] = [];
  for (const part of oneLine(text).split(/[;；。]|[，,](?=[^，,]{0,40}(?:配合|协办|参与|协助))/)) {
    (/配合|协办|参与|协助/.test(part) ? coops : leads).push(...namesIn(part));
  }
  return { leads, coops };
}

const ROLE =
  /(?:牵头单位|责任单位|配合单位|参与单位|协办单位|牵头部门|责任部门|配合部门)[:：]?|牵头(?:负责)?|配合|参与|协办|协助|负责|落实|按职责分工|按照职责分工|[（(][^）)]{0,8}[）)]/g;

/** 应急局、公安局，各乡镇（园区）: several in one cell, parted by marks, lines or blanks. */
function namesIn(text: string): string[] {
  return unique(
    text
      .normalize('NFKC')
      .replace(ROLE, ' ')
      .split(/[、,;:/\s]+|(?<=[局委办镇乡道社队区])(?:和|与|及|以及)/)
      .map((name) => name.replace(/^(?:由|及|和|与)/, '').replace(/等$/, ''))
      .filter((name) => name.length >= 2),
  );
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
