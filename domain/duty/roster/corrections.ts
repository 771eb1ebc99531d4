import type { Correction } from './draft.ts';
import { readPeople } from './said-people.ts';
import type { Duty } from './slots.ts';

/** Puts what people said in words in place of what the sheet has. */
export function correctDuties(
  duties: readonly Duty[],
  corrections: readonly Correction[],
  isName: (name: string) => boolean,
): Duty[] {
  return corrections.reduce<Duty[]>((before, correction) => correct(before, correction, isName), [...duties]);
}

function correct(duties: readonly Duty[], correction: Correction, isName: (name: string) => boolean): Duty[] {
  const duty = dutyMeant(duties, correction);
  const people = readPeople(correction.name, isName).people.map((said) => ({ said }));
  const { unread: _, ...whole } = duty;
  const corrected: Duty = { ...whole, people };
  const rest = duties.filter((one) => one !== duty);
  return [...rest, corrected].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/** Without a layer the day's only empty duty is meant, and otherwise whoever sits at the post. */
function dutyMeant(duties: readonly Duty[], { day, layer, shift }: Correction): Duty {
  const there = duties.filter((duty) => duty.day === day && (!shift || duty.name === shift));
  const empty = there.filter(({ people }) => people.length === 0);
  const fitting = layer ? there.filter((duty) => duty.layer === layer) : empty.length === 1 ? empty : officers(there);
  const best = fitting.find(({ people }) => people.length === 0) ?? fitting[0];
  return best ?? { day, layer: layer ?? 'officer', ...(shift && { name: shift }), people: [], cells: [] };
}

function officers(duties: readonly Duty[]): Duty[] {
  return duties.filter(({ layer }) => layer === 'officer');
}
