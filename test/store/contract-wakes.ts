import { describe, expect, test } from '@jest/globals';
import { aBatch, aWrite, START_MS } from '../support/batch.ts';
import type { StoreUnderTest } from './contract.ts';

export function wakeContract(store: () => StoreUnderTest): void {
  const file = (wakes: Record<string, number | null>, atMs = START_MS) =>
    store().things.commit(
      aBatch({ atMs, things: Object.entries(wakes).map(([id, at]) => aWrite(id, { wakeAtMs: at && START_MS + at })) }),
    );
  const due = (afterMs: number, limit = 100) => store().wakes.dueWakes(START_MS + afterMs, limit);

  describe('the wake index', () => {
    test('hands out what is due, the longest due first', async () => {
      await file({ 'task.c': 30, 'task.a': 10, 'task.b': 20, 'task.d': 40, 'task.never': null });

      expect(await due(9)).toEqual([]);
      expect(await due(30)).toEqual(['task.a', 'task.b', 'task.c']);
      expect(await due(30, 2)).toEqual(['task.a', 'task.b']);
      expect(await store().wakes.nextWakeMs()).toBe(START_MS + 10);
    });

    test('holds one moment per thing: the one of its last commit', async () => {
      await file({ 'task.a': 10, 'task.b': 20 });
      await file({ 'task.a': 50, 'task.b': null });

      expect(await due(49)).toEqual([]);
      expect(await due(50)).toEqual(['task.a']);
      await store().things.commit(aBatch({ things: [aWrite('task.a', { json: null })] }));
      expect(await store().wakes.nextWakeMs()).toBeUndefined();
    });

    test('brings a nudged thing forward and never puts it back', async () => {
      await file({ 'task.late': 500, 'task.early': -500, 'task.none': null });
      await store().things.commit(aBatch({ atMs: START_MS + 5, nudges: ['task.late', 'task.early', 'task.none'] }));

      expect(await due(-500)).toEqual(['task.early']);
      expect(await due(5)).toEqual(['task.early', 'task.late', 'task.none']);
    });

    test('nudges a thing that the same commit writes', async () => {
      await store().things.commit(
        aBatch({ things: [aWrite('task.a', { wakeAtMs: START_MS + 900 })], nudges: ['task.a'] }),
      );
      expect(await due(0)).toEqual(['task.a']);
    });

    test('lets go of a wake that is done, unless a later one was filed meanwhile', async () => {
      await file({ 'task.a': 10, 'task.b': 10 });
      await file({ 'task.b': 60 });
      await store().wakes.wakeDone('task.a', START_MS + 20);
      await store().wakes.wakeDone('task.b', START_MS + 20);

      expect(await due(1000)).toEqual(['task.b']);
    });

    test('keeps a wake into the past that was filed after the thing was looked at', async () => {
      await file({ 'task.a': 10 });
      const rev = (await store().things.load(['task.a']))[0]!.rev;
      await file({ 'task.a': 5 });
      await store().wakes.wakeDone('task.a', START_MS + 20, rev);
      expect(await due(20)).toEqual(['task.a']);

      const [now] = await store().things.load(['task.a']);
      await store().wakes.wakeDone('task.a', START_MS + 20, now!.rev);
      expect(await due(20)).toEqual([]);
    });

    test('counts failures in a row and puts the wake off', async () => {
      await file({ 'task.a': 10 });
      expect(await store().wakes.wakeFailed('task.a', START_MS + 1000)).toBe(1);
      expect(await due(999)).toEqual([]);
      expect(await store().wakes.wakeFailed('task.a', START_MS + 2000)).toBe(2);
      expect(await due(2000)).toEqual(['task.a']);

      await store().wakes.wakeDone('task.a', START_MS);
      expect(await store().wakes.wakeFailed('task.a', START_MS + 3000)).toBe(1);
    });

    test('does not bring back a thing that was closed while its wake failed', async () => {
      await file({ 'task.a': 10 });
      await file({ 'task.a': null });
      await store().wakes.wakeFailed('task.a', START_MS + 1000);

      expect(await due(5000)).toEqual([]);
    });

    test('sets a parked thing aside until somebody looks at it', async () => {
      await file({ 'task.a': 10 });
      await store().wakes.park('task.a', 'no kind is declared');
      expect(await due(5000)).toEqual([]);
      expect(await store().wakes.parked()).toMatchObject([{ id: 'task.a', reason: 'no kind is declared' }]);

      await store().things.commit(aBatch({ nudges: ['task.a'] }));
      expect(await due(5000)).toEqual([]);
      expect(await store().wakes.unpark('task.a', START_MS + 7)).toBe(true);
      expect(await store().wakes.unpark('task.a', START_MS + 7)).toBe(false);
      expect(await due(7)).toEqual(['task.a']);
      expect(await store().wakes.parked()).toEqual([]);
    });

    test('takes a parked thing back when it is changed', async () => {
      await file({ 'task.a': 10 });
      await store().wakes.park('task.a', 'broken');
      await file({ 'task.a': 20 });

      expect(await due(20)).toEqual(['task.a']);
      expect(await store().wakes.parked()).toEqual([]);
    });
  });
}
