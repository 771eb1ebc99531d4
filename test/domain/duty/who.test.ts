import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gaps } from '../../../domain/duty/gaps.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import { MINUTE_MS } from '../../../domain/duty/span.ts';
import { takeoverFigures, unattended, unattendedMinutes } from '../../../domain/duty/unattended.ts';
import { nextShifts, outgoingOf, shiftsOnDays, whoIsOnDuty } from '../../../domain/duty/who.ts';
import { at } from '../../support/builders.ts';
import { aRoster, aShift } from './swaps/duty-office.ts';

const QINGSHAN = 'unit.qingshan';

function served(day: string, person: string, from: string, to?: string): Shift {
  return aShift(day, [person], {
    state: to ? 'closed' : 'on-duty',
    takenOverAt: at(from),
    takenOverBy: `person.${person}`,
    ...(to && { handedOverAt: at(to) }),
  });
}

function who(shifts: readonly Shift[], when: string, now = when): string[] {
  return whoIsOnDuty(shifts, { unit: QINGSHAN, layer: 'officer', at: at(when), now: at(now) }).map(
    ({ people, kind, due }) => `${people.join()} ${kind}${due ? ` due ${due.people.join()}` : ''}`,
  );
}

describe('who is on duty', () => {
  const first = served('2026-01-24', 'chenli', '2026-01-24 08:24', '2026-01-25 08:41');
  const second = served('2026-01-25', 'lvgang', '2026-01-25 08:41');
  const third = aShift('2026-01-26', ['heyong']);
  const shifts = [third, first, second];

  test('is who has taken over, to the minute, and the outgoing until then', () => {
    expect(who(shifts, '2026-01-24 08:24')).toEqual(['person.chenli on-post']);
    expect(who(shifts, '2026-01-25 08:29')).toEqual(['person.chenli on-post']);
    expect(who(shifts, '2026-01-25 08:30')).toEqual(['person.chenli staying-on due person.lvgang']);
    expect(who(shifts, '2026-01-25 08:40')).toEqual(['person.chenli staying-on due person.lvgang']);
    expect(who(shifts, '2026-01-25 08:41')).toEqual(['person.lvgang on-post']);
  });

  test('for a moment to come it is the roster that answers', () => {
    expect(who(shifts, '2026-01-26 08:29', '2026-01-25 10:00')).toEqual(['person.lvgang planned']);
    expect(who(shifts, '2026-01-26 08:30', '2026-01-25 10:00')).toEqual(['person.heyong planned']);
    expect(who(shifts, '2026-01-27 08:30', '2026-01-25 10:00')).toEqual([]);
  });

  test('who came early answers from then on, though the shift before has not ended', () => {
    const early = { ...second, takenOverAt: at('2026-01-25 08:10') };
    const relieved = { ...first, handedOverAt: at('2026-01-25 08:10') };
    expect(who([relieved, early], '2026-01-25 08:09')).toEqual(['person.chenli on-post']);
    expect(who([relieved, early], '2026-01-25 08:15')).toEqual(['person.lvgang on-post']);
  });

  test('who came early also relieves a shift that nobody ever took over', () => {
    const missed = aShift('2026-01-25', ['lvgang']);
    const early = served('2026-01-26', 'heyong', '2026-01-26 08:16');
    const stayed = served('2026-01-24', 'chenli', '2026-01-24 08:24', '2026-01-26 08:16');
    expect(who([stayed, missed, early], '2026-01-26 08:15')).toEqual(['person.chenli staying-on due person.lvgang']);
    expect(who([stayed, missed, early], '2026-01-26 08:21')).toEqual(['person.heyong on-post']);
  });

  test('nobody is taken to stay for a second shift: then those planned are named as not come', () => {
    const open = served('2026-01-24', 'chenli', '2026-01-24 08:24');
    const late = [open, aShift('2026-01-25', ['lvgang']), third];
    expect(who(late, '2026-01-26 08:29')).toEqual(['person.chenli staying-on due person.lvgang']);
    expect(who(late, '2026-01-26 08:30')).toEqual(['person.heyong not-taken-over']);
  });

  test('a shift without a person is named as such, and where nothing follows the shift simply ends', () => {
    const empty = { ...aShift('2026-01-26', []), state: 'published' as const };
    expect(who([empty], '2026-01-26 12:00')).toEqual([' unfilled']);
    expect(who([served('2026-01-24', 'chenli', '2026-01-24 08:24')], '2026-01-25 08:30')).toEqual([]);
  });

  test('a stand-in answers in the place of the person planned for as long as he stands there', () => {
    const stood: Shift = {
      ...second,
      standIns: [
        {
          person: 'person.gaoxiang',
          instead: 'person.lvgang',
          fromAt: at('2026-01-26 02:40'),
          toAt: at('2026-01-26 03:10'),
          reason: '送医',
        },
      ],
    };
    expect(who([stood], '2026-01-26 02:39')).toEqual(['person.lvgang on-post']);
    expect(who([stood], '2026-01-26 02:40')).toEqual(['person.gaoxiang on-post']);
    expect(who([stood], '2026-01-26 03:10')).toEqual(['person.lvgang on-post']);
  });

  test('leaders need not report; drafts and cancelled shifts are nobody’s duty', () => {
    const leader = aShift('2026-01-24', ['zhengwei'], { layer: 'leader' });
    const draft = aShift('2026-01-24', ['xuqing'], { state: 'planned' });
    const off = aShift('2026-01-24', ['heyong'], { id: 'shift.x', state: 'cancelled' });
    const all = whoIsOnDuty([draft, off, first, leader], { at: at('2026-01-24 09:00') });
    expect(all.map(({ layer, people, kind }) => [layer, people[0], kind])).toEqual([
      ['leader', 'person.zhengwei', 'planned'],
      ['officer', 'person.chenli', 'on-post'],
    ]);
  });
});

test('taking over relieves whoever still answers before', () => {
  const first = served('2026-01-24', 'chenli', '2026-01-24 08:24');
  const missed = aShift('2026-01-25', ['lvgang']);
  const third = aShift('2026-01-26', ['heyong']);
  const other = { ...first, id: 'shift.other', unit: 'unit.shiqiao' };
  expect(outgoingOf([first, missed, third, other], third)).toEqual([first]);
  expect(outgoingOf([first, missed, third], first)).toEqual([]);
});

describe('shifts to come and shifts of days', () => {
  const shifts = aRoster('2026-01-24', 10);

  test('one’s own, the running one first', () => {
    const own = nextShifts(shifts, { person: 'person.chenli', at: at('2026-01-25 08:29'), count: 2 });
    expect(own.map(({ day }) => day)).toEqual(['2026-01-24', '2026-01-28']);
    const next = nextShifts(shifts, { person: 'person.chenli', at: at('2026-01-25 08:30'), count: 2 });
    expect(next.map(({ day }) => day)).toEqual(['2026-01-28', '2026-02-01']);
  });

  test('of a week, leaders first', () => {
    const week = shiftsOnDays(shifts, { unit: QINGSHAN, fromDay: '2026-01-26', toDay: '2026-01-27' });
    expect(week.map(({ day, layer }) => `${day} ${layer}`)).toEqual([
      '2026-01-26 leader',
      '2026-01-26 officer',
      '2026-01-27 leader',
      '2026-01-27 officer',
    ]);
  });
});

describe('figures', () => {
  const from = at('2026-01-24 08:30');
  const to = at('2026-01-26 08:30');
  const first = served('2026-01-24', 'chenli', '2026-01-24 08:50', '2026-01-25 08:41');
  const second = served('2026-01-25', 'lvgang', '2026-01-25 08:41');

  test('late to the first post is unattended, late to the second is not: the first stays', () => {
    expect(unattended([first, second], from, to)).toEqual([
      { unit: QINGSHAN, minutes: 20, spans: [{ fromAt: from, toAt: at('2026-01-24 08:50') }] },
    ]);
    expect(takeoverFigures([first, second], from, to)).toEqual({ onTime: 0, all: 2 });
  });

  test('an outage of the bot, a trial and what no person ruled count for nothing', () => {
    const outage = [{ fromAt: at('2026-01-24 08:00'), toAt: at('2026-01-24 08:45') }];
    expect(unattendedMinutes([first, second], from, to, outage).get(QINGSHAN)).toBe(5);
    expect(takeoverFigures([first, second], from, to, outage)).toEqual({ onTime: 0, all: 1 });
    expect(unattendedMinutes([{ ...first, trial: true }, second], from, to).get(QINGSHAN)).toBe(0);
    const absence = { fromAt: at('2026-01-25 02:13'), toAt: at('2026-01-25 02:40'), by: 'person.wangfang' };
    expect(unattendedMinutes([{ ...first, absences: [absence] }, second], from, to).get(QINGSHAN)).toBe(47);
  });

  test('gaps are merged, measured, and know their shifts', () => {
    const shifts = [aShift('2026-01-24', ['chenli']), aShift('2026-01-25', []), aShift('2026-01-27', ['lvgang'])];
    const found = gaps(shifts, [QINGSHAN], from, at('2026-01-28 08:30'), ['officer']);
    expect(found).toMatchObject([{ fromAt: at('2026-01-25 08:30'), toAt: at('2026-01-27 08:30'), minutes: 2880 }]);
    expect(found[0]!.unfilled.map(({ day }) => day)).toEqual(['2026-01-25']);
    expect(gaps([], [QINGSHAN], from, to)).toHaveLength(2);
  });
});

/** Minutes of three short shifts of 40 minutes each, so that a model that looks at every minute stays small. */
const T0 = at('2026-01-24 08:00').getTime();
const minute = (count: number) => new Date(T0 + count * MINUTE_MS);
const span = 40;
const oneShift = fc.record({
  takenOver: fc.option(fc.integer({ min: -10, max: span - 1 }), { nil: undefined }),
  gap: fc.constantFrom(0, 0, 0, 15),
  people: fc.constantFrom(1, 1, 1, 0),
});

type Said = { readonly takenOver?: number; readonly gap: number; readonly people: number };

/** The shifts of one line, in order; a hand-over is written down the way the rules do it. */
function lineOf(said: readonly Said[]): Shift[] {
  let startMin = 0;
  const shifts: Shift[] = [];
  for (const [index, { takenOver, gap, people }] of said.entries()) {
    startMin += gap;
    const next = said[index + 1];
    // Once the next shift is there nobody takes over the one before.
    const tooLate = next?.people === 1 && (takenOver ?? 0) >= span + next.gap + (next.takenOver ?? span);
    const taken = takenOver === undefined || people === 0 || tooLate ? undefined : minute(startMin + takenOver);
    const before = shifts.at(-1);
    if (taken && before?.takenOverAt && gap === 0) shifts[index - 1] = { ...before, handedOverAt: taken };
    shifts.push(
      aShift('2026-01-24', people ? [`p${index}`] : [], {
        id: `shift.${index}`,
        startAt: minute(startMin),
        endAt: minute(startMin + span),
        ...(taken && { takenOverAt: taken, takenOverBy: `person.p${index}` }),
      }),
    );
    startMin += span;
  }
  return shifts;
}

/** Goes through the minutes one by one and remembers who stands there. */
function standing(shifts: readonly Shift[], upTo: number): (Shift | undefined)[] {
  let there: Shift | undefined;
  let latest = -1;
  return Array.from({ length: upTo + 30 }, (_, index) => minute(index - 30)).map((now) => {
    const came = shifts.findLast(({ takenOverAt }) => takenOverAt?.getTime() === now.getTime());
    // Who comes when the shift after his is already there comes too late to take anything over.
    if (came && shifts.indexOf(came) > latest) {
      there = came;
      latest = shifts.indexOf(came);
    }
    if (there && there.endAt <= now) {
      const next = shifts[shifts.indexOf(there) + 1];
      const follows = next !== undefined && next.startAt.getTime() === there.endAt.getTime();
      if (!follows || next.endAt <= now) there = undefined;
    }
    return there;
  });
}

describe('against a model that looks at every minute', () => {
  test('who is there, and for how long nobody is', () => {
    fc.assert(
      fc.property(fc.array(oneShift, { minLength: 1, maxLength: 5 }), (said) => {
        const shifts = lineOf(said);
        const length = 5 * (span + 15);
        const model = standing(shifts, length);
        const present = model.map((_, index) =>
          whoIsOnDuty(shifts, { at: minute(index - 30) })
            .filter(({ kind }) => kind === 'on-post' || kind === 'staying-on')
            .map(({ shift }) => shift.id)
            .join(),
        );
        expect(present).toEqual(model.map((there) => there?.id ?? ''));
        const nobody = model.filter((there) => !there).length;
        expect(unattendedMinutes(shifts, minute(-30), minute(length)).get(QINGSHAN)).toBe(nobody);
      }),
      { numRuns: 150 },
    );
  });

  test('every minute of the day is either somebody’s by the roster or reported as a gap', () => {
    fc.assert(
      fc.property(fc.array(oneShift, { maxLength: 5 }), (said) => {
        const shifts = lineOf(said);
        const [fromAt, toAt] = [minute(-10), minute(5 * (span + 15))];
        const found = gaps(shifts, [QINGSHAN], fromAt, toAt, ['officer']);
        const minutes = Array.from({ length: 5 * (span + 15) + 10 }, (_, index) => minute(index - 10));
        const wrong = minutes.filter((now) => {
          const asked = whoIsOnDuty(shifts, { at: now, now: minute(-60) });
          const planned = asked.some(({ people }) => people.length > 0);
          const relieved = shifts.some(({ handedOverAt, endAt }) => handedOverAt && handedOverAt <= now && now < endAt);
          const inGap = found.some((gap) => gap.fromAt <= now && now < gap.toAt);
          return !relieved && planned === inGap;
        });
        expect(wrong).toEqual([]);
        const sorted = found.every((gap, index) => index === 0 || found[index - 1]!.toAt < gap.fromAt);
        expect(sorted).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
