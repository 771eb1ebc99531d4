import { expect, test } from '@jest/globals';
import { healthOf } from '../../web/health.ts';

const NOW_MS = Date.parse('2026-03-02T09:05:00+08:00');

function fallbackOf(fields: Readonly<Record<string, number>>) {
  const bot = {
    process: 'bot',
    pid: 7,
    atMs: NOW_MS,
    fields: { leads: true, session: 'online', inbox: 0, spilled: 0, ...fields },
  };
  const workers = { process: 'workers', pid: 8, atMs: NOW_MS, fields: {} };
  const health = healthOf({
    ...{ redis: { ok: true, detail: '' }, nowMs: NOW_MS, heartbeats: [bot, workers] },
    ...{ wakesLateMs: 0, outboxLateMs: 0, parked: 0 },
  });
  return { ok: health.ok, detail: health.checks.fallback!.detail };
}

test.each([
  [{}, true, 'none'],
  [{ fallbackChannels: 2, fallbackFailing: 0 }, true, '0 of 2 failing'],
  [{ fallbackChannels: 2, fallbackFailing: 1 }, false, '1 of 2 failing'],
])('a fall-back that did not take the last post shows: %j', (fields, ok, detail) => {
  expect(fallbackOf(fields)).toEqual({ ok, detail });
});
