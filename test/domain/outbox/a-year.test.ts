import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MESSAGE_CLASSES } from '../../../domain/message.ts';
import { isBudgeted } from '../../../domain/outbox/budget.ts';
import { type Plan, planConversation } from '../../../domain/outbox/plan.ts';
import type { QuietHours } from '../../../domain/people/quiet-hours.ts';
import type { Envelope, PendingMessage } from '../../../domain/ports.ts';
import { TwinOutbox } from '../../support/twin-outbox.ts';
import { at, calendar, policy } from './outbox-terms.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = at('2026-01-01 00:00').getTime();
const YEAR_MS = 365 * 24 * HOUR;

interface Arrival {
  readonly atMs: number;
  readonly message: PendingMessage;
}

interface Outage {
  readonly fromMs: number;
  readonly toMs: number;
}

interface Told {
  readonly envelope: Envelope;
  readonly atMs: number;
}

/** Plays one conversation by its own wish to be looked at, as the sender would, with a chat that takes everything. */
async function play(to: string, arrivals: readonly Arrival[], outages: readonly Outage[], quiet?: QuietHours) {
  let rev = 0;
  const outbox = new TwinOutbox(() => ++rev);
  const told: Told[] = [];
  const notices: PendingMessage[] = [];
  const queue = [...arrivals];
  let nowMs = START;
  for (let looks = 0; ; looks++) {
    expect(looks).toBeLessThan(20_000);
    const lookMs = await outbox.nextConversationMs();
    const next = Math.min(lookMs ?? Number.POSITIVE_INFINITY, queue[0]?.atMs ?? Number.POSITIVE_INFINITY);
    if (next === Number.POSITIVE_INFINITY) break;
    nowMs = Math.max(nowMs, next);
    while (queue[0] && queue[0].atMs <= nowMs) outbox.add([queue.shift()!.message], ++rev, nowMs);
    if ((await outbox.dueConversations(nowMs, 10)).includes(to)) await look();
    nowMs += 1;
  }
  return { told, notices, counts: await outbox.counts() };

  async function look(): Promise<void> {
    const state = await outbox.conversation(to);
    const silentUntilMs = outages.find(({ fromMs, toMs }) => fromMs <= nowMs && nowMs < toMs)?.toMs;
    const input = {
      ...{ state, policy, calendar, now: new Date(nowMs), isRoom: to.startsWith('room.') },
      ...{ newEnvelopeId: `envelope.${rev}`, ...(silentUntilMs ? { silentUntilMs } : {}) },
      ...(quiet && { quiet }),
    };
    const plan = planConversation(input);
    expect(planConversation(input)).toEqual(plan);
    const { messages, ...change } = plan;
    expect(await outbox.freeze({ ...change, to, rev: state.rev })).toBe(true);
    notices.push(...messages);
    if (plan.envelope) {
      told.push({ envelope: plan.envelope, atMs: nowMs });
      await outbox.settle(plan.envelope, { sent: plan.envelope.items.length }, nowMs);
    } else {
      await expectStill(plan, input);
    }
  }

  /** Looking once more at the same moment changes nothing. */
  async function expectStill(plan: Plan, input: Parameters<typeof planConversation>[0]): Promise<void> {
    const after = planConversation({ ...input, state: await outbox.conversation(to) });
    expect(after).toEqual({ taken: [], counts: {}, nextLookMs: plan.nextLookMs, messages: [] });
  }
}

/** Mostly on three crowded days, a Wednesday, a Thursday and a day of the New Year break, so that budgets are used up. */
const when = fc.oneof(
  { weight: 1, arbitrary: fc.integer({ min: 0, max: YEAR_MS / MINUTE }) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom(1, 20, 21), fc.integer({ min: 7 * 60, max: 20 * 60 }))
      .map(([day, minute]) => day * 1440 + minute),
  },
);

const arrival = fc.record({
  minute: when,
  class: fc.constantFrom(...MESSAGE_CLASSES, ...Array<'L2'>(6).fill('L2')),
  about: fc.option(fc.constantFrom('T0001', 'T0002', 'H0003'), { nil: undefined }),
  text: fc.oneof(
    fc.constantFrom('请报送台账', '请签收\n回复“收到”即可'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  ),
  repeat: fc.constantFrom(...Array<number>(19).fill(1), 120),
  patienceHours: fc.option(fc.integer({ min: 1, max: 96 }), { nil: undefined }),
  delayHours: fc.option(fc.integer({ min: 1, max: 48 }), { nil: undefined }),
  mentions: fc.constantFrom([], [], ['person.a'], ['person.a', 'person.b']),
});

const outage = fc
  .record({ minute: when, hours: fc.integer({ min: 1, max: 60 }) })
  .map(({ minute, hours }) => ({ fromMs: START + minute * MINUTE, toMs: START + minute * MINUTE + hours * HOUR }));

const arrivalsIn = (to: string) =>
  fc.array(arrival, { minLength: 60, maxLength: 200, size: 'max' }).map((list) =>
    list
      .map(({ minute, repeat, patienceHours, delayHours, about, text, ...rest }, index): Arrival => {
        const atMs = START + minute * MINUTE;
        const timing = {
          ...(delayHours ? { notBeforeMs: atMs + delayHours * HOUR } : {}),
          ...(patienceHours ? { notAfterMs: atMs + patienceHours * HOUR, lapseTo: 'person.wangfang' } : {}),
        };
        const message = {
          to,
          ...rest,
          ...timing,
          text: `第${index}号${text}`.repeat(repeat),
          once: `m.${index}`,
          sinceMs: atMs,
        };
        return { atMs, message: about ? { ...message, about } : message };
      })
      .sort((one, other) => one.atMs - other.atMs),
  );

const plainText = (text: string) => text.replace(/（补发）|（\d+\/\d+）|\s/g, '');

/** Checks every message against the rules; returns on how many days the budget was used to the last. */
function expectRules(to: string, told: readonly Told[], quiet?: QuietHours): number {
  const perDay = new Map<string, number>();
  for (const { envelope, atMs } of told) {
    const now = new Date(atMs);
    const day = calendar.dayOf(now);
    if (isBudgeted(envelope.class)) perDay.set(day, (perDay.get(day) ?? 0) + 1);
    for (const item of envelope.items) {
      expect(isBudgeted(item.class)).toBe(isBudgeted(envelope.class));
      if (item.class !== 'R') expect(calendar.isWithin(now, policy.windows[item.class])).toBe(true);
      // Only what would have lapsed by waiting disturbs somebody.
      if (quiet && isBudgeted(item.class) && isDuring(quiet, now)) expect(item.notAfterMs).toBeDefined();
      expect(atMs).toBeGreaterThanOrEqual(item.notBeforeMs ?? 0);
      expect(atMs).toBeLessThanOrEqual(item.notAfterMs ?? atMs);
    }
    expect(Math.max(...envelope.parts.map((part) => part.text.length))).toBeLessThanOrEqual(policy.message.maxChars);
    expectTextKept(envelope);
  }
  for (const [day, count] of perDay) expect(count).toBeLessThanOrEqual(budgetOn(day, to));
  return [...perDay].filter(([day, count]) => count === budgetOn(day, to)).length;
}

/** Of hours that lie within one day. */
function isDuring({ from, to }: QuietHours, now: Date): boolean {
  const clock = calendar.clockOf(now);
  return from <= clock && clock < to;
}

function budgetOn(day: string, to: string): number {
  const { roomPerWorkday, roomPerDayOff, privatePerDay } = policy.budget;
  if (!to.startsWith('room.')) return privatePerDay;
  return calendar.isWorkday(day) ? roomPerWorkday : roomPerDayOff;
}

function expectTextKept(envelope: Envelope): void {
  const whole = plainText(envelope.parts.map((part) => part.text).join(''));
  const hidden = envelope.items.filter((item) => !whole.includes(plainText(item.text)));
  const counted = Number(/其余(\d+)件：\S+，回复编号查看$/.exec(whole)?.[1] ?? 0);
  expect(hidden).toHaveLength(counted);
  expect(hidden.every((item) => item.about !== undefined)).toBe(true);
}

test.each([
  ['person.chenli', undefined],
  ['room.all', undefined],
  ['person.chenli', { from: '11:00', to: '15:30' }],
])(
  'over a year nothing said to %s is lost, doubled, out of hours or over budget; undisturbed: %j',
  async (to, quiet) => {
    let fullDays = 0;
    await fc.assert(
      fc.asyncProperty(arrivalsIn(to), fc.array(outage, { maxLength: 6 }), async (arrivals, outages) => {
        const { told, notices, counts } = await play(to, arrivals, outages, quiet);
        const said = told.flatMap(({ envelope }) => envelope.once);
        const lapsed = notices.map((notice) => notice.once.replace(/\.lapsed$/, ''));
        expect([...said, ...lapsed].sort()).toEqual(arrivals.map(({ message }) => message.once).sort());
        expect(counts).toMatchObject({ sent: said.length, expired: lapsed.length });
        expect(counts.merged).toBe(said.length - told.length);
        fullDays += expectRules(to, told, quiet);
      }),
      { numRuns: 10, interruptAfterTimeLimit: 60_000 },
    );
    expect(fullDays).toBeGreaterThan(0);
  },
  120_000,
);
