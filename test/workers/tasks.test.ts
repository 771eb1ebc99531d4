import { describe, expect, test } from '@jest/globals';
import { decide } from '../../domain/decision.ts';
import { OfficeCache, RecordedReading } from '../../domain/reading.ts';
import { dispatchOrder } from '../../domain/tasks/dispatch-order.ts';
import type { Assignment, Task, TaskSeries } from '../../domain/tasks/task.ts';
import { EVENTS } from '../domain/tasks/events.ts';
import { aTask, at } from '../support/builders.ts';
import { Firing } from './firing.ts';

const ROOM = 'room.anweihui';
const PARTS = ['assignment.T0612.qingshan', 'assignment.T0612.shiqiao'];

/** An order to both townships, confirmed at the given moment in the way the command does it. */
async function confirmed(start: string, fields: Partial<Task> = {}, notBeforeAt?: Date): Promise<Firing> {
  const firing = await Firing.at(start);
  const read = new RecordedReading({ ...firing.context, offices: new OfficeCache(), now: firing.now });
  const office = await read.office();
  const draft = aTask({
    executors: ['unit.qingshan', 'unit.shiqiao'],
    createdAt: firing.now,
    handledAt: firing.now,
    ...fields,
  });
  const text = { office, calendar: read.calendar, now: firing.now };
  await firing.commit(dispatchOrder(draft, { read, office, text, ...(notBeforeAt && { notBeforeAt }) }));
  return firing;
}

async function happens(firing: Firing, event: keyof typeof EVENTS, id: string): Promise<void> {
  const assignment = await firing.thing<Assignment>(id);
  await firing.commit(decide({ save: [EVENTS[event](assignment, firing.now)], nudge: [assignment.task] }));
  await firing.fireDue();
}

const task = (firing: Firing) => firing.thing<Task>('task.T0612');
const toRoom = (firing: Firing) => firing.heard().filter(({ to }) => to === ROOM);

describe('the count of acknowledgements', () => {
  test('is told to the room once when its time has come, and who is missing to the dispatcher alone', async () => {
    const firing = await confirmed('2026-01-15 10:15');
    await happens(firing, '收到', PARTS[0]!);
    firing.heard();
    await firing.until('2026-01-15 14:50');
    const heard = firing.heard();
    expect(heard.filter(({ to }) => to === ROOM).map(({ text }) => text)).toEqual(['T0612签收1/2，其余私下联系']);
    expect(heard.filter(({ to }) => to === 'person.wangfang').map(({ text }) => text)).toEqual([
      'T0612 石桥乡尚未签收',
    ]);
    await happens(firing, '收到', PARTS[1]!);
    expect(firing.heard()).toEqual([]);
  });

  test('is told at once when all are in, and never again, whatever happens months later', async () => {
    const firing = await confirmed('2026-01-15 10:15', { dueAt: at('2026-12-20 17:30') });
    for (const part of PARTS) await happens(firing, '收到', part);
    expect(
      toRoom(firing)
        .map(({ text }) => text)
        .at(-1),
    ).toBe('T0612签收2/2');
    await firing.until('2026-09-15 10:00');
    await happens(firing, '进展', PARTS[0]!);
    expect(toRoom(firing)).toEqual([]);
  });
});

describe('the end of a task', () => {
  test('comes with the last part, and is told to the assigner if he is not the reviewer', async () => {
    const firing = await confirmed('2026-01-15 10:15', { leads: ['unit.anweiban'] });
    for (const part of PARTS) await happens(firing, '报送', part);
    await happens(firing, '通过', PARTS[0]!);
    expect((await task(firing)).state).toBe('issued');
    await happens(firing, '通过', PARTS[1]!);
    expect((await task(firing)).state).toBe('closed');
    expect((await firing.thing('assignment.T0612.anweiban')).state).toBe('done');
    expect(firing.heard().at(-1)).toMatchObject({
      to: 'person.liweidong',
      text: expect.stringContaining('已全部办结'),
    });
  });

  test('thirty days later everything is archived, and then nothing is ever woken again', async () => {
    const firing = await confirmed('2026-01-15 10:15');
    for (const part of PARTS) await happens(firing, '报送', part);
    for (const part of PARTS) await happens(firing, '通过', part);
    await firing.until('2026-02-15 10:00');
    expect([(await task(firing)).state, (await firing.thing(PARTS[0]!)).state]).toEqual(['archived', 'archived']);
    expect(await firing.store.nextWakeMs()).toBeUndefined();
  });
});

describe('handing out', () => {
  test('mentions one liaison of each unit once, lapses with the deadline, and can be overtaken by a withdrawal', async () => {
    const firing = await confirmed('2026-01-15 10:15');
    expect(firing.store.outbox.said[0]).toMatchObject({
      to: ROOM,
      class: 'D',
      mentions: ['person.chenli', 'person.maqiang'],
      of: 'task.T0612',
      notAfterMs: at('2026-01-21 17:30').getTime(),
      lapseTo: 'person.liweidong',
    });
  });

  test('the next morning: nobody is reminded of what he has not heard of yet', async () => {
    const firing = await confirmed('2026-01-15 21:00', { dueAt: at('2026-01-16 17:30') }, at('2026-01-16 08:30'));
    firing.heard();
    await firing.until('2026-01-16 09:00');
    expect(firing.heard()).toEqual([]);
    await firing.until('2026-01-16 17:30');
    expect(firing.heard()[0]).toMatchObject({ to: 'person.chenli', at: '01-16 10:30' });
  });
});

describe('a draft that nobody confirms', () => {
  test("is the dispatcher's after half an office hour, stays a draft, and is not forgotten", async () => {
    const firing = await Firing.at('2026-01-15 10:12', aTask());
    await firing.until('2026-01-15 11:00');
    expect(firing.heard()).toEqual([
      { to: 'person.wangfang', at: '01-15 10:42', text: expect.stringContaining('李卫东的任务草稿T0612') },
    ]);
    expect(await task(firing)).toMatchObject({ state: 'draft', handedOverAt: at('2026-01-15 10:42') });
    expect((await firing.store.collection('questions.person.wangfang')).ids).toHaveLength(1);
    await firing.until('2026-03-31 18:00');
    expect((await task(firing)).state).toBe('draft');
    expect(firing.heard().length).toBeGreaterThan(8);
  });

  test("the dispatcher's own draft is his to begin with: he is reminded, not handed it", async () => {
    const firing = await Firing.at('2026-01-15 10:12', aTask({ assigner: 'person.wangfang' }));
    await firing.until('2026-01-15 11:00');
    expect(firing.heard().map(({ text }) => text)).toEqual([expect.stringMatching(/^草稿T0612.*还没有下达/)]);
  });

  test('one that is cancelled is silent', async () => {
    const firing = await Firing.at('2026-01-15 10:12', aTask());
    await firing.save({ ...(await task(firing)), state: 'void' } as Task);
    await firing.until('2026-02-15 11:00');
    expect(firing.heard()).toEqual([]);
  });
});

describe('an order that comes round again', () => {
  const weekly = { recurrence: { rrule: 'FREQ=WEEKLY;BYDAY=FR' }, dueAt: at('2026-01-23 17:30') };

  test('hands out a new task with a number of its own for every occurrence', async () => {
    const firing = await confirmed('2026-01-15 10:15', weekly);
    await firing.until('2026-02-04 10:00');
    const handedOut = firing.heard().filter(({ text }) => text.startsWith('已下达'));
    expect(handedOut.map(({ at: when, text }) => [when, text.slice(0, 8)])).toEqual([
      ['01-15 10:15', '已下达T0612'],
      ['01-27 09:00', '已下达T0001'],
      ['02-03 09:00', '已下达T0002'],
    ]);
    expect(await firing.thing<Task>('task.T0002')).toMatchObject({
      state: 'issued',
      series: 'series.T0612',
      dueAt: at('2026-02-06 17:30'),
    });
  });

  test('after an outage hands out the next one that can still be met, and says how many were missed', async () => {
    const daily = { recurrence: { rrule: 'FREQ=DAILY' }, dueAt: at('2026-01-16 17:30') };
    const firing = await confirmed('2026-01-15 10:15', daily);
    await firing.until('2026-01-16 12:00');
    firing.heard();
    await firing.away('2026-01-20 10:00').fireDue();
    const heard = firing.heard();
    expect(heard.filter(({ text }) => text.startsWith('已下达'))).toHaveLength(1);
    expect(heard.find(({ text }) => text.includes('3期没有下达'))?.to).toBe('person.wangfang');
    expect(await firing.thing<Task>('task.T0001')).toMatchObject({ dueAt: at('2026-01-20 17:30') });
    await firing.until('2026-01-20 18:00');
    expect(firing.heard().filter(({ text }) => text.startsWith('已下达'))).toHaveLength(1);
  });

  test('withdrawn, it hands out nothing more', async () => {
    const firing = await confirmed('2026-01-15 10:15', weekly);
    await firing.save({ ...(await firing.thing<TaskSeries>('series.T0612')), state: 'ended' } as TaskSeries);
    firing.heard();
    await firing.until('2026-02-28 10:00');
    expect(firing.heard().filter(({ text }) => text.startsWith('已下达'))).toEqual([]);
  });
});

test('an order without a deadline is shown to its reviewer once a month', async () => {
  const firing = await confirmed('2026-01-15 10:15', { dueAt: undefined, openEnded: true });
  for (const part of PARTS) await happens(firing, '收到', part);
  firing.heard();
  await firing.until('2026-04-30 10:00');
  expect(firing.heard().map(({ at: when, to }) => `${when} ${to}`)).toEqual([
    '02-24 09:00 person.wangfang',
    '03-16 09:00 person.wangfang',
    '04-15 09:00 person.wangfang',
  ]);
});
