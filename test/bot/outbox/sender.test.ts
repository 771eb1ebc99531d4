import { describe, expect, test } from '@jest/globals';
import { CHEN, ROOM, Sending, WANG, ZHOU } from './sending.ts';

describe('an ordinary day', () => {
  test('what waits is said once, in the room and in private, and counted', async () => {
    const world = new Sending();
    world.say(ROOM, '已下达T0612，请联络员回复“收到”', { class: 'D', mentions: [CHEN, ZHOU] });
    world.say(CHEN, '已签收，谢谢');
    await world.relayFor(1);
    await world.look(CHEN);
    expect(new Set(world.chat.transcript())).toEqual(
      new Set(['ch-all: 已下达T0612，请联络员回复“收到” @陈立\u2005 @周洁\u2005', 'wx-chenli: 已签收，谢谢']),
    );
    expect(await world.store.outbox.counts()).toMatchObject({ sent: 2, failed: 0, unsure: 0 });
    expect(await world.store.outbox.nextConversationMs()).toBeUndefined();
  });

  test('a sender nobody is bound to is answered by contact id', async () => {
    const world = new Sending();
    world.say('contact.wx-stranger', '还不认识你');
    await world.look('contact.wx-stranger');
    expect(world.chat.transcript()).toEqual(['wx-stranger: 还不认识你']);
  });

  test('two looks at once say everything once', async () => {
    const world = new Sending();
    for (let n = 0; n < 5; n++) world.say(CHEN, `第${n}条`, { sinceMs: world.time.now().getTime() - n });
    await world.time.until(Promise.all([1, 2, 3].map(() => world.sender.lookAt(CHEN))));
    expect(world.chat.transcript()).toHaveLength(5);
    expect(new Set(world.chat.transcript()).size).toBe(5);
  });

  test('a look asked for while another is ending is not forgotten', async () => {
    const world = new Sending();
    const { outbox } = world.store;
    let second: Promise<void> | undefined;
    const store = Object.assign(Object.create(outbox) as typeof outbox, {
      freeze: async (change: Parameters<typeof outbox.freeze>[0]) => {
        const frozen = await outbox.freeze(change);
        if (!second) {
          world.say(CHEN, '刚刚到的');
          second = world.sender.lookAt(CHEN);
        }
        return frozen;
      },
    });
    world.newSender({ store });
    await world.look(CHEN);
    await world.time.until(second!);
    expect(world.chat.transcript()).toEqual(['wx-chenli: 刚刚到的']);
  });

  test('a message that is held is said when its window opens', async () => {
    const world = new Sending({}, new Date('2026-01-14T12:00:00+08:00'));
    world.say(CHEN, 'T0612请签收', { class: 'L3' });
    await world.look(CHEN);
    expect(world.chat.transcript()).toEqual([]);
    await world.relayUntil(new Date('2026-01-14T14:29:59+08:00'));
    expect(world.chat.transcript()).toEqual([]);
    await world.relayUntil(new Date('2026-01-14T14:30:00+08:00'));
    expect(world.chat.transcript()).toEqual(['wx-chenli: T0612请签收']);
  });

  test('somebody in the room without an account is named in the text', async () => {
    const world = new Sending();
    world.bind(ZHOU, { accounts: [] });
    world.say(ROOM, '请回复“收到”', { mentions: [CHEN, ZHOU] });
    await world.look(ROOM);
    expect(world.chat.transcript()).toEqual(['ch-all: @周洁 请回复“收到” @陈立\u2005']);
  });

  test('a file follows its text', async () => {
    const world = new Sending();
    world.say(CHEN, '台账模板', { file: { sha256: 'ab', name: '台账.xlsx', size: 9, kind: 'file' } });
    await world.look(CHEN);
    expect(world.chat.transcript()).toEqual(['wx-chenli: 台账模板', 'wx-chenli: [台账.xlsx]']);
  });
});

test('a reminder that was answered before it could be spoken goes without a word', async () => {
  const world = new Sending({}, new Date('2026-01-14T12:00:00+08:00'));
  const answered = world.say(CHEN, 'T0612请签收', { class: 'L3' });
  world.say(CHEN, 'T0613请签收', { class: 'L3' });
  world.newSender({
    overtaken: async (items) => new Set(items.map(({ once }) => once).filter((one) => one === answered.once)),
  });
  await world.relayFor(240);
  expect(world.chat.transcript()).toEqual(['wx-chenli: T0613请签收']);
  expect(await world.store.outbox.counts()).toMatchObject({ sent: 1, expired: 0, failed: 0 });
});

describe('offline', () => {
  test('nothing is tried, nothing is used up, and everything comes when the account is back, marked as late', async () => {
    const world = new Sending();
    world.chat.become('offline');
    world.say(CHEN, 'T0612今天到期', { class: 'L2' });
    await world.relayFor(30);
    expect(world.chat.tried).toEqual([]);

    world.chat.become('online');
    await world.time.until(world.sender.sessionChanged('online'));
    expect(world.chat.transcript()).toEqual(['wx-chenli: （补发）T0612今天到期']);
    expect(await world.store.outbox.counts()).toMatchObject({ sent: 1, failed: 0, held: 0 });
  });

  test('reminders from before wait a little for the answers that come in with the account; everything else is said at once', async () => {
    const world = new Sending();
    world.chat.become('offline');
    await world.sender.sessionChanged('offline');
    world.say(CHEN, 'T0612今天到期', { class: 'L2', of: 'assignment.T0612.qingshan' });
    world.say(ZHOU, '已办结');
    await world.relayFor(30);
    world.chat.become('online');
    await world.time.until(world.sender.sessionChanged('online'));
    expect(world.chat.transcript()).toEqual(['wx-zhoujie: （补发）已办结']);
    world.say(WANG, 'T0613今天到期', { class: 'L2', of: 'assignment.T0613.qingshan' });
    await world.relayFor(1);
    expect(world.chat.transcript()).toHaveLength(2);
    await world.relayFor(1);
    expect(world.chat.transcript().at(-1)).toBe('wx-chenli: （补发）T0612今天到期');
  });

  test('a hiccup of the line holds nothing back', async () => {
    const world = new Sending();
    world.chat.become('degraded');
    await world.sender.sessionChanged('degraded');
    world.say(CHEN, 'T0612今天到期', { class: 'L2', of: 'assignment.T0612.qingshan' });
    world.time.moveTo(new Date(world.time.now().getTime() + 30_000));
    world.chat.become('online');
    await world.time.until(world.sender.sessionChanged('online'));
    expect(world.chat.transcript()).toEqual(['wx-chenli: T0612今天到期']);
  });

  test('a send that surely failed is repeated without end and without a double', async () => {
    const world = new Sending();
    world.chat.fail(...Array.from({ length: 9 }, () => ({ failure: 'not-sent' as const })));
    world.say(CHEN, '已签收');
    await world.relayFor(5);
    expect(world.chat.transcript()).toEqual(['wx-chenli: 已签收']);
    expect(world.chat.tried).toHaveLength(10);
  });

  test('an envelope frozen before an outage obeys the hour at which it comes back', async () => {
    const world = new Sending({}, new Date('2026-01-14T17:20:00+08:00'));
    world.chat.fail({ failure: 'not-sent' });
    world.say(CHEN, 'T0612请签收', { class: 'L3' });
    await world.look(CHEN);
    world.chat.become('offline');
    await world.relayFor(480);
    world.chat.become('online');
    await world.time.until(world.sender.sessionChanged('online'));
    await world.relayUntil(new Date('2026-01-15T08:59:59+08:00'));
    expect(world.chat.transcript()).toEqual([]);

    await world.relayUntil(new Date('2026-01-15T09:00:00+08:00'));
    expect(world.chat.transcript()).toEqual(['wx-chenli: （补发）T0612请签收']);
  });

  test('an urgent matter overtakes the reminder that was stuck before it', async () => {
    const world = new Sending();
    world.chat.fail({ failure: 'not-sent' });
    world.say(CHEN, 'T0612请签收', { class: 'L3' });
    await world.look(CHEN);
    world.chat.become('offline');
    world.say(CHEN, '请立即核实：利民超市起火', { class: 'L0' });
    await world.relayFor(20);
    world.chat.become('online');
    await world.time.until(world.sender.sessionChanged('online'));
    expect(world.chat.transcript()).toEqual([
      'wx-chenli: （补发）请立即核实：利民超市起火',
      'wx-chenli: （补发）T0612请签收',
    ]);
  });

  test('a reminder that was counted and not said does not cost the day a second one', async () => {
    const world = new Sending({}, new Date('2026-01-14T09:00:00+08:00'));
    for (let n = 0; n < 8; n++) {
      if (n === 7) world.chat.fail({ failure: 'not-sent' });
      world.say(CHEN, `T000${n}今天到期`, { class: 'L2' });
      await world.look(CHEN);
    }
    world.chat.become('offline');
    await world.relayFor(30);
    world.chat.become('online');
    world.say(CHEN, 'T0009今天到期', { class: 'L2' });
    await world.time.until(world.sender.sessionChanged('online'));
    expect(world.chat.transcript()).toHaveLength(8);
    expect(world.chat.transcript().at(-1)).toContain('（补发）T0007今天到期');
  });
});

describe('nobody knows whether it arrived', () => {
  test('the echo that comes in late proves it', async () => {
    const world = new Sending({ showsOwn: false });
    world.chat.fail({ failure: 'unknown' });
    world.say(CHEN, '已签收');
    const looking = world.sender.lookAt(CHEN);
    await world.time.settle();
    world.time.moveTo(new Date(world.time.now().getTime() + 20_000));
    world.chat.show(world.chat.tried[0]!);
    await world.time.until(looking);
    expect(world.chat.transcript()).toEqual(['wx-chenli: 已签收']);
    expect(await world.store.outbox.counts()).toMatchObject({ sent: 1, unsure: 0 });
  });

  test('the echo that came before the time-out proves it', async () => {
    const world = new Sending({ showsOwn: false });
    world.chat.fail({ failure: 'unknown', arrives: true });
    world.say(CHEN, '已签收');
    await world.look(CHEN);
    expect(world.chat.transcript()).toEqual(['wx-chenli: 已签收']);
    expect(await world.store.outbox.counts()).toMatchObject({ sent: 1 });
  });

  test('a chat that does not show it after a minute has not taken it: it goes again', async () => {
    const world = new Sending();
    world.chat.fail({ failure: 'unknown' });
    world.say(CHEN, '已签收');
    await world.look(CHEN);
    expect(world.chat.transcript()).toEqual(['wx-chenli: 已签收']);
    expect(world.time.now()).toEqual(new Date('2026-01-14T10:01:00+08:00'));
  });

  test('one echo does not prove two messages', async () => {
    const world = new Sending();
    world.say(CHEN, '已签收', { sinceMs: world.time.now().getTime() - 1 });
    world.say(CHEN, '已签收');
    world.chat.fail({ failure: 'unknown', arrives: true }, { failure: 'unknown' });
    await world.look(CHEN);
    expect(world.chat.transcript()).toEqual(['wx-chenli: 已签收', 'wx-chenli: 已签收']);
  });

  test('where the chat cannot tell, what is grave goes again with a word', async () => {
    const world = new Sending({ showsOwn: false });
    world.chat.fail({ failure: 'unknown' });
    world.say(CHEN, '抽查点名，请回复数字 619', { class: 'L1' });
    await world.look(CHEN);
    expect(world.chat.transcript()).toEqual(['wx-chenli: （如已收到请忽略）抽查点名，请回复数字 619']);
  });

  test('however often it goes again, it says so once', async () => {
    const world = new Sending({ showsOwn: false });
    world.chat.fail({ failure: 'unknown' }, { failure: 'unknown' });
    world.say(CHEN, '抽查点名，请回复数字 619', { class: 'L1' });
    await world.relayFor(10);
    expect(world.chat.transcript()).toEqual(['wx-chenli: （如已收到请忽略）抽查点名，请回复数字 619']);
    expect(world.chat.tried).toHaveLength(3);
  });

  test('half in doubt and half unsaid: the dispatcher hears of the doubt, and the rest waits for its hour', async () => {
    const world = new Sending({ showsOwn: false }, new Date('2026-01-14T11:40:00+08:00'));
    const text = '今天请各单位报送烟花爆竹零售点排查台账。'.repeat(100);
    world.chat.fail({ failure: 'unknown' }, { failure: 'not-sent' });
    world.say(CHEN, text, { class: 'L3' });
    await world.look(CHEN);
    world.chat.become('offline');
    await world.relayUntil(new Date('2026-01-14T19:00:00+08:00'));
    world.chat.become('online');
    await world.relayFor(5);
    expect(world.chat.transcript()).toEqual([expect.stringMatching(/^wx-wangfang: 以下1条不能确定是否送到陈立/)]);
    await world.relayUntil(new Date('2026-01-15T09:00:00+08:00'));
    expect(world.chat.transcript()[1]).toMatch(/^wx-chenli: （补发）（2\/2）今天/);
    expect(await world.store.outbox.counts()).toMatchObject({ unsure: 1, sent: 2 });
  });

  test('anything else is not repeated; the dispatcher gets a list', async () => {
    const world = new Sending({ showsOwn: false });
    world.chat.fail({ failure: 'unknown' });
    world.say(CHEN, 'T0612请签收', { class: 'L3' });
    await world.look(CHEN);
    await world.relayFor(1);
    expect(world.chat.transcript()).toEqual(['wx-wangfang: 以下1条不能确定是否送到陈立（青山镇）：“T0612请签收”']);
    expect(await world.store.outbox.counts()).toMatchObject({ unsure: 1, sent: 1 });
  });

  test('while the chat is away nothing is decided', async () => {
    const world = new Sending();
    world.chat.fail({ failure: 'unknown', arrives: true });
    world.chat.onShown = () => {};
    world.say(CHEN, '已签收');
    const looking = world.sender.lookAt(CHEN);
    await world.time.settle();
    world.chat.become('offline');
    await world.time.until(looking);
    await world.relayFor(5);
    world.chat.become('online');
    await world.time.until(world.sender.sessionChanged('online'));
    expect(world.chat.transcript()).toEqual(['wx-chenli: 已签收']);
    expect(world.chat.tried).toHaveLength(1);
  });
});

describe('what the chat will not take', () => {
  test('after three more attempts a person is told', async () => {
    const world = new Sending({ showsOwn: false });
    world.chat.fail(...Array.from({ length: 4 }, () => ({ error: new Error('contact not loadable') })));
    world.say(ZHOU, 'T0612请签收', { class: 'L3' });
    await world.relayFor(10);
    expect(world.chat.tried.filter(({ target }) => target.contactId === 'wx-zhoujie')).toHaveLength(4);
    expect(world.chat.transcript()).toEqual([
      'wx-wangfang: 没有送到周洁（高铺镇），请另行告知（电话13800001102、0000-6280119）：“T0612请签收”',
    ]);
    expect(await world.store.outbox.counts()).toMatchObject({ failed: 1, sent: 1 });
  });

  test('an odd error after which the chat shows the message is no reason to repeat it', async () => {
    const world = new Sending();
    world.chat.fail({ error: new Error('cannot read property'), arrives: true });
    world.say(CHEN, '已签收');
    await world.relayFor(5);
    expect(world.chat.transcript()).toEqual(['wx-chenli: 已签收']);
    expect(world.chat.tried).toHaveLength(1);
  });

  test('a refusal is final at once', async () => {
    const world = new Sending();
    world.chat.fail({ failure: 'refused' });
    world.say(ROOM, '今日值班名单', { class: 'D' });
    await world.relayFor(5);
    expect(world.chat.transcript()).toEqual(['wx-wangfang: 没有送到群“安委会成员单位”，请另行告知：“今日值班名单”']);
  });

  test('when everybody is refused, those who are told do not send each other notices for ever', async () => {
    const world = new Sending();
    world.chat.fail(...Array.from({ length: 50 }, () => ({ failure: 'refused' as const })));
    world.say(ROOM, '请立即核实', { class: 'L0' });
    await world.relayFor(60);
    expect(world.chat.tried.map(({ target }) => target.contactId ?? target.roomChannelId)).toEqual([
      'ch-all',
      'wx-wangfang',
      'wx-admin',
    ]);
    expect(world.logged).toContain('error: nobody could be told that a message did not arrive');
  });

  test('what the office does not know is tried for a while and then told, not sent to anybody else', async () => {
    const world = new Sending();
    world.say('person.nobody', 'T0612请签收', { class: 'L3' });
    await world.relayFor(10);
    expect(world.chat.transcript()).toEqual(['wx-wangfang: 没有送到一个未绑定的账号，请另行告知：“T0612请签收”']);
  });

  test('an account that two people claim is written to for neither', async () => {
    const world = new Sending();
    world.bind(ZHOU, { accounts: [{ contactId: 'wx-chenli', boundAt: new Date(0), reachable: true }] });
    world.say(ZHOU, '只给周洁看', { class: 'L1' });
    await world.relayFor(10);
    expect(world.chat.tried.some(({ target }) => target.contactId === 'wx-chenli')).toBe(false);
  });

  test('too fast: the account is silent for a quarter of an hour, then for an hour', async () => {
    const world = new Sending();
    world.chat.fail({ failure: 'throttled' }, { failure: 'throttled' });
    world.say(CHEN, '已签收');
    await world.look(CHEN);
    world.say(ROOM, '已下达', { class: 'D' });
    await world.relayFor(14);
    expect(world.chat.tried).toHaveLength(1);
    await world.relayFor(2);
    const tried = world.chat.tried.length;
    expect(tried).toBeGreaterThan(1);
    await world.relayFor(57);
    expect(world.chat.tried).toHaveLength(tried);
    await world.relayFor(5);
    expect(world.chat.transcript()).toHaveLength(2);
  });
});

describe('who is not a friend', () => {
  const stranger = () => {
    const world = new Sending();
    world.chat.strangers.add('wx-zhoujie');
    return world;
  };

  test('gets one @ line a day that says nothing, and the dispatcher one with the telephone', async () => {
    const world = stranger();
    world.say(ZHOU, 'T0612请签收', { class: 'L3', about: 'T0612' });
    await world.relayFor(1);
    world.say(ZHOU, 'T0613请签收', { class: 'L3', about: 'T0613' });
    await world.relayFor(60);
    expect(world.chat.transcript().sort()).toEqual([
      'ch-all: @周洁 有与你有关的事项，请私聊我查看',
      'wx-wangfang: 周洁（高铺镇）收不到私聊，今天有提醒没有送到（涉及T0612）。请提醒其添加值守为好友并私聊任意一句（电话13800001102、0000-6280119）',
    ]);
    expect(world.unreachable).toEqual([ZHOU]);
    expect(await world.store.outbox.counts()).toMatchObject({ failed: 2, sent: 2 });
  });

  test('hears of an incident through the telephone list, at once and in the night', async () => {
    const world = new Sending({}, new Date('2026-01-14T02:13:00+08:00'));
    world.bind(ZHOU, { accounts: [] });
    world.say(ZHOU, '请立即到场：利民超市起火', { class: 'L0' });
    await world.relayFor(1);
    expect(world.chat.transcript()).toEqual([
      'wx-wangfang: 没有送到周洁（高铺镇），请马上打电话（电话13800001102、0000-6280119），内容：请立即到场：利民超市起火',
    ]);
  });

  test('is tried through another account first', async () => {
    const world = stranger();
    const account = (contactId: string, year: string) => ({ contactId, boundAt: new Date(year), reachable: true });
    world.bind(ZHOU, { accounts: [account('wx-zhou-2', '2024'), account('wx-zhoujie', '2025')] });
    const onUnreachable = async () =>
      world.bind(ZHOU, {
        accounts: [account('wx-zhou-2', '2024'), { ...account('wx-zhoujie', '2025'), reachable: false }],
      });
    world.newSender({ onUnreachable });
    world.say(ZHOU, 'T0612请签收', { class: 'L3' });
    await world.relayFor(1);
    expect(world.chat.transcript()).toEqual(['wx-zhou-2: T0612请签收']);
  });

  test('when the dispatcher cannot be reached either, the administrator gets the list word for word', async () => {
    const world = stranger();
    world.chat.strangers.add('wx-wangfang');
    world.say(ZHOU, '请立即到场：利民超市起火', { class: 'L0' });
    await world.relayFor(5);
    expect(world.chat.transcript()).toEqual([
      expect.stringMatching(/^wx-admin: 没有送到周洁（高铺镇），请马上打电话.*利民超市起火$/),
    ]);
  });

  test('when nobody can be told it is at least an error in the log, and it ends', async () => {
    const world = stranger();
    world.chat.strangers.add('wx-wangfang').add('wx-admin');
    world.say(ZHOU, '请立即到场', { class: 'L0' });
    await world.relayFor(60);
    expect(world.logged).toContain('error: nobody could be told that a message did not arrive');
    expect(await world.store.outbox.nextConversationMs()).toBeUndefined();
    expect(await world.waiting(WANG)).toEqual([]);
  });
});
