import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, type Settings } from '../config/settings.ts';
import { decide } from '../domain/decision.ts';
import { KINDS } from '../domain/kinds.ts';
import type { Account, OfficeThing } from '../domain/people/office.ts';
import { planCommit } from '../domain/plan-commit.ts';
import { OfficeCache, RecordedReading } from '../domain/reading.ts';
import type { Thing } from '../domain/thing.ts';
import { EmbeddedRedis } from '../store/embedded-redis.ts';
import { type OpenOffice, openOffice } from '../store/open-office.ts';
import type { FireContext } from '../workers/fire.ts';
import { reminderFor } from '../workers/reminders/index.ts';

/** A Redis of its own in a temporary folder, with the settings of production, and an office opened on it. */
export interface Place {
  readonly url: string;
  readonly office: OpenOffice;
  readonly settings: Settings;
  readonly offices: OfficeCache;
  close(): Promise<void>;
}

export const BENCH_OFFICE = 'bench';

export async function openPlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'zhishou-bench-'));
  const redis = await EmbeddedRedis.start({ folder });
  const office = await openOffice({ url: redis.url, office: BENCH_OFFICE, onTrouble: () => {}, onSkew: () => {} });
  return {
    url: redis.url,
    office,
    settings: readSettings({ ZHISHOU_POLICY_FILE: undefined }),
    offices: new OfficeCache(),
    async close() {
      await office.close();
      await redis.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a worker of production wakes things with. */
export function firing({ office, settings, offices }: Pick<Place, 'office' | 'settings' | 'offices'>): FireContext {
  return {
    ...settings,
    ...{ store: office.store.things, wakes: office.store.wakes, kinds: KINDS, offices, reminderFor },
    now: () => office.clock.now(),
  };
}

/** Stores things in commits of a hundred, many under way at once. */
export async function store(place: Place, things: readonly Thing[]): Promise<void> {
  const commits = [];
  for (let from = 0; from < things.length; from += 100) commits.push(things.slice(from, from + 100));
  await inParallel(commits, 20, async (part) => {
    const { settings, office, offices } = place;
    const reading = new RecordedReading({ ...settings, store: office.store.things, offices, now: office.clock.now() });
    const batch = await planCommit(decide({ save: part }), reading, { system: 'bench' }, { ...settings, kinds: KINDS });
    const outcome = await office.store.things.commit(batch);
    if (outcome.kind !== 'done') throw new Error(`a commit of the bench ended as ${outcome.kind}`);
  });
}

/** Works through a list with so many under way at a time. */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(width, items.length) }, async () => {
      while (next < items.length) await work(items[next++]!);
    }),
  );
}

/** So many units, each with one liaison who can be reached. */
export function unitsWithLiaisons(count: number): OfficeThing[] {
  const boundAt = new Date('2026-01-01T00:00:00+08:00');
  return Array.from({ length: count }, (_, index): OfficeThing[] => {
    const account: Account = { contactId: `wx-${index}`, boundAt, reachable: true };
    return [
      { id: `unit.u${index}`, type: 'unit', name: `第${index}单位`, aliases: [], kind: 'township', status: 'active' },
      {
        id: `person.p${index}`,
        type: 'person',
        name: `联络${index}`,
        roles: [],
        tenures: [{ unit: `unit.u${index}`, post: 'liaison', title: '联络员', fromDay: '2025-01-01', letter: 'A' }],
        accounts: [account],
      },
    ];
  }).flat();
}
