import type { Person } from '../../../domain/people/office.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import { may } from '../../../domain/people/rights.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { CommandContext } from '../command.ts';
import { swapPerson } from './swap-people.ts';

/** Whose leave it is: the speaker's own, or that of somebody whose unit's duty he may plan. */
export function personAway({ meaning, speaker, office, room, read, ...rest }: CommandContext): Person {
  if (!meaning.person) return speaker;
  const day = read.calendar.dayOf(read.now);
  const context = { meaning, speaker, office, room, read, ...rest };
  const person = swapPerson(context, meaning.person, unitsOf(speaker, day), 'person');
  if (person.id === speaker.id) return person;

  const verdicts = unitsOf(person, day).map((unit) =>
    may({ person: speaker, right: 'plan-duty', unit, office, day, ...(room && { room }) }),
  );
  const refused = verdicts.find(({ allowed }) => !allowed);
  if (!verdicts.some(({ allowed }) => allowed) && refused && !refused.allowed)
    throw new Refusal(refused.refusal, { who: refused.who ?? '' });
  return person;
}
