import { describe, expect, test } from '@jest/globals';
import { judged, type TimeCase, timeCasesIn } from './time-case.ts';

const open = timeCasesIn('open');

describe('the time a message is about', () => {
  test.each(open.map((one) => [one.id, one.text, one] as const))('%s %s', (_id, _text, one) => {
    const { right, got, wanted } = judged(one);

    expect(right ? wanted[0] : got).toEqual(wanted[0]);
  });
});

describe('the corpora', () => {
  const blind = timeCasesIn('blind');
  const shareOfTraps = (cases: readonly TimeCase[]) =>
    cases.filter(({ calc }) => calc.kind === 'none').length / cases.length;

  test('are large enough, and a fifth of each is no time at all', () => {
    for (const [cases, least] of [[open, 240], ...(blind.length > 0 ? [[blind, 100] as const] : [])] as const) {
      expect(cases.length).toBeGreaterThanOrEqual(least);
      expect(shareOfTraps(cases)).toBeGreaterThanOrEqual(0.2);
    }
  });

  test('have no sentence in common, and each id once', () => {
    const all = [...blind, ...open];

    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });
});
