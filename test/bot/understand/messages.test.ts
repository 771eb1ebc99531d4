import { describe, expect, test } from '@jest/globals';
import { compared, type MessageCase } from './message-reading.ts';
import { casesIn } from './reading.ts';

const cases = casesIn<MessageCase>('cases-messages.jsonl');

describe('a message means what an official would take it to mean', () => {
  test.each(cases.map((wanted, index) => [`${index + 1} ${wanted.text}`, wanted] as const))('%s', (_, wanted) => {
    const { got, wanted: meant } = compared(wanted);

    expect(got).toEqual(meant);
  });
});

test('there are enough cases, and enough of them are for nobody to guess', () => {
  const open = cases.filter(({ expect: { intent, ask } }) => intent === 'ignore' || intent === 'unknown' || ask);

  expect(cases.length).toBeGreaterThanOrEqual(120);
  expect(open.length / cases.length).toBeGreaterThanOrEqual(0.2);
});
