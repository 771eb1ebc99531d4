import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { FileBox } from 'file-box';
import { LocalPuppet } from '../../../bot/gateway/local/puppet.ts';
import { type LocalChat, startLocalChat } from '../../../bot/gateway/local/server.ts';
import { CAST, person, tempDir, testClock, until } from './chat-world.ts';

/** Everything the library calls on a puppet beyond what it implements itself; without one of them it dies in use. */
const DUTIES = [
  ...['Alias', 'Avatar', 'CorporationRemark', 'Description', 'List', 'Phone', 'RawPayload', 'RawPayloadParser'].map(
    (name) => `contact${name}`,
  ),
  ...['SelfName', 'SelfQRCode', 'SelfSignature'].map((name) => `contact${name}`),
  ...['Accept', 'Add', 'RawPayload', 'RawPayloadParser', 'SearchHandle', 'SearchPhone'].map(
    (name) => `friendship${name}`,
  ),
  ...[
    'Contact',
    'File',
    'Forward',
    'Image',
    'Location',
    'MiniProgram',
    'RawPayload',
    'RawPayloadParser',
    'Recall',
    'Url',
  ].map((name) => `message${name}`),
  ...['Contact', 'File', 'Location', 'MiniProgram', 'Post', 'Text', 'Url'].map((name) => `messageSend${name}`),
  ...['Publish', 'RawPayload', 'RawPayloadParser', 'Search'].map((name) => `post${name}`),
  ...[
    'Add',
    'Announce',
    'Avatar',
    'Create',
    'Del',
    'List',
    'QRCode',
    'Quit',
    'RawPayload',
    'RawPayloadParser',
    'Topic',
  ].map((name) => `room${name}`),
  ...['Accept', 'RawPayload', 'RawPayloadParser'].map((name) => `roomInvitation${name}`),
  ...['List', 'RawPayload', 'RawPayloadParser'].map((name) => `roomMember${name}`),
  ...['Add', 'Delete', 'List', 'Remove'].map((name) => `tagContact${name}`),
  ...['ding', 'tap', 'tapSearch', 'conversationReadMark'],
];

let dir: Awaited<ReturnType<typeof tempDir>>;
let chat: LocalChat;
let puppet: LocalPuppet;

beforeEach(async () => {
  dir = await tempDir();
  chat = await startLocalChat({
    dir: join(dir.path, 'chat'),
    port: 0,
    host: '127.0.0.1',
    cast: CAST,
    clock: testClock(),
  });
  puppet = new LocalPuppet({ url: chat.url });
  puppet.on('error', () => {});
  await puppet.start();
  await until(() => puppet.isLoggedIn, 'logged in');
});

afterEach(async () => {
  await puppet.stop();
  await chat.close();
  await dir.remove();
});

describe('the local puppet', () => {
  test('has every duty of a puppet', () => {
    const missing = DUTIES.filter((name) => typeof puppet[name as keyof LocalPuppet] !== 'function');
    expect(missing).toEqual([]);
    expect(DUTIES).toHaveLength(63);
  });

  test('says of what a plain chat does not have that it is unsupported', async () => {
    await expect(puppet.tap()).rejects.toThrow(/Unsupported/);
    await expect(puppet.roomAnnounce()).rejects.toThrow(/Unsupported/);
  });

  test('makes rooms, changes who is in them and what they are called', async () => {
    const room = await puppet.roomCreate(['chenli'], '梅林镇应急群');
    await puppet.roomAdd(room, 'wangfang');
    expect(await puppet.roomMemberList(room)).toEqual(['chenli', 'zhishou', 'wangfang']);
    await puppet.roomDel(room, 'chenli');
    await puppet.roomTopic(room, '梅林镇值班群');
    expect(await puppet.roomTopic(room)).toBe('梅林镇值班群');
    await until(async () => !(await puppet.roomMemberList(room)).includes('chenli'), 'member gone');
  });

  test('forwards a file and takes a message back', async () => {
    const id = await puppet.messageSendFile('chenli', FileBox.fromBase64('aGk=', 'a.txt'));
    const forwarded = await puppet.messageForward('room.qingshan', id);
    expect(await (await puppet.messageFile(forwarded)).toBase64()).toBe('aGk=');
    expect(await puppet.messageRecall(forwarded)).toBe(true);
    expect(await person(chat.url).get(`/local/messages/${forwarded}`)).toMatchObject({ recalled: true });
  });

  test('answers a ding only when the server answers', async () => {
    const dong = () =>
      new Promise<boolean>((resolve) => {
        puppet.once('dong', () => resolve(true));
        setTimeout(() => resolve(false), 500);
        puppet.ding('x');
      });
    expect(await dong()).toBe(true);
    await chat.close();
    expect(await dong()).toBe(false);
  });

  test('beats while it is connected', async () => {
    const beats: string[] = [];
    const second = new LocalPuppet({ url: chat.url });
    second.on('error', () => {});
    second.on('heartbeat', ({ data }) => void beats.push(data ?? ''));
    await second.start();
    await until(() => beats.length > 0, 'a heartbeat');
    await second.stop();
  });
});
