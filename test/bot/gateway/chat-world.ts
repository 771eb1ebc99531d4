import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import type { Gateway, OwnMessage, SessionState } from '../../../bot/gateway/gateway.ts';
import type { ChatCast } from '../../../bot/gateway/local/server.ts';
import { paceOf } from '../../../bot/gateway/pace.ts';
import { createWechatyGateway, type WechatyGatewayOptions } from '../../../bot/gateway/wechaty-gateway.ts';
import type { IncomingMessage } from '../../../domain/message.ts';
import { PACE_DEFAULTS } from '../../../domain/outbox/pace-policy.ts';
import { openFileStore } from '../../../store/files/file-store.ts';

export const CAST: ChatCast = {
  botName: '值守',
  contacts: [
    { id: 'liweidong', name: '李卫东' },
    { id: 'wangfang', name: '王芳' },
    { id: 'chenli', name: '陈立' },
    { id: 'wangwu', name: '王 五' },
  ],
  rooms: [
    { id: 'room.anweihui', topic: '安宁区安委会成员单位', members: ['liweidong', 'wangfang', 'chenli', 'wangwu'] },
    { id: 'room.qingshan', topic: '青山镇安全', members: ['chenli'] },
  ],
};

export const ROOM = '安宁区安委会成员单位';

/** The product's clock of a test: stands still until it is moved. */
export function testClock(start = '2026-01-15T10:12:00+08:00') {
  let now = new Date(start);
  const move = async (to: Date) => {
    now = to;
    return now;
  };
  return { now: () => now, move, beginAt: move };
}

export async function tempDir(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'zhishou-chat-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** The chat as somebody with a phone uses it. */
export function person(url: string) {
  const ask = async (path: string, body?: unknown) => {
    const init =
      body === undefined ? {} : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) };
    const response = await fetch(url + path, init);
    // biome-ignore lint/suspicious/noExplicitAny: tests look at what the interface really answers
    return { status: response.status, body: (await response.json()) as any };
  };
  return {
    ask,
    get: async (path: string) => (await ask(path)).body,
    async post(path: string, body: unknown) {
      const answer = await ask(path, body);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    async says(from: string, text: string, rest: Record<string, unknown> = {}): Promise<string> {
      const place = rest.to ? {} : { room: ROOM };
      return (await this.post('/local/messages', { ...place, from, text, ...rest })).id;
    },
  };
}

/** Waits for something to become true, and says what it was when it does not. */
export async function until(what: () => boolean | Promise<boolean>, why: string, ms = 15_000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await what())) {
    if (Date.now() > end) throw new Error(`waited ${ms} ms in vain: ${why}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export interface Bot {
  readonly gateway: Gateway;
  readonly heard: IncomingMessage[];
  readonly own: OwnMessage[];
  readonly states: SessionState[];
  readonly codes: string[];
  /** What the bot does with a message before it counts as taken. */
  onMessage: (message: IncomingMessage) => void | Promise<void>;
  hears(id: string): Promise<IncomingMessage>;
}

const open: Gateway[] = [];

/** Starts a bot through real Wechaty; `stopBots` in afterEach ends all of them. */
export async function startBot(
  options: Partial<WechatyGatewayOptions> & { url: string; filesDir: string },
): Promise<Bot> {
  const { url, filesDir, ...rest } = options;
  const gateway = createWechatyGateway({
    puppet: { name: 'local', options: { url } },
    pace: paceOf(PACE_DEFAULTS),
    files: openFileStore(filesDir),
    logger: pino({ level: 'silent' }),
    now: () => new Date('2026-01-15T10:12:00+08:00'),
    ...rest,
  });
  open.push(gateway);
  const bot: Bot = {
    gateway,
    heard: [],
    own: [],
    states: [],
    codes: [],
    onMessage: () => {},
    async hears(id) {
      await until(() => bot.heard.some((message) => message.id === id), `message ${id} heard`);
      return bot.heard.find((message) => message.id === id) as IncomingMessage;
    },
  };
  await gateway.start({
    async message(message) {
      await bot.onMessage(message);
      bot.heard.push(message);
    },
    own: (message) => void bot.own.push(message),
    state: (state) => void bot.states.push(state),
    scan: (code) => void bot.codes.push(code),
  });
  return bot;
}

export async function stopBots(): Promise<void> {
  for (const gateway of open.splice(0)) await gateway.stop();
}
