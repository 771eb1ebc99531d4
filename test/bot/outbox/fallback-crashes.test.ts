import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CrashPoint } from '../../../bot/outbox/delivery-parts.ts';
import type { PendingMessage } from '../../../domain/ports.ts';
import { ScriptedChannel } from '../../support/scripted-channel.ts';
import { CHEN, Crash, ROOM, Sending, WANG, ZHOU } from './sending.ts';

const POINTS: readonly CrashPoint[] = [
  'outbox.frozen',
  'outbox.sending',
  'outbox.settled',
  'fallback.frozen',
  'fallback.sending',
  'fallback.sent-unnoted',
  'fallback.settled',
];
const MARKED = '（补发，如已看到请忽略）';

interface Life {
  /** Minutes after nine at which the chat goes away and comes back. */
  readonly gone: number;
  readonly back: number;
  readonly says: readonly { readonly minute: number; readonly to: string; readonly part: Partial<PendingMessage> }[];
  readonly deaths: readonly { readonly point: CrashPoint; readonly nth: number }[];
  /** Whether the robot fails for some time, and how. */
  readonly trouble?: {
    readonly failure: 'not-sent' | 'refused' | 'throttled';
    readonly from: number;
    readonly to: number;
  };
}

const minute = (max: number) => fc.integer({ min: 0, max });
const life: fc.Arbitrary<Life> = fc
  .record({
    gone: minute(20),
    lasts: fc.integer({ min: 1, max: 90 }),
    says: fc.array(
      fc.record({
        minute: minute(100),
        to: fc.constantFrom(CHEN, ZHOU, WANG, ROOM),
        part: fc.oneof(
          fc.record({ class: fc.constantFrom('L0', 'L1', 'L2', 'L3', 'R', 'D') }),
          fc.record({ class: fc.constant('D'), urgent: fc.constant(true) }),
        ) as fc.Arbitrary<Partial<PendingMessage>>,
      }),
      { minLength: 1, maxLength: 12 },
    ),
    deaths: fc.array(fc.record({ point: fc.constantFrom(...POINTS), nth: fc.integer({ min: 1, max: 4 }) }), {
      maxLength: 3,
    }),
    trouble: fc.option(
      fc.record({
        failure: fc.constantFrom('not-sent', 'refused', 'throttled'),
        from: minute(60),
        to: minute(120),
      }),
      { nil: undefined },
    ) as fc.Arbitrary<Life['trouble']>,
  })
  .map(({ lasts, ...rest }) => ({ ...rest, back: rest.gone + lasts }));

async function lived({ gone, back, says, deaths, trouble }: Life) {
  const start = new Date('2026-01-14T09:00:00+08:00');
  const world = new Sending({}, start);
  const robot = new ScriptedChannel(world.time);
  world.channels = [robot];
  const left = [...deaths];
  const born = () => {
    const next = left.shift();
    if (next) world.doomedSender(next.point, next.nth);
    else world.newSender();
  };
  const alive = async (work: () => Promise<void>) => {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
        await world.time.settle();
        born();
        world.time.moveTo(new Date(world.time.now().getTime() + 2_000));
      }
    }
  };
  born();
  for (let n = 0; n <= 240; n++) {
    if (n === gone) await alive(() => world.chatBecomes('offline'));
    if (n === back) await alive(() => world.chatBecomes('online'));
    robot.down = trouble && n >= trouble.from && n < trouble.to ? trouble.failure : undefined;
    for (const [index, said] of says.entries()) {
      if (said.minute === n) world.say(said.to, `第${index}号事项`, said.part);
    }
    await alive(() => world.relayUntil(new Date(start.getTime() + n * 60_000)));
  }
  return { world, robot };
}

/** How often each matter was read, in the chat and in the group; a post that says that it may be known does not count. */
function readings(world: Sending, robot: ScriptedChannel, count: number): number[] {
  const posts = robot.texts().filter((text) => !text.startsWith(MARKED));
  const said = [...world.chat.transcript(), ...posts].join('\n');
  return Array.from({ length: count }, (_, index) => said.split(`第${index}号事项`).length - 1);
}

describe('chat and fall-back together', () => {
  test('bring every message to people exactly once, whatever fails and wherever the process dies', async () => {
    let overRobot = 0;
    await fc.assert(
      fc.asyncProperty(life, async (one) => {
        const { world, robot } = await lived(one);
        overRobot += robot.posts.length;
        const marked = robot.texts().filter((text) => text.startsWith(MARKED));
        const counts = readings(world, robot, one.says.length);
        for (const [index, count] of counts.entries()) {
          const again = marked.filter((text) => text.includes(`第${index}号事项`)).length;
          // Said again only where the process died with the post on its way, and then it says so.
          expect(count).toBeLessThanOrEqual(1);
          expect(count + again).toBeGreaterThanOrEqual(1);
        }
        if (one.deaths.length === 0) expect(marked).toEqual([]);
        const { sent, fallback, failed, unsure } = await world.store.outbox.counts();
        expect({ settled: sent + fallback, failed, unsure }).toEqual({
          settled: one.says.length,
          failed: 0,
          unsure: 0,
        });
        expect(await world.store.outbox.nextConversationMs()).toBeUndefined();
      }),
      { numRuns: 150 },
    );
    expect(overRobot).toBeGreaterThan(30);
  });

  test.each(POINTS.slice(3))(
    'a process that dies at %s loses nothing, and says again only what may be known',
    async (point) => {
      const { world, robot } = await lived({
        gone: 0,
        back: 60,
        says: [
          { minute: 1, to: CHEN, part: { class: 'L0' } },
          { minute: 1, to: ROOM, part: { class: 'L0' } },
        ],
        deaths: [{ point, nth: 1 }],
      });
      expect(readings(world, robot, 2).every((count) => count <= 1)).toBe(true);
      const mayBeKnown = point === 'fallback.sending' || point === 'fallback.sent-unnoted';
      expect(robot.texts().some((text) => text.startsWith(MARKED))).toBe(mayBeKnown);
      expect(robot.texts().join()).toContain('第0号事项');
      expect(robot.texts().join()).toContain('第1号事项');
      expect(world.chat.transcript()).toEqual([]);
    },
  );
});
