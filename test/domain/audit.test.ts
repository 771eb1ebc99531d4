import { describe, expect, test } from '@jest/globals';
import { auditEntry } from '../../domain/audit.ts';
import type { Thing } from '../../domain/thing.ts';
import { anAssignment, at } from '../support/builders.ts';
import { anAssignmentThatIs, EVENTS, STATES } from './tasks/events.ts';

const BY = { person: 'person.chenli', messageId: 'm.1' };
const NOW = at('2026-01-19 10:00');

function entry(before: Thing | undefined, after: Thing | undefined) {
  return auditEntry(before, after, (after ?? before)!.id, BY, NOW);
}

describe('the ledger of changes', () => {
  test('says who changed what from what to what, when, and by which message', () => {
    const before = anAssignment();
    const after = EVENTS.收到(before, NOW);
    expect(entry(before, after)).toEqual({
      at: NOW.toISOString(),
      by: BY,
      thing: 'assignment.T0612.qingshan',
      what: 'changed',
      change: {
        state: ['issued', 'in-progress'],
        ackAt: [null, NOW],
        ackBy: [null, 'person.chenli'],
        ackMessage: [null, 'm.ack'],
      },
    });
  });

  test('everything that changes the matter leaves exactly one entry; what changes nothing leaves none', () => {
    for (const state of STATES) {
      for (const event of Object.values(EVENTS)) {
        const before = anAssignmentThatIs(state);
        let after: Thing;
        try {
          after = event(before, NOW);
        } catch {
          continue;
        }
        const matters = JSON.stringify({ ...after, ...bookkeeping }) !== JSON.stringify({ ...before, ...bookkeeping });
        expect([state, event.name, entry(before, after) !== undefined]).toEqual([state, event.name, matters]);
      }
    }
  });

  const bookkeeping = {
    handledAt: 0,
    basisAt: 0,
    ladder: 0,
    termFromAt: 0,
    overdueFromAt: 0,
  };

  test.each(['handledAt', 'basisAt', 'termFromAt', 'overdueFromAt'] as const)(
    '%s alone is bookkeeping and leaves none',
    (field) => {
      expect(entry(anAssignment(), { ...anAssignment(), [field]: NOW })).toBeUndefined();
    },
  );

  test('of a list that grew only what was added is written down, the first of it too', () => {
    const once = EVENTS.进展(anAssignment({ state: 'in-progress', ackAt: NOW }), NOW);
    const twice = EVENTS.进展(once, at('2026-01-20 10:00'));
    expect(entry(anAssignment({ state: 'in-progress', ackAt: NOW }), once)!.change.reports).toEqual([
      '+',
      once.reports,
    ]);
    expect(entry(once, twice)!.change.reports).toEqual(['+', [twice.reports[1]]]);
  });

  test('of a list that changed otherwise both are', () => {
    const unit = { id: 'unit.a', type: 'unit', aliases: ['青山', '青山镇'] };
    expect(entry(unit, { ...unit, aliases: ['青山'] } as Thing)!.change).toEqual({
      aliases: [['青山', '青山镇'], ['青山']],
    });
  });

  test('what is new is written down without its empty fields; what goes, that it went', () => {
    const created = entry(undefined, anAssignment())!;
    expect(created.what).toBe('created');
    expect(created.change.state).toEqual([null, 'issued']);
    expect(created.change).not.toHaveProperty('reports');
    expect(created.change).not.toHaveProperty('ladder');
    expect(entry(anAssignment(), undefined)).toMatchObject({ what: 'gone', change: {} });
  });

  test('the same moment in another Date object is no change', () => {
    expect(entry(anAssignment(), { ...anAssignment(), dueAt: at('2026-01-21 17:30') } as Thing)).toBeUndefined();
  });
});
