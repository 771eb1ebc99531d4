import { describe, expect, test } from '@jest/globals';
import type { PendingMessage } from '../../domain/ports.ts';
import { aBatch, aMessage, anEnvelope, DAY_MS, START_MS } from '../support/batch.ts';
import type { StoreUnderTest } from './contract.ts';

const ROOM = 'room.anweihui';
const QUIET = { counts: {}, taken: [], nextLookMs: null };

export function outboxContract(store: () => StoreUnderTest): void {
  const say = (...messages: PendingMessage[]) =>
    store().things.commit(aBatch({ atMs: messages.at(-1)!.sinceMs, messages }));
  const onces = async (to = ROOM) => (await store().outbox.conversation(to)).items.map(({ once }) => once);
  const due = (afterMs: number) => store().outbox.dueConversations(START_MS + afterMs, 100);

  /** Freezes everything that waits in the room into one envelope. */
  async function freezeAll(id = 'env.1') {
    const { rev, items } = await store().outbox.conversation(ROOM);
    const envelope = anEnvelope(items, { id });
    const taken = items.map(({ once }) => once);
    const nextLookMs = START_MS + 15_000;
    return { envelope, frozen: await store().outbox.freeze({ ...QUIET, to: ROOM, rev, envelope, taken, nextLookMs }) };
  }

  describe('the outbox', () => {
    test('keeps messages in the order in which they were said', async () => {
      const names = Array.from({ length: 40 }, (_, n) => `say.${n}`);
      for (let n = 0; n < 40; n += 4) {
        await say(...names.slice(n, n + 4).map((once) => aMessage({ once, text: once.repeat(300) })));
      }

      expect(await onces()).toEqual(names);
      expect(await store().outbox.conversation('room.other')).toEqual({ to: 'room.other', rev: 0, items: [] });
    });

    test('gives back a message as it was said', async () => {
      const file = { sha256: 'ab', name: '台账.xlsx', size: 3, kind: 'file' as const };
      const message = aMessage({
        notBeforeMs: START_MS + 5,
        notAfterMs: START_MS + 9,
        mentions: ['person.chenli'],
        file,
      });
      await say(message);

      expect((await store().outbox.conversation(ROOM)).items).toEqual([message]);
    });

    test('drops what was said before under the same name, for forty days at least', async () => {
      await say(aMessage({ once: 'a' }), aMessage({ once: 'a', to: 'room.other' }));
      await freezeAll();
      await say(
        aMessage({ once: 'a', sinceMs: START_MS + 40 * DAY_MS }),
        aMessage({ once: 'b', sinceMs: START_MS + 40 * DAY_MS }),
      );

      expect(await onces()).toEqual(['b']);
      expect(await onces('room.other')).toEqual([]);
    });

    test('is looked at when the first of its messages may be spoken', async () => {
      await say(aMessage({ once: 'a', notBeforeMs: START_MS + 500 }), aMessage({ once: 'b', to: 'person.chenli' }));
      expect(await due(499)).toEqual(['person.chenli']);
      await say(
        aMessage({ once: 'c', notBeforeMs: START_MS + 100 }),
        aMessage({ once: 'd', notBeforeMs: START_MS + 900 }),
      );

      expect(await due(100)).toEqual(['person.chenli', ROOM]);
      expect(await store().outbox.nextConversationMs()).toBe(START_MS);
    });

    test('freezes an envelope only if the conversation did not move on', async () => {
      await say(aMessage({ once: 'a' }), aMessage({ once: 'b' }));
      const { rev, items } = await store().outbox.conversation(ROOM);
      await say(aMessage({ once: 'c' }));
      const change = {
        ...QUIET,
        to: ROOM,
        rev,
        envelope: anEnvelope(items),
        taken: ['a', 'b'],
        nextLookMs: START_MS + 1,
      };

      expect(await store().outbox.freeze({ ...change, counts: { merged: 1 } })).toBe(false);
      expect(await onces()).toEqual(['a', 'b', 'c']);
      expect((await store().outbox.counts()).merged).toBe(0);

      const now = await store().outbox.conversation(ROOM);
      expect(await store().outbox.freeze({ ...change, rev: now.rev })).toBe(true);
      expect(await store().outbox.freeze({ ...change, rev: now.rev })).toBe(false);
      expect(await onces()).toEqual(['c']);
    });

    test('stores envelope, use, counts and the next look in one step', async () => {
      await say(aMessage({ once: 'a' }), aMessage({ once: 'lapsed' }));
      const { rev, items } = await store().outbox.conversation(ROOM);
      const envelope = anEnvelope([items[0]!]);
      const use = { day: '2026-03-02', budgeted: 3, lastL3Ms: START_MS };
      const told = aMessage({ once: 'lapsed.told', to: 'person.wangfang' });
      const taken = ['a', 'lapsed'];
      const nextLookMs = START_MS + 15_000;
      await store().outbox.freeze({
        to: ROOM,
        rev,
        envelope,
        taken,
        use,
        counts: { expired: 1 },
        nextLookMs,
        messages: [told],
      });

      expect(await store().outbox.conversation(ROOM)).toMatchObject({ items: [], envelope, use });
      expect(await onces('person.wangfang')).toEqual(['lapsed.told']);
      expect(await store().outbox.underWay()).toEqual([ROOM]);
      expect(await store().outbox.counts()).toMatchObject({ expired: 1, sent: 0 });
      expect(await due(14_999)).toEqual(['person.wangfang']);
      expect(await due(15_000)).toEqual(['person.wangfang', ROOM]);
    });

    test('never has two envelopes of one conversation under way', async () => {
      await say(aMessage({ once: 'a' }));
      await freezeAll();
      await say(aMessage({ once: 'b' }));

      await expect(freezeAll('env.2')).rejects.toThrow('still under way');
      expect(await onces()).toEqual(['b']);
    });

    test('never leaves messages behind that nobody will look at', async () => {
      await say(aMessage({ once: 'a' }), aMessage({ once: 'b' }));
      const { rev } = await store().outbox.conversation(ROOM);

      await expect(store().outbox.freeze({ ...QUIET, to: ROOM, rev, taken: ['a'] })).rejects.toThrow('next look');
      expect(await onces()).toEqual(['a', 'b']);
      expect(await store().outbox.freeze({ ...QUIET, to: ROOM, rev, taken: ['a', 'b'] })).toBe(true);
      expect(await store().outbox.nextConversationMs()).toBeUndefined();
    });

    test('notes how far an envelope got', async () => {
      await say(aMessage({ once: 'a' }));
      const { envelope } = await freezeAll();
      const sending = {
        ...envelope,
        parts: [{ ...envelope.parts[0]!, state: 'sending' as const, sendingAtMs: START_MS }],
      };
      const before = await store().outbox.conversation(ROOM);
      await store().outbox.progress(sending, START_MS + 30_000);

      const after = await store().outbox.conversation(ROOM);
      expect(after.envelope).toEqual(sending);
      expect(after.rev).toBeGreaterThan(before.rev);
      expect(await store().outbox.nextConversationMs()).toBe(START_MS + 30_000);
    });

    test('settles an envelope once, with its counts and follow-ups', async () => {
      await say(aMessage({ once: 'a' }));
      const { envelope } = await freezeAll();
      const followUp = aMessage({ once: 'a.fallback', to: 'person.wangfang' });
      await store().outbox.settle(envelope, { sent: 2 }, null, [followUp]);
      await store().outbox.settle(envelope, { sent: 2 }, null, [followUp]);

      expect(await store().outbox.conversation(ROOM)).toMatchObject({ items: [] });
      expect((await store().outbox.conversation(ROOM)).envelope).toBeUndefined();
      expect(await onces('person.wangfang')).toEqual(['a.fallback']);
      expect((await store().outbox.counts()).sent).toBe(2);
      expect(await store().outbox.underWay()).toEqual([]);
      expect(await due(DAY_MS)).toEqual(['person.wangfang']);
      await expect(store().outbox.progress(envelope, START_MS)).rejects.toThrow('no longer under way');
    });

    test('looks at what was said during the sending as soon as the envelope is over', async () => {
      await say(aMessage({ once: 'a' }));
      const { envelope } = await freezeAll();
      await say(aMessage({ once: 'b', sinceMs: START_MS + 40 }));
      await store().outbox.progress(envelope, START_MS + 30_000);
      expect(await due(29_999)).toEqual([]);
      await store().outbox.settle(envelope, { sent: 1 }, null);

      expect(await store().outbox.nextConversationMs()).toBe(START_MS + 40);
      expect(await onces()).toEqual(['b']);
    });

    test('looks again at what stayed behind even if the sender named no moment', async () => {
      await say(aMessage({ once: 'a' }), aMessage({ once: 'held' }));
      const { rev, items } = await store().outbox.conversation(ROOM);
      const envelope = anEnvelope([items[0]!]);
      await store().outbox.freeze({ ...QUIET, to: ROOM, rev, envelope, taken: ['a'], nextLookMs: START_MS + DAY_MS });
      await store().outbox.settle(envelope, {}, null);

      expect(await due(0)).toEqual([ROOM]);
    });
  });
}
