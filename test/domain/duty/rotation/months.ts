import type { Calendar } from '../../../../domain/calendar/calendar.ts';
import { proposeRotation } from '../../../../domain/duty/rotation/propose-rotation.ts';
import type {
  Counts,
  Proposal,
  RotationInput,
  RotationPerson,
  ShiftTemplate,
  StandingShift,
} from '../../../../domain/duty/rotation/rotation.ts';
import { calendar } from '../../calendar/office-calendar.ts';

export const ROUND_THE_CLOCK: readonly ShiftTemplate[] = [{ start: '08:30', end: '08:30' }];
export const DAY_AND_NIGHT: readonly ShiftTemplate[] = [
  { name: '白班', start: '08:30', end: '17:30' },
  { name: '夜班', start: '17:30', end: '08:30' },
];
export const THREE_PARTS: readonly ShiftTemplate[] = [
  { name: '早班', start: '08:00', end: '16:00' },
  { name: '中班', start: '16:00', end: '24:00' },
  { name: '夜班', start: '00:00', end: '08:00' },
];

export const NOTHING: Counts = { nights: 0, weekends: 0, holidays: 0, total: 0 };

export function aPerson(id: string, other: Partial<RotationPerson> = {}): RotationPerson {
  return { person: `person.${id}`, soFar: NOTHING, ...other };
}

export function crew(count: number, other: Partial<RotationPerson> = {}): RotationPerson[] {
  return Array.from({ length: count }, (_, index) => aPerson(`p${String(index).padStart(2, '0')}`, other));
}

/** One layer of officers for a month of 2026. */
export function aMonth(
  month: number,
  people: readonly RotationPerson[],
  other: Partial<RotationInput> = {},
): RotationInput {
  const fromDay = `2026-${String(month).padStart(2, '0')}-01`;
  return {
    fromDay,
    toDay: calendar.addDays(calendar.addMonths(fromDay, 1), -1),
    layers: [{ layer: 'officer', templates: ROUND_THE_CLOCK, people }],
    restHours: 12,
    ...other,
  };
}

/** Everything a proposal must keep, whatever the input; throws with the first thing that is broken. */
export function mustKeep(input: RotationInput, proposal: Proposal, of: Calendar = calendar): void {
  const shifts = [...proposal.rows.flatMap(({ person, ...row }) => (person ? [{ ...row, person }] : []))];
  for (const shift of shifts) {
    const person = input.layers
      .find(({ layer }) => layer === shift.layer)!
      .people.find((one) => one.person === shift.person);
    if (!person) throw new Error(`${shift.person} is not of the layer`);
    const days = [shift.day, of.dayOf(new Date(shift.endAt.getTime() - 1))];
    const away = person.leaves?.some((leave) => days.some((day) => leave.fromDay <= day && day <= leave.toDay));
    const outside = days.some((day) => day < (person.joinedDay ?? '') || day > (person.leftDay ?? '9'));
    const night =
      of.clockOf(shift.startAt) !== '08:30' || shift.endAt.getTime() - shift.startAt.getTime() > 12 * 3_600_000;
    const spared =
      night && person.noNights?.some((leave) => days.some((day) => leave.fromDay <= day && day <= leave.toDay));
    if (away || outside || spared) throw new Error(`${shift.person} cannot serve on ${shift.day}`);
  }
  const all = [...shifts, ...(input.standing ?? [])];
  for (const one of shifts) {
    for (const other of all) {
      if (one === other || one.person !== other.person) continue;
      const rest = Math.max(
        one.startAt.getTime() - other.endAt.getTime(),
        other.startAt.getTime() - one.endAt.getTime(),
      );
      const least = one.layer === 'leader' && other.layer === 'leader' ? 0 : input.restHours;
      if (rest < least * 3_600_000) throw new Error(`${one.person} rests too little around ${one.day}`);
    }
  }
  const wanted = input.layers.reduce((sum, { templates }) => sum + templates.length, 0);
  if (proposal.rows.length !== wanted * (of.daysBetween(input.fromDay, input.toDay) + 1))
    throw new Error('rows are missing');
}

/** The months of 2026 one after the other; counts and the last days are handed on as an office would. */
export function year(
  peopleIn: (month: number, soFar: (id: string) => Counts) => readonly RotationPerson[],
  templates: readonly ShiftTemplate[],
  months = 12,
): { readonly input: RotationInput; readonly proposal: Proposal }[] {
  const counts = new Map<string, Counts>();
  let standing: StandingShift[] = [];
  return Array.from({ length: months }, (_, index) => {
    const people = peopleIn(index + 1, (id) => counts.get(`person.${id}`) ?? NOTHING);
    const input = aMonth(index + 1, [], { layers: [{ layer: 'officer', templates, people }], standing });
    const proposal = proposeRotation(input, calendar);
    for (const { person, after } of proposal.figures) counts.set(person, after);
    standing = proposal.rows.flatMap(({ person, ...row }) => (person ? [{ ...row, person }] : []));
    return { input, proposal };
  });
}
