import { describe, expect, test } from '@jest/globals';
import { corpusFile, judged, messageCasesIn } from './message-case.ts';

/** Written without knowing the grammar, and not to be looked at when it is mended: what counts is the share that is right. */
const scored = messageCasesIn(corpusFile('blind')).map((message) => ({ message, ...judged(message) }));

/** Skipped until somebody has written messages that nobody has looked at. */
const describeUnseen = scored.length > 0 ? describe : describe.skip;

type Scored = (typeof scored)[number];
const ids = (some: readonly Scored[]) => some.map(({ message }) => message.id);

/** The ids are printed only where there are too many of them. */
function expectAtMost(share: number, wrong: readonly Scored[]) {
  const allowed = Math.floor(share * scored.length);
  expect(wrong.length > allowed ? ids(wrong) : []).toEqual([]);
}

describeUnseen('messages nobody has looked at', () => {
  test('there are at least 200 of them, a fifth of them for nobody', () => {
    const ignored = scored.filter(({ message }) => message.tag === 'ignore');

    expect(scored.length).toBeGreaterThanOrEqual(200);
    expect(ignored.length / scored.length).toBeGreaterThanOrEqual(0.2);
  });

  test('at least 97 of 100 intents are right', () => {
    expectAtMost(
      0.03,
      scored.filter(({ intentRight }) => !intentRight),
    );
  });

  test('at least 92 of 100 are right to the last slot', () => {
    expectAtMost(
      0.08,
      scored.filter(({ wholeRight }) => !wholeRight),
    );
  });

  test('chatter is never taken for an order', () => {
    const obeyed = scored.filter(({ message, got }) => message.tag === 'ignore' && got.intent === 'assign');

    expect(ids(obeyed)).toEqual([]);
  });
});
