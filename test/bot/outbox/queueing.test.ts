import { describe, expect, test } from '@jest/globals';
import { CHEN, ROOM, Sending, WANG, ZHOU } from './sending.ts';

const SLOW = { gapMs: 4000, jitterMs: 0, perMinute: 12 };

describe('at the pace of personal WeChat', () => {
  test('an incident elsewhere overtakes the reminders that queue', async () => {
    const world = new Sending({ pace: SLOW });
    for (const to of [CHEN, ZHOU, WANG]) world.say(to, `${to}请签收`, { class: 'L3' });
    const looks = [CHEN, ZHOU, WANG].map((to) => world.sender.lookAt(to));
    await world.time.settle();
    world.say(ROOM, '请立即核实：利民超市起火', { class: 'L0' });
    await world.time.until(Promise.all([...looks, world.sender.lookAt(ROOM)]));
    expect(world.chat.transcript()).toEqual([
      'wx-chenli: person.chenli请签收',
      'ch-all: 请立即核实：利民超市起火',
      'wx-zhoujie: person.zhoujie请签收',
      'wx-wangfang: person.wangfang请签收',
    ]);
  });

  test('a conversation that queues with a digest jumps ahead when an incident comes for it', async () => {
    const world = new Sending({ pace: SLOW });
    world.say(ZHOU, '先说的', { class: 'L2' });
    world.say(CHEN, 'T0612请签收', { class: 'L3' });
    world.say(WANG, 'T0613待审核', { class: 'L2' });
    const looks = [ZHOU, WANG, CHEN].map((to) => world.sender.lookAt(to));
    await world.time.settle();
    world.say(CHEN, '请立即到场', { class: 'L0' });
    await world.time.until(Promise.all([...looks, world.sender.lookAt(CHEN)]));
    expect(world.chat.transcript()).toEqual([
      'wx-zhoujie: 先说的',
      'wx-chenli: 请立即到场',
      'wx-wangfang: T0613待审核',
      'wx-chenli: T0612请签收',
    ]);
  });

  test('what arrives while a conversation queues is said in the same message', async () => {
    const world = new Sending({ pace: SLOW });
    world.say(ZHOU, '先说的');
    world.say(CHEN, 'T0612请签收', { class: 'L3' });
    const looks = [ZHOU, CHEN].map((to) => world.sender.lookAt(to));
    await world.time.settle();
    world.say(CHEN, 'T0613请签收', { class: 'L3' });
    await world.time.until(Promise.all(looks));
    expect(world.chat.transcript()).toEqual(['wx-zhoujie: 先说的', 'wx-chenli: T0612请签收\nT0613请签收']);
  });

  test('messages to forty conversations never come faster than the pace', async () => {
    const world = new Sending({ pace: SLOW });
    for (let n = 0; n < 40; n++) world.say(`contact.wx-${n}`, '已收到');
    await world.relayFor(10);
    const times = world.chat.shown.map((own) => own.at.getTime());
    expect(times).toHaveLength(40);
    expect(Math.min(...times.slice(1).map((at, n) => at - times[n]!))).toBeGreaterThanOrEqual(4000);
    expect(Math.min(...times.slice(12).map((at, n) => at - times[n]!))).toBeGreaterThanOrEqual(60_000);
  });

  test('each part of a long text waits for a turn of its own', async () => {
    const world = new Sending({ pace: SLOW });
    world.say(CHEN, '今天请各单位报送烟花爆竹零售点排查台账。'.repeat(200));
    await world.look(CHEN);
    const times = world.chat.shown.map((own) => own.at.getTime());
    expect(times.map((at) => at - times[0]!)).toEqual([0, 4000, 8000]);
  });
});

describe('rooms, files and new accounts', () => {
  const FILE = { sha256: 'ab12', name: '台账.xlsx', size: 10, kind: 'file' as const };
  const seconds = (world: Sending) =>
    world.chat.shown.map(({ at, text, file }) => [
      file ?? text,
      (at.getTime() - world.chat.shown[0]!.at.getTime()) / 1000,
    ]);

  test('the parts for one room keep its distance, files that of files, and a person is not made to wait', async () => {
    const world = new Sending({ pace: { ...SLOW, roomGapMs: 10_000, fileGapMs: 15_000 } });
    world.say(ROOM, '台账在此', { class: 'R', file: FILE });
    world.say(CHEN, '', { class: 'R', file: FILE });
    world.say(WANG, '已收到', { class: 'R' });
    await world.time.until(Promise.all([ROOM, CHEN, WANG].map((to) => world.sender.lookAt(to))));
    expect(seconds(world)).toEqual([
      ['台账在此', 0],
      ['台账.xlsx', 4],
      ['已收到', 8],
      ['台账.xlsx', 19],
    ]);
  });

  test('a new account keeps its reminders apart, and says that it does', async () => {
    const world = new Sending({ pace: { ...SLOW, newShares: [0.1] } });
    world.newSender({ newSinceMs: () => world.time.now().getTime() });
    expect(world.sender.heldBack()).toEqual({ untilMs: undefined, share: 0.1 });
    for (const to of [CHEN, ZHOU]) world.say(to, '请签收', { class: 'L3' });
    world.say(WANG, '请立即核实', { class: 'L0' });
    await world.time.until(Promise.all([CHEN, ZHOU, WANG].map((to) => world.sender.lookAt(to))));
    expect(seconds(world)).toEqual([
      ['请签收', 0],
      ['请立即核实', 4],
      ['请签收', 40],
    ]);
  });
});

describe('stopping', () => {
  test('nobody waits for a turn any more, and the next process says everything', async () => {
    const world = new Sending({ pace: SLOW });
    for (const to of [CHEN, ZHOU, WANG]) world.say(to, '请签收', { class: 'L2' });
    const looks = [CHEN, ZHOU, WANG].map((to) => world.sender.lookAt(to));
    await world.time.settle();
    await world.sender.stop();
    await Promise.all(looks);
    const said = world.chat.transcript().length;
    expect(said).toBe(1);
    await world.sender.lookAt(ZHOU);
    expect(world.chat.transcript()).toHaveLength(said);

    world.newSender();
    await world.time.until(world.sender.sessionChanged('online'));
    expect(world.chat.transcript()).toHaveLength(3);
  });

  test('a message in doubt is left to the next process', async () => {
    const world = new Sending();
    world.chat.fail({ failure: 'unknown', arrives: true });
    world.chat.onShown = () => {};
    world.say(CHEN, '已签收');
    const looking = world.sender.lookAt(CHEN);
    await world.time.settle();
    await world.sender.stop();
    await looking;
    expect((await world.store.outbox.conversation(CHEN)).envelope?.parts[0]?.state).toBe('sending');

    world.newSender();
    await world.time.until(world.sender.sessionChanged('online'));
    expect(world.chat.transcript()).toEqual(['wx-chenli: 已签收']);
    expect(await world.store.outbox.counts()).toMatchObject({ sent: 1 });
  });
});
