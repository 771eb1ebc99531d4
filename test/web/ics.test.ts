import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { FeedEvent } from '../../domain/duty/feeds/event.ts';
import { periodEvents } from '../../domain/duty/feeds/period-events.ts';
import type { Period } from '../../domain/periods/period.ts';
import { icsText } from '../../web/feeds/ics.ts';
import { at, calendar } from '../support/builders.ts';
import { momentOf, readIcs, textValue } from './ics-reader.ts';

const EVENT: FeedEvent = {
  uid: 'shift.qingshan.officer.20260124',
  sequence: 2,
  startAt: at('2026-01-24 08:30'),
  endAt: at('2026-01-25 08:30'),
  summary: '青山镇值班 陈立（带班 郑伟）',
  cancelled: false,
  changedAt: at('2026-01-20 09:05'),
};

function read(events: readonly FeedEvent[], name = '青山镇值班') {
  return readIcs(Buffer.from(icsText({ name, events }, 'office.zhishou')));
}

function eventsOf(events: readonly FeedEvent[]) {
  return read(events).parts.filter((part) => part.name === 'VEVENT');
}

test('an entry is read back as it was', () => {
  const [event] = eventsOf([EVENT]);
  expect(Object.fromEntries(event!.props)).toEqual({
    UID: 'shift.qingshan.officer.20260124@office.zhishou',
    SEQUENCE: '2',
    DTSTAMP: '20260120T010500Z',
    'LAST-MODIFIED': '20260120T010500Z',
    'DTSTART;TZID=Asia/Shanghai': '20260124T083000',
    'DTEND;TZID=Asia/Shanghai': '20260125T083000',
    SUMMARY: '青山镇值班 陈立（带班 郑伟）',
    STATUS: 'CONFIRMED',
  });
});

test('a cancelled one says so', () => {
  expect(eventsOf([{ ...EVENT, cancelled: true }])[0]!.props.get('STATUS')).toBe('CANCELLED');
});

test('a feed without entries is a calendar all the same, with the time zone it speaks of', () => {
  const whole = read([]);
  expect(whole.parts.map(({ name }) => name)).toEqual(['VTIMEZONE']);
  expect(whole.parts[0]!.props.get('TZID')).toBe('Asia/Shanghai');
  expect(whole.parts[0]!.parts[0]!.props.get('TZOFFSETTO')).toBe('+0800');
  expect(whole.props.get('X-WR-CALNAME')).toBe('青山镇值班');
});

test('marks, line ends and characters of four octets come through any folding', () => {
  const summary = `${'青'.repeat(30)}，a,b;c\\n\\\\d\n第二行：${'𠮷'.repeat(40)}\u0007`;
  const [event] = eventsOf([{ ...EVENT, summary, description: 'x'.repeat(300) }]);
  expect(textValue(event!.props.get('SUMMARY')!)).toBe(summary.replace('\u0007', ' '));
  expect(event!.props.get('DESCRIPTION')).toBe('x'.repeat(300));
});

test('whatever is in a text and whenever it is, it is read back', () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 120 }).map((text) => text.replace(/\p{Cc}/gu, ''));
  const moments = fc.date({ min: at('2024-02-28 00:00'), max: at('2032-03-01 00:00'), noInvalidDate: true });
  fc.assert(
    fc.property(texts, moments, (summary, moment) => {
      const startAt = new Date(Math.floor(moment.getTime() / 60_000) * 60_000);
      const endAt = new Date(startAt.getTime() + 86_400_000);
      const [event] = eventsOf([{ ...EVENT, summary, startAt, endAt }]);
      expect(textValue(event!.props.get('SUMMARY')!)).toBe(summary);
      expect([momentOf(event!, 'DTSTART'), momentOf(event!, 'DTEND')]).toEqual([startAt, endAt]);
    }),
    { numRuns: 200 },
  );
});

describe('key periods', () => {
  const spring = {
    ...{ id: 'period.spring.2026', type: 'period', name: '春节', level: 'A', provisional: false, state: 'planned' },
    ...{ fromDay: '2026-02-15', toDay: '2026-02-23', basisAt: at('2026-01-02 09:00') },
  } as unknown as Period;

  test('run from the first midnight to the last, over the turn of a month too', () => {
    const [entry] = periodEvents([{ ...spring, toDay: '2026-03-01' }], calendar);
    const [event] = eventsOf([entry!]);
    expect(textValue(event!.props.get('SUMMARY')!)).toBe('春节（A级）');
    expect(momentOf(event!, 'DTSTART')).toEqual(at('2026-02-15 00:00'));
    expect(momentOf(event!, 'DTEND')).toEqual(at('2026-03-02 00:00'));
  });

  test('that move are the same entry with a greater number; a warning in force has none', () => {
    const moved = { ...spring, toDay: '2026-02-24', basisAt: at('2026-01-05 09:00') };
    const [before, after] = [spring, moved].map((one) => periodEvents([one], calendar)[0]!);
    expect(after!.uid).toBe(before!.uid);
    expect(after!.sequence).toBeGreaterThan(before!.sequence);
    const warning = { hazard: '暴雨', startedAt: at('2026-07-01 09:00'), startedBy: 'person.wangfang' };
    const { toDay: _, ...open } = spring;
    expect(periodEvents([{ ...open, warning }], calendar)).toEqual([]);
  });
});
