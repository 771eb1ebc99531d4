import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CrashPoint } from '../../../bot/outbox/delivery-parts.ts';
import { CHEN, Crash, ROOM, Sending, ZHOU } from './sending.ts';

const POINTS: readonly CrashPoint[] = [
  'outbox.frozen',
  'outbox.sending',
  'outbox.sent-unnoted',
  'outbox.between-parts',
  'outbox.settled',
];

/** A bit of everything: parts, files, mentions, lists, the same words twice. */
function aBusyMoment(world: Sending): void {
  world.say(CHEN, '今天请各单位报送烟花爆竹零售点排查台账。'.repeat(150), { class: 'L1' });
  world.say(CHEN, '已签收', { sinceMs: world.time.now().getTime() - 1000 });
  world.say(CHEN, '已签收');
  world.say(CHEN, 'T0612请签收', { class: 'L3', about: 'T0612' });
  world.say(CHEN, 'T0613请签收', { class: 'L3', about: 'T0613' });
  world.say(ROOM, '已下达T0614', { class: 'D', mentions: [CHEN, ZHOU] });
  world.say(ROOM, '请立即核实：利民超市起火', { class: 'L0' });
  world.say(ZHOU, '台账模板', { file: { sha256: 'ab', name: '台账.xlsx', size: 9, kind: 'file' } });
}

/** By conversation, because conversations do not wait for each other. */
function perConversation(world: Sending): Record<string, string[]> {
  const lines = world.chat.transcript().map((line) => `${line.slice(0, 40)}… ${line.length}`);
  return Object.fromEntries(
    ['ch-all', 'wx-chenli', 'wx-zhoujie', 'wx-wangfang'].map((name) => [
      name,
      lines.filter((line) => line.startsWith(name)),
    ]),
  );
}

async function undisturbed(): Promise<Record<string, string[]>> {
  const world = new Sending();
  aBusyMoment(world);
  await world.relayFor(30);
  return perConversation(world);
}

/** Works until everything is said or the process dies; true if it died. */
async function worksUntilItDies(world: Sending): Promise<boolean> {
  try {
    await world.time.until(world.sender.sessionChanged('online'));
    await world.relayFor(5);
    return false;
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    // The other conversations of the dead process come to their end as well.
    await world.time.settle();
    return true;
  }
}

async function restart(world: Sending): Promise<void> {
  world.newSender();
  world.time.moveTo(new Date(world.time.now().getTime() + 2_000));
  await world.time.until(world.sender.sessionChanged('online'));
  await world.relayFor(30);
}

describe('a process that dies while it speaks', () => {
  test.each(POINTS)('says in the end exactly what it would have said, wherever it died: %s', async (point) => {
    const expected = await undisturbed();
    let deaths = 0;
    for (let nth = 1; ; nth++) {
      const world = new Sending();
      aBusyMoment(world);
      world.doomedSender(point, nth);
      if (!(await worksUntilItDies(world))) break;
      deaths += 1;
      await restart(world);
      expect(perConversation(world)).toEqual(expected);
      expect(await world.store.outbox.counts()).toMatchObject({ sent: 8, unsure: 0, failed: 0 });
    }
    expect(deaths).toBeGreaterThan(0);
  });

  test('also if it dies again and again', async () => {
    const expected = await undisturbed();
    const death = fc.record({ point: fc.constantFrom(...POINTS), nth: fc.integer({ min: 1, max: 4 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(death, { minLength: 2, maxLength: 3 }), async (deaths) => {
        const world = new Sending();
        aBusyMoment(world);
        for (const { point, nth } of deaths) {
          world.doomedSender(point, nth);
          await worksUntilItDies(world);
          world.time.moveTo(new Date(world.time.now().getTime() + 2_000));
        }
        await restart(world);
        expect(perConversation(world)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('what the dying process had just handed over may show up a moment after the restart', async () => {
    const world = new Sending();
    world.chat.fail({ failure: 'unknown' });
    world.say(CHEN, '已签收');
    const looking = world.sender.lookAt(CHEN);
    await world.time.settle();
    await world.sender.stop();
    await looking;

    world.newSender();
    const online = world.sender.sessionChanged('online');
    await world.time.settle();
    world.time.moveTo(new Date(world.time.now().getTime() + 1_000));
    world.chat.show(world.chat.tried[0]!);
    await world.time.until(online);
    await world.relayFor(5);
    expect(world.chat.transcript()).toEqual(['wx-chenli: 已签收']);
    expect(world.chat.tried).toHaveLength(1);
  });

  test.each(POINTS)(
    'where the chat cannot tell what arrived, nothing is silently doubled or lost: %s',
    async (point) => {
      for (let nth = 1; ; nth++) {
        const world = new Sending({ showsOwn: false });
        aBusyMoment(world);
        world.doomedSender(point, nth);
        if (!(await worksUntilItDies(world))) break;
        await restart(world);

        const lines = world.chat.transcript();
        const plain = lines.filter((line) => !line.includes('如已收到请忽略') && !line.endsWith('已签收'));
        expect(new Set(plain).size).toBe(plain.length);
        expect(lines.filter((line) => line === 'wx-chenli: 已签收').length).toBeLessThanOrEqual(2);
        const { sent, unsure } = await world.store.outbox.counts();
        const notices = lines.join('\n').split('不能确定是否送到').length - 1;
        expect(sent + unsure - notices).toBe(8);
        expect(unsure > 0).toBe(notices > 0);
      }
    },
  );
});
