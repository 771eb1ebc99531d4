import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { dingtalkRobot } from '../../bot/gateway/fallback/dingtalk.ts';
import { wecomRobot } from '../../bot/gateway/fallback/wecom.ts';
import type { Assignment } from '../../domain/tasks/task.ts';
import { Robots } from '../support/robots.ts';
import { World } from '../support/world.ts';

const DAY = '2026-01-15';
const at = (clock: string) => `${DAY}T${clock}:00+08:00`;

let robots: Robots;
let world: World;

beforeAll(async () => {
  robots = await Robots.start();
});
beforeEach(async () => {
  robots.forget();
  world = new World(at('08:50'), {
    fallbackChannels: [
      wecomRobot(robots.address('/cgi-bin/webhook/send?key=duty')),
      dingtalkRobot(robots.address('/robot/send?access_token=duty'), 'SEC'),
    ],
  });
  await world.says('王芳', '特急：请石桥乡1月16日12:00前报危房转移情况');
  await world.says('王芳', '确认');
  world.ignoreSoFar();
});
afterEach(() => world.expectSilence());
afterAll(() => robots.stop());

describe('an urgent order nobody has acknowledged, while WeChat is away from nine to half past', () => {
  test('is followed up over the robot at its own minute, and WeChat repeats nothing', async () => {
    await world.until(at('09:00'));
    await world.chatBecomes('offline');
    await world.until(new Date(Date.parse(at('09:05')) - 1));
    expect(robots.texts()).toEqual([]);

    await world.until(at('09:05'));
    expect(robots.texts()).toHaveLength(1);
    const [first] = robots.texts();
    expect(first).toMatch(/^（备用通道）.*只需答复一次\n马强（石桥乡）：.*T0001/s);
    expect(first).not.toContain('补发');

    await world.until(at('09:30'));
    const followUps = robots.texts().slice(1).join('\n');
    expect(followUps).toMatch(/马强（石桥乡）：.*T0001/);
    const posts = robots.posts.length;
    await world.chatBecomes('online');
    await world.until(at('09:34'));
    world.expectSilence();
    expect(robots.posts).toHaveLength(posts);

    // The ladder goes on in the chat, where it stands by now.
    await world.until(at('09:35'));
    world.expectSaid('王芳', /T0001.*电话/s);
    await world.says('马强', '收到 T0001');
    world.expectSaid('马强', 'T0001');
    expect((await world.thing<Assignment>('assignment.T0001.shiqiao')).state).toBe('in-progress');
    await world.until(at('10:30'));
    expect(robots.posts).toHaveLength(posts);
  });

  test('the second robot takes over from one that has spoken too fast', async () => {
    await world.until(at('09:00'));
    await world.chatBecomes('offline');
    robots.answer({ body: { errcode: 45009, errmsg: 'api freq out of limit' } });
    await world.until(at('09:05'));
    expect(robots.posts.map(({ path }) => path)).toEqual(['/cgi-bin/webhook/send', '/robot/send']);
    expect(robots.posts[1]!.query.get('sign')).toBeTruthy();
    expect(await world.store.outbox.counts()).toMatchObject({ fallback: 1, failed: 0 });
    await world.chatBecomes('online');
  });

  test('what was answered before it could be posted is not posted', async () => {
    await world.until(at('09:04'));
    await world.chatBecomes('offline');
    await world.until(`${DAY}T09:05:20+08:00`);
    expect(robots.texts()).toEqual([]);
    await world.says('马强', '收到 T0001');
    await world.until(at('09:20'));
    expect(robots.texts()).toEqual([]);
    await world.chatBecomes('online');
    await world.until(at('09:25'));
    world.expectSaid('马强', 'T0001');
  });
});
