import { describe, expect, test } from '@jest/globals';
import { normalise } from '../../../bot/understand/normalise.ts';
import type { FoundTime } from '../../../bot/understand/time/found.ts';
import { readTimes } from '../../../bot/understand/time/read-times.ts';
import { momentOf } from './moments.ts';
import { calendar, casesIn, meaningOf, shanghai, WEDNESDAY } from './reading.ts';

interface TimeCase {
  readonly text: string;
  readonly at?: string;
  readonly kind?: 'deadline' | 'at' | 'range' | 'recurrence' | 'none';
  readonly due?: string;
  readonly start?: string;
  readonly end?: string;
  readonly rrule?: string;
  readonly cal?: string;
  readonly next?: readonly string[];
  readonly grain?: 'day' | 'minute';
  readonly past?: true;
  readonly provisional?: true;
  readonly assumed?: string;
  readonly trouble?: string;
  readonly choices?: readonly string[];
}

const cases = casesIn<TimeCase>('cases-times.jsonl');
const momentIn = ({ at = WEDNESDAY }: TimeCase) => shanghai(at);
const soon = { soonWorkdays: 3, swiftWorkdays: 1 };
const readingOf = (wanted: TimeCase) =>
  readTimes({ normal: normalise(wanted.text), at: momentIn(wanted), calendar, names: [], soon });

function found(wanted: TimeCase): FoundTime | undefined {
  const { time } = meaningOf(wanted.text, { at: momentIn(wanted), addressed: false });
  return readingOf(wanted).times.find(({ read }) => read.span[0] === time?.span[0]);
}

describe('a time in a message is read as an official would read it', () => {
  test.each(cases.filter(({ kind }) => kind && kind !== 'none').map((wanted) => [wanted.text, wanted] as const))(
    '%s',
    (_, wanted) => {
      const moment = (formula: string | undefined) => formula && momentOf(formula, momentIn(wanted), calendar);
      const time = found(wanted);
      const { dueAt, startAt, endAt, recurrence, kind, grain } = time?.read ?? {};

      expect({ kind, grain, due: dueAt, rrule: recurrence?.rrule, cal: recurrence?.cal }).toEqual({
        kind: wanted.kind,
        grain: wanted.grain,
        due: moment(wanted.due),
        rrule: wanted.rrule,
        cal: wanted.cal,
      });
      expect({ start: startAt, end: endAt }).toEqual({ start: moment(wanted.start), end: moment(wanted.end) });
      expect(time?.past ?? false).toBe(wanted.past ?? false);
      expect(time?.read.provisional).toBe(wanted.provisional ?? false);
      if (wanted.next) expect(time?.read.next).toEqual(wanted.next.map(moment));
      if (wanted.assumed) expect(time?.assumed.join()).toContain(wanted.assumed);
    },
  );
});

describe('what only looks like a time is none', () => {
  test.each(cases.filter(({ kind }) => kind === 'none').map((wanted) => [wanted.text, wanted] as const))(
    '%s',
    (_, wanted) => {
      expect(meaningOf(wanted.text, { at: momentIn(wanted), addressed: false }).times).toEqual([]);
    },
  );
});

describe('a deadline nobody can date is a question, never a date and never nothing', () => {
  test.each(cases.filter(({ trouble }) => trouble).map((wanted) => [wanted.text, wanted] as const))(
    '%s',
    (_, wanted) => {
      const { times, troubles } = readingOf(wanted);
      const trouble = troubles.find(({ kind }) => kind === wanted.trouble);

      expect(times.filter(({ read }) => read.kind === 'deadline')).toEqual([]);
      expect(troubles.map(({ kind }) => kind)).toContain(wanted.trouble);
      if (wanted.choices) {
        expect(trouble?.choices).toEqual(
          wanted.choices.map((formula) => momentOf(formula, momentIn(wanted), calendar)),
        );
      }
    },
  );
});

test('there are enough cases, and enough of them are traps', () => {
  const traps = cases.filter(({ kind, trouble }) => kind === 'none' || trouble);

  expect(cases.length).toBeGreaterThanOrEqual(150);
  expect(traps.length / cases.length).toBeGreaterThanOrEqual(0.2);
});
