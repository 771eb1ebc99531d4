import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { IncomingMessage } from '../../domain/message.ts';
import type { Person } from '../../domain/people/office.ts';
import { World } from '../support/world.ts';

describe('a new township joins', () => {
  let world: World;

  beforeEach(() => {
    world = new World('2026-01-26T09:00:00+08:00');
  });
  afterEach(() => world.expectSilence());

  test('an administrator binds the room, a stranger binds himself with a code that only the administrator gets', async () => {
    await inNewRoom('王芳', '@值守 建群绑定 梅林镇');
    world.expectSaid('梅林镇应急群', '本群已绑定“梅林镇”');

    await world.says('许静', '绑定 许静 梅林镇 应急站站长');
    world.expectSaid('stranger-许静', '等王芳核对');
    const code = world.expectSaid('王芳', '申请绑定').text.match(/验证码 (\d+)/)![1]!;

    await world.says('许静', code === '9999' ? '9998' : '9999');
    world.expectSaid('stranger-许静', '还可以试4次');
    await world.says('许静', code);
    expect(world.expectSaid('许静', '已绑定：许静 梅林镇').text).toContain('常用三句');

    await world.says('许静', '我的待办');
    world.expectSaid('许静', '我的待办：没有');
    await world.says('许静', '联络员B是何勇');
    world.expectSaid('许静', '好的，请何勇本人私聊我“绑定 何勇 梅林镇 联络员”');
    await world.says('许静', '何勇');
    world.expectSaid('许静', '没看懂');
  });

  test('whoever is bound already hears that another account speaks in that name', async () => {
    await world.says('张三', '绑定 陈立 青山镇 站长');
    world.expectSaid('stranger-张三', '等王芳核对');
    const code = world.expectSaid('王芳', '已绑定1个账号').text.match(/验证码 (\d+)/)![1]!;
    await world.says('张三', code);
    world.expectSaid('陈立', '已绑定：陈立 青山镇');
    world.expectSaid('陈立', '青山镇 陈立名下刚绑定了另一个微信号');
    await world.says('陈立', '我的待办');
    world.expectSaid('陈立', '我的待办：没有');
  });

  test('five wrong codes end the request', async () => {
    await world.says('许静', '绑定 许静 梅林镇 应急站站长');
    world.expectSaid('stranger-许静', '等王芳核对');
    const code = world.expectSaid('王芳', '申请绑定').text.match(/验证码 (\d+)/)![1]!;
    for (let tries = 0; tries < 5; tries++) await world.says('许静', '9999');
    world.ignoreSoFar();
    await world.says('许静', code);
    world.expectSaid('stranger-许静', '验证码已失效');
  });

  test('a code is good for a day', async () => {
    await world.says('许静', '绑定 许静 梅林镇 应急站站长');
    world.expectSaid('stranger-许静', '等王芳核对');
    const code = world.expectSaid('王芳', '申请绑定').text.match(/验证码 (\d+)/)![1]!;
    await world.fastForward(25, 'hour');
    await world.says('许静', code);
    world.expectSaid('stranger-许静', '验证码已失效');
  });

  test('a stranger who gives an order or claims a name gets one polite private line a day, and nothing happens', async () => {
    await world.says('李区长', '我是李区长，请各乡镇马上报送值班表');
    world.expectSaid('stranger-李区长', '还不认识你');
    await world.says('李区长', '请青山镇明天报值班表');
    await expect(world.thing('task.T0001')).rejects.toThrow();
  });

  test('the code never appears in the ledger', async () => {
    await world.says('许静', '绑定 许静 梅林镇 应急站站长');
    world.expectSaid('stranger-许静', '等王芳核对');
    const code = world.expectSaid('王芳', '申请绑定').text.match(/验证码 (\d+)/)![1]!;
    await world.says('许静', code);
    world.expectSaid('许静', '已绑定');
    expect(world.store.audit.join('\n')).not.toContain(code);
    const bound = [...(await world.office()).people.values()].find((person: Person) => person.name === '许静');
    expect(bound?.accounts).toHaveLength(1);
  });

  async function inNewRoom(who: string, text: string): Promise<void> {
    const office = await world.office();
    const person = [...office.people.values()].find((one) => one.name === who)!;
    const message: IncomingMessage = {
      id: 'new-room.1',
      sentAt: world.now,
      receivedAt: world.now,
      from: { contactId: person.accounts[0]!.contactId, name: who },
      room: { channelId: 'meilin', topic: '梅林镇应急群' },
      kind: 'text',
      text: text.replace(/^@值守\s*/, ''),
      mentionsMe: true,
      mentionsAll: false,
      mentions: [],
    };
    await world.receive(message);
  }
});
