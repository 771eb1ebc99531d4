import { beforeEach, describe } from '@jest/globals';
import type { OutboxStore, ThingStore, WakeIndex } from '../../domain/ports.ts';
import { commitContract } from './contract-commit.ts';
import { concurrencyContract } from './contract-concurrency.ts';
import { outboxContract } from './contract-outbox.ts';
import { wakeContract } from './contract-wakes.ts';

/** A store under test; `second` is another process' view of the same state. */
export interface StoreUnderTest {
  readonly things: ThingStore;
  readonly wakes: WakeIndex & {
    parked(): Promise<readonly { readonly id: string; readonly reason: string }[]>;
    unpark(id: string, atMs: number): Promise<boolean>;
  };
  readonly outbox: OutboxStore & { underWay(): Promise<readonly string[]> };
  readonly second: ThingStore;
}

/** What everything behind the store's ports must do; run against Redis and against the twin. `open` returns an empty store. */
export function storeContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(name, () => {
    let store: StoreUnderTest;
    beforeEach(async () => {
      store = await open();
    });

    commitContract(() => store);
    wakeContract(() => store);
    outboxContract(() => store);
    concurrencyContract(open);
  });
}
