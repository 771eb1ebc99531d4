import { describe, expect, test } from '@jest/globals';
import type { Roster, UnderstandInput } from '../../../bot/understand/understand.ts';
import { isoShanghai } from '../../../domain/calendar/iso.ts';
import type { Meaning, SubTask } from '../../../domain/meaning.ts';
import { momentOf } from './moments.ts';
import { calendar, casesIn, meaningOf, shanghai, WEDNESDAY } from './reading.ts';

type Written = Readonly<Record<string, unknown>>;

interface MessageCase extends Omit<Partial<UnderstandInput>, 'at' | 'calendar' | 'from'> {
  readonly text: string;
  readonly at?: string;
  readonly speaker?: string;
  /** Slots as `understand --jsonl` names them; moments as formulas. */
  readonly expect: Written;
}

const unit = (name: string, ...aliases: string[]) => ({ name, aliases });
const person = (name: string, unitName: string, post: string) => ({ name, unit: unitName, post });
const ROSTER: Roster = {
  people: [
    person('王芳', '安委办', '调度员'),
    person('何静', '应急局', '科长'),
    person('陈立', '青山镇', '联络员'),
    person('赵敏', '南街镇', '联络员'),
    person('马强', '石桥乡', '联络员'),
    person('周洁', '高铺镇', '联络员'),
    person('孙浩', '经开区', '联络员'),
    person('刘峰', '应急局', '联络员'),
    person('李强', '青山镇', '站长'),
    person('李强', '高铺镇', '科员'),
  ],
  units: [
    ...['青山镇', '南街镇', '石桥乡', '高铺镇', '经开区', '应急局', '供销社', '防汛办', '安委办'].map((name) =>
      unit(name),
    ),
    unit('公安局', '公安'),
  ],
  sets: [{ name: '各乡镇', aliases: ['各镇'] }],
};

/** Slots by their outward names, instants as ISO, without the times. */
function written({
  times: _times,
  time: _time,
  dueAt,
  at,
  recurrence,
  tasks,
  assumed: _assumed,
  ...rest
}: Meaning): Written {
  return {
    ...rest,
    ...(dueAt && { due: isoShanghai(dueAt) }),
    ...(at && { start: isoShanghai(at) }),
    ...(recurrence && { rrule: recurrence.rrule }),
    ...(tasks && { tasks: tasks.map((task) => (typeof task === 'string' ? task : writtenSubTask(task))) }),
  };
}

function writtenSubTask({ dueAt, ...rest }: SubTask): Written {
  return { ...rest, ...(dueAt && { due: isoShanghai(dueAt) }) };
}

/** Formulas of a case as ISO: `due`, `start` and the choices of a doubt about the deadline. */
function worked(wanted: Written, now: Date): Written {
  const iso = (formula: unknown) => isoShanghai(momentOf(String(formula), now, calendar));
  const ask = wanted.ask as { about: string; choices: string[] } | undefined;
  return {
    ...wanted,
    ...('due' in wanted && { due: iso(wanted.due) }),
    ...('start' in wanted && { start: iso(wanted.start) }),
    ...('tasks' in wanted && {
      tasks: (wanted.tasks as (string | Written)[]).map((task) =>
        typeof task === 'string' ? task : worked(task, now),
      ),
    }),
    ...(ask?.about === 'due' && { ask: { ...ask, choices: ask.choices.map(iso) } }),
  };
}

const cases = casesIn<MessageCase>('cases-messages.jsonl');

describe('a message means what an official would take it to mean', () => {
  test.each(cases.map((wanted, index) => [`${index + 1} ${wanted.text}`, wanted] as const))('%s', (_, wanted) => {
    const { text, at = WEDNESDAY, expect: slots, speaker, ...around } = wanted;
    const meaning = meaningOf(text, { roster: ROSTER, ...around, ...(speaker && { from: speaker }), at: shanghai(at) });
    const got = written(meaning);
    const reasonNotAsked = slots.intent === 'not_mine' && !('reason' in slots) ? { reason: undefined } : {};

    expect({ ...got, ...reasonNotAsked }).toEqual(worked(slots, shanghai(at)));
  });
});

test('there are enough cases, and enough of them are for nobody to guess', () => {
  const open = cases.filter(({ expect: { intent, ask } }) => intent === 'ignore' || intent === 'unknown' || ask);

  expect(cases.length).toBeGreaterThanOrEqual(120);
  expect(open.length / cases.length).toBeGreaterThanOrEqual(0.2);
});
