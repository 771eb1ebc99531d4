import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ThingStore } from '../../domain/ports.ts';
import { aBatch, aWrite } from '../support/batch.ts';
import type { StoreUnderTest } from './contract.ts';

/** What one decider does: adds to a counter, moves it between two lists, or takes a number. */
const work = fc.array(
  fc.record({
    by: fc.integer({ min: 0, max: 1 }),
    what: fc.constantFrom('add', 'move', 'number'),
    thing: fc.integer({ min: 0, max: 2 }),
  }),
  { minLength: 2, maxLength: 14 },
);
type Work = { readonly what: string; readonly thing: number };

export function concurrencyContract(open: () => Promise<StoreUnderTest>): void {
  describe('two processes that decide at the same time', () => {
    test('never lose an update, never share a number, never leave a gap', async () => {
      await fc.assert(
        fc.asyncProperty(work, async (items) => {
          const { things, second } = await open();
          const told = await Promise.all(items.map((item) => decideUntilDone(item.by === 0 ? things : second, item)));

          for (const thing of [0, 1, 2]) {
            const adds = items.filter((item) => item.what === 'add' && item.thing === thing).length;
            const [counter] = await things.load([`counter.${thing}`]);
            expect((counter!.thing as { count?: number } | undefined)?.count ?? 0).toBe(adds);
          }
          const numbers = told.filter((number) => number !== undefined);
          expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, n) => n + 1));
          await expectMembershipIsSound(things);
        }),
        { numRuns: 40 },
      );
    });
  });
}

/** Reads, decides, commits, and starts afresh after a conflict, as the product does. */
async function decideUntilDone(store: ThingStore, item: Work): Promise<number | undefined> {
  for (;;) {
    if (item.what === 'number') {
      const last = await store.lastNumber('T');
      const outcome = await store.commit(aBatch({ reads: new Map([['series T', last]]), numbers: { T: last + 1 } }));
      if (outcome.kind === 'done') return last + 1;
    } else if (item.what === 'add') {
      if (await addOne(store, `counter.${item.thing}`)) return undefined;
    } else if (await moveOver(store, `card.${item.thing}`)) return undefined;
  }
}

async function addOne(store: ThingStore, id: string): Promise<boolean> {
  const [{ thing, rev }] = (await store.load([id])) as [{ thing?: { count?: number }; rev: number }];
  const count = (thing?.count ?? 0) + 1;
  const outcome = await store.commit(
    aBatch({ reads: new Map([[`thing ${id}`, rev]]), things: [aWrite(id, { fields: { count } })] }),
  );
  return outcome.kind === 'done';
}

/** A card lies on exactly one of two lists; which one is known only from the list itself. */
async function moveOver(store: ThingStore, id: string): Promise<boolean> {
  const left = await store.collection('left');
  const reads = new Map([['collection left', left.rev]]);
  const isLeft = left.ids.includes(id);
  const [joins, leaves] = isLeft ? [['right'], ['left']] : [['left'], ['right']];
  const outcome = await store.commit(aBatch({ reads, things: [aWrite(id, { joins, leaves })] }));
  return outcome.kind === 'done';
}

async function expectMembershipIsSound(store: ThingStore): Promise<void> {
  const [left, right] = [await store.collection('left'), await store.collection('right')];
  const both = [...left.ids, ...right.ids];
  expect(new Set(both).size).toBe(both.length);
  for (const { rev } of await store.load(both)) expect(rev).toBeGreaterThan(0);
}
