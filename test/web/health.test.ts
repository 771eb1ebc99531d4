import { describe, expect, test } from '@jest/globals';
import { type HealthFacts, healthOf } from '../../web/health.ts';

const NOW = Date.parse('2026-01-14T10:00:00+08:00');

function chatOf(fields: Record<string, string | number | boolean | null>) {
  const facts: HealthFacts = {
    redis: { ok: true, detail: 'answers and writes' },
    nowMs: NOW,
    heartbeats: [
      { process: 'workers', pid: 1, atMs: NOW, fields: {} },
      { process: 'bot', pid: 2, atMs: NOW, fields: { leads: true, session: 'online', ...fields } },
    ],
    wakesLateMs: 0,
    outboxLateMs: 0,
    parked: 0,
  };
  const { ok, checks } = healthOf(facts);
  return [ok, checks.chat];
}

describe('the chat', () => {
  test.each([
    [{ silentUntilMs: null, share: 1 }, true, 'online'],
    [{ silentUntilMs: null, share: 0.1 }, true, 'online, a new account at 10 %'],
    [{ session: 'need-scan', share: 0.1 }, false, 'need-scan'],
    [
      { silentUntilMs: NOW + 14 * 60_000, share: 0.1 },
      false,
      'silent for 14 minutes: the channel said that it speaks too often',
    ],
    [{ silentUntilMs: NOW - 1, share: 1 }, true, 'online'],
  ])('%j', (fields, ok, detail) => {
    expect(chatOf(fields)).toEqual([ok, { ok, detail }]);
  });
});

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
