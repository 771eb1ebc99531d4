import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { build, until } from '../support/processes.ts';
import { Product, stopProducts } from '../support/product.ts';
import { policyFile } from './policy-file.ts';
import { POLICY, type Told, tell } from './story-2.ts';

/** The named points of a message's way and of a wake's, each at the passing that lies in the middle of the story. */
const POINTS = [
  'inbox.written:2',
  'commit.before:2',
  'commit.after:2',
  'relay.filed:2',
  'outbox.frozen:2',
  'outbox.sending:2',
  'outbox.sent-unnoted:2',
  'outbox.between-parts:1',
  'outbox.settled:2',
  'wake.decided:2',
  'wake.committed:2',
];

/** The same in the order in which the story comes by. */
const ALL_AT = [
  'inbox.written',
  'commit.after',
  'outbox.sending',
  'outbox.sent-unnoted',
  'outbox.between-parts',
  'wake.committed',
];

const policy = policyFile(POLICY);
const PATIENCE_MS = 300_000;
/** As long as the story itself waits for what a moved clock calls for before it goes on. */
const DEATH_MS = 150_000;
const THREE = 3;

let undisturbed: Promise<Told>;
let disturbed: ReadonlyMap<string, Promise<Told>>;

beforeAll(() => {
  build();
  const stories = [() => play({}), ...POINTS.map((point) => () => play({ ZHISHOU_CRASH_AT: point }))];
  const [first, ...rest] = atATime(THREE, stories);
  undisturbed = first!;
  disturbed = new Map(POINTS.map((point, index) => [point, rest[index]!]));
}, PATIENCE_MS);
afterAll(async () => {
  await stopProducts();
  policy.remove();
}, PATIENCE_MS);

async function play(env: Record<string, string>): Promise<Told> {
  const product = await Product.start({ env: { ZHISHOU_POLICY_FILE: policy.path, ...env } });
  try {
    const told = await tell(product);
    if (env.ZHISHOU_CRASH_AT && !hasCrashed(product, env.ZHISHOU_CRASH_AT)) throw new Error('nobody was killed');
    return told;
  } finally {
    await product.stop();
  }
}

function hasCrashed(product: Product, point: string): boolean {
  return existsSync(join(product.dataDir, `crashed-at.${point.split(':')[0]}`));
}

/** Starts the works in their order, so many side by side. */
function atATime<T>(many: number, works: readonly (() => Promise<T>)[]): Promise<T>[] {
  const ended: Promise<unknown>[] = [];
  return works.map((work, index) => {
    const before = ended[index - many] ?? Promise.resolve();
    const result = before.then(work);
    ended.push(result.catch(() => {}));
    return result;
  });
}

describe('a process is killed in the middle of the story', () => {
  test(
    'undisturbed, everybody reads what concerns them',
    async () => {
      const { said, ledger } = await undisturbed;
      expect(Object.keys(said).sort()).toEqual(
        ['anweihui', 'wx-chenli', 'wx-liangbin', 'wx-sumei', 'wx-sunhao', 'wx-wangfang', 'wx-zhoujie'].sort(),
      );
      expect(ledger['assignment.T0001.qingshan']).toEqual({
        state: 'done',
        ackBy: 'person.chenli',
        files: [['排查台账.xlsx', '现场.jpg'].sort()],
      });
    },
    PATIENCE_MS,
  );

  test.each(POINTS)(
    'at %s, and the transcript is the undisturbed one',
    async (point) => {
      expect(await disturbed.get(point)).toEqual(await undisturbed);
    },
    PATIENCE_MS,
  );
});

/** Starts it again; it may come by the next point, and die there, before it is ready. */
async function startUpTo(product: Product, next: string | undefined): Promise<void> {
  await product.start({ ZHISHOU_CRASH_AT: next ?? '' }).catch((error) => {
    if (next === undefined || !hasCrashed(product, next)) throw error;
  });
}

describe('everything is killed in the middle of the story', () => {
  test(
    'again and again, and the transcript is the undisturbed one',
    async () => {
      await Promise.all(disturbed.values());
      const product = await Product.prepare({ env: { ZHISHOU_POLICY_FILE: policy.path } });
      await product.start({ ZHISHOU_CRASH_AT: ALL_AT[0]! });
      const told = tell(product);
      told.catch(() => {});
      for (const [index, point] of ALL_AT.entries()) {
        await Promise.race([until(() => hasCrashed(product, point), `a death at ${point}`, DEATH_MS), told]);
        product.killAll();
        await startUpTo(product, ALL_AT[index + 1]);
      }
      expect(await told).toEqual(await undisturbed);
    },
    2 * PATIENCE_MS,
  );
});
