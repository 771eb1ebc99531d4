import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextWakeMs, stepsAhead, stepsDue } from '../../../domain/agenda.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { assignmentAgenda } from '../../../domain/tasks/assignment-agenda.ts';
import { lightOf } from '../../../domain/tasks/light.ts';
import { isOpen, isOverdue, isOwed, maySpeakOfOverdue } from '../../../domain/tasks/status.ts';
import type { Assignment } from '../../../domain/tasks/task.ts';
import { decodeThing, encodeThing } from '../../../domain/thing-json.ts';
import { agendaContext, anAssignment, at, calendar } from '../../support/builders.ts';
import { EVENTS, type Event } from './events.ts';

const wake: Event = (assignment, now) => {
  const due = stepsDue(assignment, assignmentAgenda(assignment, agendaContext), now);
  const asked = due.some((step) => step.track === 'due') && !assignment.overdueFromAt;
  return { ...assignment, handledAt: now, ...(asked && { overdueFromAt: new Date(now.getTime() + 1_800_000) }) };
};

const happening = fc.record({
  event: fc.constantFrom<Event>(...Object.values<Event>(EVENTS), wake, wake, wake),
  afterMinutes: fc.integer({ min: 1, max: 3 * 24 * 60 }),
});
const orders = fc.record({
  part: fc.constantFrom('execute' as const, 'lead' as const),
  dueAt: fc.constantFrom(at('2026-01-21 17:30'), at('2026-02-20 23:59'), at('2026-01-15 16:00'), undefined),
  priority: fc.constantFrom('normal' as const, 'urgent' as const),
});

/** Every state that a random history leaves behind, with the one before it. */
function eachState(
  visit: (after: Assignment, before: Assignment, now: Date) => void,
  more: { numRuns?: number } = {},
): void {
  fc.assert(
    fc.property(orders, fc.array(happening, { maxLength: 25 }), (order, happenings) => {
      let assignment = anAssignment(order);
      let now = assignment.issuedAt;
      for (const { event, afterMinutes } of happenings) {
        now = new Date(now.getTime() + afterMinutes * 60_000);
        const after = allowed(event, assignment, now);
        visit(after, assignment, now);
        assignment = after;
      }
    }),
    { numRuns: 400, ...more },
  );
}

function allowed(event: Event, assignment: Assignment, now: Date): Assignment {
  try {
    return event(assignment, now);
  } catch (error) {
    if (error instanceof Refusal) return assignment;
    throw error;
  }
}

function ahead(assignment: Assignment) {
  return stepsAhead(assignment, assignmentAgenda(assignment, agendaContext));
}

describe('whatever happens to an assignment, in whatever order', () => {
  test('a closed one is silent apart from its archiving, stays closed, and has nothing pending', () => {
    eachState((after, before) => {
      if (!isOpen(before)) expect(isOpen(after)).toBe(false);
      if (isOpen(after)) return;
      expect(ahead(after).filter((step) => step.step !== 'archive')).toEqual([]);
      expect([after.extension, after.claim, after.forward, after.suspendedFrom]).toEqual(Array(4).fill(undefined));
    });
  });

  test('the first deadline stays on record, and no ruling shortens a deadline', () => {
    eachState((after, before) => {
      if (before.originalDueAt) expect(after.originalDueAt).toEqual(before.originalDueAt);
      if (before.dueAt) expect(after.dueAt!.getTime()).toBeGreaterThanOrEqual(before.dueAt.getTime());
    });
  });

  test('nothing that was reported or ruled is ever lost', () => {
    eachState((after, before) => {
      expect(after.reports.slice(0, before.reports.length)).toEqual(before.reports);
      expect(after.extensions.slice(0, before.extensions.length)).toEqual(before.extensions);
    });
  });

  test('overdue is only what is owed, and never what waits for review', () => {
    eachState((after, _before, now) => {
      const overdue = isOverdue(after, now);
      if (overdue) expect(isOwed(after)).toBe(true);
      if (after.state === 'submitted' || after.claim) expect(overdue).toBe(false);
      if (maySpeakOfOverdue(after, now)) expect(overdue).toBe(true);
      if (lightOf(after, now, calendar) === 'red') expect(maySpeakOfOverdue(after, now)).toBe(true);
    });
  });

  test('what waits for a ruling is never forgotten: there is always a next wake', () => {
    eachState((after) => {
      const waits = after.extension || after.claim || after.state === 'submitted' || after.state === 'forward-pending';
      if (!waits || after.state === 'suspended') return;
      expect(nextWakeMs(after, assignmentAgenda(after, agendaContext))).not.toBeNull();
    });
  });

  test('while a report or a forward waits for a ruling, the unit hears nothing', () => {
    const ofTheOffice = ['review-waiting', 'forward-waiting'];
    eachState((after) => {
      if (after.state !== 'submitted' && after.state !== 'forward-pending') return;
      for (const step of ahead(after)) expect(ofTheOffice).toContain(step.step);
    });
  });

  test('once the unit has been asked, others hear of it half an hour later at the earliest', () => {
    eachState((after) => {
      if (!after.overdueFromAt) return;
      const late = ahead(after).filter((step) => ['overdue', 'propose-supervision'].includes(step.step));
      for (const step of late) expect(step.at >= after.overdueFromAt).toBe(true);
    });
  });

  test('the basis never goes back', () => {
    eachState((after, before) => {
      if (before.basisAt) expect(after.basisAt! >= before.basisAt).toBe(true);
    });
  });

  test('it comes back from the store as it went in', () => {
    eachState((after) => expect(decodeThing(encodeThing(after))).toEqual(JSON.parse(JSON.stringify(after), revive)), {
      numRuns: 50,
    });
  });

  test('no step lies before what is handled, and a wake always leaves only later ones', () => {
    eachState((after, _before, now) => {
      for (const step of ahead(wake(after, now))) expect(step.at > now).toBe(true);
    });
  });
});

function revive(name: string, value: unknown): unknown {
  return name.endsWith('At') ? new Date(value as string) : value;
}
