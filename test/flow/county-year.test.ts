import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { calendar } from '../support/builders.ts';
import { type CountyYear, countySummary, playCounty } from '../support/county-year.ts';

const [FROM, TO] = ['2026-01-01', '2027-01-01'];

/** A year of everything that key periods say, nobody answering any of it. */
describe.each([
  ['southern', { keyPeriods: { floodRegion: 'south', forestRegion: 'south' } }],
  ['northern', { keyPeriods: { floodRegion: 'north', forestRegion: 'northeast', iceRegion: 'yellow-river' } }],
])('key periods of a %s county', (name, policy) => {
  let year: CountyYear;

  beforeAll(async () => {
    year = await playCounty(policy, FROM, TO);
  }, 900_000);
  afterAll(async () => {
    process.stderr.write(`${await countySummary(`${name} county, ${FROM} to ${TO}`, year)}\n`);
  });

  test('every period is opened and closed', () => {
    expect(year.wrong).toEqual([]);
    expect(year.confirmed).toBeGreaterThan(20);
  });

  test('no reminder on a day off, nothing fails, lapses or is parked', async () => {
    const { frozen, world } = year;
    const off = frozen.filter(({ at }) => !calendar.isWorkday(calendar.dayOf(at)));
    expect(off.flatMap(({ envelope }) => envelope.items.filter(({ class: of }) => of === 'L3' || of === 'L4'))).toEqual(
      [],
    );
    expect(await world.store.outbox.counts()).toMatchObject({ failed: 0, expired: 0, unsure: 0 });
    expect(await world.store.parked()).toEqual([]);
  });

  test('nobody and no room hears more in a day than the budget allows, nor anything twice', () => {
    expect(year.hearers.filter(({ mostBudgeted, budget }) => mostBudgeted > budget)).toEqual([]);
    const once = year.frozen.flatMap(({ envelope }) => envelope.items.map((item) => item.once));
    expect(new Set(once).size).toBe(once.length);
  });

  test('periods that overlap make one message a day', () => {
    const lines = year.world.transcript.filter(({ text }) => text.includes('重点时段提醒'));
    const days = lines.map(({ at, to }) => `${calendar.dayOf(at)} ${to}`);
    expect(new Set(days).size).toBe(days.length);
  });
});
