import type { Roster, UnderstandInput } from '../../../bot/understand/understand.ts';
import { isoShanghai } from '../../../domain/calendar/iso.ts';
import type { Meaning, SubTask } from '../../../domain/meaning.ts';
import { momentOf } from './moments.ts';
import { calendar, meaningOf, shanghai, WEDNESDAY } from './reading.ts';

export type Written = Readonly<Record<string, unknown>>;

/** One message with what it must come to; `around` it as understanding takes it. */
export interface MessageCase extends Omit<Partial<UnderstandInput>, 'at' | 'calendar' | 'from'> {
  readonly text: string;
  readonly at?: string;
  readonly speaker?: string;
  /** Slots as `understand --jsonl` names them; moments as formulas. */
  readonly expect: Written;
}

const unit = (name: string, ...aliases: string[]) => ({ name, aliases });
const person = (name: string, unitName: string, post: string) => ({ name, unit: unitName, post });
export const ROSTER: Roster = {
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
export function written({
  times: _times,
  time: _time,
  dueAt,
  at,
  occurredAt,
  recurrence,
  tasks,
  assumed: _assumed,
  ...rest
}: Meaning): Written {
  return {
    ...rest,
    ...(dueAt && { due: isoShanghai(dueAt) }),
    ...(at && { start: isoShanghai(at) }),
    ...(occurredAt && { occurred: isoShanghai(occurredAt) }),
    ...(recurrence && { rrule: recurrence.rrule }),
    ...(tasks && { tasks: tasks.map((task) => (typeof task === 'string' ? task : writtenSubTask(task))) }),
  };
}

function writtenSubTask({ dueAt, ...rest }: SubTask): Written {
  return { ...rest, ...(dueAt && { due: isoShanghai(dueAt) }) };
}

/** Formulas of a case as ISO: `due`, `start`, `occurred` and the choices of a doubt about the deadline; days as days. */
export function worked(wanted: Written, now: Date): Written {
  const iso = (formula: unknown) => isoShanghai(momentOf(String(formula), now, calendar));
  const day = (formula: unknown) => iso(`sod(${String(formula)})`).slice(0, 10);
  const days = (name: string) => (name in wanted ? { [name]: (wanted[name] as unknown[]).map(day) } : {});
  const ask = wanted.ask as { about: string; choices: string[] } | undefined;
  return {
    ...wanted,
    ...('due' in wanted && { due: iso(wanted.due) }),
    ...('start' in wanted && { start: iso(wanted.start) }),
    ...('occurred' in wanted && { occurred: iso(wanted.occurred) }),
    ...('date' in wanted && { date: day(wanted.date) }),
    ...days('dates'),
    ...days('range'),
    ...('tasks' in wanted && {
      tasks: (wanted.tasks as (string | Written)[]).map((task) =>
        typeof task === 'string' ? task : worked(task, now),
      ),
    }),
    ...(ask?.about === 'due' && { ask: { ...ask, choices: ask.choices.map(iso) } }),
  };
}

/** What a case's text comes to, and what it should: two records to be compared. */
export function compared({ text, at = WEDNESDAY, expect: slots, speaker, ...around }: MessageCase) {
  const now = shanghai(at);
  const got = written(meaningOf(text, { roster: ROSTER, ...around, ...(speaker && { from: speaker }), at: now }));
  const reasonNotAsked = slots.intent === 'not_mine' && !('reason' in slots) ? { reason: undefined } : {};
  return { got: { ...got, ...reasonNotAsked }, wanted: worked(slots, now) };
}
