import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drawCode } from '../../../../domain/duty/checks/draw-code.ts';
import { drawBelow, drawChance, drawHex, drawSome, shuffled } from '../../../../domain/duty/checks/random.ts';
import { seeded } from './draw-terms.ts';

/** Sum of squared deviations from equal shares; with n classes it stays near n − 1. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe('drawing without favour', () => {
  test.each([3, 6, 7, 100, 300])('each of %i numbers is as likely as any other', (count) => {
    const random = seeded(count);
    const counts = Array<number>(count).fill(0);
    for (let draws = 0; draws < count * 200; draws++) counts[drawBelow(random, count)]!++;
    expect(chiSquare(counts)).toBeLessThan(count + 4 * Math.sqrt(2 * count));
  });

  test('no number is out of range, up to the largest that is exact', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 53 - 1 }), fc.nat(), (count, seed) => {
        const drawn = drawBelow(seeded(seed), count);
        return Number.isSafeInteger(drawn) && drawn >= 0 && drawn < count;
      }),
    );
  });

  test('high bytes count as much as low ones', () => {
    const random = seeded(5);
    const counts = Array<number>(8).fill(0);
    for (let draws = 0; draws < 4000; draws++) counts[Math.floor(drawBelow(random, 2 ** 50) / 2 ** 47)]!++;
    expect(chiSquare(counts)).toBeLessThan(30);
  });

  test('a broken source ends in an error, not in a loop and not in a guess', () => {
    expect(() => drawBelow((bytes) => new Uint8Array(bytes).fill(255), 200)).toThrow('broken');
    expect(() => drawBelow(() => new Uint8Array(0), 200)).toThrow('0 bytes');
    for (const count of [0, -1, 1.5, Number.NaN, 2 ** 54])
      expect(() => drawBelow(seeded(1), count)).toThrow(RangeError);
  });

  test('orders and choices are complete and even', () => {
    const random = seeded(9);
    const orders = new Map<string, number>();
    for (let draws = 0; draws < 2400; draws++) {
      const order = shuffled(random, ['a', 'b', 'c', 'd']).join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect(orders.size).toBe(24);
    expect(chiSquare([...orders.values()])).toBeLessThan(52);
    expect(drawSome(random, [1, 2, 3], 5).sort()).toEqual([1, 2, 3]);
    expect(drawChance(random, 0)).toBe(false);
    expect(drawChance(random, 100)).toBe(true);
    expect(drawHex(random, 16)).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('codes', () => {
  const every = (digits: number) => {
    const taken = new Set<string>();
    for (;;) {
      const code = drawCode(seeded(taken.size), digits, taken);
      if (code.length > digits) return taken;
      taken.add(code);
    }
  };

  test('no two open ones are alike, and when all are taken there is one digit more', () => {
    expect(every(2).size).toBe(64);
    expect(drawCode(seeded(1), 2, every(2))).toHaveLength(3);
  });

  test('nothing that people guess, or write for other reasons', () => {
    const codes = every(3);
    expect(codes.size).toBe(870);
    for (const code of ['000', '012', '111', '777', '123', '789', '987', '210', '110', '119', '120', '122']) {
      expect(codes).not.toContain(code);
    }
    for (const code of ['619', '355', '204', '100', '135']) expect(codes).toContain(code);
    expect(every(2)).not.toContain('12');
  });

  test('digits that the rules do not know are refused', () => {
    expect(() => drawCode(seeded(1), 1, new Set())).toThrow(RangeError);
    expect(() => drawCode(seeded(1), 6, new Set())).toThrow(RangeError);
  });
});
