import { describe, expect, test } from '@jest/globals';
import type { Batch } from '../../domain/ports.ts';
import { aBatch, aMessage, aWrite, DAY_MS, START_MS } from '../support/batch.ts';
import type { StoreUnderTest } from './contract.ts';

const DONE = { kind: 'done' };

export function commitContract(store: () => StoreUnderTest): void {
  const commit = (part: Partial<Batch>) => store().things.commit(aBatch(part));
  const revOf = async (id: string) => (await store().things.load([id]))[0]!.rev;

  describe('a commit', () => {
    test('stores things that come back with their instants as dates', async () => {
      const fields = {
        title: '排查',
        dueAt: '2026-03-05T09:30:00.000Z',
        reports: [{ writtenAt: '2026-03-04T01:00:00.000Z' }],
      };
      await commit({ things: [aWrite('task.1', { fields })] });

      const [found, missing] = await store().things.load(['task.1', 'task.2']);
      expect(found!.thing).toEqual({
        id: 'task.1',
        type: 'note',
        title: '排查',
        dueAt: new Date('2026-03-05T09:30:00Z'),
        reports: [{ writtenAt: new Date('2026-03-04T01:00:00Z') }],
      });
      expect(found!.rev).toBeGreaterThan(0);
      expect(missing).toEqual({ thing: undefined, rev: 0 });
    });

    test('is seen in one look: revisions, members and things of the same moment', async () => {
      const things = [aWrite('task.1', { joins: ['open'] }), aWrite('task.2', { joins: ['open'] }), aWrite('task.3')];
      await commit({ things });
      const look = await store().things.snapshot({
        revs: ['open', 'nobody'],
        collections: ['empty', 'open'],
        ids: ['task.3', 'task.4', 'task.1'],
      });

      const rev = await revOf('task.1');
      expect(look.revs).toEqual(
        new Map([
          ['open', await store().things.collectionRev('open')],
          ['nobody', 0],
        ]),
      );
      expect(look.collections.get('empty')).toEqual({ ids: [], rev: 0 });
      expect([...look.collections.get('open')!.ids].sort()).toEqual(['task.1', 'task.2']);
      expect(look.collections.get('open')!.rev).toBe(look.revs.get('open'));
      expect([...look.things.keys()].sort()).toEqual(['task.1', 'task.2', 'task.3', 'task.4']);
      expect(look.things.get('task.2')).toMatchObject({ thing: { id: 'task.2', type: 'note' }, rev });
      expect(look.things.get('task.4')).toEqual({ thing: undefined, rev: 0 });
      expect(await store().things.snapshot({})).toEqual({ revs: new Map(), collections: new Map(), things: new Map() });
    });

    test('is seen whole in one look, however many members a collection has', async () => {
      const things = Array.from({ length: 2500 }, (_, n) => aWrite(`task.${n}`, { joins: ['open'] }));
      for (let n = 0; n < things.length; n += 500) await commit({ things: things.slice(n, n + 500) });
      const { things: found } = await store().things.snapshot({ collections: ['open'], ids: ['task.x'] });

      expect(found.size).toBe(2501);
      expect([...found].every(([id, { thing }]) => id === 'task.x' || thing?.id === id)).toBe(true);
    });

    test('stands when everything it read is unchanged', async () => {
      await commit({ things: [aWrite('task.1', { joins: ['open'] })] });
      const reads = new Map([
        ['thing task.1', await revOf('task.1')],
        ['thing task.2', 0],
        ['collection open', await store().things.collectionRev('open')],
        ['collection closed', 0],
        ['series T', 0],
      ]);

      expect(await commit({ reads, things: [aWrite('task.2')], numbers: { T: 1 } })).toEqual(DONE);
      expect(await store().things.lastNumber('T')).toBe(1);
    });

    test('is refused when a thing it read has changed', async () => {
      await commit({ things: [aWrite('task.1')] });
      const reads = new Map([['thing task.1', await revOf('task.1')]]);
      await commit({ things: [aWrite('task.1')] });

      expect(await commit({ reads, things: [aWrite('task.1')] })).toEqual({ kind: 'conflict', on: 'thing task.1' });
    });

    test('is refused when a thing it did not find has been created', async () => {
      await commit({ things: [aWrite('task.1')] });
      const reads = new Map([['thing task.1', 0]]);

      expect(await commit({ reads, things: [aWrite('task.1')] })).toEqual({ kind: 'conflict', on: 'thing task.1' });
    });

    test('is refused when a thing it read was deleted and created again', async () => {
      await commit({ things: [aWrite('task.1')] });
      const reads = new Map([['thing task.1', await revOf('task.1')]]);
      await commit({ things: [aWrite('task.1', { json: null })] });
      expect(await revOf('task.1')).toBe(0);
      await commit({ things: [aWrite('task.1')] });

      expect(await commit({ reads, things: [] })).toEqual({ kind: 'conflict', on: 'thing task.1' });
    });

    test('is refused when a collection it read has gained or lost a member', async () => {
      const before = new Map([['collection open', await store().things.collectionRev('open')]]);
      await commit({ things: [aWrite('task.1', { joins: ['open'] })] });
      const between = new Map([['collection open', await store().things.collectionRev('open')]]);
      await commit({ things: [aWrite('task.1', { leaves: ['open'] })] });

      for (const reads of [before, between]) {
        expect(await commit({ reads })).toEqual({ kind: 'conflict', on: 'collection open' });
      }
    });

    test('is refused when a member that touches the collection has changed, and only then', async () => {
      await commit({ things: [aWrite('shift.1', { joins: ['month'] })] });
      const reads = new Map([['collection month', await store().things.collectionRev('month')]]);
      await commit({ things: [aWrite('shift.1')] });
      expect(await commit({ reads })).toEqual(DONE);

      await commit({ things: [aWrite('shift.1', { touches: ['month'] })] });
      expect(await commit({ reads })).toEqual({ kind: 'conflict', on: 'collection month' });
    });

    test('is refused when a number it would give out is taken', async () => {
      const reads = new Map([['series T', 0]]);
      expect(await commit({ reads, numbers: { T: 2 } })).toEqual(DONE);
      expect(await commit({ reads, numbers: { T: 1 } })).toEqual({ kind: 'conflict', on: 'series T' });
      expect(await commit({ numbers: { T: 2 } })).toEqual({ kind: 'conflict', on: 'series T' });
      expect(await store().things.lastNumber('T')).toBe(2);
    });

    test('happens once for a message, however often it is repeated', async () => {
      expect(await commit({ messageId: 'm1', things: [aWrite('task.1')] })).toEqual(DONE);
      const rev = await revOf('task.1');

      expect(await commit({ messageId: 'm1', things: [aWrite('task.1')] })).toEqual({ kind: 'repeated' });
      expect(await revOf('task.1')).toBe(rev);
    });

    test('says that it is a repetition even if what it read has changed since', async () => {
      const reads = new Map([['thing task.1', 0]]);
      const batch = { messageId: 'm1', reads, things: [aWrite('task.1')] };
      await commit(batch);

      expect(await commit(batch)).toEqual({ kind: 'repeated' });
    });

    test('leaves no trace when it is refused', async () => {
      await commit({ things: [aWrite('task.1', { joins: ['open'], wakeAtMs: START_MS + 5 })], numbers: { T: 3 } });
      const before = await everything();

      const outcome = await commit({
        reads: new Map([['thing task.1', 1_000_000]]),
        things: [
          aWrite('task.1', { json: null, leaves: ['open'] }),
          aWrite('task.2', { joins: ['open'], wakeAtMs: START_MS }),
        ],
        audit: ['{"thing":"task.2"}'],
        messages: [aMessage()],
        numbers: { T: 4 },
        nudges: ['task.1'],
        messageId: 'm1',
      });

      expect(outcome).toEqual({ kind: 'conflict', on: 'thing task.1' });
      expect(await everything()).toEqual(before);
      expect(await commit({ messages: [aMessage()] })).toEqual(DONE);
      expect((await store().outbox.conversation('room.anweihui')).items).toHaveLength(1);
    });
  });

  async function everything() {
    const { things, wakes, outbox } = store();
    return {
      things: await things.load(['task.1', 'task.2']),
      open: await things.collection('open'),
      last: await things.lastNumber('T'),
      wakes: await wakes.dueWakes(START_MS + DAY_MS, 100),
      next: await wakes.nextWakeMs(),
      said: await outbox.conversation('room.anweihui'),
    };
  }

  describe('a collection', () => {
    test('lists its members, and an unknown one is empty', async () => {
      await commit({
        things: ['a', 'b', 'c'].map((name) => aWrite(`task.${name}`, { joins: ['open', `of.${name}`] })),
      });
      await commit({ things: [aWrite('task.b', { leaves: ['open'] })] });

      expect([...(await store().things.collection('open')).ids].sort()).toEqual(['task.a', 'task.c']);
      expect((await store().things.collection('of.b')).ids).toEqual(['task.b']);
      expect(await store().things.collection('unknown')).toEqual({ ids: [], rev: 0 });
      expect(await store().things.collectionSize('open')).toBe(2);
      expect(await store().things.collectionSize('unknown')).toBe(0);
    });

    test('keeps its revision when somebody joins who is there already, or leaves who is not', async () => {
      await commit({ things: [aWrite('task.1', { joins: ['open'] })] });
      const rev = await store().things.collectionRev('open');
      await commit({ things: [aWrite('task.1', { joins: ['open'] }), aWrite('task.2', { leaves: ['open'] })] });

      expect(await store().things.collectionRev('open')).toBe(rev);
    });

    test('holds thousands', async () => {
      const ids = Array.from({ length: 3000 }, (_, n) => `receipt.1.${n}`);
      await commit({ things: ids.map((id) => aWrite(id, { joins: ['receipts'] })) });

      expect((await store().things.collection('receipts')).ids).toHaveLength(3000);
      expect((await store().things.load(ids)).every(({ rev }) => rev > 0)).toBe(true);
    });
  });
}
