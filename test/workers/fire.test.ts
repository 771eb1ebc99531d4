import { describe, expect, test } from '@jest/globals';
import { decide } from '../../domain/decision.ts';
import { defineKind, type Kind } from '../../domain/kind.ts';
import type { Step } from '../../domain/step.ts';
import type { Assignment } from '../../domain/tasks/task.ts';
import type { Thing } from '../../domain/thing.ts';
import { StoreUnavailable } from '../../store/failure.ts';
import { type FireContext, fire } from '../../workers/fire.ts';
import { defineReminder, type ReminderContext } from '../../workers/reminder.ts';
import { EVENTS } from '../domain/tasks/events.ts';
import { anAssignment, at } from '../support/builders.ts';
import { Firing } from './firing.ts';

const ID = 'assignment.T0612.qingshan';

/** A thing made for the firing code alone: its agenda is its own field. */
interface Note extends Thing {
  readonly type: 'note';
  readonly steps: readonly Step[];
  readonly done: readonly string[];
}

const noteKind = defineKind<Note>({
  type: 'note',
  agenda: (note) => note.steps,
  collections: () => [],
  audited: false,
}) as unknown as Kind;

function aNote(steps: readonly Step[]): Note {
  return { id: 'note.1', type: 'note', steps, done: [], handledAt: at('2026-01-15 10:00') };
}

const act = (when: string, step: string): Step => ({ at: at(when), step, track: 'work', kind: 'act' });
const tell = (when: string, step: string): Step => ({ at: at(when), step, track: 'talk', kind: 'tell' });

type Fire = (note: Note, context: ReminderContext) => ReturnType<ReturnType<typeof defineReminder>['fire']>;

/** The firing code with a note in the store and one way to handle each of its steps. */
async function aFiring(
  note: Note,
  how: Readonly<Record<string, Fire>>,
): Promise<{ firing: Firing; context: FireContext }> {
  const firing = await Firing.at('2026-01-15 10:00');
  const context: FireContext = {
    ...firing.context,
    now: () => firing.now,
    kinds: new Map([...firing.context.kinds, ['note', noteKind]]),
    reminderFor: (_type, step) =>
      how[step] ? defineReminder<Note>({ thing: 'note', step, fire: how[step] }) : undefined,
  };
  const { planCommit } = await import('../../domain/plan-commit.ts');
  const { RecordedReading } = await import('../../domain/reading.ts');
  const reading = new RecordedReading({ ...context, now: firing.now });
  await firing.store.commit(await planCommit(decide({ save: [note] }), reading, { system: 'test' }, context));
  return { firing, context };
}

const did: (step: string) => Fire = (step) => async (note) =>
  decide({ save: [{ ...note, done: [...note.done, step] } as Note] });
const say: Fire = async (note, { occurrence }) =>
  decide({
    say: [{ to: 'person.wangfang', class: 'L3', text: note.done.join(), once: `${occurrence}.person.wangfang` }],
  });

describe('a wake', () => {
  test('takes the acts in order, each on what the one before left, and then tells what is so', async () => {
    const note = aNote([tell('2026-01-15 10:01', 'say'), act('2026-01-15 10:03', 'b'), act('2026-01-15 10:02', 'a')]);
    const { firing, context } = await aFiring(note, { a: did('a'), b: did('b'), say });
    firing.away('2026-01-15 10:05');
    await fire('note.1', context);
    expect((await firing.thing<Note>('note.1')).done).toEqual(['a', 'b']);
    expect(firing.heard().map(({ text }) => text)).toEqual(['a,b']);
    expect((await firing.thing('note.1')).handledAt).toEqual(at('2026-01-15 10:05'));
  });

  test('takes also the act that an act has brought about, if that is due already', async () => {
    const note = aNote([act('2026-01-15 10:01', 'a')]);
    const brings: Fire = async (it) =>
      decide({ save: [{ ...it, done: ['a'], steps: [...it.steps, act('2026-01-15 10:02', 'b')] } as Note] });
    const { firing, context } = await aFiring(note, { a: brings, b: did('b') });
    firing.away('2026-01-15 10:05');
    await fire('note.1', context);
    expect((await firing.thing<Note>('note.1')).done).toEqual(['a', 'b']);
  });

  test('does not do or tell what an act has made moot', async () => {
    const note = aNote([act('2026-01-15 10:01', 'a'), act('2026-01-15 10:02', 'b'), tell('2026-01-15 10:03', 'say')]);
    const clears: Fire = async (it) => decide({ save: [{ ...it, steps: [] } as Note] });
    const { firing, context } = await aFiring(note, { a: clears, b: did('b'), say });
    firing.away('2026-01-15 10:05');
    await fire('note.1', context);
    expect((await firing.thing<Note>('note.1')).done).toEqual([]);
    expect(firing.heard()).toEqual([]);
  });

  test('lets a thing go that an act has dropped', async () => {
    const note = aNote([act('2026-01-15 10:01', 'a'), tell('2026-01-15 10:02', 'say')]);
    const { firing, context } = await aFiring(note, { a: async (it) => decide({ drop: [it.id] }), say });
    firing.away('2026-01-15 10:05');
    await fire('note.1', context);
    expect(await firing.thing('note.1')).toBeUndefined();
    expect(await firing.store.nextWakeMs()).toBeUndefined();
  });

  test('is harmless when it is repeated, one after the other or side by side', async () => {
    const firing = await Firing.at('2026-01-15 10:15', anAssignment());
    firing.away('2026-01-15 14:30');
    await Promise.all([fire(ID, firing.context), fire(ID, firing.context), fire(ID, firing.context)]);
    await fire(ID, firing.context);
    expect(firing.heard()).toHaveLength(1);
    expect(await firing.store.nextWakeMs()).toBe(at('2026-01-15 16:30').getTime());
    expect(firing.parked).toEqual([]);
  });

  test('that comes before anything is due changes nothing but says so to the index', async () => {
    const firing = await Firing.at('2026-01-15 10:15', anAssignment());
    await fire(ID, firing.context);
    expect(firing.heard()).toEqual([]);
    expect(await firing.store.nextWakeMs()).toBe(at('2026-01-15 14:30').getTime());
  });

  test('of a thing that is gone takes its entry out of the index', async () => {
    const firing = await Firing.at('2026-01-15 10:15');
    await firing.commit(decide({ nudge: ['task.gone'] }));
    await firing.fireDue();
    expect(await firing.store.nextWakeMs()).toBeUndefined();
  });

  test('leaves no entry in the audit where it only spoke', async () => {
    const firing = await Firing.at('2026-01-15 10:15', anAssignment());
    const before = firing.store.audit.length;
    await firing.until('2026-01-22 12:00');
    expect(firing.heard().length).toBeGreaterThan(5);
    expect(firing.store.audit).toHaveLength(before);
  });
});

describe('when something changes while a wake decides', () => {
  test('it decides again on fresh data: who answers in that moment is not reminded', async () => {
    const firing = await Firing.at('2026-01-15 10:15', anAssignment());
    firing.away('2026-01-15 14:30');
    let answered = false;
    const context: FireContext = { ...firing.context, now: () => firing.now };
    const commit = firing.store.commit.bind(firing.store);
    firing.store.commit = async (batch) => {
      if (!answered) {
        answered = true;
        await firing.save(EVENTS.收到(await firing.thing(ID), firing.now));
      }
      return commit(batch);
    };
    await fire(ID, context);
    expect(firing.heard()).toEqual([]);
    expect((await firing.thing(ID)).state).toBe('in-progress');
  });

  test('it gives up after a few tries, and stays due', async () => {
    const firing = await Firing.at('2026-01-15 10:15', anAssignment());
    firing.away('2026-01-15 14:30');
    firing.store.commit = async () => ({ kind: 'conflict', on: `thing ${ID}` });
    await fire(ID, firing.context);
    expect(firing.heard()).toEqual([]);
    expect(await firing.store.nextWakeMs()).toBe(firing.now.getTime());
  });
});

describe('a wake that fails', () => {
  const broken: Fire = async () => {
    throw new Error('no such wording');
  };

  test('is tried again two seconds later; after five in a row the thing is parked and the administrator told', async () => {
    const { firing, context } = await aFiring(aNote([act('2026-01-15 10:01', 'a')]), { a: broken });
    for (let times = 1; times <= 5; times++) {
      firing.now = new Date(Math.max(at('2026-01-15 10:01').getTime(), (await firing.store.nextWakeMs())!));
      expect(firing.parked).toEqual([]);
      await fire('note.1', context);
    }
    expect(firing.parked).toEqual(['note.1']);
    expect(await firing.store.parked()).toEqual([{ id: 'note.1', reason: 'no such wording' }]);
    expect(await firing.store.nextWakeMs()).toBeUndefined();
  });

  test('and goes well later is forgotten: five failures in a year park nothing', async () => {
    let fails = true;
    const sometimes: Fire = async (note, context) => (fails ? broken(note, context) : did('a')(note, context));
    const hours = Array.from({ length: 10 }, (_, hour) => act(`2026-01-15 ${11 + hour}:00`, 'a'));
    const { firing, context } = await aFiring(aNote(hours), { a: sometimes });
    for (const hour of hours) {
      firing.now = hour.at;
      fails = true;
      await fire('note.1', context);
      fails = false;
      await fire('note.1', context);
    }
    expect(firing.parked).toEqual([]);
    expect((await firing.thing<Note>('note.1')).done).toHaveLength(10);
  });

  test('leaves a nudge in place that came in meanwhile', async () => {
    const { firing, context } = await aFiring(aNote([act('2026-01-15 10:01', 'a')]), { a: did('a') });
    firing.away('2026-01-15 10:05');
    const commit = firing.store.commit.bind(firing.store);
    firing.store.commit = async (batch) => {
      const outcome = await commit(batch);
      firing.store.commit = commit;
      await commit({ ...batch, reads: new Map(), things: [], messages: [], nudges: ['note.1'] });
      return outcome;
    };
    await fire('note.1', context);
    expect(await firing.store.dueWakes(firing.now.getTime(), 10)).toEqual(['note.1']);
  });

  test('only because others were always faster is no failure: it stays due and is never parked', async () => {
    let others = 0;
    const beaten: Fire = async (note, { read }) => {
      await read.thing(ID);
      others += 1;
      const other = anAssignment({ id: ID, version: others } as never);
      if (others <= 60) await firing.save(other);
      return did('a')(note, {} as never);
    };
    const { firing, context } = await aFiring(aNote([act('2026-01-15 10:01', 'a')]), { a: beaten });
    firing.away('2026-01-15 10:02');
    for (let times = 1; times <= 6; times++) await fire('note.1', context);
    expect(firing.parked).toEqual([]);
    expect(await firing.store.dueWakes(firing.now.getTime(), 10)).toContain('note.1');
    await fire('note.1', context);
    expect((await firing.thing<Note>('note.1')).done).toEqual(['a']);
  });

  test('because nobody handles its step is parked, not passed over', async () => {
    const { firing, context } = await aFiring(aNote([act('2026-01-15 10:01', 'unknown')]), {});
    firing.away('2026-01-15 10:01');
    for (let times = 0; times < 5; times++) await fire('note.1', context);
    expect((await firing.store.parked())[0]!.reason).toContain('unknown');
  });

  test("because the store is away is not the thing's failure", async () => {
    const firing = await Firing.at('2026-01-15 10:15', anAssignment());
    firing.away('2026-01-15 14:30');
    const away = new StoreUnavailable(new Error('away'));
    firing.store.commit = async () => {
      throw away;
    };
    await expect(fire(ID, firing.context)).rejects.toBe(away);
    expect(await firing.store.nextWakeMs()).toBe(at('2026-01-15 14:30').getTime());
  });
});

test('the wake of a closed thing says nothing', async () => {
  const firing = await Firing.at('2026-01-15 10:15', anAssignment());
  await firing.save(EVENTS.撤销(await firing.thing<Assignment>(ID), firing.now));
  await fire(ID, firing.context);
  expect(firing.heard()).toEqual([]);
});
