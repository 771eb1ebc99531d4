import { describe, expect, test } from '@jest/globals';
import { isStale, thaw } from '../../../domain/outbox/thaw.ts';
import type { Envelope, PartState } from '../../../domain/ports.ts';
import { aMessage, at, calendar, planFor, policy, WEDNESDAY_10 } from './outbox-terms.ts';

const LONG = '今天请各单位报送烟花爆竹零售点排查台账。'.repeat(100);

function frozen(states: readonly PartState[], message = aMessage({ text: LONG })): Envelope {
  const { envelope } = planFor([message]);
  return { ...envelope!, parts: envelope!.parts.map((part, n) => ({ ...part, state: states[n] ?? part.state })) };
}

describe('an envelope that was not said at once', () => {
  const stale = (envelope: Envelope, now: string) => isStale(envelope, at(now), policy, calendar);

  test('is said as it was within ten minutes, and not after', () => {
    expect(stale(frozen([]), '2026-01-14 10:10')).toBe(false);
    expect(stale(frozen([]), '2026-01-14 10:11')).toBe(true);
  });

  test('is not said once a message in it has lapsed', () => {
    const message = aMessage({ notAfterMs: at('2026-01-14 10:01').getTime() });
    expect(stale(frozen([], message), '2026-01-14 10:01')).toBe(false);
    expect(stale(frozen([], message), '2026-01-14 10:02')).toBe(true);
  });

  test('half said is finished later the same morning, but not in the evening', () => {
    expect(stale(frozen(['sent']), '2026-01-14 11:00')).toBe(false);
    expect(stale(frozen(['sent']), '2026-01-14 20:00')).toBe(true);
  });

  test('waits for the chat while a part may be on its way', () => {
    expect(stale(frozen(['sending']), '2026-01-15 20:00')).toBe(false);
  });
});

describe('taken apart', () => {
  test('an unspoken one gives back its messages as they were, paid for that day', () => {
    const message = aMessage({ about: 'T0612', notAfterMs: WEDNESDAY_10.getTime() + 1, lapseTo: 'person.wangfang' });
    expect(thaw(frozen([], message), calendar)).toEqual([
      { ...message, once: `${message.once}.again`, paidDay: '2026-01-14' },
    ]);
  });

  test('one half said gives back only the rest', () => {
    const envelope = frozen(['sent', 'waiting']);
    expect(thaw(envelope, calendar)).toMatchObject([
      { to: envelope.to, class: 'L3', text: envelope.parts[1]!.text, once: 'envelope.1.rest.1', paidDay: '2026-01-14' },
    ]);
  });

  test('what was paid for goes on that day although the budget is used up, and on the next day counts', () => {
    const paid = aMessage({ paidDay: '2026-01-14' });
    const use = { day: '2026-01-14', budgeted: 8, exhaustedDay: '2026-01-14' };
    const state = { to: paid.to, rev: 1, items: [paid], use };
    expect(planFor([], { state })).toMatchObject({ taken: [paid.once], use: { budgeted: 8 } });
    expect(planFor([], { state, now: at('2026-01-15 10:00') })).toMatchObject({
      taken: [paid.once],
      use: { day: '2026-01-15', budgeted: 1 },
    });
  });
});
