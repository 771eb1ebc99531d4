import { describe, expect, test } from '@jest/globals';
import { readPolicy } from '../../../config/policy.ts';
import { nextWakeMs } from '../../../domain/agenda.ts';
import { meetingAgenda } from '../../../domain/meetings/agenda.ts';
import type { ItemDecision, Meeting } from '../../../domain/meetings/meeting.ts';
import { at, calendar, policy } from '../../support/builders.ts';

function aMeeting(fields: Partial<Meeting> = {}): Meeting {
  const readAt = at('2026-01-19 09:30');
  const item = { quote: '要', place: 1, leads: [], coops: [], action: '查', kind: 'hard' as const, why: '' };
  const ledger: ItemDecision = { course: 'ledger' };
  return {
    ...{ id: 'meeting.m', type: 'meeting', name: '会', source: 'speech', by: 'person.wangfang', readAt },
    ...{ items: [1, 2].map((no) => ({ ...item, no })), decided: { 1: ledger, 2: ledger }, ledgerAt: readAt },
    handledAt: readAt,
    ...fields,
  };
}

/** The next moments, each handled when it comes. */
function wakes(meeting: Meeting, count: number, own: unknown = {}): string[] {
  const context = { calendar, policy: readPolicy(own) };
  const found: string[] = [];
  let current = meeting;
  while (found.length < count) {
    const ms = nextWakeMs(current, meetingAgenda(current, context));
    if (ms === null) break;
    const moment = new Date(ms);
    found.push(`${calendar.dayOf(moment)} ${calendar.clockOf(moment)}`);
    current = { ...current, handledAt: moment };
  }
  return found;
}

describe('the ledger of a meeting is asked about once a month', () => {
  test('on the day of the office, or the next working day: a Sunday, the days after a feast, a made-up Saturday', () => {
    expect(wakes(aMeeting(), 5)).toEqual([
      '2026-01-26 09:00',
      '2026-02-25 09:00',
      '2026-03-25 09:00',
      '2026-04-27 09:00',
      '2026-05-25 09:00',
    ]);
    const feast = { meetings: { progressDay: 16, progressClock: '15:00' } };
    expect(wakes(aMeeting(), 2, feast)).toEqual(['2026-02-24 15:00', '2026-03-16 15:00']);
    const saturday = { meetings: { progressDay: 14 } };
    expect(wakes(aMeeting(), 1, saturday)).toEqual(['2026-02-14 09:00']);
  });

  test('the 31st of a short month is its last day; the year turns', () => {
    const late = at('2026-11-20 10:00');
    const meeting = aMeeting({ ledgerAt: late, handledAt: late });
    expect(wakes(meeting, 3, { meetings: { progressDay: 31 } })).toEqual([
      '2026-11-30 09:00',
      '2026-12-31 09:00',
      '2027-02-01 09:00',
    ]);
  });

  test('a question that was moved into the next month does not take that month’s place', () => {
    const own = { meetings: { progressDay: 31 } };
    const asked = at('2026-02-02 09:00');
    expect(wakes(aMeeting({ handledAt: asked }), 2, own)).toEqual(['2026-02-28 09:00', '2026-03-31 09:00']);
  });

  test('never once all of it is done, and not before anything lies in it', () => {
    const done: ItemDecision = { course: 'ledger', doneAt: at('2026-01-20 09:00') };
    expect(wakes(aMeeting({ decided: { 1: done, 2: { course: 'drop' } } }), 1)).toEqual([]);
    const { ledgerAt: _ledgerAt, ...fresh } = aMeeting({ decided: { 1: { course: 'task' }, 2: { course: 'drop' } } });
    expect(meetingAgenda(fresh, { calendar, policy })).toEqual([]);
  });
});

describe('a list that nobody has decided', () => {
  test('is asked about the next working day, and every five working days after it', () => {
    const { ledgerAt: _ledgerAt, ...open } = aMeeting({ decided: {} });
    expect(wakes(open, 3)).toEqual(['2026-01-20 09:00', '2026-01-27 09:00', '2026-02-03 09:00']);
  });

  test('counts from the last word said about it', () => {
    const { ledgerAt: _ledgerAt, ...open } = aMeeting({ decided: {}, basisAt: at('2026-02-13 16:00') });
    expect(wakes(open, 1)).toEqual(['2026-02-14 09:00']);
  });
});
