import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { types } from 'wechaty-puppet';
import { paceOf } from '../../../bot/gateway/pace.ts';
import type { SessionTiming } from '../../../bot/gateway/session-keeper.ts';
import { PACE_DEFAULTS } from '../../../domain/outbox/pace-policy.ts';
import { type Bot, startBot, stopBots, tempDir, until } from './chat-world.ts';
import { flaky, resetFlaky } from './flaky-puppet.ts';

const TIMING: SessionTiming = {
  goneAfter: 400,
  probeEvery: 60,
  probeAnswer: 50,
  heartbeatAge: 5_000,
  firstLoginWithin: 200,
  loginWithin: 150,
  retryFirst: 20,
  retryLast: 80,
};
const puppet = { name: fileURLToPath(new URL('./flaky-puppet.ts', import.meta.url)), options: {} };

let dir: Awaited<ReturnType<typeof tempDir>>;
let bot: Bot;

const newBot = (rest = {}) => startBot({ url: '', filesDir: dir.path, puppet, timing: TIMING, ...rest });
const current = () => flaky.puppets.at(-1) as (typeof flaky.puppets)[number];
const online = () => until(() => bot.gateway.state() === 'online', 'online');
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const say = () => bot.gateway.send({ target: { contactId: 'wx1' }, text: '在吗', mentions: [] });

beforeEach(async () => {
  resetFlaky();
  dir = await tempDir();
});

afterEach(async () => {
  await stopBots();
  await dir.remove();
});

describe('a puppet from a package', () => {
  test('is loaded by its name, spoken to slowly, and cannot be asked what it said', async () => {
    bot = await newBot();
    await online();
    expect(bot.gateway.pace).toEqual(paceOf(PACE_DEFAULTS));
    expect(bot.gateway.ownSince).toBeUndefined();
    expect(bot.gateway.self()).toEqual({ contactId: 'bot', name: '值守' });
    expect(await say()).toEqual({ id: 'sent-1' });
  });

  test('that is not installed is named, with what to do', async () => {
    const missing = { name: 'wechaty-puppet-nowhere', options: {} };
    await expect(newBot({ puppet: missing })).rejects.toThrow(/npm install wechaty-puppet-nowhere/);
  });

  test('that holds no puppet is named', async () => {
    await expect(newBot({ puppet: { name: 'hono', options: {} } })).rejects.toThrow(/"hono" exports no Wechaty puppet/);
  });
});

describe('messages of a real channel', () => {
  beforeEach(async () => {
    bot = await newBot();
    await online();
  });

  test('are heard once and in the order they were written, however they arrive', async () => {
    const written = [5, 2, 4, 1, 3];
    for (const n of written) current().brings({ id: `m${n}`, timestamp: 1_768_443_120 + n });
    for (const n of written) current().emit('message', { messageId: `m${n}` });
    await until(() => bot.heard.length === 5, 'five heard');
    await pause(400);
    expect(bot.heard.map(({ id }) => id)).toEqual(['m1', 'm2', 'm3', 'm4', 'm5']);
    expect(bot.heard[0]?.sentAt).toEqual(new Date(1_768_443_121_000));
  });

  test('mention the bot by its name in the room although the channel gives no ids', async () => {
    current().brings({ id: 'm1', text: '@安委办助手\u2005我的待办' });
    expect(await bot.hears('m1')).toMatchObject({ mentionsMe: true, text: '我的待办', room: { topic: '工作群' } });
  });

  test('of the system, of public accounts and of our own are not answers', async () => {
    current().brings({ id: 'm1', type: types.Message.Unknown, text: '"陈立"加入了群聊' });
    current().brings({ id: 'm2', talkerId: 'gh_news', text: '早报' });
    current().brings({ id: 'm3', talkerId: 'bot', text: '请签收' });
    current().brings({ id: 'm4' });
    await bot.hears('m4');
    expect(bot.heard.map(({ id }) => id)).toEqual(['m4']);
    expect(bot.own).toMatchObject([{ id: 'm3', target: { roomChannelId: 'r' }, text: '请签收' }]);
  });

  test('that bring a voice or a sticker come without the markup the channel puts into the text', async () => {
    current().brings({ id: 'm1', type: types.Message.Audio, text: '<msg><voicemsg/></msg>' });
    current().brings({ id: 'm2', type: types.Message.Emoticon, text: '<msg><emoji/></msg>' });
    expect(await bot.hears('m1')).toMatchObject({ kind: 'voice', text: '' });
    expect(await bot.hears('m2')).toMatchObject({ kind: 'other', text: '' });
  });

  test('whose file cannot be fetched are heard all the same', async () => {
    current().messageFile = async () => {
      throw new Error('gone');
    };
    current().brings({ id: 'm1', type: types.Message.Image, text: '<msg/>', filename: 'a.jpg' });
    const message = await bot.hears('m1');
    expect(message.kind).toBe('image');
    expect(message.file).toBeUndefined();
  });

  test('can be the complaint that we speak too often', async () => {
    current().brings({ id: 'm1', type: types.Message.Unknown, text: '操作过于频繁，可稍后再试。' });
    await until(
      () =>
        say().then(
          () => false,
          ({ failure }) => failure === 'throttled',
        ),
      'throttled',
    );
  });
});

describe('a send', () => {
  beforeEach(async () => {
    bot = await newBot({ sendLimitMs: 80 });
    await online();
  });

  test('that is never answered is unknown after the limit', async () => {
    flaky.onSend = () => new Promise(() => {});
    await expect(say()).rejects.toMatchObject({ failure: 'unknown' });
  });

  test('whose connection was dropped is surely not sent', async () => {
    flaky.onSend = async () => {
      throw Object.assign(new Error('14 UNAVAILABLE: Connection dropped'), { code: 14 });
    };
    await expect(say()).rejects.toMatchObject({ failure: 'not-sent' });
  });
});

describe('a session that breaks', () => {
  test('is opened anew with another puppet until somebody is logged in, and hears on', async () => {
    bot = await newBot();
    await online();
    flaky.onStart = (fresh) => {
      if (flaky.puppets.length >= 4) fresh.enter();
    };
    current().emit('error', new Error('14 UNAVAILABLE: Connection dropped'));
    await until(() => bot.states.at(-1) === 'degraded', 'degraded');
    await online();
    expect(flaky.puppets).toHaveLength(4);
    expect(flaky.puppets.slice(0, 3).every(({ stopped }) => stopped)).toBe(true);
    current().brings({ id: 'm1' });
    await bot.hears('m1');
  });

  test('in silence is noticed by the probe', async () => {
    bot = await newBot();
    await online();
    await pause(150);
    flaky.answersDing = false;
    await until(() => flaky.puppets.length > 1, 'opened anew');
    expect(bot.states).toContain('degraded');
  });

  test('before the first login is opened anew', async () => {
    flaky.onStart = (fresh) => {
      if (flaky.puppets.length >= 2) fresh.enter();
    };
    bot = await newBot();
    await online();
    expect(flaky.puppets).toHaveLength(2);
  });

  test('for a moment is no alarm', async () => {
    bot = await newBot();
    await online();
    await current().logout('WatchdogAgent reset');
    current().enter();
    await pause(600);
    expect(bot.states).toEqual(['starting', 'online', 'degraded', 'online']);
  });

  test('for longer is told as a loss, and another is opened', async () => {
    bot = await newBot();
    await online();
    flaky.onStart = () => {};
    await current().logout('kicked off');
    await until(() => bot.gateway.state() === 'offline', 'offline');
    expect(bot.states).toEqual(['starting', 'online', 'degraded', 'offline']);
    flaky.onStart = (fresh) => fresh.enter();
    await online();
    expect(flaky.puppets.length).toBeGreaterThan(1);
  });

  test('and needs a scan waits for the person instead of starting again', async () => {
    bot = await newBot();
    await online();
    flaky.onStart = (fresh) =>
      fresh.emit('scan', { qrcode: 'http://weixin.qq.com/x/1', status: types.ScanStatus.Waiting });
    current().emit('error', new Error('14 UNAVAILABLE: Connection dropped'));
    await until(() => bot.gateway.state() === 'need-scan', 'need-scan');
    await pause(400);
    expect(flaky.puppets).toHaveLength(2);
    expect(bot.codes).toEqual(['http://weixin.qq.com/x/1']);
  });

  test('by a ban is never opened again', async () => {
    bot = await newBot();
    await online();
    current().emit('error', new Error('ret: 1102'));
    await until(() => bot.gateway.state() === 'banned', 'banned');
    await pause(400);
    expect(flaky.puppets).toHaveLength(1);
    expect(current().stopped).toBe(true);
    await expect(say()).rejects.toMatchObject({ failure: 'not-sent' });
  });
});
