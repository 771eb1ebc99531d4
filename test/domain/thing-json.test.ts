import { expect, test } from '@jest/globals';
import type { Thing } from '../../domain/thing.ts';
import { decodeThing, encodeThing } from '../../domain/thing-json.ts';
import { anAssignment, at } from '../support/builders.ts';

function stored<T extends Thing>(thing: T): T {
  return decodeThing(encodeThing(thing)) as T;
}

test('a thing comes back from the store as it went in, its instants too', () => {
  const assignment = anAssignment({
    reports: [
      { kind: 'report', writtenAt: at('2026-01-20 10:00'), by: 'person.a', text: '2026-01-20T02:00:00Z', files: [] },
    ],
  });
  expect(stored(assignment)).toEqual(assignment);
  expect(stored(assignment).reports[0]!.text).toBe('2026-01-20T02:00:00Z');
});

test('what somebody said before he was asked which matter he meant keeps its times, however they are named', () => {
  const moment = at('2026-01-21 17:05');
  const time = { kind: 'recurrence', next: [moment, at('2026-01-28 17:05')], span: [0, 2], words: '每周三' };
  const question = {
    id: 'question.1',
    type: 'question',
    held: { meaning: { at: moment, dueAt: moment, time, times: [time] } },
  };
  expect(stored(question as Thing)).toEqual(question);
});
