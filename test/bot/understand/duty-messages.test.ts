import { describe, expect, test } from '@jest/globals';
import { compared, type MessageCase } from './message-reading.ts';
import { casesIn } from './reading.ts';

const cases = casesIn<MessageCase>('cases-duty.jsonl');
const INTENTS = [
  'hazard',
  'checkin',
  'swap',
  'who_on_duty',
  'incident',
  'broadcast',
  'zero_report',
  'handover',
  'phone_verify',
  'lift',
  'duty_log',
  'paper',
];

describe('duty is understood in the words of those who do it', () => {
  test.each(cases.map((wanted, index) => [`${index + 1} ${wanted.text}`, wanted] as const))('%s', (_, wanted) => {
    const { got, wanted: meant } = compared(wanted);

    expect(got).toEqual(meant);
  });
});

test('every intent of duty has its cases, and so has what only looks like one', () => {
  const count = (intent: string) => cases.filter(({ expect: slots }) => slots.intent === intent).length;

  expect(cases.length).toBeGreaterThanOrEqual(120);
  for (const intent of INTENTS) expect({ intent, enough: count(intent) >= 5 }).toEqual({ intent, enough: true });
  expect(cases.filter(({ expect: slots }) => !INTENTS.includes(String(slots.intent))).length).toBeGreaterThan(25);
});
