import { peopleNamed } from '../../../domain/people/find-people.ts';
import { expandSet, setsNamed, unitNamed } from '../../../domain/people/find-units.ts';
import type { Person, Role } from '../../../domain/people/office.ts';
import { rolesOf, unitsOf } from '../../../domain/people/posts.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Day, ThingId } from '../../../domain/thing.ts';
import { unitName } from '../../../domain/wording/names.ts';
import { type CommandContext, WhichOne } from '../command.ts';

/** A longer list nobody reads in a chat. */
const MOST_DAYS = 31;
const SEES_ALL: readonly Role[] = ['leader', 'dispatcher', 'supervisor', 'observer', 'sysadmin'];

/** The days asked about, Shanghai, each once; undefined where none is named. */
export function daysAsked({ meaning, read }: CommandContext): Day[] | undefined {
  const { date, range } = meaning;
  if (!range) return date ? [date] : undefined;
  const count = Math.min(read.calendar.daysBetween(range[0], range[1]), MOST_DAYS - 1);
  return Array.from({ length: count + 1 }, (_, index) => read.calendar.addDays(range[0], index));
}

/**
 * Whose duty is asked about: the units named, else the one that the room is bound to, else in private the speaker's own, unless he
 * looks after all. Undefined for every unit that has a roster.
 */
export function unitsAsked({ meaning, office, room, speaker, read }: CommandContext): ThingId[] | undefined {
  const day = read.calendar.dayOf(read.now);
  if (meaning.unit) return [oneUnit(meaning.unit)];
  if (meaning.scope) {
    const named = meaning.scope.flatMap((word) => setsNamed(office, word)).flatMap((set) => expandSet(office, set));
    return named.length > 0 ? [...new Set(named)] : undefined;
  }
  if (room) return room.units.length === 1 ? [...room.units] : undefined;
  const units = unitsOf(speaker, day);
  return units.length === 0 || rolesOf(speaker, day).some((role) => SEES_ALL.includes(role)) ? undefined : units;

  function oneUnit(words: string): ThingId {
    const found = unitNamed(office, words);
    if (found.kind === 'one') return found.unit.id;
    if (found.kind === 'none') throw new Refusal('NO_SUCH_UNIT', { unit: words });
    const units = found.kind === 'several' ? found.units : found.proposals.map(({ unit }) => unit);
    const choices = units.map(({ id }) => ({ label: unitName(office, id), value: unitName(office, id) }));
    throw new WhichOne('unit', `“${words}”是哪个单位？`, choices);
  }
}

/** Whoever is meant by a name, in the unit where one is named; several of one name where it is not clear. */
export function peopleAsked({ meaning, office, read, speaker }: CommandContext): Person[] {
  const day = read.calendar.dayOf(read.now);
  const unit = meaning.unit ? unitNamed(office, meaning.unit) : undefined;
  const named = peopleNamed(office, meaning.person!, day, unit?.kind === 'one' ? unit.unit.id : undefined);
  const own = named.filter((person) => unitsOf(person, day).some((one) => unitsOf(speaker, day).includes(one)));
  return named.length > 1 && own.length === 1 ? own : named;
}
