/** Something that is due at a moment of the office's clock. */
export interface DueEntry {
  readonly id: string;
  readonly atMs: number;
}

/** The payload of one alarm: ids, and how many milliseconds after `atMs` each of them is due. Never texts or names. */
export interface AlarmGroup {
  readonly atMs: number;
  readonly ids: readonly string[];
  readonly afterMs: readonly number[];
}

/** Far fewer jobs than things: one job rings for up to fifty things that are due within the same tenth of a second. */
export const GROUP_SPAN_MS = 100;
export const GROUP_SIZE = 50;

/** Puts entries together that can share an alarm. What is overdue counts as due at `nowMs`. */
export function alarmGroups(entries: readonly DueEntry[], nowMs: number): AlarmGroup[] {
  const groups: { atMs: number; ids: string[]; afterMs: number[] }[] = [];
  const inOrder = entries.map(({ id, atMs }) => ({ id, atMs: Math.max(atMs, nowMs) })).sort((a, b) => a.atMs - b.atMs);

  for (const { id, atMs } of inOrder) {
    let group = groups.at(-1);
    if (!group || group.ids.length >= GROUP_SIZE || atMs - group.atMs >= GROUP_SPAN_MS) {
      group = { atMs, ids: [], afterMs: [] };
      groups.push(group);
    }
    group.ids.push(id);
    group.afterMs.push(atMs - group.atMs);
  }
  return groups;
}
