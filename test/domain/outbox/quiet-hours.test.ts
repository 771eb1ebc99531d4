import { describe, expect, test } from '@jest/globals';
import type { MessageClass } from '../../../domain/message.ts';
import { narrowed, type QuietHours, quietTrouble } from '../../../domain/people/quiet-hours.ts';
import { aMessage, at, calendar, planFor, policy } from './outbox-terms.ts';

/** When a message that comes at that moment goes: `MM-DD HH:MM`. */
function goes(
  messageClass: MessageClass,
  when: string,
  quiet: QuietHours,
  part: Partial<Parameters<typeof aMessage>[0]> = {},
): string {
  const now = at(when);
  const plan = planFor([aMessage({ class: messageClass, sinceMs: now.getTime(), ...part })], { now, quiet });
  const going = plan.envelope ? now : new Date(plan.nextLookMs!);
  return `${calendar.dayOf(going).slice(5)} ${calendar.clockOf(going)}`;
}

const EVENING = { from: '18:00', to: '09:30' };
const NOON = { from: '11:00', to: '15:00' };

describe('quiet hours of a person', () => {
  // 2026-01-14 is a Wednesday; Spring Festival is from 15 to 23 February, 14 and 28 February are made up for.
  test.each([
    ['L2', '2026-01-14 17:59', EVENING, '01-14 17:59'],
    ['L2', '2026-01-14 18:00', EVENING, '01-15 09:30'],
    ['L2', '2026-01-14 23:30', EVENING, '01-15 09:30'],
    ['L2', '2026-01-15 08:10', EVENING, '01-15 09:30'],
    ['L2', '2026-01-15 09:30', EVENING, '01-15 09:30'],
    ['L3', '2026-01-15 09:00', EVENING, '01-15 09:30'],
    ['L3', '2026-01-14 11:00', NOON, '01-14 15:00'],
    ['L3', '2026-01-16 17:31', EVENING, '01-19 09:30'],
    ['L3', '2026-02-14 17:31', EVENING, '02-24 09:30'],
    ['L2', '2026-02-14 18:30', EVENING, '02-15 09:30'],
    ['L4', '2026-01-14 12:30', NOON, '01-14 15:00'],
    ['L4', '2026-01-14 08:30', { from: '22:00', to: '07:00' }, '01-14 08:30'],
    ['L2', '2026-01-14 19:30', { from: '20:00', to: '00:00' }, '01-14 19:30'],
  ] as const)('%s of %s, undisturbed %j, goes %s', (messageClass, when, quiet, expected) => {
    expect(goes(messageClass, when, quiet)).toBe(expected);
  });

  test.each(['L0', 'R', 'L1'] as const)('class %s takes no notice of them', (messageClass) => {
    expect(goes(messageClass, '2026-01-14 23:30', EVENING)).toBe('01-14 23:30');
  });

  test('a dispatch goes by the hours of the office, an urgent one at once', () => {
    expect(goes('D', '2026-01-14 19:00', EVENING)).toBe('01-14 19:00');
    expect(goes('D', '2026-01-14 21:00', EVENING)).toBe('01-15 08:00');
    expect(goes('D', '2026-01-14 21:00', EVENING, { urgent: true })).toBe('01-14 21:00');
  });

  test('a reminder that would lapse meanwhile is said, one that keeps until their end waits', () => {
    const until = (clock: string) => ({ notAfterMs: at(`2026-01-14 ${clock}`).getTime(), lapseTo: 'person.wangfang' });
    expect(goes('L2', '2026-01-14 13:00', NOON, until('14:59'))).toBe('01-14 13:00');
    expect(goes('L2', '2026-01-14 13:00', NOON, until('15:00'))).toBe('01-14 15:00');
  });

  test('they count for nothing where the office has left no other hours', () => {
    const window = { hours: '09:00-11:00', workdays: true };
    expect(narrowed(window, { from: '08:00', to: '12:00' })).toBe(window);
    expect(narrowed(window, { from: '10:00', to: '12:00' })).toEqual({ hours: '09:00-09:59', workdays: true });
    expect(narrowed(window, { from: '09:30', to: '10:00' }).hours).toBe('09:00-09:29,10:00-11:00');
  });
});

describe('what may be asked for', () => {
  const windows = [policy.windows.L2, policy.windows.L3, policy.windows.L4];

  test.each([
    ['22:00', '07:00', undefined],
    ['19:00', '08:00', undefined],
    ['12:00', '14:00', undefined],
    ['00:00', '08:00', undefined],
    ['08:00', '16:30', undefined],
    ['08:00', '16:31', 'too-long'],
    ['08:30', '17:30', 'too-long'],
    ['18:00', '08:01', 'too-long'],
    ['08:00', '08:00', 'same'],
  ])('from %s to %s: %s', (from, to, expected) => {
    expect(quietTrouble({ from, to }, windows)).toBe(expected);
  });
});
