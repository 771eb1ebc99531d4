import { describe, expect, test } from '@jest/globals';
import { feedbackAgenda, feedbackTableAgenda } from '../../../domain/notices/feedback/agendas.ts';
import { asking } from '../../../domain/notices/feedback/ask-feedback.ts';
import type {
  Feedback,
  FeedbackGiven,
  FeedbackSaid,
  FeedbackTable,
} from '../../../domain/notices/feedback/feedback.ts';
import { giveFeedback, missingFields, nextRound, valuesOf } from '../../../domain/notices/feedback/give-feedback.ts';
import { isAsking, nextDue } from '../../../domain/notices/feedback/rounds.ts';
import { sumOf } from '../../../domain/notices/feedback/sums.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { handOut } from '../../../domain/notices/send-notice.ts';
import { writeNotice } from '../../../domain/notices/write-notice.ts';
import { buildOffice } from '../../../domain/people/build-office.ts';
import { at, calendar, agendaContext as context, policy } from '../../support/builders.ts';
import { sampleOffice } from '../../support/world.ts';

const office = buildOffice(sampleOffice());
const FIELDS = [
  { words: '在岗人数', stem: '在岗', kind: 'figure' },
  { words: '车辆数', stem: '车辆', kind: 'figure' },
] as const;

/** A notice to two liaisons of 青山镇, one of 南街镇 and somebody of no unit that is named. */
function sent(said: Partial<FeedbackSaid>, sentAt: string, { call = false } = {}) {
  const people = ['person.chenli', 'person.lvgang', 'person.zhaomin', 'person.liufeng'];
  const origin = { no: 'N0001', author: 'person.wangfang', at: at(sentAt) };
  const written = writeNotice(
    call ? 'call' : 'notice',
    { text: '加强值守', needAck: true },
    people,
    origin,
    policy.notices,
  );
  const settings = { office, day: calendar.dayOf(at(sentAt)), policy: policy.notices };
  const units = ['unit.qingshan', 'unit.nanjie', 'unit.shiqiao'];
  const draft = asking(written, { fields: FIELDS, ...said }, units, settings);
  const { save } = handOut(draft, at(sentAt), { office, calendar, now: at(sentAt) }, context);
  const feedbacks = save.filter(({ type }) => type === 'feedback') as Feedback[];
  return {
    notice: save[0] as Notice,
    feedbacks,
    table: save.find(({ type }) => type === 'feedback-table') as FeedbackTable,
  };
}
const clocks = (steps: readonly { at: Date; step: string }[]) =>
  steps.map((step) => `${calendar.dayOf(step.at).slice(5)} ${calendar.clockOf(step.at)} ${step.step}`);
const given = (
  words: string,
  when: string,
  values: Readonly<Record<string, string>>,
): Omit<FeedbackGiven, 'round'> => ({
  ...{ by: 'person.chenli', at: at(when), words },
  values: Object.entries(values).map(([stem, said]) => ({
    stem,
    words: said,
    amounts: [{ count: Number.parseInt(said, 10), unit: said.replace(/\d+/, '') }],
  })),
});

describe('who is asked', () => {
  test('each unit once for all of its people, and whoever belongs to none; a unit without anybody is not waited for', () => {
    const { notice, feedbacks } = sent({}, '2026-01-15 10:00');
    expect(feedbacks.map(({ of, people }) => [of, people])).toEqual([
      ['unit.qingshan', ['person.chenli', 'person.lvgang']],
      ['unit.nanjie', ['person.zhaomin']],
      ['person.liufeng', ['person.liufeng']],
    ]);
    expect(notice.feedback?.units).toEqual(['unit.qingshan', 'unit.nanjie']);
  });
});

describe('when they are reminded', () => {
  const due = (dueAt: string, sentAt: string, call = false) => {
    const { feedbacks, table } = sent({ dueAt: at(dueAt) }, sentAt, { call });
    return [clocks(feedbackAgenda(feedbacks[0]!, context)), clocks(feedbackTableAgenda(table, context))];
  };

  test('a call at any hour, over midnight and the end of the month', () => {
    expect(due('2026-07-31 23:50', '2026-07-31 22:00', true)[0]).toEqual([
      '07-31 23:35 remind',
      '07-31 23:50 remind',
      '08-07 03:00 over',
    ]);
    expect(due('2026-08-01 00:10', '2026-07-31 22:00', true)[0]!.slice(0, 2)).toEqual([
      '07-31 23:55 remind',
      '08-01 00:10 remind',
    ]);
  });

  test('what can wait keeps to decent hours, on days off too: earlier before it is due, later from then on', () => {
    expect(due('2026-02-18 08:10', '2026-02-14 10:00')).toEqual([
      ['02-17 20:00 remind', '02-18 08:10 remind', '02-25 03:00 over'],
      ['02-18 08:10 summary', '02-25 03:00 over'],
    ]);
    expect(due('2026-01-15 21:00', '2026-01-15 10:00')).toEqual([
      ['01-15 20:00 remind', '01-16 08:00 remind', '01-22 03:00 over'],
      ['01-16 08:00 summary', '01-22 03:00 over'],
    ]);
  });

  test('without a limit nobody is reminded and nothing is told before all have answered', () => {
    const { feedbacks, table } = sent({}, '2026-01-15 10:00');
    expect(clocks(feedbackAgenda(feedbacks[0]!, context))).toEqual(['01-22 03:00 over']);
    expect(clocks(feedbackTableAgenda(table, context))).toEqual(['01-22 03:00 over']);
  });

  test('after an outage nobody is called missing before late answers had time to come in', () => {
    const { table } = sent({ dueAt: at('2026-07-18 21:00') }, '2026-07-18 19:42', { call: true });
    const held: FeedbackTable = { ...table, heldUntilAt: at('2026-07-18 23:05') };
    expect(clocks(feedbackTableAgenda(held, context))[0]).toBe('07-18 23:05 summary');
    expect(clocks(feedbackTableAgenda({ ...held, toldRound: 1 }, context))[0]).toBe('07-18 23:06 turn');
  });
});

describe('what holds', () => {
  test('of each field the answer written last, whichever was heard last; what was said before stays on record', () => {
    const { notice, feedbacks } = sent({}, '2026-01-15 10:00');
    const first = giveFeedback(
      feedbacks[0]!,
      given('在岗12人', '2026-01-15 11:00', { 在岗: '12人' }),
      notice,
      at('2026-01-15 11:00'),
    );
    expect(first.state).toBe('open');
    expect(missingFields(first, notice).map(({ stem }) => stem)).toEqual(['车辆']);
    const both = giveFeedback(
      first,
      given('车辆3台', '2026-01-15 11:05', { 车辆: '3台' }),
      notice,
      at('2026-01-15 11:05'),
    );
    expect(both.state).toBe('complete');
    const older = giveFeedback(
      both,
      given('在岗11人', '2026-01-15 10:50', { 在岗: '11人' }),
      notice,
      at('2026-01-15 11:10'),
    );
    expect([...valuesOf(older, 1).values()].map(({ words }) => words)).toEqual(['12人', '3台']);
    expect(older.given.map(({ words }) => words)).toEqual(['在岗11人', '在岗12人', '车辆3台']);
    expect(clocks(feedbackAgenda(both, context))).toEqual(['01-22 03:00 over']);

    const again = nextRound(older, 2, at('2026-01-15 16:00'));
    expect(missingFields(again, notice)).toHaveLength(2);
    expect(missingFields(again, notice, 1)).toEqual([]);
  });

  test('a lifted notice asks for nothing any more; one that everybody has received or that was put right still does', () => {
    const { notice } = sent({}, '2026-01-15 10:00');
    const because = (closedBecause: NonNullable<Notice['closedBecause']>) =>
      isAsking({ ...notice, state: 'closed', closedBecause });
    expect([isAsking(notice), because('complete'), because('corrected')]).toEqual([true, true, true]);
    expect([because('lifted'), because('said'), because('ended')]).toEqual([false, false, false]);
  });
});

describe('rounds', () => {
  const said = (more: Partial<FeedbackSaid>): FeedbackSaid => ({ fields: FIELDS, ...more });
  const next = (asked: FeedbackSaid, due: string, now = due) => {
    const found = nextDue(asked, at(due), at(now), calendar);
    return found && `${calendar.dayOf(found)} ${calendar.clockOf(found)}`;
  };

  test('named moments, then nothing', () => {
    const asked = said({ updateAt: [at('2026-07-18 21:30'), at('2026-07-18 22:30')] });
    expect(next(asked, '2026-07-18 21:00')).toBe('2026-07-18 21:30');
    expect(next(asked, '2026-07-18 21:30')).toBe('2026-07-18 22:30');
    expect(next(asked, '2026-07-18 22:30')).toBeUndefined();
    expect(next(said({}), '2026-07-18 21:00')).toBeUndefined();
  });

  test('every two hours, over midnight; those that went by in an outage are left out', () => {
    const asked = said({ everyMinutes: 120 });
    expect(next(asked, '2026-12-31 23:00')).toBe('2027-01-01 01:00');
    expect(next(asked, '2026-07-18 21:00', '2026-07-19 02:10')).toBe('2026-07-19 03:00');
  });

  test('every day', () => {
    expect(next(said({ recurrence: { rrule: 'FREQ=DAILY;BYHOUR=9;BYMINUTE=0' } }), '2026-02-28 09:00')).toBe(
      '2026-03-01 09:00',
    );
  });
});

describe('sums', () => {
  const value = (words: string, ...amounts: readonly (readonly [number, string, true?])[]) => ({
    ...{ stem: '转移', words },
    amounts: amounts.map(([count, unit, about]) => ({ count, unit, ...(about && { about }) })),
  });

  test.each([
    [
      'shared unit words',
      [value('12户31人', [12, '户'], [31, '人']), value('26户70人', [70, '人'], [26, '户']), value('0', [0, ''])],
      '38户101人',
    ],
    ['only some say households', [value('12户31人', [12, '户'], [31, '人']), value('70人', [70, '人'])], undefined],
    ['somebody says about', [value('12人', [12, '人']), value('30余人', [30, '人', true])], undefined],
    ['one answer alone', [value('12人', [12, '人'])], undefined],
    ['nothing anywhere', [value('0', [0, '']), value('0', [0, ''])], undefined],
    ['another unit word', [value('3台', [3, '台']), value('2辆', [2, '辆'])], undefined],
  ])('%s', (_, values, expected) => {
    expect(
      sumOf(values)
        ?.map(({ count, unit }) => `${count}${unit}`)
        .join(''),
    ).toBe(expected);
  });
});
