import { describe, expect, test } from '@jest/globals';
import { readPolicy } from '../../../config/policy.ts';
import { type OwnPeriod, withDates } from '../../../domain/periods/own-period.ts';
import { runsBetween } from '../../../domain/periods/runs.ts';
import { warningIn } from '../../../domain/periods/warning.ts';
import { calendar, policy } from '../../support/builders.ts';

function own(fields: Partial<OwnPeriod> = {}): OwnPeriod {
  return { id: 'own-period.x', type: 'own-period', name: '区两会', aliases: [], level: 'A', dates: [], ...fields };
}

const span = (fromDay: string, toDay = fromDay) => ({ fromDay, toDay });

function runningOn(day: string, periods: readonly OwnPeriod[] = [], settings: unknown = {}): string[] {
  const runs = runsBetween(day, day, { calendar, policy: readPolicy(settings), own: periods });
  return runs.map(({ id, level }) => `${id.slice('period.'.length)} ${level}`);
}

describe('what runs on a day', () => {
  test.each([
    ['2025-11-15', ['fire119.2025 C', 'winterfire.2025 C']],
    ['2026-01-01', ['winterfire.2025 C', 'yearend.2026 C', 'newyear.2026 B']],
    ['2026-02-16', ['winterfire.2025 C', 'yearend.2026 C', 'chunyun.2026 C', 'fireworks.2026 B', 'spring.2026 A']],
    [
      '2026-03-03',
      ['winterfire.2025 C', 'chunyun.2026 C', 'fireworks.2026 B', 'resume.2026 C', 'lantern.2026 B', 'npc.2026 A'],
    ],
    ['2026-04-20', []],
    ['2026-08-01', ['flood.2026 B', 'floodmain.2026 B', 'heat.2026 C', 'summer.2026 C', 'floodkey.2026 A']],
    ['2027-01-01', ['winterfire.2026 C', 'yearend.2027 C', 'newyear.2027 B']],
  ])('%s', (day, expected) => {
    expect(runningOn(day).sort()).toEqual([...expected].sort());
  });

  test('the office leaves out what it does not observe, and sets other levels', () => {
    const settings = { keyPeriods: { off: ['yearend'], levels: { chunyun: 'B' } } };
    expect(runningOn('2026-02-03', [], settings)).toEqual(['winterfire.2025 C', 'chunyun.2026 B']);
  });

  test('a period of its own, over the turn of the year, every year and by the lunar calendar', () => {
    const turn = own({ yearly: { start: '12-28', end: '01-03' } });
    expect(runningOn('2026-01-02', [turn])).toContain('x.2025 A');
    expect(runningOn('2026-12-29', [turn])).toContain('x.2026 A');
    const lunar = own({ name: '三月三', level: 'B', yearly: { start: '03-03', end: '03-04', lunar: true } });
    expect(runningOn('2026-04-19', [lunar])).toEqual(['x.2026 B']);
    expect(runningOn('2026-04-21', [lunar])).toEqual([]);
  });

  test('days entered for a year stand in place of those of every year', () => {
    const yearly = own({ yearly: { start: '07-15', end: '07-17' }, dates: [span('2026-07-20', '2026-07-21')] });
    const isOn = (day: string) => runningOn(day, [yearly]).some((line) => line.startsWith('x.'));
    expect(['2026-07-15', '2026-07-20', '2027-07-15'].map(isOn)).toEqual([false, true, true]);
  });
});

describe('days that are entered', () => {
  test('move what is not over, and come in addition to what is', () => {
    const entered = withDates(
      own({ dates: [span('2026-01-20', '2026-01-25')] }),
      span('2026-01-22', '2026-01-27'),
      '2026-01-19',
    );
    expect(entered).toMatchObject({ dates: [span('2026-01-22', '2026-01-27')], origin: 'chat' });
    const again = withDates(entered, span('2026-06-01', '2026-06-02'), '2026-03-01');
    expect(again.dates).toEqual([span('2026-01-22', '2026-01-27'), span('2026-06-01', '2026-06-02')]);
    const ids = runsBetween('2026-01-01', '2026-12-31', { calendar, policy, own: [again] }).flatMap(({ id }) =>
      id.startsWith('period.x') ? [id] : [],
    );
    expect(ids).toEqual(['period.x.2026', 'period.x.2026.2']);
  });
});

describe('a warning by its name', () => {
  test.each([
    ['暴雨红色预警', '暴雨红色预警', 'storm'],
    ['发布暴雨天气橙色预警', '暴雨橙色预警', 'storm'],
    ['地质灾害红色预警', '地质灾害红色预警', 'storm'],
    ['低温雨雪冰冻橙色预警', '低温雨雪冰冻橙色预警', 'cold'],
    ['寒潮预警', '寒潮预警', 'cold'],
    ['高温橙色预警', '高温橙色预警', 'heatwave'],
    ['暴雨黄色预警', '暴雨黄色预警', undefined],
    ['暴雨预警', '暴雨预警', undefined],
    ['大风蓝色预警', '大风蓝色预警', undefined],
  ])('%s', (text, title, kind) => {
    const named = warningIn(text)!;
    expect([named.title, named.kind?.id]).toEqual([title, kind]);
  });

  test('nothing else is one', () => {
    expect(warningIn('地震预警')).toBeUndefined();
    expect(warningIn('解除管制')).toBeUndefined();
  });
});
