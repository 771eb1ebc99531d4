import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextWakeMs, stepsAhead, stepsDue } from '../../domain/agenda.ts';
import type { Step } from '../../domain/step.ts';
import type { Thing } from '../../domain/thing.ts';

const minute = (minutes: number) => new Date(Date.UTC(2026, 0, 15, 1, minutes));

function aThing(handled?: number, basis?: number): Thing {
  return {
    id: 'note.1',
    type: 'note',
    ...(handled !== undefined && { handledAt: minute(handled) }),
    ...(basis !== undefined && { basisAt: minute(basis) }),
  };
}

function act(at: number): Step {
  return { at: minute(at), step: `act-${at}`, track: 'work', kind: 'act' };
}

function tell(at: number, track = 'talk', until?: number): Step {
  const untilAt = until === undefined ? undefined : minute(until);
  return { at: minute(at), step: `tell-${at}`, track, kind: 'tell', ...(untilAt && { untilAt }) };
}

const names = (steps: readonly Step[]) => steps.map((step) => step.step);

describe('which steps lie ahead', () => {
  test('what is handled is behind, and so is a tell from before the answer; an act never is', () => {
    const agenda = [act(1), tell(1), act(10), tell(10), act(30), tell(30)];
    expect(names(stepsAhead(aThing(5), agenda))).toEqual(['act-10', 'tell-10', 'act-30', 'tell-30']);
    expect(names(stepsAhead(aThing(5, 20), agenda))).toEqual(['act-10', 'act-30', 'tell-30']);
    expect(names(stepsAhead(aThing(5, 3), agenda))).toEqual(['act-10', 'tell-10', 'act-30', 'tell-30']);
  });

  test('a step at the very moment that is handled has been taken', () => {
    expect(stepsAhead(aThing(10), [act(10), tell(10)])).toEqual([]);
  });

  test('the next wake is the first step ahead, even in the past, and none where nothing is left', () => {
    expect(nextWakeMs(aThing(5), [tell(30), act(10)])).toBe(minute(10).getTime());
    expect(nextWakeMs(aThing(50), [tell(30), act(10)])).toBeNull();
  });
});

describe('which steps are taken at a wake', () => {
  test('all acts in order, of the tells the last of each track', () => {
    const agenda = [tell(30), act(20), tell(10), act(5), tell(15, 'other')];
    expect(names(stepsDue(aThing(), agenda, minute(40)))).toEqual(['act-5', 'tell-15', 'act-20', 'tell-30']);
  });

  test('a tell whose time is over is left out, and the one before it is not told in its place', () => {
    const agenda = [tell(10, 'near', 30), tell(20, 'near', 30)];
    expect(names(stepsDue(aThing(), agenda, minute(29)))).toEqual(['tell-20']);
    expect(names(stepsDue(aThing(), agenda, minute(30)))).toEqual([]);
  });

  test('whatever the agenda: each wake takes every act once, tells at most once per track, and leaves nothing due', () => {
    const step = fc.record({
      at: fc.integer({ min: 0, max: 100 }),
      kind: fc.constantFrom('act', 'tell'),
      track: fc.constantFrom('a', 'b'),
    });
    const wakes = fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), wakes, (steps, moments) => {
        const agenda = steps.map(({ at, kind, track }, index) =>
          kind === 'act' ? { ...act(at), step: `act-${index}` } : tell(at, track),
        );
        let thing = aThing();
        const acts: string[] = [];
        for (const moment of [...moments, 121].sort((a, b) => a - b)) {
          const due = stepsDue(thing, agenda, minute(moment));
          const tracks = due.filter(({ kind }) => kind === 'tell').map(({ track }) => track);
          expect(new Set(tracks).size).toBe(tracks.length);
          acts.push(...due.filter(({ kind }) => kind === 'act').map((one) => one.step));
          thing = { ...thing, handledAt: minute(moment) };
          expect(stepsDue(thing, agenda, minute(moment))).toEqual([]);
        }
        expect(acts.sort()).toEqual(
          agenda
            .filter(({ kind }) => kind === 'act')
            .map((one) => one.step)
            .sort(),
        );
      }),
    );
  });
});
