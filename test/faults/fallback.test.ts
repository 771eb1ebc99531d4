import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { build, until } from '../support/processes.ts';
import { Product, stopProducts } from '../support/product.ts';
import { Robots } from '../support/robots.ts';

const PATIENCE_MS = 240_000;
const NUDGE = /T0001.*还没有看到石桥乡的签收/s;
let robots: Robots;
let product: Product;

beforeAll(async () => {
  build();
  robots = await Robots.start();
  product = await Product.start({
    env: { ZHISHOU_FALLBACK_WECOM_URL: robots.address('/send?key=key-do-not-tell'), LOG_LEVEL: 'info' },
  });
}, PATIENCE_MS);
afterAll(async () => {
  await stopProducts();
  await robots.stop();
}, PATIENCE_MS);

test(
  'while the account is logged out an urgent order is followed up over the robot, and a killed bot repeats nothing',
  async () => {
    const { chat } = product;
    await chat.clock('2026-01-15T08:50:00+08:00');
    await chat.saysOnce('王芳', '特急：请石桥乡1月16日12:00前报危房转移情况');
    await chat.hears('王芳', /确认/);
    await chat.saysOnce('王芳', '确认');
    await chat.hears('王芳', /已下达T0001/);
    await chat.clock('2026-01-15T09:00:00+08:00');
    await chat.post('/local/logout', { gap: 'replay' });
    await until(async () => (await product.health()).failing.includes('chat'), 'the loss of the account to be noticed');

    // However far the clock went while the loss was being noticed, three minutes more are enough.
    await chat.clock('2026-01-15T09:04:00+08:00');
    expect(robots.texts()).toEqual([]);
    await chat.clock('2026-01-15T09:06:00+08:00');
    await until(() => robots.texts().some((text) => NUDGE.test(text)), 'the robot to say it');
    expect(robots.texts()[0]).toMatch(/^（备用通道）/);

    await product.kill('bot');
    await chat.post('/local/login', {});
    await product.untilHealthy();
    await chat.clock('2026-01-15T09:18:00+08:00');
    await product.untilStill();
    expect((await chat.said('马强')).filter(({ text }) => NUDGE.test(text))).toEqual([]);
    expect(robots.texts().filter((text) => NUDGE.test(text))).toHaveLength(1);
    expect(product.printed()).toContain('posted over a fall-back');
    expect(product.printed()).not.toContain('do-not-tell');
  },
  PATIENCE_MS,
);
