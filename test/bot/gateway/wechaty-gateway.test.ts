import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { markOfFile } from '../../../bot/files/mark-of-file.ts';
import { SendError } from '../../../bot/gateway/gateway.ts';
import { type LocalChat, startLocalChat } from '../../../bot/gateway/local/server.ts';
import { openFileStore } from '../../../store/files/file-store.ts';
import { type Bot, CAST, person, ROOM, startBot, stopBots, tempDir, testClock, until } from './chat-world.ts';

let dir: Awaited<ReturnType<typeof tempDir>>;
let chat: LocalChat;
let phone: ReturnType<typeof person>;
let bot: Bot;

const startChat = (port = 0) =>
  startLocalChat({ dir: dir.path, port, host: '127.0.0.1', cast: CAST, clock: testClock() });
const newBot = (rest = {}) => startBot({ url: chat.url, filesDir: join(dir.path, 'bot-files'), ...rest });
const online = (one = bot) => until(() => one.gateway.state() === 'online', 'bot online');

beforeEach(async () => {
  dir = await tempDir();
  chat = await startChat();
  phone = person(chat.url);
  bot = await newBot();
  await online();
});

afterEach(async () => {
  await stopBots();
  await chat.close();
  await dir.remove();
});

const failureOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(SendError);
  return (error as SendError).failure;
};

describe('what the bot hears', () => {
  test('an order in a room: who, where, when, and the words without the mention', async () => {
    const id = await phone.says('李卫东', '@值守\u2005请各单位今天报台账', { mentions: ['值守', '陈立'] });
    expect(await bot.hears(id)).toEqual({
      id,
      sentAt: new Date('2026-01-15T10:12:00+08:00'),
      receivedAt: new Date('2026-01-15T10:12:00+08:00'),
      from: { contactId: 'liweidong', name: '李卫东' },
      room: { channelId: 'room.anweihui', topic: ROOM },
      kind: 'text',
      text: '请各单位今天报台账',
      mentionsMe: true,
      mentionsAll: false,
      mentions: ['chenli'],
    });
  });

  test('a mention typed by hand, of people whose names have spaces too', async () => {
    const id = await phone.says('李卫东', '@值守 转给 @王 五 办');
    expect(await bot.hears(id)).toMatchObject({ mentionsMe: true, mentions: ['wangwu'] });
  });

  test('a private message has no room', async () => {
    const message = await bot.hears(await phone.says('陈立', '我的待办', { to: '值守' }));
    expect(message).toMatchObject({ text: '我的待办', from: { contactId: 'chenli' } });
    expect(message.room).toBeUndefined();
  });

  test('an answer to a message of the bot, with the very message it answers', async () => {
    const { id: sent } = await bot.gateway.send({
      target: { roomChannelId: 'room.anweihui' },
      text: '【T0612】请回复"收到"',
      mentions: [],
    });
    const id = await phone.says('陈立', '收到', { quote: sent });
    expect(await bot.hears(id)).toMatchObject({
      text: '收到',
      mentionsMe: false,
      quote: { from: '值守', text: '【T0612】请回复"收到"', messageId: sent, mine: true },
    });
  });

  test('an answer to somebody else, whose mention of the bot is not a new mention', async () => {
    const order = await phone.says('李卫东', '@值守 请排查', { mentions: ['值守'] });
    const id = await phone.says('陈立', '收到', { quote: order });
    expect(await bot.hears(id)).toMatchObject({
      text: '收到',
      mentionsMe: false,
      quote: { from: '李卫东', text: '@值守 请排查', messageId: order, mine: false },
    });
  });

  test('a picture without words is a picture, and its bytes are in the store', async () => {
    const id = await phone.says('陈立', '', { file: { name: '现场.png', base64: 'iVBORw0KGgo=' } });
    const { kind, text, file } = await bot.hears(id);
    expect({ kind, text }).toEqual({ kind: 'image', text: '' });
    expect(file).toMatchObject({ name: '现场.png', size: 8, kind: 'image' });
    const stored = await openFileStore(join(dir.path, 'bot-files')).get(file?.sha256 as string);
    expect(stored.toString('base64')).toBe('iVBORw0KGgo=');
  });

  test('a file with words is a text that carries a file', async () => {
    const id = await phone.says('陈立', 'T0612 台账附后', { file: { name: '台账.xlsx', base64: 'aGk=' } });
    expect(await bot.hears(id)).toMatchObject({
      kind: 'text',
      text: 'T0612 台账附后',
      file: { name: '台账.xlsx', kind: 'file' },
    });
  });

  test('a recall, with the id of what was taken back', async () => {
    const id = await phone.says('陈立', '已办结');
    await bot.hears(id);
    await phone.post('/local/recall', { id });
    await until(() => bot.heard.some(({ kind }) => kind === 'recall'), 'recall heard');
    expect(bot.heard.at(-1)).toMatchObject({ kind: 'recall', text: id, from: { contactId: 'chenli' } });
  });

  test('a new name of a person, from the next message on', async () => {
    await bot.hears(await phone.says('陈立', '一'));
    await phone.post('/local/contacts/chenli', { name: '青山-陈立' });
    await until(async () => (await bot.hears(await phone.says('chenli', '二'))).from.name === '青山-陈立', 'new name');
  });

  test('fifty thousand characters, whole', async () => {
    const text = '排查🎉'.repeat(12_500);
    expect((await bot.hears(await phone.says('陈立', text))).text).toBe(text);
  });

  test('a thousand messages at once, each once and in order within its conversation', async () => {
    const places = [{ room: ROOM }, { room: '青山镇安全' }, { to: '值守' }];
    const ids = await Promise.all(
      Array.from({ length: 1000 }, (_, n) => phone.says('陈立', `第${n}条`, places[n % 3])),
    );
    await until(() => bot.heard.length >= 1000, 'all heard', 100_000);
    const heard = bot.heard.map(({ id }) => id);
    expect(new Set(heard)).toEqual(new Set(ids));
    expect(heard).toHaveLength(1000);
    for (const room of ['room.anweihui', 'room.qingshan', undefined]) {
      const inRoom = bot.heard.filter((message) => message.room?.channelId === room).map(({ id }) => id);
      expect(inRoom).toEqual([...inRoom].sort());
    }
  });

  test('files keep their place among the texts around them', async () => {
    const ids = [];
    for (let n = 0; n < 6; n += 1) {
      const file = { name: `${n}.zip`, base64: Buffer.alloc(300_000, n).toString('base64') };
      ids.push(await phone.says('陈立', '', { file }), await phone.says('陈立', `说明${n}`));
    }
    await until(() => bot.heard.length === 12, 'all heard');
    expect(bot.heard.map(({ id }) => id)).toEqual(ids);
  });

  test('a file that the guard refuses is named and neither fetched nor stored', async () => {
    await stopBots();
    const asked: string[] = [];
    bot = await newBot({
      mayStore: ({ name }: { name: string }) => {
        asked.push(name);
        return !name.includes('机密');
      },
    });
    const id = await phone.says('陈立', '', { file: { name: '机密★文件.docx', base64: 'aGk=' } });
    expect((await bot.hears(id)).file).toEqual({ sha256: '', name: '机密★文件.docx', size: 0, kind: 'file' });
    expect(asked).toContain('机密★文件.docx');
  });

  test('a file that bears a mark inside is named with it, and its bytes are not kept', async () => {
    await stopBots();
    bot = await newBot({ markIn: markOfFile });
    const marked = Buffer.from('机密★1年\n关于做好有关工作的通知');
    const id = await phone.says('陈立', '', { file: { name: '通知.txt', base64: marked.toString('base64') } });
    expect((await bot.hears(id)).file).toEqual({ sha256: '', name: '通知.txt', size: 0, kind: 'file', mark: '机密' });
    const open = Buffer.from('关于做好消防检查的通知\n不得转发涉密文件');
    const next = await phone.says('陈立', '', { file: { name: '检查.txt', base64: open.toString('base64') } });
    expect((await bot.hears(next)).file).toMatchObject({ name: '检查.txt', size: open.byteLength });
  });
});

describe('what the bot says', () => {
  test('in a room, with people who are really mentioned, and it hears its own echo', async () => {
    const mentions = [
      { contactId: 'chenli', name: '陈立' },
      { contactId: 'wangwu', name: '王 五' },
    ];
    const target = { roomChannelId: 'room.anweihui' };
    const { id } = await bot.gateway.send({ target, text: '请回复"收到"。@陈立', mentions });
    const [message] = await phone.get('/local/messages?room=room.anweihui');
    expect(message).toMatchObject({ id, from: 'zhishou', mentions: ['chenli', 'wangwu'] });
    expect(message.text).toBe('请回复"收到"。@陈立 @王 五\u2005');
    await until(() => bot.own.length === 1, 'echo');
    expect(bot.own[0]).toEqual({ id, at: new Date('2026-01-15T10:12:00+08:00'), target, text: message.text });
  });

  test('privately, and can ask afterwards what it has said', async () => {
    const target = { contactId: 'chenli' };
    const { id } = await bot.gateway.send({ target, text: '明天到期', mentions: [] });
    await phone.says('陈立', '知道了', { to: '值守' });
    expect(await bot.gateway.ownSince?.(target, new Date('2026-01-15T00:00:00Z'))).toEqual([
      { id, at: new Date('2026-01-15T10:12:00+08:00'), target, text: '明天到期' },
    ]);
    expect(await bot.gateway.ownSince?.(target, new Date('2026-01-16T00:00:00Z'))).toEqual([]);
  });

  test('a text and then its file', async () => {
    const file = await openFileStore(join(dir.path, 'bot-files')).put(Buffer.from('PK表'), '周报.xlsx');
    await bot.gateway.send({ target: { contactId: 'wangfang' }, text: '上周一页纸', mentions: [], file });
    const messages = await phone.get('/local/messages?with=王芳');
    expect(messages).toMatchObject([
      { text: '上周一页纸' },
      { text: '', file: { name: '周报.xlsx', sha256: file.sha256 } },
    ]);
  });

  test('knows its rooms and who is in them', async () => {
    const rooms = await bot.gateway.rooms();
    expect(rooms[1]).toEqual({
      channelId: 'room.qingshan',
      topic: '青山镇安全',
      members: [
        { contactId: 'chenli', name: '陈立' },
        { contactId: 'zhishou', name: '值守' },
      ],
    });
    expect(bot.gateway.self()).toEqual({ contactId: 'zhishou', name: '值守' });
  });

  test.each([
    ['not-friend', async () => phone.post('/local/contacts/chenli', { friend: false }), { contactId: 'chenli' }],
    ['refused', async () => {}, { contactId: 'nobody' }],
    ['refused', async () => {}, { roomChannelId: 'room.nowhere' }],
    ['not-sent', async () => chat.close(), { contactId: 'chenli' }],
  ])('fails as %s', async (failure, prepare, target) => {
    await prepare();
    expect(await failureOf(bot.gateway.send({ target, text: '在吗', mentions: [] }))).toBe(failure);
  });

  test('is surely not sent while the account is logged out', async () => {
    await phone.post('/local/logout', {});
    await until(() => bot.gateway.state() === 'need-scan', 'logged out');
    expect(await failureOf(bot.gateway.send({ target: { contactId: 'chenli' }, text: '在吗', mentions: [] }))).toBe(
      'not-sent',
    );
    expect(await phone.get('/local/messages')).toEqual([]);
  });

  test('pauses when the chat complains right after it spoke, and not when somebody types the same words later', async () => {
    const say = () => bot.gateway.send({ target: { contactId: 'chenli' }, text: '在吗', mentions: [] });
    const harmless = await phone.says('王芳', '操作过于频繁，可稍后再试。', { to: '值守' });
    await bot.hears(harmless);
    await say();
    await phone.says('陈立', '操作过于频繁，可稍后再试。', { to: '值守' });
    const end = Date.now() + 10_000;
    let failure: string | undefined;
    while (!failure && Date.now() < end)
      failure = await say().then(
        () => undefined,
        (error: SendError) => error.failure,
      );
    expect(failure).toBe('throttled');
    expect(bot.heard.map(({ id }) => id)).toEqual([harmless]);
  });
});

describe('losing the account', () => {
  test('asks for a scan, and after the login what was said meanwhile is there', async () => {
    await phone.post('/local/logout', {});
    await until(() => bot.gateway.state() === 'need-scan', 'logged out');
    expect(bot.codes).toHaveLength(1);
    const id = await phone.says('陈立', '收到');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(bot.heard).toEqual([]);
    await phone.post('/local/login', { gap: 'replay' });
    await bot.hears(id);
    expect(bot.gateway.state()).toBe('online');
  });

  test('may lose what was said meanwhile, but not what was said before or after', async () => {
    const before = await phone.says('陈立', '一');
    await phone.post('/local/logout', {});
    await phone.says('陈立', '二');
    await phone.post('/local/login', { gap: 'lost' });
    const after = await phone.says('陈立', '三');
    await bot.hears(after);
    expect(bot.heard.map(({ id }) => id)).toEqual([before, after]);
  });

  test('because it was banned ends the session for good', async () => {
    await phone.post('/local/logout', { reason: 'ret: 1102 账号被限制登录' });
    await until(() => bot.gateway.state() === 'banned', 'banned');
    await phone.post('/local/login', {});
    await phone.says('陈立', '在吗');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(bot.gateway.state()).toBe('banned');
    expect(bot.heard).toEqual([]);
  });
});

describe('nothing lost, nothing twice', () => {
  test('a message whose handling fails is handed on again until it is taken', async () => {
    let failures = 2;
    bot.onMessage = () => {
      failures -= 1;
      if (failures >= 0) throw new Error('the inbox is away');
    };
    const first = await phone.says('陈立', '一');
    const second = await phone.says('陈立', '二');
    await bot.hears(second);
    expect(bot.heard.map(({ id }) => id)).toEqual([first, second]);
  });

  test('a bot that ends before it took a message gets it again, and only that', async () => {
    const taken = await phone.says('陈立', '一');
    await bot.hears(taken);
    let reached = false;
    bot.onMessage = () => {
      reached = true;
      return new Promise(() => {});
    };
    const open = await phone.says('陈立', '二');
    const behind = await phone.says('王芳', '三', { to: '值守' });
    await until(() => reached, 'message under way');
    await stopBots();
    bot = await newBot();
    await bot.hears(open);
    await bot.hears(behind);
    expect(bot.heard.map(({ id }) => id).sort()).toEqual([open, behind].sort());
  });

  test('what was said while the bot was away waits for it', async () => {
    await stopBots();
    const ids = [await phone.says('陈立', '一'), await phone.says('陈立', '二')];
    bot = await newBot();
    await bot.hears(ids[1] as string);
    expect(bot.heard.map(({ id }) => id)).toEqual(ids);
  });

  test('the chat goes away and comes back: the bot is back by itself and hears everything once', async () => {
    const before = await phone.says('陈立', '一');
    await bot.hears(before);
    const port = Number(new URL(chat.url).port);
    await chat.close();
    await until(() => bot.gateway.state() === 'degraded', 'loss noticed');
    chat = await startChat(port);
    await until(
      () =>
        phone.get('/local/session').then(
          () => true,
          () => false,
        ),
      'chat back',
    ); // old connections die first
    const after = await phone.says('陈立', '二');
    await bot.hears(after);
    expect(bot.gateway.state()).toBe('online');
    expect(bot.heard.map(({ id }) => id)).toEqual([before, after]);
  });

  test('a bot that was started before the chat finds it later', async () => {
    await stopBots();
    const port = Number(new URL(chat.url).port);
    await chat.close();
    bot = await newBot();
    chat = await startChat(port);
    await online();
    await bot.hears(await phone.says('陈立', '在吗'));
  });

  test('a log whose last line was torn loses that line and nothing else', async () => {
    const kept = await phone.says('陈立', '一');
    await stopBots();
    await chat.close();
    const path = join(dir.path, 'chat.jsonl');
    const log = await readFile(path, 'utf8');
    await writeFile(path, `${log}{"seq":99999,"kind":"mess`);
    chat = await startChat();
    phone = person(chat.url);
    const next = await phone.says('陈立', '二');
    expect((await phone.get('/local/messages')).map(({ id }: { id: string }) => id)).toEqual([kept, next]);
  });

  test('a log that is damaged in the middle is refused with the line', async () => {
    await phone.says('陈立', '一');
    await stopBots();
    await chat.close();
    const path = join(dir.path, 'chat.jsonl');
    const lines = (await readFile(path, 'utf8')).split('\n');
    lines[2] = '{"seq":3,"kind"';
    await writeFile(path, lines.join('\n'));
    await expect(startChat()).rejects.toThrow(/line 3 is damaged/);
    await writeFile(path, '');
    chat = await startChat();
  });
});
