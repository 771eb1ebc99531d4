import { expect, test } from '@jest/globals';
import { isoShanghai } from '../../../domain/calendar/iso.ts';

test('an instant is written in Shanghai time with its offset, whatever zone the process runs in', () => {
  expect(isoShanghai(new Date('2026-01-21T09:30:00.000Z'))).toBe('2026-01-21T17:30:00+08:00');
  expect(isoShanghai(new Date('2026-12-31T16:00:00.000Z'))).toBe('2027-01-01T00:00:00+08:00');
});
