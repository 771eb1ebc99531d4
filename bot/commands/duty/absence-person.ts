import type { Person } from '../../../domain/people/office.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { CommandContext } from '../command.ts';
import { mayHere } from '../rights.ts';
import { swapPerson } from './swap-people.ts';

/** Whose leave it is: the speaker's own, or that of somebody whose unit's duty he may plan. */
export function personAway(context: CommandContext): Person {
  const { meaning, speaker, read } = context;
  if (!meaning.person) return speaker;
  const day = read.calendar.dayOf(read.now);
  const person = swapPerson(context, meaning.person, unitsOf(speaker, day), 'person');
  if (person.id === speaker.id) return person;

  const verdicts = unitsOf(person, day).map((unit) => mayHere(context, 'plan-duty', { unit }));
  const refused = verdicts.find(({ allowed }) => !allowed);
  if (!verdicts.some(({ allowed }) => allowed) && refused && !refused.allowed)
    throw new Refusal(refused.refusal, { who: refused.who ?? '' });
  return person;
}
