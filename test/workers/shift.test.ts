import { describe, expect, test } from '@jest/globals';
import { fireDue } from '../../workers/fire-due.ts';
import { calendar } from '../support/builders.ts';
import { aShift, onDuty } from '../support/shifts.ts';
import { Firing, officeWithout } from './firing.ts';

const DAY = '2026-01-24';
const outgoing = onDuty(aShift('2026-01-23', { people: ['lvgang'] }));
const quiet = { handledAt: calendar.at(DAY, '08:05') };
const lines = (firing: Firing) => firing.heard().map(({ at, to, text }) => `${at} ${to} ${text.slice(0, 14)}`);

describe('a shift that nobody takes over', () => {
  test('is asked about at both ends, then above, each once', async () => {
    const firing = await Firing.at(`${DAY} 08:10`, { ...outgoing, ...quiet }, aShift(DAY, quiet));
    await firing.until('2026-01-24 20:00');
    expect(lines(firing)).toEqual([
      '01-24 08:40 person.chenli 青山镇值班应于08:30接班',
      '01-24 08:40 person.lvgang 青山镇下一班陈立还没有接班，',
      '01-24 08:50 person.zhengwei 青山镇值班08:30起还没有',
      '01-24 09:00 person.wangfang 青山镇值班08:30起还没有',
    ]);
  });

  test('where none of the two can be reached the next is asked at once, and the dispatcher hears of it', async () => {
    const office = officeWithout('person.chenli', 'person.lvgang');
    const firing = await Firing.at(`${DAY} 08:10`, ...office, aShift(DAY, quiet));
    await firing.until('2026-01-24 08:41');
    const heard = firing.heard();
    expect(heard.map(({ to }) => to)).toEqual(['person.wangfang', 'person.zhengwei']);
    expect(heard[0]?.text).toBe('青山镇值班1月24日（周六）8:30—次日8:30的提醒没有人能收到，请核对值班表和绑定');
    expect(heard[1]?.text).toContain('岗位上没有已知的人');
  });

  test('the leader of the shift is asked before the deputy of the unit; who is missing himself is not', async () => {
    const leader = aShift(DAY, { layer: 'leader', people: ['lvgang'], ...quiet });
    const firing = await Firing.at(`${DAY} 08:45`, leader, aShift(DAY, { handledAt: calendar.at(DAY, '08:45') }));
    await firing.until('2026-01-24 08:55');
    expect(firing.heard().map(({ to }) => to)).toEqual(['person.lvgang']);
  });

  test('of a unit on trial only the person himself is reminded', async () => {
    const firing = await Firing.at(`${DAY} 08:10`, aShift(DAY, { trial: true, ...quiet }));
    await firing.until('2026-01-24 20:00');
    expect(firing.heard().map(({ to }) => to)).toEqual(['person.chenli']);
  });
});

describe('before a shift', () => {
  test('every person of it is reminded, also of two', async () => {
    const firing = await Firing.at('2026-01-23 15:00', aShift(DAY, { people: ['chenli', 'lvgang'] }));
    await firing.until('2026-01-24 08:00');
    expect(firing.heard().map(({ at, to }) => `${at} ${to}`)).toEqual([
      '01-23 16:00 person.chenli',
      '01-23 16:00 person.lvgang',
      '01-24 08:00 person.chenli',
      '01-24 08:00 person.lvgang',
    ]);
  });

  test('who is new hears at once, nobody else', async () => {
    const newAt = calendar.at('2026-01-22', '10:00');
    const shift = aShift(DAY, { people: ['chenli', 'lvgang'], newPeople: ['person.lvgang'], newAt, handledAt: newAt });
    const firing = await Firing.at('2026-01-22 10:00', shift);
    await firing.until('2026-01-22 12:00');
    expect(lines(firing)).toEqual(['01-22 10:01 person.lvgang 给你排了班：1月24日（周六']);
  });

  test('a shift without people is put to the unit a month ahead', async () => {
    const shift = aShift(DAY, { people: [], state: 'planned', handledAt: calendar.at('2025-12-01', '10:00') });
    const firing = await Firing.at('2025-12-01 10:00', shift);
    await firing.until('2026-01-24 09:00');
    expect(firing.heard()).toEqual([
      {
        to: 'person.chenli',
        at: '12-25 09:00',
        text: '青山镇值班缺班：2026年1月24日（周六）08:30至2026年1月25日（周日）08:30没有排人，请补上',
      },
    ]);
  });

  test('a roster of two months is told side by side: nobody overtakes anybody, each person reads one line', async () => {
    const publishedAt = calendar.at('2026-01-21', '10:00');
    const days = Array.from({ length: 59 }, (_, index) => calendar.addDays('2026-01-24', index));
    const shifts = days.map((day, index) =>
      aShift(day, { people: [['chenli', 'lvgang', 'zhengwei'][index % 3]!], publishedAt, handledAt: publishedAt }),
    );
    const firing = await Firing.at('2026-01-21 10:00', ...shifts);
    firing.away('2026-01-21 10:02');
    const outcomes: string[] = [];
    const commit = firing.store.commit.bind(firing.store);
    firing.store.commit = async (batch) => {
      const outcome = await commit(batch);
      outcomes.push(outcome.kind);
      return outcome;
    };
    await fireDue(
      shifts.map(({ id }) => id),
      { stillDue: async (ids) => ids },
      firing.context,
    );
    expect(outcomes).toEqual(shifts.map(() => 'done'));
    expect(lines(firing)).toHaveLength(3);
    expect(await firing.store.dueWakes(firing.now.getTime(), 100)).toEqual([]);
  });

  test('shifts that one roster has left open are put to the unit in one line', async () => {
    const unfilledAt = calendar.at('2026-01-21', '10:00');
    const days = ['2026-01-24', '2026-01-26', '2026-01-27', '2026-01-28', '2026-02-01'];
    const open = days.map((day) => aShift(day, { people: [], unfilledAt, handledAt: unfilledAt }));
    const firing = await Firing.at('2026-01-21 10:00', ...open);
    await firing.until('2026-01-23 18:00');
    expect(firing.heard().map(({ at, to, text }) => `${at} ${to} ${text}`)).toEqual([
      '01-21 10:01 person.chenli 青山镇值班缺班5班：1月24日、26日—28日、2月1日没有排人，请补上，可以说“1月24日补 姓名”',
    ]);
  });
});
