import { describe, expect, test } from '@jest/globals';
import type { Pace } from '../../../bot/gateway/pace.ts';
import type { Speech } from '../../../bot/outbox/limits.ts';
import { createPacer, type Pacer } from '../../../bot/outbox/pacer.ts';
import type { MessageClass } from '../../../domain/message.ts';
import { VirtualTime } from '../../support/virtual-time.ts';

const START = new Date('2026-01-14T10:00:00+08:00');
const never = () => new AbortController().signal;

function aPacer(pace: Pace = { gapMs: 4000, jitterMs: 2000, perMinute: 12 }, newSinceMs?: () => number | undefined) {
  const time = new VirtualTime(START);
  const pacer = createPacer({ pace, newSinceMs, clock: time, wait: time.wait, random: () => 0.5 });
  const turns: { name: string; atMs: number }[] = [];
  const ask = async (
    name: string,
    messageClass: MessageClass,
    sinceMs = 0,
    signal = never(),
    rest: Partial<Speech> = {},
  ) => {
    if (await pacer.turn({ class: messageClass, sinceMs, ...rest }, signal))
      turns.push({ name, atMs: time.now().getTime() - START.getTime() });
  };
  return { time, pacer, turns, ask };
}

test('turns keep their gap with half of the random part on top', async () => {
  const { time, turns, ask } = aPacer();
  await time.until(Promise.all(['a', 'b', 'c'].map((name) => ask(name, 'L3'))));
  expect(turns.map(({ atMs }) => atMs)).toEqual([0, 5000, 10_000]);
});

test('no more than a minute allows', async () => {
  const { time, turns, ask } = aPacer({ gapMs: 0, jitterMs: 0, perMinute: 12 });
  await time.until(Promise.all(Array.from({ length: 30 }, (_, n) => ask(`${n}`, 'L3', n))));
  expect(turns.filter(({ atMs }) => atMs < 60_000)).toHaveLength(12);
  expect(turns.filter(({ atMs }) => atMs < 120_000)).toHaveLength(24);
  expect(turns.at(-1)!.atMs).toBe(120_000);
});

test('an incident overtakes digests that were there before, and the oldest of a class comes first', async () => {
  const { time, turns, ask } = aPacer();
  const first = ask('first', 'L4');
  const waiting = [ask('digest', 'L4', 3), ask('younger', 'L3', 2), ask('older', 'L3', 1)];
  await time.settle();
  await time.until(Promise.all([first, ...waiting, ask('incident', 'L0', 9)]));
  expect(turns.map(({ name }) => name)).toEqual(['first', 'incident', 'older', 'younger', 'digest']);
});

test('without limits nobody waits', () => {
  const { pacer } = aPacer({ gapMs: 0, jitterMs: 0, perMinute: 0 });
  expect(Array.from({ length: 100 }, () => pacer.tryTurn({ class: 'L3' }))).not.toContain(false);
});

test('who finds a queue does not jump it', async () => {
  const { pacer, time, ask } = aPacer();
  expect(pacer.tryTurn({ class: 'L3' })).toBe(true);
  const waiting = ask('waiting', 'L4');
  time.moveTo(new Date(START.getTime() + 1000));
  expect(pacer.tryTurn({ class: 'L3' })).toBe(false);
  await time.until(waiting);
});

test('who withdraws leaves the queue without using a turn', async () => {
  const { time, turns, ask } = aPacer();
  const withdraw = new AbortController();
  const asked = [ask('a', 'L3', 1), ask('gone', 'L3', 2, withdraw.signal), ask('b', 'L3', 3)];
  withdraw.abort();
  await time.until(Promise.all(asked));
  expect(turns).toEqual([
    { name: 'a', atMs: 0 },
    { name: 'b', atMs: 5000 },
  ]);
});

test('a complaint silences the account for 15 minutes, an hour, twelve hours; a day of peace shortens it again', () => {
  const { pacer, time } = aPacer();
  const minutes = (pace: Pacer) => (pace.throttled() - time.now().getTime()) / 60_000;
  const pass = (min: number) => time.moveTo(new Date(time.now().getTime() + min * 60_000));

  expect(minutes(pacer)).toBe(15);
  pass(5);
  expect(minutes(pacer)).toBe(10);
  expect(pacer.tryTurn({ class: 'L3' })).toBe(false);
  pass(10);
  expect(pacer.pausedUntilMs()).toBeUndefined();
  expect(minutes(pacer)).toBe(60);
  pass(60);
  expect(minutes(pacer)).toBe(720);
  pass(720);
  expect(minutes(pacer)).toBe(720);
  pass(720 + 1441);
  expect(minutes(pacer)).toBe(15);
});

test('a complaint and the end send everybody in the queue away', async () => {
  for (const end of ['throttled', 'stop'] as const) {
    const { pacer, time, turns, ask } = aPacer();
    pacer.tryTurn({ class: 'L3' });
    const asked = [ask('a', 'L0'), ask('b', 'L3')];
    pacer[end]();
    await time.until(Promise.all(asked));
    expect(turns).toEqual([]);
    expect(pacer.tryTurn({ class: 'L3' })).toBe(false);
  }
});

test('a clock that is set back does not silence the account', async () => {
  let now = START.getTime();
  const waits: number[] = [];
  const wait = async (ms: number) => {
    waits.push(ms);
    now += ms;
  };
  const pace = { gapMs: 4000, jitterMs: 0, perMinute: 1 };
  const pacer = createPacer({ pace, clock: { now: () => new Date(now) }, wait, random: () => 0 });
  pacer.tryTurn({ class: 'L3' });
  now -= 24 * 3_600_000;
  expect(await pacer.turn({ class: 'L3', sinceMs: 0 }, never())).toBe(true);
  expect(waits).toEqual([60_000]);
});

test('reminders wait until the account has said less in an hour, and what cannot wait goes all the same', async () => {
  const { time, turns, ask } = aPacer({ gapMs: 0, jitterMs: 0, perMinute: 0, perHour: 3 });
  const early = ['a', 'b', 'c'].map((name, order) => ask(name, 'L3', order));
  const late = ask('late', 'L3', 9);
  await time.settle();
  await time.until(Promise.all([...early, late, ask('answer', 'R', 10), ask('incident', 'L0', 11)]));
  expect(turns.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'incident', 'answer', 'late']);
  expect(turns.at(-2)!.atMs).toBeLessThan(60_000);
  expect(turns.at(-1)!.atMs).toBe(3_600_000);
});

test('and in a day', async () => {
  const { time, turns, ask } = aPacer({ gapMs: 0, jitterMs: 0, perMinute: 0, perHour: 3, perDay: 4 });
  await time.until(Promise.all(Array.from({ length: 5 }, (_, order) => ask(`${order}`, 'L3', order))));
  const hours = turns.map(({ atMs }) => Math.round(atMs / 3_600_000));
  expect(hours).toEqual([0, 0, 0, 1, 24]);
});

describe('rooms and files', () => {
  const SPACED = { gapMs: 4000, jitterMs: 0, perMinute: 0, roomGapMs: 10_000, fileGapMs: 15_000 };
  const in_ = (room: string) => ({ room: `room.${room}` });

  test('one room hears two messages ten seconds apart, and others speak meanwhile', async () => {
    const { time, turns, ask } = aPacer(SPACED);
    const asked = [
      ask('a1', 'L0', 1, never(), in_('a')),
      ask('a2', 'L0', 2, never(), in_('a')),
      ask('b1', 'L3', 3, never(), in_('b')),
      ask('person', 'L4', 4),
    ];
    await time.until(Promise.all(asked));
    expect(turns).toEqual([
      { name: 'a1', atMs: 0 },
      { name: 'b1', atMs: 4000 },
      { name: 'person', atMs: 8000 },
      { name: 'a2', atMs: 12_000 },
    ]);
  });

  test('files go fifteen seconds apart, wherever they go to; a text does not wait for them', async () => {
    const { time, turns, ask } = aPacer(SPACED);
    const asked = [
      ask('one', 'R', 1, never(), { file: true }),
      ask('two', 'R', 2, never(), { file: true, ...in_('a') }),
      ask('text', 'L4', 3),
    ];
    await time.until(Promise.all(asked));
    expect(turns).toEqual([
      { name: 'one', atMs: 0 },
      { name: 'text', atMs: 4000 },
      { name: 'two', atMs: 15_000 },
    ]);
  });

  test('nobody overtakes by asking only now', () => {
    const { pacer, time } = aPacer(SPACED);
    expect(pacer.tryTurn({ class: 'R', ...in_('a') })).toBe(true);
    time.moveTo(new Date(START.getTime() + 9000));
    expect(pacer.tryTurn({ class: 'L0', ...in_('a') })).toBe(false);
    expect(pacer.tryTurn({ class: 'L0', ...in_('b') })).toBe(true);
    time.moveTo(new Date(START.getTime() + 13_000));
    expect(pacer.tryTurn({ class: 'L0', ...in_('a') })).toBe(true);
  });
});

describe('a new account', () => {
  const DAY = 24 * 3_600_000;
  const NEW = { gapMs: 4000, jitterMs: 0, perMinute: 12, perHour: 200, perDay: 800, newShares: [0.1, 0.3, 0.3] };

  test.each([
    ['just logged in', 0, 40_000, 0.1],
    ['of unknown age', undefined, 40_000, 0.1],
    ['in its first hours', DAY - 3_600_000, 40_000, 0.1],
    ['on its second day', DAY, 4000 / 0.3, 0.3],
    ['on its third day', 2 * DAY, 4000 / 0.3, 0.3],
    ['on its fourth day', 3 * DAY, 4000, 1],
  ])('%s keeps reminders and ordinary orders apart', async (_, ageMs, gapMs, share) => {
    for (const messageClass of ['L3', 'D'] as const) {
      const since = ageMs === undefined ? undefined : START.getTime() - ageMs;
      const { time, pacer, turns, ask } = aPacer(NEW, () => since);
      expect(pacer.share()).toBe(share);
      await time.until(Promise.all([ask('a', messageClass, 1), ask('b', messageClass, 2)]));
      expect(turns[1]!.atMs).toBe(Math.ceil(gapMs));
    }
  });

  test('what is urgent, and an answer, goes at the full rate', async () => {
    const { time, turns, ask } = aPacer(NEW, () => START.getTime());
    const asked = [
      ask('reminder', 'L3', 0),
      ask('next reminder', 'L3', 1),
      ask('urgent order', 'D', 2, never(), { urgent: true }),
      ask('on shift', 'L1', 3),
      ask('answer', 'R', 4),
      ask('incident', 'L0', 5),
    ];
    await time.until(Promise.all(asked));
    expect(turns.map(({ name, atMs }) => [name, atMs / 1000])).toEqual([
      ['reminder', 0],
      ['incident', 4],
      ['answer', 8],
      ['urgent order', 12],
      ['on shift', 16],
      ['next reminder', 40],
    ]);
  });

  test('a tenth of the hour is for reminders; an order that somebody confirmed is not put off to another hour', async () => {
    const { time, turns, ask } = aPacer({ ...NEW, gapMs: 0, perMinute: 0 }, () => START.getTime());
    const reminders = Array.from({ length: 21 }, (_, order) => ask(`${order}`, 'L3', order));
    await time.settle();
    await time.until(Promise.all([...reminders, ask('order', 'D', 99)]));
    const inTheFirstHour = turns.filter(({ atMs }) => atMs < 3_600_000).map(({ name }) => name);
    expect(inTheFirstHour).toHaveLength(21);
    expect(inTheFirstHour).toContain('order');
  });
});
