import { expect, test } from '@jest/globals';
import { judged, timeCasesIn } from './time-case.ts';

const cases = timeCasesIn('blind');
/** Skipped until somebody has written phrases that nobody has looked at. */
const testUnseen = cases.length > 0 ? test : test.skip;

/** Written without knowing the grammar, and not to be looked at when it is mended: what counts is the share that is right. */
testUnseen(
  'of the phrases nobody has looked at 97 in 100 are read right, and hardly any gets a wrong date unasked',
  () => {
    const scored = cases.map((one) => ({ id: one.id, ...judged(one) }));
    const failed = scored.filter(({ right }) => !right).map(({ id }) => id);
    const silentlyWrong = scored.filter((one) => one.silentlyWrong).map(({ id }) => id);

    const tooMany = (ids: readonly string[], share: number) => (ids.length > share * scored.length ? ids : []);
    expect({ failed: tooMany(failed, 0.03), silentlyWrong: tooMany(silentlyWrong, 0.01) }).toEqual({
      failed: [],
      silentlyWrong: [],
    });
  },
);
