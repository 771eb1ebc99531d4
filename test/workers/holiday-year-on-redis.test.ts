import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { nextWakeMs } from '../../domain/agenda.ts';
import { decideAndCommit } from '../../domain/decide-and-commit.ts';
import { decide } from '../../domain/decision.ts';
import { entered } from '../../domain/holidays/holiday-year.ts';
import { KINDS } from '../../domain/kinds.ts';
import { OFFICE } from '../../domain/people/office.ts';
import { planCommit } from '../../domain/plan-commit.ts';
import { OfficeCache, RecordedReading } from '../../domain/reading.ts';
import type { Thing } from '../../domain/thing.ts';
import { RedisStore } from '../../store/redis-store.ts';
import { planHolidays } from '../../workers/periodic/holiday-planning.ts';
import { anAssignment, at, calendar, policy } from '../support/builders.ts';
import { TestRedis } from '../support/redis.ts';

const NOW = at('2026-12-18 10:00');
const YEAR = entered(undefined, {
  year: 2027,
  days: {
    breaks: [{ name: '春节', from: '2027-02-05', to: '2027-02-12' }],
    makeUpDays: ['2027-02-20'],
  },
  source: '通知',
  by: 'person.wangfang',
  at: NOW,
});
/** Due on the Tuesday after the make-up Saturday; its first reminder is three working days before. */
const PART = anAssignment({
  issuedAt: at('2026-12-18 09:00'),
  state: 'in-progress',
  dueAt: at('2027-02-23 17:30'),
  ladder: { noAck: [], beforeDue: ['-3wd 09:00 due-soon'], afterDue: [], review: [] },
});

let redis: TestRedis;
let store: RedisStore;

beforeAll(async () => {
  redis = await TestRedis.start();
});
beforeEach(async () => {
  await redis.client().flushall();
  store = new RedisStore(redis.client());
  await save([PART]);
});
afterAll(() => redis.stop());

/** A process of its own: nothing is shared but Redis. */
function aProcess() {
  const ground = { store: store.things, kinds: KINDS, offices: new OfficeCache(), calendar, policy };
  return { ...ground, now: () => NOW, wakes: store.wakes };
}

async function save(things: readonly Thing[]): Promise<void> {
  await decideAndCommit('test', aProcess(), async () => ({
    decision: decide({ save: things }),
    actor: { system: 'test' },
  }));
}

async function dueBy(when: string): Promise<string[]> {
  return (await store.wakes.dueWakes(at(when).getTime(), 10)).filter((id) => id === PART.id);
}

test('another process reckons by a year as soon as it was entered, and so does one that starts later', async () => {
  const running = aProcess();
  const before = new RecordedReading({ ...running, now: NOW });
  await before.prepare({ revs: [OFFICE] });
  expect(before.calendar.isAnnounced(2027)).toBe(false);

  await save([YEAR]);
  for (const process of [running, aProcess()]) {
    const read = new RecordedReading({ ...process, now: NOW });
    await read.prepare({ revs: [OFFICE] });
    expect([read.calendar.isAnnounced(2027), read.calendar.isWorkday('2027-02-20')]).toEqual([true, true]);
  }
});

test('a decision made by days that were replaced meanwhile does not stand', async () => {
  const process = aProcess();
  const read = new RecordedReading({ ...process, now: NOW });
  await read.prepare({ revs: [OFFICE] });
  const dueAt = read.calendar.closing(read.calendar.addWorkdays('2027-02-18', 2));
  await save([YEAR]);
  const late = await planCommit(decide({ save: [{ ...PART, dueAt } as Thing] }), read, { system: 'test' }, process);
  expect(await store.things.commit(late)).toMatchObject({ kind: 'conflict' });
});

test('a wake that lies by the old days is filed anew, once, and a process that ended in between does no harm', async () => {
  expect(await dueBy('2027-02-18 09:00')).toEqual([PART.id]);
  await save([YEAR]);
  expect(await dueBy('2027-02-18 09:00')).toEqual([PART.id]);

  await planHolidays(aProcess());
  expect(await dueBy('2027-02-18 09:00')).toEqual([]);
  expect(await dueBy('2027-02-19 09:00')).toEqual([PART.id]);
  const [year, part] = await store.things.load([YEAR.id, PART.id]);
  expect(year?.thing).toMatchObject({ version: 1, filedVersion: 1 });

  await planHolidays(aProcess());
  const again = await store.things.load([YEAR.id, PART.id]);
  expect(again.map(({ rev }) => rev)).toEqual([year!.rev, part!.rev]);
});

test('what is saved together with a year lies by its days at once', async () => {
  await save([YEAR, { ...PART, title: '改过' } as Thing]);
  expect(await dueBy('2027-02-18 09:00')).toEqual([]);
  expect(await dueBy('2027-02-19 09:00')).toEqual([PART.id]);
  expect(nextWakeMs(PART, KINDS.get('assignment')!.agenda(PART, { calendar, policy }))).toBe(
    at('2027-02-18 09:00').getTime(),
  );
});
