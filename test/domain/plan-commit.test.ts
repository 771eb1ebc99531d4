import { describe, expect, test } from '@jest/globals';
import { type Decision, decide } from '../../domain/decision.ts';
import { KINDS } from '../../domain/kinds.ts';
import { planCommit } from '../../domain/plan-commit.ts';
import type { Actor } from '../../domain/ports.ts';
import { OfficeCache, RecordedReading } from '../../domain/reading.ts';
import { acceptReport } from '../../domain/tasks/rule-assignment.ts';
import type { Assignment } from '../../domain/tasks/task.ts';
import type { Thing } from '../../domain/thing.ts';
import { agendaContext, anAssignment, at, calendar, policy } from '../support/builders.ts';
import { TwinStore } from '../support/twin-store.ts';
import { anAssignmentThatIs, EVENTS } from './tasks/events.ts';

const NOW = at('2026-01-19 10:00');
const ID = 'assignment.T0612.qingshan';

async function aStoreWith(...things: Thing[]): Promise<TwinStore> {
  const store = new TwinStore();
  const batch = await plan(decide({ save: things }), await aReading(store), { system: 'test' });
  expect(await store.commit(batch)).toEqual({ kind: 'done' });
  return store;
}

async function aReading(store: TwinStore): Promise<RecordedReading> {
  return new RecordedReading({ store, offices: new OfficeCache(), calendar, policy, now: NOW });
}

function plan(decision: Decision, reading: RecordedReading, actor: Actor = { messageId: 'm.1' }) {
  return planCommit(decision, reading, actor, { ...agendaContext, kinds: KINDS });
}

describe('what a decision demands of the store', () => {
  test('everything that was read must be unchanged: things, collections, numbers', async () => {
    const store = await aStoreWith(anAssignment());
    const reading = await aReading(store);
    const [assignment] = await reading.members<Assignment>('assignments.task.T0612');
    await reading.office();
    await reading.thing('task.T0612');
    await reading.nextNumber('T');
    const { reads, numbers } = await plan(decide({ save: [EVENTS.收到(assignment!, NOW)] }), reading);

    expect([...reads.keys()].sort()).toEqual([
      'collection assignments.task.T0612',
      'collection office',
      'series T',
      `thing ${ID}`,
      'thing task.T0612',
    ]);
    expect(reads.get('thing task.T0612')).toBe(0);
    expect(numbers).toEqual({ T: 1 });
  });

  test('of two decisions from the same premise only one stands', async () => {
    const store = await aStoreWith(anAssignment());
    const [one, other] = [await aReading(store), await aReading(store)];
    const save = async (reading: RecordedReading) => [EVENTS.收到((await reading.thing<Assignment>(ID))!, NOW)];
    const batches = [
      await plan(decide({ save: await save(one) }), one, { messageId: 'm.1' }),
      await plan(decide({ save: await save(other) }), other, { messageId: 'm.2' }),
    ];
    expect(await store.commit(batches[0]!)).toEqual({ kind: 'done' });
    expect(await store.commit(batches[1]!)).toEqual({ kind: 'conflict', on: `thing ${ID}` });
  });

  test('a decision that only speaks, or only nudges, demands nothing and uses up no number', async () => {
    const reading = await aReading(await aStoreWith(anAssignment()));
    await reading.thing(ID);
    await reading.nextNumber('T');
    const say = [{ to: 'person.chenli', class: 'R' as const, text: '没看懂', once: 'm.1.answer' }];
    const batch = await plan(decide({ say, nudge: ['task.T0612'] }), reading);
    expect(batch.reads.size).toBe(0);
    expect(batch.numbers).toEqual({});
    expect(batch).toMatchObject({ nudges: ['task.T0612'], messageId: 'm.1', things: [], audit: [] });
  });

  test('what is new must still not exist when it is written', async () => {
    const store = await aStoreWith();
    const reading = await aReading(store);
    const batch = await plan(decide({ save: [anAssignment()] }), reading);
    expect(batch.reads.get(`thing ${ID}`)).toBe(0);
    await store.commit(await plan(decide({ save: [anAssignment()] }), await aReading(store), { messageId: 'm.0' }));
    expect(await store.commit(batch)).toMatchObject({ kind: 'conflict' });
  });
});

describe('what becomes of a saved thing', () => {
  async function writeOf(before: Assignment, change: (assignment: Assignment) => Assignment) {
    const reading = await aReading(await aStoreWith(before));
    const batch = await plan(decide({ save: [change((await reading.thing<Assignment>(ID))!)] }), reading);
    return { write: batch.things[0]!, audit: batch.audit };
  }

  test('it leaves the lists it no longer belongs to, joins no list twice, and is woken for its next step', async () => {
    const { write } = await writeOf(anAssignmentThatIs('submitted'), (submitted) => acceptReport(submitted, NOW));
    expect(write.leaves).toEqual([
      'assignments.open',
      'assignments.open.unit.qingshan',
      'assignments.due.2026',
      'assignments.waiting.person.wangfang',
    ]);
    expect(write.joins).toEqual([]);
    expect(new Date(write.wakeAtMs!)).toEqual(at('2026-02-18 03:00'));
  });

  test('one that has nothing ahead of it is not woken any more', async () => {
    const { write } = await writeOf(anAssignment(), (assignment) => EVENTS.撤销(assignment, NOW));
    expect(write.wakeAtMs).toBeNull();
  });

  test('every change that matters gives one audit entry, bookkeeping none', async () => {
    const changed = await writeOf(anAssignment(), (assignment) => EVENTS.收到(assignment, NOW));
    expect(changed.audit.map((entry) => JSON.parse(entry))).toEqual([
      expect.objectContaining({ thing: ID, what: 'changed', by: { messageId: 'm.1' } }),
    ]);
    const woken = await writeOf(anAssignment(), (assignment) => ({ ...assignment, handledAt: NOW }));
    expect(woken.audit).toEqual([]);
  });

  test('a thing that is dropped leaves all its lists; dropping what does not exist is nothing', async () => {
    const store = await aStoreWith(anAssignment());
    const batch = await plan(decide({ drop: [ID, 'question.gone'] }), await aReading(store));
    expect(batch.things).toHaveLength(1);
    expect(batch.things[0]).toMatchObject({ json: null, wakeAtMs: null });
    expect(batch.things[0]!.leaves).toHaveLength(4);
  });

  test('a thing of a kind that nobody declared cannot be stored', async () => {
    const stranger = { id: 'stranger.1', type: 'stranger' };
    await expect(plan(decide({ save: [stranger] }), await aReading(await aStoreWith()))).rejects.toThrow(/stranger/);
  });
});

describe('questions and messages of a decision', () => {
  test('a question becomes a thing that lists itself with its person and goes when it expires', async () => {
    const ask = {
      conversation: 'person.wangfang',
      person: 'person.wangfang',
      matter: ID,
      about: 'extension',
      kinds: ['ruling' as const],
      expiresAt: at('2026-02-19 10:00'),
    };
    const batch = await plan(
      decide({ ask: [ask, { ...ask, about: 'units' }, ask] }),
      await aReading(await aStoreWith()),
      { messageId: 'wx:1' },
    );
    expect(batch.things.map((write) => write.joins)).toEqual(Array(2).fill(['questions.person.wangfang']));
    expect(new Set(batch.things.map((write) => write.id)).size).toBe(2);
    for (const write of batch.things) {
      expect(write.id).not.toContain(':');
      expect(new Date(write.wakeAtMs!)).toEqual(ask.expiresAt);
    }
    expect(batch.audit).toEqual([]);
  });

  test('messages keep their times as milliseconds and when they were decided', async () => {
    const say = [
      {
        to: 'person.chenli',
        class: 'L3' as const,
        text: '请报送',
        once: 'x',
        notBeforeAt: at('2026-01-20 08:30'),
        notAfterAt: at('2026-01-21 17:30'),
      },
    ];
    const batch = await plan(decide({ say }), await aReading(await aStoreWith()));
    expect(batch.messages).toEqual([
      {
        to: 'person.chenli',
        class: 'L3',
        text: '请报送',
        once: 'x',
        sinceMs: NOW.getTime(),
        notBeforeMs: at('2026-01-20 08:30').getTime(),
        notAfterMs: at('2026-01-21 17:30').getTime(),
      },
    ]);
  });
});
