import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { FallbackChannel } from '../../../bot/gateway/fallback/channel.ts';
import { dingtalkRobot } from '../../../bot/gateway/fallback/dingtalk.ts';
import { feishuRobot } from '../../../bot/gateway/fallback/feishu.ts';
import { openFallbackChannels } from '../../../bot/gateway/fallback/open-channels.ts';
import { wecomRobot } from '../../../bot/gateway/fallback/wecom.ts';
import { type Answer, Robots } from '../../support/robots.ts';

const TEXT = '（备用通道）高铺镇 周洁：T0612今天17:30到期';
const NOW_MS = Date.parse('2026-03-02T09:05:00+08:00');
const SECRET = 'SEC-do-not-tell';

let robots: Robots;
beforeAll(async () => {
  robots = await Robots.start();
});
afterEach(() => robots.forget());
afterAll(() => robots.stop());

const wecom = () => wecomRobot(robots.address('/cgi-bin/webhook/send?key=key-do-not-tell'));
const dingtalk = () => dingtalkRobot(robots.address('/robot/send?access_token=token'), SECRET, () => NOW_MS);
const feishu = () => feishuRobot(robots.address('/open-apis/bot/v2/hook/hook-do-not-tell'), SECRET, () => NOW_MS);

describe('a robot', () => {
  test('of WeCom gets the text under its key', async () => {
    expect(await wecom().send(TEXT, '')).toEqual({ kind: 'sent' });
    expect(robots.posts[0]!.query.get('key')).toBe('key-do-not-tell');
    expect(robots.posts[0]!.body).toEqual({ msgtype: 'text', text: { content: TEXT } });
  });

  test('of DingTalk gets a signature over time and secret beside its token', async () => {
    expect(await dingtalk().send(TEXT, '')).toEqual({ kind: 'sent' });
    const { query, body } = robots.posts[0]!;
    expect(query.get('access_token')).toBe('token');
    expect(query.get('timestamp')).toBe(String(NOW_MS));
    const signed = createHmac('sha256', SECRET).update(`${NOW_MS}\n${SECRET}`).digest('base64');
    expect(query.get('sign')).toBe(signed);
    expect(body).toEqual({ msgtype: 'text', text: { content: TEXT } });
  });

  test('of Feishu gets the signature in the body, and rings for nobody', async () => {
    expect(await feishu().send(`${TEXT}<at user_id="all">`, '')).toEqual({ kind: 'sent' });
    const seconds = NOW_MS / 1_000;
    expect(robots.posts[0]!.body).toEqual({
      timestamp: String(seconds),
      sign: createHmac('sha256', `${seconds}\n${SECRET}`).update('').digest('base64'),
      msg_type: 'text',
      content: { text: `${TEXT}＜at user_id="all">` },
    });
  });

  test('that demands no signature gets none', async () => {
    await dingtalkRobot(robots.address('/robot/send?access_token=token'), undefined).send(TEXT, '');
    await feishuRobot(robots.address('/open-apis/bot/v2/hook/h'), undefined).send(TEXT, '');
    expect([...robots.posts[0]!.query.keys()]).toEqual(['access_token']);
    expect(Object.keys(robots.posts[1]!.body)).toEqual(['msg_type', 'content']);
  });

  test('of Feishu may answer in the old way', async () => {
    robots.answer({ body: { StatusCode: 0, StatusMessage: 'success' } });
    expect(await feishu().send(TEXT, '')).toEqual({ kind: 'sent' });
  });

  test.each<[string, () => FallbackChannel, Answer, string, number | undefined]>([
    ['WeCom says too fast', wecom, { body: { errcode: 45009 } }, 'throttled', 60_000],
    ['WeCom says too many at once', wecom, { body: { errcode: 45033 } }, 'throttled', 60_000],
    ['WeCom is busy', wecom, { body: { errcode: -1 } }, 'not-sent', undefined],
    ['WeCom does not know the key', wecom, { body: { errcode: 93000 } }, 'refused', undefined],
    ['DingTalk says too fast', dingtalk, { body: { errcode: 130101 } }, 'throttled', 600_000],
    ['DingTalk does not accept the signature', dingtalk, { body: { errcode: 310000 } }, 'refused', undefined],
    ['Feishu says too fast', feishu, { body: { code: 11232 } }, 'throttled', 60_000],
    ['Feishu says too many requests', feishu, { body: { code: 9499 } }, 'throttled', 60_000],
    ['Feishu misses a keyword', feishu, { body: { code: 19024 } }, 'refused', undefined],
    ['there are too many requests', feishu, { status: 429, body: '' }, 'throttled', 60_000],
    ['there is no such page', wecom, { status: 404, body: 'not found' }, 'refused', undefined],
    ['the server fails', wecom, { status: 502, body: 'bad gateway' }, 'unknown', undefined],
    ['the answer is no answer', wecom, { body: '<html>log in</html>' }, 'unknown', undefined],
    ['the line breaks', wecom, 'hang up', 'unknown', undefined],
  ])('tells what became of a post: %s', async (_, robot, answer, failure, restMs) => {
    robots.answer(answer);
    const posted = await robot().send(TEXT, '');
    expect(posted).toMatchObject({ kind: 'failed', failure });
    expect(posted.kind === 'failed' && posted.restMs).toBe(restMs);
    expect(robots.posts).toHaveLength(1);
  });

  test('that cannot be reached has surely said nothing', async () => {
    const gone = await Robots.start();
    const address = gone.address('/send?key=key-do-not-tell');
    await gone.stop();
    expect(await wecomRobot(address).send(TEXT, '')).toMatchObject({ failure: 'not-sent', reason: 'ECONNREFUSED' });
  });

  test.each<[string, () => FallbackChannel]>([
    ['wecom', wecom],
    ['dingtalk', dingtalk],
    ['feishu', feishu],
  ])('never gives its secret away in a reason: %s', async (_, robot) => {
    const bodies = [{ errcode: 93000, code: 19021, errmsg: 'bad key key-do-not-tell SEC-do-not-tell' }, 'nonsense'];
    robots.answer('hang up', ...bodies.map((body) => ({ body })), { status: 403, body: 'key-do-not-tell' });
    for (let n = 0; n < 4; n++) expect(JSON.stringify(await robot().send(TEXT, ''))).not.toMatch(/do-not-tell|周洁/);
  });
});

test('the channels are tried in one order, whatever is set', () => {
  const robot = { url: 'https://robot.example.cn/x' };
  const mail = { server: 'smtp://127.0.0.1', from: 'a@b.cn', to: ['c@d.cn'] };
  const all = openFallbackChannels({ mail, feishu: robot, wecom: robot, dingtalk: robot });
  expect(all.map(({ name }) => name)).toEqual(['wecom', 'dingtalk', 'feishu', 'mail']);
  expect(openFallbackChannels({})).toEqual([]);
});

test('nobody is spoken to faster than he takes it', () => {
  for (const { gapMs, maxBytes } of [wecom(), dingtalk()]) {
    expect(60_000 / gapMs).toBeLessThanOrEqual(18);
    expect(maxBytes).toBeLessThanOrEqual(20_000);
  }
  expect(wecom().maxBytes).toBeLessThanOrEqual(2_048);
  expect(60_000 / feishu().gapMs).toBeLessThanOrEqual(90);
  expect(1_000 / feishu().gapMs).toBeLessThanOrEqual(4);
});
