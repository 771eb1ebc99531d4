import { describe, expect, test } from '@jest/globals';
import { corpusFile, judged, messageCasesIn } from './message-case.ts';

const cases = messageCasesIn(corpusFile('open'));

describe('a message of a group is read to the last slot', () => {
  test.each(cases.map((message) => [`${message.id} ${message.text}`, message] as const))('%s', (_, message) => {
    const { got, wanted, wholeRight } = judged(message);

    // Where one of the other right answers was given, there is nothing to compare.
    expect(wholeRight ? wanted[0] : got).toEqual(wanted[0]);
  });
});

test('the corpus is large, and a good part of it asks nothing of the bot', () => {
  const ignored = cases.filter(({ tag }) => tag === 'ignore');

  expect(cases.length).toBeGreaterThanOrEqual(180);
  expect(ignored.length / cases.length).toBeGreaterThanOrEqual(0.2);
});
