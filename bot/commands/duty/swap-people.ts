import { DutyRefusal } from '../../../domain/duty/duty-refusal.ts';
import { peopleMeant, peopleNamed } from '../../../domain/people/find-people.ts';
import type { Person } from '../../../domain/people/office.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { personWithUnit } from '../../../domain/wording/names.ts';
import { whichPartnerText } from '../../../domain/wording/swap-requests.ts';
import { type CommandContext, WhichOne } from '../command.ts';

/** 老马, 小许: by surname, among those of the same unit. */
const FAMILIAR = /^[老小](.)$/;

/**
 * The person that a name in a swap means: of those of that name, whoever serves in one of these units first. Several: asked by
 * number in the slot; nobody: said so.
 */
export function swapPerson(
  { office, read }: CommandContext,
  name: string,
  units: readonly ThingId[],
  slot: 'with' | 'person',
): Person {
  const chosen = office.people.get(name);
  if (chosen) return chosen;

  const day = read.calendar.dayOf(read.now);
  const isColleague = (person: Person) => unitsOf(person, day).some((unit) => units.includes(unit));
  const surname = FAMILIAR.exec(name)?.[1];
  const named = peopleMeant(office, name, day);
  const found =
    named.length === 0 && surname
      ? [...office.people.values()].filter((person) => person.name.startsWith(surname) && isColleague(person))
      : named;
  const near = found.filter(isColleague);
  const meant = near.length > 0 ? near : found;
  if (meant.length === 1) return meant[0]!;
  if (meant.length === 0) throw new DutyRefusal('SWAP_NOBODY_NAMED', { name });
  throw new WhichOne(
    slot,
    whichPartnerText(name),
    meant.slice(0, 9).map((person) => ({ label: personWithUnit(office, person.id, day), value: person.id })),
  );
}

const STANDS_IN = /([\u4e00-\u9fa5]{2,4}?)(?:来|先)?[代替顶]替?([\u4e00-\u9fa5]{2,4})/g;

/** 吕刚代陈立, 吕刚替陈立值班: who comes and who goes, where both are names that the office knows. */
export function standInPair(
  { office, read }: CommandContext,
  text: string,
): { readonly comes: string; readonly goes: string } | undefined {
  const day = read.calendar.dayOf(read.now);
  const isName = (word: string) => peopleNamed(office, word, day).length > 0;
  const lengths = [4, 3, 2];
  for (const [, before, after] of text.matchAll(STANDS_IN)) {
    const comes = lengths.map((length) => before!.slice(-length)).find(isName);
    const goes = lengths.map((length) => after!.slice(0, length)).find(isName);
    if (comes && goes && comes !== goes) return { comes, goes };
  }
  return undefined;
}
