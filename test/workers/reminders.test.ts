import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parseRung } from '../../domain/calendar/rung.ts';
import { SHIFT_STEP_CLASS } from '../../domain/duty/shift-agenda.ts';
import { KINDS } from '../../domain/kinds.ts';
import { STEP_CLASS } from '../../domain/tasks/assignment-agenda.ts';
import { REMINDERS, reminderFor } from '../../workers/reminders/index.ts';
import { policy } from '../support/builders.ts';

const FOLDER = fileURLToPath(new URL('../../workers/reminders/', import.meta.url));

describe('every step that an agenda may name', () => {
  const { ladder, urgentNoAck, beforeDue } = policy.tasks;
  const rungs = [...Object.values(ladder).flat(), ...urgentNoAck, ...beforeDue.flatMap((row) => row.rungs)];

  test.each([...new Set(rungs.map((rung) => parseRung(rung).step)), ...Object.keys(STEP_CLASS)])(
    '%s has somebody who takes it, and a class',
    (step) => {
      expect(reminderFor('assignment', step)).toBeDefined();
      expect(STEP_CLASS[step]).toBeDefined();
    },
  );

  const shiftRungs = Object.values(policy.duty.shiftLadder).flat();

  test.each([...new Set(shiftRungs.map((rung) => parseRung(rung).step)), ...Object.keys(SHIFT_STEP_CLASS)])(
    '%s of a shift has somebody who takes it, and a class',
    (step) => {
      expect(reminderFor('shift', step)).toBeDefined();
      expect(SHIFT_STEP_CLASS[step]).toBeDefined();
    },
  );

  test.each([
    ['shift', 'end'],
    ['task', 'hand-over-draft'],
    ['task', 'draft-waiting'],
    ['task', 'ack-summary'],
    ['task', 'archive'],
    ['task', 'look'],
    ['assignment', 'archive'],
    ['series', 'issue-next'],
    ['question', 'expire'],
    ['upload', 'expire'],
    ['binding', 'expire'],
  ])('%s.%s has somebody who takes it', (type, step) => {
    expect(reminderFor(type, step)).toBeDefined();
  });

  test('belongs to a kind of thing that exists', () => {
    expect(REMINDERS.filter((reminder) => !KINDS.has(reminder.thing))).toEqual([]);
  });

  test('that stands in a file is in the index', async () => {
    const missing = [];
    for (const file of readdirSync(FOLDER).filter((name) => name !== 'index.ts')) {
      const exported = Object.values((await import(join(FOLDER, file))) as Record<string, unknown>).flat();
      const reminders = exported.filter(
        (one) => typeof one === 'object' && one !== null && 'step' in one && 'fire' in one,
      );
      missing.push(...reminders.filter((reminder) => !REMINDERS.includes(reminder as never)).map(() => file));
    }
    expect(missing).toEqual([]);
  });
});
