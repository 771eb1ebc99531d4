import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { calendarLinks } from '../../bot/calendar-links.ts';
import { randomCodes } from '../../bot/codes.ts';
import { dispatch } from '../../bot/dispatch.ts';
import { readEnv } from '../../config/env.ts';
import { decideAndCommit } from '../../domain/decide-and-commit.ts';
import { decide } from '../../domain/decision.ts';
import type { Shift } from '../../domain/duty/shift.ts';
import { cancelShift, publishShift } from '../../domain/duty/shift-rules.ts';
import { applySwap } from '../../domain/duty/swaps/apply-swap.ts';
import type { Swap } from '../../domain/duty/swaps/swap.ts';
import { KINDS } from '../../domain/kinds.ts';
import type { Person } from '../../domain/people/office.ts';
import { OfficeCache } from '../../domain/reading.ts';
import type { Thing } from '../../domain/thing.ts';
import { RedisStore } from '../../store/redis-store.ts';
import { webApp } from '../../web/app.ts';
import { calendarFeeds } from '../../web/feeds/serve.ts';
import { runWeb } from '../../web/main.ts';
import { at, calendar, policy } from '../support/builders.ts';
import { freePort } from '../support/processes.ts';
import { TestRedis } from '../support/redis.ts';
import { aShift } from '../support/shifts.ts';
import { sampleOffice } from '../support/world.ts';
import { type Component, readIcs, textValue } from './ics-reader.ts';

let redis: TestRedis;
let store: RedisStore;
let server: ReturnType<typeof serve>;
let base: string;
let now: Date;
let messages = 0;

beforeAll(async () => {
  redis = await TestRedis.start();
});
afterAll(() => redis.stop());

beforeEach(async () => {
  const client = redis.client();
  await client.flushall();
  store = new RedisStore(client, { office: 'office' });
  now = at('2026-01-20 09:00');
  const feeds = calendarFeeds({ store: store.things, calendar, policy, office: 'office', now: () => now });
  const app = webApp({
    health: async () => ({ ok: true, checks: {} }),
    metrics: async () => '',
    calendar: feeds,
  });
  server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await saves(sampleOffice());
});
afterEach(() => void server.close());

function context() {
  const ground = { store: store.things, kinds: KINDS, offices: new OfficeCache(), calendar, policy };
  return { ...ground, now: () => now };
}

async function saves(things: readonly Thing[]): Promise<void> {
  await decideAndCommit('a test', context(), async (read) => {
    await read.things(things.map(({ id }) => id));
    return { decision: decide({ save: things }), actor: { system: 'test' } };
  });
}

/** Says something privately and answers what the bot decided to say to that person. */
async function says(who: string, text: string): Promise<string> {
  const person = sampleOffice().find((thing) => thing.type === 'person' && thing.name === who) as Person;
  const done = await dispatch(
    {
      ...{ id: `m.${++messages}`, sentAt: now, receivedAt: now, kind: 'text', text },
      from: { contactId: person.accounts[0]!.contactId, name: who },
      ...{ mentionsMe: false, mentionsAll: false, mentions: [] },
    },
    {
      ...context(),
      ...{ codes: randomCodes, freshLink: calendarLinks(base) },
      tables: { sheetsOf: async () => ({ why: 'empty' }), tableIn: () => undefined } as never,
      log: {
        debug() {},
        error: (fields: object) => {
          throw (fields as { err: unknown }).err;
        },
      },
    },
  );
  expect(done).toBe('done');
  return (await store.outbox.conversation(person.id)).items.at(-1)!.text;
}

async function linkFor(who: string, text: string): Promise<string> {
  const said = await says(who, text);
  return /http\S+\.ics/.exec(said)?.[0] ?? `no link: ${said}`;
}

async function events(url: string): Promise<Component[]> {
  const response = await fetch(url);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  const whole = readIcs(new Uint8Array(await response.arrayBuffer()));
  return whole.parts.filter(({ name }) => name === 'VEVENT');
}

const summaries = (parts: readonly Component[]) =>
  parts.map(({ props }) => `${textValue(props.get('SUMMARY')!)} ${props.get('STATUS')}`);

const act = (when: string) => ({ by: 'person.wangfang', at: at(when), reason: '有事' });
const published = (day: string, fields: Parameters<typeof aShift>[1] = {}): Shift =>
  publishShift({ ...aShift(day, fields), state: 'planned' }, act('2026-01-10 10:00'), policy.duty);

describe('a calendar feed over HTTP', () => {
  test('is followed from the link through a swap and a cancelled shift, and never loses one', async () => {
    const [given, other] = [published('2026-01-31'), published('2026-02-05')];
    await saves([given, other, published('2026-01-31', { layer: 'leader', people: ['zhengwei'] })]);
    const url = await linkFor('陈立', '我的日历');
    expect(summaries(await events(url))).toEqual([
      '青山镇值班 陈立（带班 郑伟） CONFIRMED',
      '青山镇值班 陈立 CONFIRMED',
    ]);

    const swap = { no: 'S001', giver: 'person.chenli', taker: 'person.lvgang', given: { shift: given.id } } as Swap;
    await saves(applySwap(swap, [given], at('2026-01-21 10:00'), 'person.zhengwei'));
    await saves([cancelShift(other, act('2026-01-22 10:00'))]);
    expect(summaries(await events(url))).toEqual([
      '青山镇值班 吕刚（带班 郑伟） CANCELLED',
      '青山镇值班 陈立 CANCELLED',
    ]);
    expect(summaries(await events(await linkFor('吕刚', '我的日历')))).toEqual([
      '青山镇值班 吕刚（带班 郑伟） CONFIRMED',
    ]);
    now = at('2026-03-05 09:00');
    expect(summaries(await events(url))).toEqual(['青山镇值班 陈立 CANCELLED']);
  });

  test('of a unit is for its liaison and its leaders; a link ends with the post', async () => {
    await saves([published('2026-01-31'), published('2026-01-31', { layer: 'leader', people: ['zhengwei'] })]);
    expect(await says('何静', '本单位值班日历')).toContain('请联系');
    expect(await linkFor('郑伟', '本单位值班日历')).toMatch(/^http/);
    expect(await says('赵敏', '青山镇值班日历')).toContain('请联系');
    const url = await linkFor('陈立', '本单位值班日历');
    expect(summaries(await events(url))).toEqual(['青山镇值班 陈立（带班 郑伟） CONFIRMED']);

    const chenli = (await store.things.load(['person.chenli']))[0]!.thing as Person;
    await saves([{ ...chenli, tenures: chenli.tenures.map((one) => ({ ...one, toDay: '2026-01-25' })) } as Person]);
    expect((await fetch(url)).status).toBe(200);
    now = at('2026-01-26 00:00');
    expect((await fetch(url)).status).toBe(404);
  });

  test('is told unchanged where nothing has changed, and whole again when something has, or a day has begun', async () => {
    const shift = published('2026-01-31');
    await saves([shift]);
    const url = await linkFor('陈立', '我的日历');
    const first = await fetch(url);
    await first.arrayBuffer();
    const [etag, modified] = [first.headers.get('etag')!, first.headers.get('last-modified')!];
    expect((await fetch(url, { headers: { 'if-none-match': `W/${etag}` } })).status).toBe(304);
    expect((await fetch(url, { headers: { 'if-modified-since': modified } })).status).toBe(304);
    expect((await fetch(url, { headers: { 'if-none-match': '"other"', 'if-modified-since': modified } })).status).toBe(
      200,
    );
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', etag]);
    expect(head.headers.get('cache-control')).toBe('private, no-cache');

    now = at('2026-01-21 00:00');
    expect((await fetch(url, { headers: { 'if-modified-since': modified } })).status).toBe(200);
    await saves([cancelShift(shift, act('2026-01-20 09:30'))]);
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  test('a link that was changed is gone at once, the new one works, and stopped ones are all gone', async () => {
    const urls = [await linkFor('陈立', '我的日历'), await linkFor('陈立', '我的日历')];
    expect(new Set(urls).size).toBe(2);
    for (const url of urls) expect((await fetch(url)).status).toBe(200);
    const renewed = await linkFor('陈立', '换一个日历链接');
    for (const url of urls) expect((await fetch(url)).status).toBe(404);
    expect((await fetch(renewed)).status).toBe(200);
    await says('陈立', '停用日历链接');
    expect((await fetch(renewed)).status).toBe(404);
    expect(await says('陈立', '换一个日历链接')).toContain('你还没有日历链接');
  });

  test('what was never given is 404, and says no more', async () => {
    const secret = new URL(await linkFor('陈立', '我的日历')).pathname;
    for (const path of [
      secret.replace(/.\.ics$/, (end) => (end.startsWith('A') ? 'B.ics' : 'A.ics')),
      secret.replace('.ics', ''),
      secret.toLowerCase(),
      '/calendar/.ics',
      `/calendar/${'a'.repeat(32)}.ics`,
      '/calendar/..%2f..%2fetc%2fpasswd.ics',
    ]) {
      const response = await fetch(base + path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.text()).not.toContain('陈立');
    }
  });

  test('of the secret only a hash is in the store and in the ledger', async () => {
    const secret = /calendar\/([^.]+)\.ics/.exec(await linkFor('陈立', '我的日历'))![1]!;
    const client = redis.client();
    // The answer itself waits in the outbox until it is spoken.
    for (const key of (await client.keys('*')).filter((name) => !name.includes(':say:'))) {
      const value = Buffer.from((await client.dumpBuffer(key)) ?? '').toString('latin1');
      expect([key, value.includes(secret)]).toEqual([key, false]);
    }
  });

  test('asked too often it says when to come back, and then answers again', async () => {
    const url = await linkFor('陈立', '我的日历');
    const statuses: number[] = [];
    for (let tries = 0; tries < 31; tries++) statuses.push((await fetch(url)).status);
    expect(statuses).toEqual([...Array(30).fill(200), 429]);
    const refused = await fetch(url);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect((await fetch(await linkFor('吕刚', '我的日历'))).status).toBe(200);
    now = new Date(now.getTime() + seconds * 1_000);
    expect((await fetch(url)).status).toBe(200);
  });
});

test('the web process serves it, and says so where Redis is away', async () => {
  now = new Date();
  const day = calendar.addDays(calendar.dayOf(now), 1);
  await saves([{ ...aShift(day), history: [{ ...act('2026-01-10 10:00'), what: 'published' }] } as Shift]);
  const link = new URL(await linkFor('陈立', '我的日历'));
  const port = await freePort();
  const env = readEnv({ REDIS_URL: redis.socket, ZHISHOU_WEB_PORT: String(port), LOG_LEVEL: 'silent' });
  const web = await runWeb({ ...env, REDIS_URL: redis.socket });
  try {
    expect(summaries(await events(`${env.publicUrl}${link.pathname}`))).toEqual(['青山镇值班 陈立 CONFIRMED']);
    await redis.kill();
    const away = await fetch(`${env.publicUrl}${link.pathname}`);
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '60']);
  } finally {
    await redis.run();
    await web.stop();
  }
});
