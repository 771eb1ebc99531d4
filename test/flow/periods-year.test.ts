import { describe, expect, test } from '@jest/globals';
import { holidayTables } from '../../config/holidays.ts';
import { createCalendar } from '../../domain/calendar/create-calendar.ts';
import { KINDS } from '../../domain/kinds.ts';
import { OfficeCache } from '../../domain/reading.ts';
import { filePeriods } from '../../workers/periodic/period-planning.ts';
import { preview } from '../../workers/preview.ts';
import { reminderFor } from '../../workers/reminders/index.ts';
import { at, calendar } from '../support/builders.ts';
import { periodsOf, planningOf, wrongOn } from '../support/periods.ts';
import { World } from '../support/world.ts';

const SOUTH = { keyPeriods: { floodRegion: 'south', forestRegion: 'south' } };
const NORTH = { keyPeriods: { floodRegion: 'north', forestRegion: 'northeast', iceRegion: 'yellow-river' } };

/** Plays from one day to another with a look of the planner at midnight, as after a restart, and at noon. */
async function played(settings: object, from: string, to: string) {
  const world = new World(`${from}T00:00:00+08:00`, { policy: settings });
  await world.office();
  const wrong: string[] = [];
  for (let day = from; day < to; day = calendar.addDays(day, 1)) {
    await world.until(calendar.at(day, '00:05'));
    await filePeriods(planningOf(world));
    await world.until(calendar.at(day, '12:00'));
    await filePeriods(planningOf(world));
    wrong.push(...(await wrongOn(day, world)));
  }
  const told = world.transcript.filter(({ text }) => text.includes('重点时段提醒'));
  return { world, wrong, told };
}

describe.each([
  ['southern', SOUTH, ['汛期', '主汛期', '森林防火期']],
  ['northern', NORTH, ['汛期', '主汛期', '森林防火期', '秋季森林防火期', '凌汛期']],
])('a year of a %s county', (_, settings, seasons) => {
  test('every period is opened and closed, and the office hears once a day at most, on working days, in six lines', async () => {
    const { world, wrong, told } = await played(settings, '2026-01-01', '2027-01-01');
    expect(wrong).toEqual([]);
    expect(world.transcript).toEqual(told);
    expect([...new Set(told.map(({ to }) => to))]).toEqual(['王芳']);
    const days = told.map(({ at: when }) => calendar.dayOf(when));
    expect(days.filter((day) => !calendar.isWorkday(day))).toEqual([]);
    expect(days.filter((day, index) => days.indexOf(day) < index)).toEqual([]);
    expect(told.filter(({ text }) => text.split('\n').length > 6 || text.includes('补发'))).toEqual([]);
    expect(
      told.map(({ at: when }) => calendar.clockOf(when)).filter((clock) => clock < '09:00' || clock > '16:00'),
    ).toEqual([]);
    for (const season of seasons) expect(told.some(({ text }) => text.includes(season))).toBe(true);

    const heardOn = (day: string) => told.find(({ at: when }) => calendar.dayOf(when) === day)?.text ?? '';
    expect(heardOn('2026-01-30')).toContain('定方案：春节');
    expect(heardOn('2026-02-14')).toContain('发动员通知，要回执：春节');
    expect(heardOn('2026-02-24')).toMatch(/写小结：[^\n]*春节/);
    expect(heardOn('2026-09-16')).toContain('定方案：国庆');
    expect(heardOn('2026-12-30')).toContain('（放假安排待公布）');
    expect(told.length).toBeGreaterThan(80);
    expect(told.length).toBeLessThan(180);
  }, 120_000);
});

test('the preview of a month says what then is said', async () => {
  const world = new World('2026-01-26T08:00:00+08:00', { policy: SOUTH });
  await world.office();
  await filePeriods(planningOf(world));
  const ahead = { ...planningOf(world), offices: new OfficeCache(), kinds: KINDS, wakes: world.store, reminderFor };
  const rows = await preview(at('2026-01-26 08:00'), at('2026-04-20 00:00'), ahead);
  for (let day = '2026-01-26'; day < '2026-04-20'; day = calendar.addDays(day, 1)) {
    await world.until(calendar.at(day, '23:55'));
    await filePeriods(planningOf(world));
  }
  const line = (when: Date, text: string) => `${calendar.dayOf(when)} ${calendar.clockOf(when)} ${text}`;
  expect(rows.map((row) => line(row.at, row.text))).toEqual(world.transcript.map((said) => line(said.at, said.text)));
  expect(rows.length).toBeGreaterThan(15);
  expect(rows.every(({ step, to }) => step === 'day' && to === '王芳')).toBe(true);
});

test('an outage over a week of reminders is made good with one message, and nothing that has begun is prepared', async () => {
  const world = new World('2026-01-26T08:00:00+08:00', { policy: SOUTH });
  await world.office();
  await filePeriods(planningOf(world));
  await world.until(at('2026-01-29 18:00'));
  world.ignoreSoFar();
  await world.away(at('2026-02-09 10:00'));
  await world.settle();
  const said = world.expectSaid('王芳', /^（补发）重点时段提醒 2月9日（周一）/);
  expect(said.text).toContain('安排检查、收值班表：春节');
  expect(said.text).not.toContain('春运');
  await filePeriods(planningOf(world));
  await world.settle();
  world.expectSilence();
  expect((await periodsOf(world)).find(({ id }) => id === 'period.chunyun.2026')?.state).toBe('open');
});

test('when a year is announced, what was provisional moves, is said of its new days, and is provisional no more', async () => {
  const world = new World('2026-12-20T08:00:00+08:00');
  await world.office();
  await filePeriods(planningOf(world));
  const find = async (id: string) => (await periodsOf(world)).find((period) => period.id === id);
  expect(await find('period.spring.2027')).toMatchObject({
    fromDay: '2027-02-05',
    toDay: '2027-02-08',
    provisional: true,
  });
  const untouched = await find('period.chunyun.2027');

  const announced = {
    ...{ year: 2027, announced: true, source: '通知', makeUpDays: ['2027-01-31'] },
    breaks: [
      { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
      { name: '春节', from: '2027-02-04', to: '2027-02-11' },
    ],
  };
  const tables = [...holidayTables().filter(({ year }) => year !== 2027), announced];
  const later = { ...planningOf(world), calendar: createCalendar(tables, world.policy.office) };
  await filePeriods(later);
  const spring = await find('period.spring.2027');
  expect(spring).toMatchObject({ fromDay: '2027-02-04', toDay: '2027-02-11', provisional: false, state: 'planned' });
  expect(spring?.basisAt).toEqual(world.now);
  expect(await find('period.newyear.2027')).toMatchObject({ toDay: '2027-01-03', provisional: false });
  expect(await find('period.chunyun.2027')).toEqual(untouched);
});
