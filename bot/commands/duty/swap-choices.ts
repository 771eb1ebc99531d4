import { DutyRefusal } from '../../../domain/duty/duty-refusal.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import { verdictOf } from '../../../domain/duty/swaps/read-around.ts';
import type { Swap } from '../../../domain/duty/swaps/swap.ts';
import { sideOf } from '../../../domain/duty/swaps/swap-rules.ts';
import type { Meaning } from '../../../domain/meaning.ts';
import type { Person } from '../../../domain/people/office.ts';
import type { Day } from '../../../domain/thing.ts';
import { shiftDay } from '../../../domain/wording/duty.ts';
import {
  NOT_RETURNED,
  plainDay,
  shiftChoice,
  whichReturnedText,
  whoStandsInText,
} from '../../../domain/wording/swap-requests.ts';
import { type CommandContext, WhichOne } from '../command.ts';
import { noShift, shiftsOf, theShift } from './swap-shifts.ts';

/** A meaning with what was chosen by number. */
export type ChosenMeaning = Meaning & { readonly given?: string; readonly returned?: string };

const MOST_CHOICES = 8;
/** Chosen instead of a shift in return. */
const NONE = 'none';

/** Who takes it, where that was not said: the only one on duty on the other day, else asked by number of those who may. */
export async function whoElse(
  owner: Person,
  given: Shift,
  otherDays: readonly Day[],
  shifts: readonly Shift[],
  { kind, emergency }: { readonly kind: Swap['kind']; readonly emergency: boolean },
  context: CommandContext,
): Promise<Person> {
  const { office, read, text } = context;
  const sameLine = shifts.filter(({ unit, layer }) => unit === given.unit && layer === given.layer);
  const onDay = sameLine.filter(({ day }) => otherDays.length === 0 || otherDays.includes(day));
  const people = [...new Set(onDay.flatMap((shift) => shift.people))].filter((id) => id !== owner.id);
  if (otherDays.length > 0 && people.length === 1) return office.people.get(people[0]!)!;

  const free: Person[] = [];
  for (const id of people) {
    const person = office.people.get(id);
    const draft = { id: '', kind, emergency, giver: owner.id, taker: id, given: sideOf(given) };
    const may = kind === 'exchange' || (await verdictOf(draft, shifts, read)).refusals.length === 0;
    if (person && may) free.push(person);
  }
  const day = shiftDay(given, text);
  if (free.length === 0) {
    const [what, whom] = kind === 'exchange' ? ['和谁换', '和某某换'] : ['请谁代', '请某某代'];
    throw new DutyRefusal('SWAP_WITH_WHOM', { on: day, what, example: `${plainDay(given.day)}的班${whom}` });
  }
  throw new WhichOne(
    'with',
    whoStandsInText(given, kind, text),
    free.slice(0, MOST_CHOICES).map(({ id, name }) => ({ label: name, value: id })),
  );
}

/** The shift that is taken over in return; asked by number of those that the rules allow, or none. */
export async function shiftInReturn(
  owner: Person,
  taker: Person,
  given: Shift,
  shifts: readonly Shift[],
  days: readonly Day[],
  context: CommandContext,
): Promise<Shift | undefined> {
  const { read, text } = context;
  const meaning: ChosenMeaning = context.meaning;
  if (meaning.returned === NONE) return undefined;
  const chosen = shifts.find(({ id }) => id === meaning.returned);
  if (chosen) return chosen;

  const all = shiftsOf(taker, shifts, read.now, days).filter(({ id }) => id !== given.id);
  const prompt = whichReturnedText(taker.id, text);
  if (days.length > 0) {
    if (all.length === 0) throw noShift(taker, days, context);
    const same = all.filter(({ layer }) => layer === given.layer);
    return theShift(same.length > 0 ? same : all, undefined, 'returned', prompt, context);
  }
  const fitting: Shift[] = [];
  for (const shift of all.filter(({ layer, startAt }) => layer === given.layer && startAt > read.now)) {
    if (fitting.length === MOST_CHOICES) break;
    const sides = { given: sideOf(given), returned: sideOf(shift) };
    const draft = { id: '', kind: 'exchange' as const, emergency: false, giver: owner.id, taker: taker.id, ...sides };
    if ((await verdictOf(draft, shifts, read)).refusals.length === 0) fitting.push(shift);
  }
  throw new WhichOne('returned', prompt, [
    ...fitting.map((shift) => ({ label: shiftChoice(shift, text), value: shift.id })),
    { label: NOT_RETURNED, value: NONE },
  ]);
}
