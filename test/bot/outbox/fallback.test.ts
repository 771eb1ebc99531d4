import { describe, expect, test } from '@jest/globals';
import { ScriptedChannel } from '../../support/scripted-channel.ts';
import { CHEN, ROOM, Sending, WANG, ZHOU } from './sending.ts';

const HEAD = '（备用通道）微信暂时送不到，请转告下列单位和人员；同一事项只需答复一次';

/** An office with one robot, at nine on a Wednesday; the chat goes away at once. */
async function away(part: { gapMs?: number; maxBytes?: number } = {}, second = false) {
  const world = new Sending({}, new Date('2026-01-14T09:00:00+08:00'));
  const robot = new ScriptedChannel(world.time, part);
  const other = new ScriptedChannel(world.time, { name: 'mail' });
  world.channels = second ? [robot, other] : [robot];
  world.newSender();
  await world.chatBecomes('offline');
  return { world, robot, other };
}

/** `09:02` of the moment at which a post could be read. */
const clocks = (robot: ScriptedChannel) =>
  robot.posts.map(({ at }) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16));

const at = (clock: string) => new Date(`2026-01-14T${clock}:00+08:00`);

describe('while the chat is away', () => {
  test('what is urgent goes to the fall-back group after two minutes, named for whom it is', async () => {
    const { world, robot } = await away();
    world.say(CHEN, 'T0612特急，请签收', { class: 'D', urgent: true });
    await world.relayUntil(at('09:01'));
    expect(robot.posts).toEqual([]);

    await world.relayUntil(at('09:10'));
    expect(robot.texts()).toEqual([`${HEAD}\n陈立（青山镇）：T0612特急，请签收`]);
    expect(clocks(robot)).toEqual(['09:02']);
    expect(robot.posts[0]!.title).toBe('值守备用通道：1条消息');
  });

  test.each([
    ['L0', '09:02'],
    ['L1', '09:02'],
    ['D', '09:10'],
    ['L2', '09:10'],
  ] as const)('class %s leaves at %s', async (of, clock) => {
    const { world, robot } = await away();
    world.say(CHEN, 'T0612', { class: of });
    await world.relayUntil(at('11:00'));
    expect(clocks(robot)).toEqual([clock]);
  });

  test.each(['R', 'L3', 'L4'] as const)('class %s waits for the chat', async (of) => {
    const { world, robot } = await away();
    world.say(CHEN, 'T0612', { class: of });
    await world.relayUntil(at('11:00'));
    expect(robot.posts).toEqual([]);
    await world.chatBecomes('online');
    await world.relayFor(10);
    expect(world.chat.shown).toHaveLength(1);
  });

  test('what would lapse leaves ten minutes before, instead of lapsing', async () => {
    const { world, robot } = await away();
    world.say(CHEN, 'T0612十点截止', { class: 'L3', notAfterMs: at('10:00').getTime(), lapseTo: WANG });
    await world.relayUntil(at('11:00'));
    expect(clocks(robot)).toEqual(['09:50']);
    expect(await world.store.outbox.counts()).toMatchObject({ fallback: 1, expired: 0 });
  });

  test.each(['check.7', 'zero-report.3'])(
    'nobody is asked over a robot what only the chat can answer: %s',
    async (of) => {
      const { world, robot } = await away();
      world.say(CHEN, '抽查点名，请回复数字619', { class: 'L1', of, notAfterMs: at('09:10').getTime() });
      await world.relayUntil(at('10:00'));
      expect(robot.posts).toEqual([]);
      expect(await world.store.outbox.counts()).toMatchObject({ expired: 1, fallback: 0 });
    },
  );

  test('hours hold: what is due today does not come before eight', async () => {
    const world = new Sending({}, new Date('2026-01-14T06:30:00+08:00'));
    const robot = new ScriptedChannel(world.time);
    world.channels = [robot];
    world.newSender();
    await world.chatBecomes('offline');
    world.say(CHEN, 'T0612今天到期', { class: 'L2' });
    world.say(ZHOU, '利民超市起火', { class: 'L0' });
    await world.relayUntil(at('12:00'));
    expect(clocks(robot)).toEqual(['06:32', '08:00']);
    expect(robot.texts()[1]).toContain('T0612');
  });

  test('the reminder is not said again when the chat is back, and what waited for the chat is', async () => {
    const { world, robot } = await away();
    world.say(CHEN, 'T0612特急', { class: 'D', urgent: true });
    world.say(CHEN, 'T0613请签收', { class: 'L3' });
    await world.relayUntil(at('09:30'));
    await world.chatBecomes('online');
    await world.relayFor(60);
    expect(robot.posts).toHaveLength(1);
    expect(world.chat.transcript()).toEqual(['wx-chenli: （补发）T0613请签收']);
    expect(await world.store.outbox.counts()).toMatchObject({ fallback: 1, sent: 1, failed: 0 });
  });

  test('a room is named with those who are mentioned in it, and mobile numbers are shortened', async () => {
    const { world, robot } = await away();
    world.say(ROOM, '请立即核实，联系13800001102', { class: 'L0', mentions: [CHEN, ZHOU] });
    await world.relayFor(5);
    expect(robot.texts()).toEqual([`${HEAD}\n群“安委会成员单位”陈立、周洁：请立即核实，联系138****1102`]);
  });

  test('the file of a message follows in the chat', async () => {
    const { world, robot } = await away();
    const file = { sha256: 'ab', name: '台账.xlsx', size: 9, kind: 'file' as const };
    world.say(CHEN, 'T0612按附件填报', { class: 'D', urgent: true, file });
    await world.relayFor(5);
    expect(robot.texts()[0]).toContain('T0612按附件填报（附件《台账.xlsx》等微信恢复后再发）');
    await world.chatBecomes('online');
    await world.relayFor(5);
    expect(world.chat.transcript()).toEqual(['wx-chenli: [台账.xlsx]']);
  });

  test('two hundred messages become few posts, no faster than the robot takes them', async () => {
    const { world, robot } = await away();
    for (let n = 0; n < 200; n++) {
      world.bind(`person.p${n}`, {
        id: `person.p${n}`,
        type: 'person',
        name: `人${n}`,
        roles: [],
        tenures: [],
        accounts: [],
      });
      world.say(`person.p${n}`, `T${1000 + n}特急，请在今天17:30前报送排查台账`, { class: 'D', urgent: true });
    }
    await world.relayFor(10);
    const lines = robot.texts().flatMap((text) => text.split('\n').slice(1));
    expect(new Set(lines.map((line) => /T\d+/.exec(line)![0])).size).toBe(200);
    expect(lines).toHaveLength(200);
    expect(robot.posts.length).toBeLessThan(20);
    for (const { text } of robot.posts) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_000);
    robot.posts.slice(1).forEach(({ at: posted }, index) => {
      expect(posted.getTime() - robot.posts[index]!.at.getTime()).toBeGreaterThanOrEqual(3_400);
    });
  });

  test('a text longer than a post is cut, and none of it is lost', async () => {
    const { world, robot } = await away();
    const text = '请各单位立即核实值班值守情况。'.repeat(120);
    world.say(CHEN, text, { class: 'L0' });
    await world.relayFor(5);
    expect(robot.posts.length).toBeGreaterThan(1);
    for (const post of robot.texts()) {
      expect(Buffer.byteLength(post)).toBeLessThanOrEqual(2_000);
      expect(post).toContain('备用通道');
    }
    const read = robot
      .texts()
      .map((post) => post.replace(/^(?:（备用通道）)?（\d+\/\d+）/, ''))
      .join('');
    expect(read).toBe(`${HEAD}\n陈立（青山镇）：${text}`);
  });

  test('an account that has to be silent counts as away', async () => {
    const world = new Sending({}, new Date('2026-01-14T09:00:00+08:00'));
    const robot = new ScriptedChannel(world.time);
    world.channels = [robot];
    world.newSender();
    world.chat.fail({ failure: 'throttled' });
    world.say(CHEN, 'T0612特急', { class: 'D', urgent: true });
    world.say(ZHOU, 'T0613请签收', { class: 'L3' });
    await world.relayUntil(at('09:14'));
    expect(clocks(robot)).toEqual(['09:02']);
    await world.relayUntil(at('09:40'));
    expect(world.chat.transcript().map((line) => line.slice(0, 11))).toEqual(['wx-zhoujie:']);
  });

  test('without any fall-back everything waits as before', async () => {
    const world = new Sending({}, new Date('2026-01-14T09:00:00+08:00'));
    await world.chatBecomes('offline');
    world.say(CHEN, 'T0612特急', { class: 'L0' });
    await world.relayUntil(at('10:00'));
    await world.chatBecomes('online');
    await world.relayFor(5);
    expect(world.chat.transcript()).toEqual(['wx-chenli: （补发）T0612特急']);
  });
});

describe('a fall-back that fails', () => {
  test('gives way to the next one', async () => {
    const { world, robot, other } = await away({}, true);
    robot.fail('refused');
    world.say(CHEN, 'T0612特急', { class: 'L0' });
    await world.relayFor(5);
    expect(robot.posts).toEqual([]);
    expect(other.texts()).toEqual([`${HEAD}\n陈立（青山镇）：T0612特急`]);
  });

  test('that spoke too fast is left alone for as long as it wants, and nothing is lost', async () => {
    const { world, robot } = await away();
    robot.fail('throttled', { restMs: 600_000 });
    world.say(CHEN, 'T0612特急', { class: 'L0' });
    await world.relayUntil(at('09:20'));
    expect(clocks(robot)).toEqual(['09:12']);
  });

  test('of which nobody knows whether it showed the post shows it again, and says so', async () => {
    const { world, robot } = await away();
    robot.fail('unknown', { arrives: true });
    world.say(CHEN, 'T0612特急', { class: 'L0' });
    await world.relayFor(10);
    expect(robot.texts()).toHaveLength(2);
    expect(robot.texts()[1]).toBe(`（补发，如已看到请忽略）${robot.texts()[0]}`);
    expect(await world.store.outbox.counts()).toMatchObject({ fallback: 1, failed: 0 });
  });

  test.each(['not-sent', 'refused', 'unknown', 'throttled'] as const)(
    'for good gives everything back to the chat: %s',
    async (failure) => {
      const { world, robot } = await away();
      robot.down = failure;
      world.say(CHEN, 'T0612特急', { class: 'D', urgent: true, about: 'T0612' });
      await world.relayUntil(at('10:30'));
      expect(world.sender.fallbackHealth()).toEqual({ channels: 1, failing: 1 });
      await world.chatBecomes('online');
      await world.relayFor(40);
      expect(robot.posts).toEqual([]);
      expect(world.chat.transcript()).toHaveLength(1);
      expect(world.chat.transcript()[0]).toContain('T0612特急');
      expect(await world.store.outbox.counts()).toMatchObject({ sent: 1, fallback: 0, failed: 0 });
    },
  );

  test('is tried again half an hour later', async () => {
    const { world, robot } = await away();
    robot.down = 'refused';
    world.say(CHEN, 'T0612特急', { class: 'L0' });
    await world.relayUntil(at('09:20'));
    robot.down = undefined;
    await world.relayUntil(at('10:00'));
    expect(clocks(robot)).toEqual(['09:32']);
    expect(world.sender.fallbackHealth()).toEqual({ channels: 1, failing: 0 });
  });

  test('tells the log which one and why, never what was said', async () => {
    const { world, robot } = await away();
    robot.fail('not-sent');
    world.say(CHEN, 'T0612特急', { class: 'L0' });
    await world.relayFor(10);
    expect(world.logged).toContain('warn: a fall-back channel did not take a post');
    expect(world.logged.join()).not.toContain('T0612');
  });

  test('that was taken out of the settings leaves nothing behind', async () => {
    const { world, robot } = await away();
    robot.fail('throttled', { restMs: 600_000 });
    world.say(CHEN, 'T0612特急', { class: 'L0' });
    await world.relayUntil(at('09:05'));
    await world.sender.stop();
    world.channels = [];
    world.newSender();
    await world.relayUntil(at('09:30'));
    await world.chatBecomes('online');
    await world.relayFor(10);
    expect(world.chat.transcript()).toEqual(['wx-chenli: （补发）T0612特急']);
  });
});

test('what has not left when the chat comes back is said there', async () => {
  const { world, robot } = await away();
  robot.fail('throttled', { restMs: 600_000 });
  world.say(CHEN, 'T0612特急', { class: 'L0' });
  world.say(ZHOU, 'T0613特急', { class: 'L0' });
  await world.relayUntil(at('09:05'));
  await world.chatBecomes('online');
  await world.relayFor(30);
  expect(robot.posts).toEqual([]);
  expect(world.chat.transcript().sort()).toEqual(['wx-chenli: T0612特急', 'wx-zhoujie: T0613特急']);
});

test('what was just being said when the chat went away goes over the fall-back, with the doubt', async () => {
  const world = new Sending({ showsOwn: false }, new Date('2026-01-14T09:00:00+08:00'));
  const robot = new ScriptedChannel(world.time);
  world.channels = [robot];
  world.newSender();
  world.chat.fail({ failure: 'unknown' });
  world.say(CHEN, 'T0612特急', { class: 'L0' });
  const looking = world.sender.lookAt(CHEN);
  await world.time.settle();
  world.chat.become('offline');
  await world.sender.stop();
  await looking;
  world.newSender();
  await world.chatBecomes('offline');
  await world.relayFor(10);
  expect(robot.texts()).toEqual([`${HEAD}\n陈立（青山镇）：（如已收到请忽略）T0612特急`]);
  await world.chatBecomes('online');
  await world.relayFor(10);
  expect(world.chat.transcript()).toEqual([]);
});

describe('what the chat will not take', () => {
  const refuse = (world: Sending) => world.chat.fail({ failure: 'refused' });

  async function refusing() {
    const world = new Sending();
    const robot = new ScriptedChannel(world.time);
    world.channels = [robot];
    world.newSender();
    refuse(world);
    return { world, robot };
  }

  test('goes over the fall-back instead', async () => {
    const { world, robot } = await refusing();
    world.say(CHEN, 'T0612请签收', { class: 'L3' });
    await world.relayFor(5);
    expect(robot.texts()).toEqual([`${HEAD}\n陈立（青山镇）：T0612请签收`]);
    expect(world.chat.transcript()).toEqual([]);
    expect(await world.store.outbox.counts()).toMatchObject({ fallback: 1, failed: 0, sent: 0 });
  });

  test('and no fall-back takes either goes to the person list, once', async () => {
    const { world, robot } = await refusing();
    robot.down = 'refused';
    world.say(ZHOU, 'T0612请签收', { class: 'L3' });
    await world.relayFor(120);
    expect(world.chat.transcript()).toEqual([
      'wx-wangfang: 没有送到周洁（高铺镇），请另行告知（电话13800001102、0000-6280119）：“T0612请签收”',
    ]);
    expect(await world.store.outbox.counts()).toMatchObject({ failed: 1, fallback: 0, sent: 1 });
  });

  test('and was an answer goes to the person list at once', async () => {
    const { world, robot } = await refusing();
    world.say(CHEN, '已签收', { class: 'R' });
    await world.relayFor(5);
    expect(robot.posts).toEqual([]);
    expect(world.chat.transcript()).toEqual([expect.stringContaining('没有送到陈立')]);
  });

  test('is not passed round for ever where nobody can be told', async () => {
    const { world, robot } = await refusing();
    robot.down = 'refused';
    for (let n = 0; n < 20; n++) refuse(world);
    world.say(CHEN, 'T0612请签收', { class: 'L3' });
    await world.relayFor(600);
    // The liaison himself, then the dispatcher, then the administrator: and there it ends.
    expect(world.chat.tried).toHaveLength(3);
    expect(await world.store.outbox.nextConversationMs()).toBeUndefined();
  });

  test('for want of a friend, with nobody to tell it to, is said over the fall-back', async () => {
    const { world, robot } = await refusing();
    for (const who of [WANG, 'person.admin']) world.bind(who, { roles: [] });
    world.chat.strangers.add('wx-chenli');
    world.say(CHEN, '利民超市起火', { class: 'L0' });
    await world.relayFor(5);
    expect(robot.texts()).toEqual([`${HEAD}\n陈立（青山镇）：利民超市起火`]);
  });
});
