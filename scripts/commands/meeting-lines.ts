import type { MeetingKind, MeetingRow, UnitNamed, UnlistedLimit } from '../../bot/understand/meeting/row.ts';

const KINDS: Readonly<Record<MeetingKind, string>> = {
  hard: '具体事项',
  standing: '常态职责',
  rule: '如遇即办',
  implied: '单位待明确',
};
const NOTHING = '这份讲话里没有读出可交办的事项';
const COLUMNS = ['序号', '原文', '牵头', '配合', '事项', '时限（原文）', '频次（原文）', '类别', '建议'];

/** A draft list for a person at a terminal: six lines that sum it up, and a table. Nothing is issued by it. */
export function meetingLines(
  rows: readonly MeetingRow[],
  unlisted: readonly UnlistedLimit[],
  { dated }: { readonly dated: boolean },
): string[] {
  const loose = unlisted.length > 0 ? ['', LOOSE, ...unlisted.map(limitLine)] : [];
  if (rows.length === 0) return [NOTHING, ...loose];
  return [...summary(rows, dated), '', COLUMNS.join('\t'), ...rows.map((row, at) => line(row, at + 1)), ...loose];
}

const LOOSE = '未列入的时限（没有对应任务，请核对）';

function limitLine({ deadline, due, quote }: UnlistedLimit, index: number): string {
  const limit = due ? `${deadline}（${due.slice(0, 10)}）` : deadline;
  return [`${index + 1}`, limit, quote.replace(/\s+/g, ' ').trim()].join('\t');
}

/**
 * One row a line. A limit that stands on no row goes, as `unlisted`, with the row it stands nearest to, so that every line is a
 * row; only where there is no row at all it has a line of its own.
 */
export function jsonLines(rows: readonly MeetingRow[], unlisted: readonly UnlistedLimit[]): string[] {
  if (rows.length === 0) return unlisted.length > 0 ? [JSON.stringify({ unlisted })] : [];
  const distance = (row: MeetingRow, { start }: UnlistedLimit) => Math.abs(row.start - start);
  const nearest = (one: UnlistedLimit) =>
    rows.reduce((best, row) => (distance(row, one) < distance(best, one) ? row : best));
  const homes = unlisted.map(nearest);
  return rows.map((row) => {
    const own = unlisted.filter((_, at) => homes[at] === row);
    return JSON.stringify(own.length > 0 ? { ...row, unlisted: own } : row);
  });
}

function summary(rows: readonly MeetingRow[], dated: boolean): string[] {
  const count = (kind: MeetingKind) => rows.filter((row) => row.kind === kind).length;
  const timed = rows.filter(({ deadline }) => deadline !== null).length;
  const due = rows.filter((row) => row.due).length;
  return [
    `读出可交办事项${rows.length}条（草稿，确认后才能下达）`,
    `有单位且具体${count('hard')}条，单位不明确${count('implied')}条`,
    `常态职责${count('standing')}条，如遇即办${count('rule')}条`,
    `原文有时限${timed}条，没有时限${rows.length - timed}条（没有的一律空着）`,
    dated ? `能定到日期${due}条` : '没有给会议日期，时限只照抄原文；加 --date 可换算成日期',
    '单位取自上文或没有点明的，请先核对“建议”一栏',
  ];
}

function line(row: MeetingRow, number: number): string {
  const { quote, units, coop, action, deadline, due, recurrence, kind, why } = row;
  const limit = due ? `${deadline}（${due.slice(0, 10)}）` : (deadline ?? '');
  return [`${number}`, quote, names(units), names(coop), action, limit, recurrence ?? '', KINDS[kind], why]
    .map((cell) => cell.replace(/\s+/g, ' ').trim())
    .join('\t');
}

function names(units: readonly UnitNamed[]): string {
  return units.map(({ written, resolved }) => (resolved ? `${written}（${resolved}）` : written)).join('、');
}
