import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type LocalChat, startLocalChat } from '../../../bot/gateway/local/server.ts';
import { CAST, person, ROOM, tempDir, testClock } from './chat-world.ts';

let dir: Awaited<ReturnType<typeof tempDir>>;
let clock: ReturnType<typeof testClock>;
let chat: LocalChat;
let phone: ReturnType<typeof person>;

const start = async (rest = {}) => {
  chat = await startLocalChat({ dir: dir.path, port: 0, host: '127.0.0.1', cast: CAST, clock, ...rest });
  phone = person(chat.url);
};

beforeEach(async () => {
  dir = await tempDir();
  clock = testClock();
  await start();
});

afterEach(async () => {
  await chat.close();
  await dir.remove();
});

const restart = async () => {
  await chat.close();
  await start();
};

describe('writing and reading', () => {
  test('a message is written by name and read by topic, with ids', async () => {
    const id = await phone.says('李卫东', '@值守 请排查', { mentions: ['值守', '陈立'] });
    const [message] = await phone.get(`/local/messages?room=${encodeURIComponent(ROOM)}`);
    expect(message).toEqual({
      id,
      room: 'room.anweihui',
      from: 'liweidong',
      fromName: '李卫东',
      to: null,
      text: '@值守 请排查',
      mentions: ['zhishou', 'chenli'],
      quote: null,
      at: '2026-01-15T02:12:00.000Z',
    });
  });

  test('a private message goes to the bot and is read with the person', async () => {
    await phone.says('chenli', '我的待办', { to: '值守' });
    expect(await phone.get('/local/messages?with=陈立')).toMatchObject([{ from: 'chenli', to: 'zhishou', room: null }]);
    expect(await phone.get('/local/messages?room=room.anweihui')).toEqual([]);
  });

  test('ids grow with time, and "after" gives only what is newer', async () => {
    const first = await phone.says('王芳', '一');
    const second = await phone.says('王芳', '二');
    const third = await phone.says('王芳', '三');
    expect([third, first, second].sort()).toEqual([first, second, third]);
    const newer = await phone.get(`/local/messages?room=room.anweihui&after=${first}`);
    expect(newer.map(({ id }: { id: string }) => id)).toEqual([second, third]);
    const older = await phone.get(`/local/messages?room=room.anweihui&before=${third}&last=1`);
    expect(older.map(({ id }: { id: string }) => id)).toEqual([second]);
  });

  test('who waits gets the next message the moment it is written', async () => {
    const first = await phone.says('王芳', '一');
    const startedMs = performance.now();
    const waiting = phone.get(`/local/messages?room=room.anweihui&after=${first}&wait=20`);
    const second = await phone.says('王芳', '二');
    expect(await waiting).toMatchObject([{ id: second }]);
    expect(performance.now() - startedMs).toBeLessThan(15_000);
  });

  test('who waits in vain gets an empty list in time', async () => {
    expect(await phone.get('/local/messages?with=陈立&wait=0.2')).toEqual([]);
  });

  test('a file comes back byte by byte, with its kind', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, n) => n));
    const id = await phone.says('陈立', '', { file: { name: '台账.xlsx', base64: bytes.toString('base64') } });
    const { file } = await phone.get(`/local/messages/${id}`);
    expect(file).toMatchObject({ name: '台账.xlsx', size: 256, kind: 'file' });
    const response = await fetch(chat.url + file.url);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  });

  test('a recalled message keeps its place and loses its content', async () => {
    const id = await phone.says('陈立', '发错了', { file: { name: 'a.png', base64: 'aGk=' } });
    await phone.post('/local/recall', { id });
    await phone.post('/local/recall', { id });
    const [message] = await phone.get('/local/messages?room=room.anweihui');
    expect(message).toMatchObject({ id, recalled: true, text: '' });
    expect(message.file).toBeUndefined();
  });
});

describe('what is refused', () => {
  test.each([
    ['malformed JSON', '{"room":', 400, /not JSON/],
    ['a missing sender', { room: ROOM, text: '在' }, 400, /from/],
    ['an unknown room', { room: '没有的群', from: '陈立', text: '在' }, 404, /room "没有的群"/],
    ['an unknown sender', { room: ROOM, from: '路人', text: '在' }, 404, /contact "路人"/],
    ['an unknown mention', { room: ROOM, from: '陈立', text: '在', mentions: ['路人'] }, 404, /contact "路人"/],
    ['an unknown quote', { room: ROOM, from: '陈立', text: '在', quote: 'm-1' }, 404, /message "m-1"/],
    ['somebody who is not in the room', { room: '青山镇安全', from: '王芳', text: '在' }, 403, /not a member/],
    ['a message between two people', { to: '王芳', from: '陈立', text: '在' }, 400, /the bot/],
    ['nothing at all', { room: ROOM, from: '陈立', text: ' ' }, 400, /text or a file/],
    ['a file that is not base64', { room: ROOM, from: '陈立', file: { name: 'a', base64: '文件' } }, 400, /base64/],
  ])('%s', async (_, body, status, error) => {
    const answer = await phone.ask('/local/messages', body);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toMatch(error);
    expect(await phone.get('/local/messages')).toEqual([]);
  });

  test('100,000 characters pass, one more does not', async () => {
    const longest = '字'.repeat(100_000);
    const id = await phone.says('陈立', longest);
    expect((await phone.get(`/local/messages/${id}`)).text).toBe(longest);
    const answer = await phone.ask('/local/messages', { room: ROOM, from: '陈立', text: `${longest}字` });
    expect(answer).toMatchObject({ status: 413, body: { error: expect.stringMatching(/100000 characters/) } });
  });

  test('100,000 emoji are 100,000 characters', async () => {
    expect((await phone.ask('/local/messages', { room: ROOM, from: '陈立', text: '🎉'.repeat(100_000) })).status).toBe(
      200,
    );
  });

  test('20 MB pass, one byte more does not, and twice as much is not even read', async () => {
    const send = (bytes: number) =>
      phone.ask('/local/messages', {
        room: ROOM,
        from: '陈立',
        file: { name: 'a.zip', base64: Buffer.alloc(bytes, 7).toString('base64') },
      });
    const limit = 20 * 1024 * 1024;
    expect((await send(limit)).status).toBe(200);
    expect(await send(limit + 1)).toMatchObject({ status: 413, body: { code: 'file-too-large' } });
    expect(await send(limit * 2)).toMatchObject({ status: 413, body: { code: 'too-large' } });
  });

  test('two people of one name have to be told apart by id', async () => {
    await phone.post('/local/contacts', { name: '张伟', id: 'zhangwei1' });
    await phone.post('/local/contacts', { name: '张伟', id: 'zhangwei2' });
    const answer = await phone.ask('/local/messages', { to: '值守', from: '张伟', text: '在' });
    expect(answer).toMatchObject({ status: 409, body: { error: expect.stringMatching(/zhangwei1, zhangwei2/) } });
    expect(await phone.says('zhangwei2', '在', { to: '值守' })).toMatch(/^m/);
  });

  test('pages of others cannot write here', async () => {
    const init = { method: 'POST', body: JSON.stringify({ room: ROOM, from: '李卫东', text: '@值守 确认' }) };
    const foreign = await fetch(`${chat.url}/local/messages`, { ...init, headers: { Origin: 'http://evil.example' } });
    expect(foreign.status).toBe(403);
    const own = await fetch(`${chat.url}/local/messages`, { ...init, headers: { Origin: chat.url } });
    expect(own.status).toBe(200);
  });
});

describe('people, rooms and the clock', () => {
  test('rooms list their members by name, the bot among them', async () => {
    const rooms = await phone.get('/local/rooms');
    expect(rooms[1]).toEqual({
      id: 'room.qingshan',
      topic: '青山镇安全',
      members: [
        { id: 'chenli', name: '陈立' },
        { id: 'zhishou', name: '值守' },
      ],
    });
  });

  test('a new person in a new room can speak there', async () => {
    const { id } = await phone.post('/local/contacts', { name: '许静' });
    const room = await phone.post('/local/rooms', { topic: '梅林镇应急群', members: ['许静', '王芳'] });
    await phone.says(id, '大家好', { room: room.id });
    expect(await phone.get(`/local/messages?room=${encodeURIComponent('梅林镇应急群')}`)).toHaveLength(1);
  });

  test('the clock moves to an instant and by seconds, and messages carry its time', async () => {
    expect(await phone.get('/local/clock')).toEqual({ now: '2026-01-15T02:12:00.000Z' });
    expect(await phone.post('/local/clock', { advance: 900 })).toEqual({ now: '2026-01-15T02:27:00.000Z' });
    await phone.post('/local/clock', { now: '2026-01-16T09:00:00+08:00' });
    const id = await phone.says('陈立', '早');
    expect((await phone.get(`/local/messages/${id}`)).at).toBe('2026-01-16T01:00:00.000Z');
  });

  test('the clock goes back only before anybody has spoken', async () => {
    await phone.post('/local/clock', { now: '2026-01-14T09:00:00+08:00' });
    expect(await phone.get('/local/clock')).toEqual({ now: '2026-01-14T01:00:00.000Z' });

    await phone.says('陈立', '早');
    const answer = await phone.ask('/local/clock', { now: '2026-01-14T08:00:00+08:00' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'clock-stays' } });
    expect(await phone.get('/local/clock')).toEqual({ now: '2026-01-14T01:00:00.000Z' });
  });

  test.each([{ advance: 'ten' }, { now: 'morgen' }, {}, { now: '2026-01-16T09:00:00+08:00', advance: 1 }])(
    'the clock does not take %j',
    async (body) => {
      const answer = await phone.ask('/local/clock', body);
      expect(answer).toMatchObject({ status: 400, body: { error: expect.stringMatching(/now.*advance/) } });
    },
  );

  test('the bot cannot write to somebody who is not its friend, who can still be met in the room', async () => {
    await phone.post('/local/contacts/chenli', { friend: false });
    const answer = await phone.ask('/local/messages', { from: 'zhishou', to: 'chenli', text: '在吗' });
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-friend' } });
    expect((await phone.ask('/local/messages', { from: 'zhishou', room: ROOM, text: '在吗' })).status).toBe(200);
    await phone.post('/local/contacts/chenli', { friend: true });
    expect((await phone.ask('/local/messages', { from: 'zhishou', to: 'chenli', text: '在吗' })).status).toBe(200);
  });
});

describe('a restart', () => {
  test('finds messages, files, recalls, people, rooms and the session as they were', async () => {
    await phone.post('/local/contacts', { name: '许静', id: 'xujing' });
    await phone.post('/local/rooms', { topic: '梅林镇应急群', members: ['xujing'], id: 'room.meilin' });
    const first = await phone.says('陈立', '一', { file: { name: 'a.png', base64: 'aGk=' } });
    await phone.says('王芳', '二', { quote: first });
    await phone.post('/local/recall', { id: await phone.says('王芳', '三') });
    await phone.post('/local/logout', {});
    const ask = async () => ({
      messages: await phone.get('/local/messages'),
      rooms: await phone.get('/local/rooms'),
      contacts: await phone.get('/local/contacts'),
      session: await phone.get('/local/session'),
    });
    const before = await ask();
    await restart();
    expect(await ask()).toEqual(before);
    expect((await fetch(chat.url + before.messages[0].file.url)).status).toBe(200);
  });

  test('goes on with new ids', async () => {
    const before = await phone.says('陈立', '一');
    await restart();
    const after = await phone.says('陈立', '二');
    expect(after > before).toBe(true);
  });

  test('does not bring back what a person has changed since the first start', async () => {
    await phone.post('/local/contacts/chenli', { name: '陈立（青山镇）', friend: false });
    await restart();
    expect(await phone.get('/local/contacts/chenli')).toEqual({ id: 'chenli', name: '陈立（青山镇）', friend: false });
  });
});

describe('the page', () => {
  test('is served with its parts and takes nothing from elsewhere', async () => {
    const page = await fetch(`${chat.url}/`);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    const parts = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] as string);
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) {
      expect(part).toMatch(/^\//);
      expect((await fetch(chat.url + part)).status).toBe(200);
    }
  });

  test('gives out nothing beside its own files', async () => {
    for (const path of [
      '/page/..%2fserver.ts',
      '/page/server.ts',
      '/local/files/..%2f..%2fchat.jsonl/x',
      '/local/nowhere',
    ]) {
      const response = await fetch(chat.url + path);
      expect(response.status).toBe(404);
    }
  });
});
