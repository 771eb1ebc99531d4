import { describe, expect, test } from '@jest/globals';
import { broughtHome, divertAtMs, diverted, FALLBACK, fileLeft } from '../../../domain/outbox/divert.ts';
import { divertEnvelope } from '../../../domain/outbox/divert-envelope.ts';
import { planFallback } from '../../../domain/outbox/fallback-plan.ts';
import { buildOffice } from '../../../domain/people/build-office.ts';
import type { Envelope, EnvelopePart, PendingMessage } from '../../../domain/ports.ts';
import { aMessage, at, calendar, planFor, policy } from './outbox-terms.ts';

const terms = { policy, calendar, isRoom: false, use: undefined };

/** When a message leaves if the chat went away at one moment and is asked about at another; `never` where it waits for the chat. */
function leaves(part: Partial<PendingMessage>, away: string, now = away): string {
  const item = aMessage({ sinceMs: at(away).getTime(), ...part });
  const ms = divertAtMs(item, at(away).getTime(), at(now), terms);
  if (ms === Number.POSITIVE_INFINITY) return 'never';
  const moment = new Date(ms);
  return `${calendar.dayOf(moment)} ${calendar.clockOf(moment)}`;
}

describe('when a message leaves for the fall-back', () => {
  test.each<[string, Partial<PendingMessage>, string, string]>([
    ['an incident over midnight and the end of a month', { class: 'L0' }, '2026-01-31 23:59', '2026-02-01 00:01'],
    ['an urgent dispatch at night', { class: 'D', urgent: true }, '2026-01-14 02:00', '2026-01-14 02:02'],
    ['a dispatch at night waits for the morning', { class: 'D' }, '2026-01-14 02:00', '2026-01-14 08:00'],
    ['a dispatch just before eight in the evening', { class: 'D' }, '2026-01-14 19:45', '2026-01-14 19:55'],
    ['what is due today goes on a festival too', { class: 'L2' }, '2026-02-17 10:00', '2026-02-17 10:10'],
    ['people on shift in the first minute of the year', { class: 'L1' }, '2026-01-01 00:00', '2026-01-01 00:02'],
    ['an ordinary reminder', { class: 'L3' }, '2026-01-14 10:00', 'never'],
    ['a digest', { class: 'L4' }, '2026-01-14 10:00', 'never'],
    ['an answer', { class: 'R', urgent: true }, '2026-01-14 10:00', 'never'],
    ['a bare file', { class: 'L0', text: '' }, '2026-01-14 10:00', 'never'],
    ['a check-in', { class: 'L1', of: 'check.20260114.qingshan' }, '2026-01-14 10:00', 'never'],
  ])('%s', (_, part, away, moment) => {
    expect(leaves(part, away)).toBe(moment);
  });

  test('with an end: ten minutes before it, within its hours, never before two minutes', () => {
    const until = (text: string) => ({ class: 'L3' as const, notAfterMs: at(text).getTime() });
    expect(leaves(until('2026-01-14 11:00'), '2026-01-14 10:00')).toBe('2026-01-14 10:50');
    expect(leaves(until('2026-01-14 10:05'), '2026-01-14 10:00')).toBe('2026-01-14 10:02');
    // 12:20 is no hour for it: it leaves before noon.
    expect(leaves(until('2026-01-14 12:30'), '2026-01-14 10:00')).toBe('2026-01-14 11:44');
    // The Spring Festival of 2026 is over on 24 February.
    expect(leaves(until('2026-02-18 18:00'), '2026-02-17 10:00')).toBe('2026-02-24 09:00');
  });

  test('after a fall-back that did not take it, not before its time', () => {
    const notDivertedBeforeMs = at('2026-01-14 10:45').getTime();
    expect(leaves({ class: 'L0', notDivertedBeforeMs }, '2026-01-14 10:00')).toBe('2026-01-14 10:45');
  });
});

describe('the plan of a conversation', () => {
  const silent = { silentUntilMs: at('2026-01-14 10:01').getTime() };
  const item = aMessage({ class: 'L0' });

  test('lets it leave in one step with taking it off the list', () => {
    const plan = planFor([item], { ...silent, awaySinceMs: at('2026-01-14 09:58').getTime() });
    expect(plan.taken).toEqual([item.once]);
    expect(plan.messages).toEqual([diverted(item, 'away')]);
    expect(plan.nextLookMs).toBeNull();
    expect(plan.envelope).toBeUndefined();
  });

  test('looks again when its moment comes, not a minute later', () => {
    const awaySinceMs = at('2026-01-14 10:00').getTime() - 90_000;
    expect(planFor([item], { ...silent, awaySinceMs }).nextLookMs).toBe(at('2026-01-14 10:00').getTime() + 30_000);
    expect(planFor([item], silent).nextLookMs).toBe(silent.silentUntilMs);
  });

  test('never lets anything leave while the chat can be spoken to', () => {
    const plan = planFor([item], { awaySinceMs: at('2026-01-14 09:00').getTime() });
    expect(plan.envelope?.once).toEqual([item.once]);
    expect(plan.messages).toEqual([]);
  });
});

describe('a message that was diverted', () => {
  const file = { sha256: 'ab', name: '台账.xlsx', size: 9, kind: 'file' as const };

  test('comes home as it was, under a new name', () => {
    const item = aMessage({ class: 'L0', about: 'T0612', mentions: ['person.zhoujie'] });
    const home = broughtHome(diverted(item, 'away'));
    expect(home).toEqual({ ...item, once: `${item.once}.fallback.home` });
    expect(broughtHome(diverted(home, 'away')).once).not.toBe(home.once);
  });

  test('leaves its file to the chat, unless the chat would not take it', () => {
    const item = aMessage({ class: 'L0', file });
    const now = at('2026-01-14 10:30');
    expect(fileLeft(diverted(item, 'away'), now)).toMatchObject([{ to: item.to, text: '', file, class: 'L0' }]);
    expect(fileLeft(diverted(item, 'failed'), now)).toEqual([]);
    expect(fileLeft(diverted(aMessage(), 'away'), now)).toEqual([]);
  });
});

describe('an envelope that the chat does not carry any further', () => {
  const first = aMessage({ text: '第一条' });
  const second = aMessage({ text: '第二条' });
  const envelope = (...parts: Partial<EnvelopePart>[]): Envelope => ({
    id: 'envelope.9',
    to: first.to,
    class: 'L3',
    once: [first.once, second.once],
    abouts: [],
    frozenAtMs: at('2026-01-14 10:00').getTime(),
    attempts: 0,
    parts: parts.map((part) => ({ text: '', mentions: [], state: 'waiting', ...part })),
    items: [first, second],
  });
  const texts = (messages: readonly PendingMessage[]) => messages.map(({ to, text }) => [to, text]);

  test('of which nobody heard anything: what must go leaves, the rest waits again and is paid for', () => {
    const { messages, counts } = divertEnvelope(envelope({}), (item) => item === second, 'away', calendar);
    expect(texts(messages)).toEqual([
      [first.to, '第一条'],
      [FALLBACK, '第二条'],
    ]);
    expect(messages[0]).toMatchObject({ once: `${first.once}.again`, paidDay: '2026-01-14' });
    expect(counts).toEqual({});
  });

  test('that may have been heard leaves whole, saying so', () => {
    const { messages } = divertEnvelope(envelope({ state: 'sending' }), () => false, 'away', calendar);
    expect(texts(messages)).toEqual([
      [FALLBACK, '（如已收到请忽略）第一条'],
      [FALLBACK, '（如已收到请忽略）第二条'],
    ]);
  });

  test('half of which was heard: only the other half leaves, in doubt where it may have been heard', () => {
    const parts = [
      { state: 'sent', text: '（1/3）' },
      { state: 'unsure', text: '（2/3）' },
      { text: '（3/3）' },
    ] as const;
    const { messages, counts } = divertEnvelope(envelope(...parts), () => true, 'failed', calendar);
    expect(texts(messages)).toEqual([
      [FALLBACK, '（如已收到请忽略）（2/3）'],
      [FALLBACK, '（3/3）'],
    ]);
    expect(messages.every(({ diverted: was }) => was?.to === first.to && was.why === 'failed')).toBe(true);
    expect(counts).toEqual({ sent: 2 });
  });
});

describe('the plan of the fall-back', () => {
  const plan = (items: readonly PendingMessage[], now: string, part: { isAway?: boolean; readyAtMs?: number } = {}) =>
    planFallback({
      ...{ state: { to: FALLBACK, rev: 1, items }, policy, calendar, office: buildOffice([]), now: at(now) },
      ...{ isAway: true, readyAtMs: 0, maxBytes: 2_000, newEnvelopeId: 'envelope.1', ...part },
    });
  const waiting = (part: Partial<PendingMessage>) => diverted(aMessage(part), 'away');

  test('says the most pressing first, and marks what an outage delayed', () => {
    const urgent = waiting({ class: 'L0', text: '起火' });
    const late = waiting({ class: 'L2', text: '今天到期', sinceMs: at('2026-01-14 09:00').getTime() });
    const [, ...lines] = plan([late, urgent], '2026-01-14 10:00').envelope!.parts[0]!.text.split('\n');
    expect(lines).toEqual(['一个未绑定的账号：起火', '一个未绑定的账号：（补发）今天到期']);
  });

  test('keeps the hours of each class to the minute', () => {
    const items = [waiting({ class: 'L2', sinceMs: at('2026-01-14 19:50').getTime() })];
    expect(plan(items, '2026-01-14 19:59').envelope).toBeDefined();
    expect(plan(items, '2026-01-14 20:01')).toMatchObject({ taken: [], nextLookMs: at('2026-01-15 08:00').getTime() });
  });

  test('gathers while the robot rests, and lets lapse what is over', () => {
    const over = waiting({ class: 'L0', notAfterMs: at('2026-01-14 09:59').getTime(), lapseTo: 'person.wangfang' });
    const readyAtMs = at('2026-01-14 10:01').getTime();
    const planned = plan([over, waiting({ class: 'L0' })], '2026-01-14 10:00', { readyAtMs });
    expect(planned.envelope).toBeUndefined();
    expect(planned).toMatchObject({ taken: [over.once], counts: { expired: 1 }, nextLookMs: readyAtMs });
    expect(planned.messages).toMatchObject([{ to: 'person.wangfang', class: 'L0' }]);
  });

  test('sends home what is here only because the chat was away', () => {
    const failed = diverted(aMessage({ class: 'L3' }), 'failed');
    const planned = plan([waiting({ class: 'L0' }), failed], '2026-01-14 10:00', { isAway: false });
    expect(planned.envelope!.items).toEqual([failed]);
    expect(planned.messages.map(({ to }) => to)).toEqual(['person.chenli']);
  });
});
