import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Score, scoreOf, speechesIn } from './marks.ts';

/**
 * Speeches by people who know nothing of the reader, and that nobody who mends it has read: only these figures of them are looked
 * at. Once they have been read they belong to `open`, and until there are new ones this holds nothing.
 */
const folder = join(__dirname, 'unseen');
const scores = existsSync(folder) ? speechesIn(folder).map(scoreOf) : [];
const sum = (of: (score: Score) => number) => scores.reduce((all, score) => all + of(score), 0);

(scores.length > 0 ? describe : describe.skip)('of speeches that nobody has read', () => {
  test('85 % of the named orders are found with a right lead', () => {
    expect(sum(({ missed }) => missed.length)).toBeLessThanOrEqual(sum(({ wanted }) => wanted) * 0.15);
  });

  test('one row in ten at most is no order', () => {
    expect(sum(({ notOrders }) => notOrders.length)).toBeLessThanOrEqual(sum(({ rows }) => rows) * 0.1);
  });

  test('no day is given that nobody said, and no limit is lost in silence', () => {
    expect(scores.flatMap(({ invented }) => invented.filter(({ row }) => row.due))).toEqual([]);
    expect(scores.flatMap(({ deadlines }) => deadlines.nowhere.map(({ id }) => id))).toEqual([]);
  });
});
