import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { scoreOf, speechesIn } from './marks.ts';

const speeches = speechesIn(join(__dirname, 'open'));

describe.each(speeches)('the speech $name', (speech) => {
  const score = scoreOf(speech);

  test('gives nine in ten of the orders that name a unit, with a right unit', () => {
    expect(score.missed.length).toBeLessThanOrEqual(score.wanted * 0.1);
  });

  test('gives hardly a row that is no order', () => {
    expect(score.notOrders.length).toBeLessThanOrEqual(score.rows * 0.1);
  });

  test('neither invents nor loses a deadline', () => {
    expect(score.invented.map(({ row }) => row.quote)).toEqual([]);
    expect(score.lost.map(({ gold }) => gold.id)).toEqual([]);
  });
});
