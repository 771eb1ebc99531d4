import { describe, expect, test } from '@jest/globals';
import { Refusal } from '../../../domain/refusal.ts';
import type { AssignmentState } from '../../../domain/tasks/task.ts';
import { at } from '../../support/builders.ts';
import { anAssignmentThatIs, EVENTS, STATES } from './events.ts';

/**
 * What becomes of an assignment: one row for each thing that can happen, one column for each state. A word is the new state,
 * `=` nothing changes, and a word in capitals is the refusal that the person hears.
 */
const TABLE = `
event      issued      in-progress forward     submitted   done        suspended   void        archived
收到       in-progress =           forward     =           CLOSED      SUSPENDED   VOID        CLOSED
撤回收到   =           issued      =           =           =           =           =           =
别催       in-progress in-progress forward     submitted   CLOSED      SUSPENDED   VOID        CLOSED
进展       in-progress in-progress forward     submitted   CLOSED      SUSPENDED   VOID        CLOSED
报送       submitted   submitted   submitted   submitted   CLOSED      SUSPENDED   VOID        CLOSED
延期       in-progress in-progress forward     REPORTED    CLOSED      SUSPENDED   VOID        CLOSED
不是我     forward     forward     forward     REPORTED    CLOSED      SUSPENDED   VOID        CLOSED
已报别处   in-progress in-progress forward     REPORTED    CLOSED      SUSPENDED   VOID        CLOSED
同意延期   NOTHING     NOTHING     NOTHING     NOTHING     CLOSED      NOTHING     VOID        CLOSED
不同意延期 NOTHING     NOTHING     NOTHING     NOTHING     CLOSED      NOTHING     VOID        CLOSED
不同意转办 NOTHING     NOTHING     issued      NOTHING     CLOSED      SUSPENDED   VOID        CLOSED
已收       submitted   submitted   submitted   submitted   CLOSED      SUSPENDED   VOID        CLOSED
没有收到   NOTHING     NOTHING     NOTHING     NOTHING     CLOSED      SUSPENDED   VOID        CLOSED
通过       UNREPORTED  UNREPORTED  UNREPORTED  done        CLOSED      SUSPENDED   VOID        CLOSED
退回       UNREPORTED  UNREPORTED  UNREPORTED  in-progress CLOSED      SUSPENDED   VOID        CLOSED
撤销       void        void        void        void        =           void        =           =
暂缓       suspended   suspended   suspended   suspended   =           =           =           =
恢复       =           =           =           =           =           in-progress =           =
归档       =           =           =           =           archived    =           =           =
`;

const REFUSALS: Readonly<Record<string, string>> = {
  CLOSED: 'ASSIGNMENT_CLOSED',
  SUSPENDED: 'SUSPENDED',
  VOID: 'ALREADY_VOID',
  REPORTED: 'ALREADY_REPORTED',
  NOTHING: 'NOTHING_PENDING',
  UNREPORTED: 'NOT_SUBMITTED',
};

const [, ...rows] = TABLE.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const cells = rows.flatMap(([event, ...cell]) =>
  STATES.map((state, column) => [event as keyof typeof EVENTS, state, cell[column]!] as const),
);

function outcome(event: keyof typeof EVENTS, state: AssignmentState): string {
  const assignment = anAssignmentThatIs(state);
  try {
    const after = EVENTS[event](assignment, at('2026-01-19 10:00'));
    return after === assignment ? '=' : after.state;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code;
  }
}

describe('what may happen to an assignment, and what becomes of it', () => {
  test.each(cells)('%s, when it is %s: %s', (event, state, cell) => {
    const expected = cell === 'forward' ? 'forward-pending' : (REFUSALS[cell] ?? cell);
    expect(outcome(event, state)).toBe(expected);
  });

  test('the table leaves nothing out', () => {
    expect(rows.map(([event]) => event)).toEqual(Object.keys(EVENTS));
    for (const row of rows) expect(row).toHaveLength(STATES.length + 1);
  });
});
