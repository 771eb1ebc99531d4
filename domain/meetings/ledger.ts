import type { Task } from '../tasks/task.ts';
import { decisionOn, type Meeting, type MeetingItem } from './meeting.ts';

/** How a point of the ledger stands: 未定 · 台账 · 已转任务 · 完成 · 已撤销. */
export type LedgerState = 'open' | 'ledger' | 'task' | 'done' | 'void';

export interface LedgerRow {
  readonly item: MeetingItem;
  readonly state: LedgerState;
  readonly task?: string;
}

/** The points of a meeting that are kept, each as it stands; `tasks` are those made from them, by number. */
export function ledgerRows(meeting: Meeting, tasks: ReadonlyMap<string, Task>): LedgerRow[] {
  return meeting.items.flatMap((item): LedgerRow[] => {
    const { course, task, doneAt } = decisionOn(meeting, item.no);
    if (course === 'drop') return [];
    if (course === 'task') return [{ item, state: stateOf(task ? tasks.get(task) : undefined), ...(task && { task }) }];
    return [{ item, state: course === 'ledger' ? (doneAt ? 'done' : 'ledger') : 'open' }];
  });
}

function stateOf(task: Task | undefined): LedgerState {
  if (task?.state === 'closed' || task?.state === 'archived') return 'done';
  return task?.state === 'void' ? 'void' : 'task';
}

/** What somebody says about points of the ledger. */
export interface ProgressSaid {
  readonly nos: readonly number[];
  readonly done: boolean;
  readonly words: string;
}

export interface ProgressNoted {
  readonly meeting: Meeting;
  readonly done: readonly number[];
  readonly going: readonly number[];
  /** Numbers that are not open points of the ledger. */
  readonly unknown: readonly number[];
}

/** 3已完成，5正在推进: a point done is not asked about again; saying that it goes on takes that back. */
export function noteProgress(meeting: Meeting, said: readonly ProgressSaid[], at: Date): ProgressNoted {
  const decided = { ...meeting.decided };
  const found = { done: [] as number[], going: [] as number[], unknown: [] as number[] };
  for (const { nos, done, words } of said) {
    for (const no of nos) {
      const was = decided[no];
      if (was?.course !== 'ledger') {
        found.unknown.push(no);
        continue;
      }
      const { doneAt: _doneAt, ...rest } = was;
      decided[no] = { ...rest, progress: words, progressAt: at, ...(done && { doneAt: at }) };
      (done ? found.done : found.going).push(no);
    }
  }
  return { meeting: { ...meeting, decided }, ...found };
}
