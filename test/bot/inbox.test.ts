import { expect, test } from '@jest/globals';
import { Inbox, type InboxEntry, type InboxParts } from '../../bot/inbox.ts';
import type { IncomingMessage } from '../../domain/message.ts';

function message(id: string): IncomingMessage {
  const at = new Date('2026-01-15T10:00:00+08:00');
  return {
    ...{ id, sentAt: at, receivedAt: at, from: { contactId: 'wx-chenli', name: '陈立' }, kind: 'text', text: id },
    ...{ mentionsMe: false, mentionsAll: false, mentions: [] },
  };
}

/** What lies in the store, and what each of a row of processes does with it; one that reads 毒 never comes back. */
function row() {
  const entries: InboxEntry[] = [
    { entryId: '1', message: message('毒') },
    { entryId: '2', message: message('收到') },
  ];
  const starts = new Map<string, number>();
  const done: string[] = [];
  const store: InboxParts['store'] = {
    accept: async () => ({ kind: 'known' }),
    async *pending() {
      yield* [...entries];
    },
    async started(entryId) {
      starts.set(entryId, (starts.get(entryId) ?? 0) + 1);
      return starts.get(entryId)!;
    },
    async remove(entryId) {
      entries.splice(0, entries.length, ...entries.filter((one) => one.entryId !== entryId));
    },
  };
  const process = async () => {
    const inbox = new Inbox({
      ...{ store, holdMs: 0, wait: async () => {}, log: { warn() {} }, secrecy: async () => {} },
      handle: (one) => (one.text === '毒' ? new Promise(() => {}) : Promise.resolve(done.push(one.text))),
      giveUp: async (one) => done.push(`给 ${one.text} 回话`),
    });
    await inbox.replay();
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    return inbox;
  };
  return { process, done, entries };
}

test('a message that ends every process that reads it is given up after three, and what lies behind it is read', async () => {
  const { process, done, entries } = row();
  for (let count = 0; count < 3; count++) await process();
  expect(done).toEqual([]);
  expect(entries).toHaveLength(2);
  const last = await process();
  await last.idle();
  expect(done).toEqual(['给 毒 回话', '收到']);
  expect(entries).toEqual([]);
});
