import type { IncomingMessage } from '../domain/message.ts';
import { OFFICE } from '../domain/people/office.ts';
import { unitsOf } from '../domain/people/posts.ts';
import type { Wanted } from '../domain/ports.ts';
import { questionsOf } from '../domain/question.ts';
import { assignmentId } from '../domain/tasks/collections.ts';
import { uploadsOf } from '../domain/tasks/upload.ts';
import type { DispatchContext } from './dispatch.ts';
import { matterNumbers } from './understand/matter-numbers.ts';

const MOST_MATTERS = 3;
const HEAD = 500;

/**
 * What handling a message will probably read: the bot's open questions to the speaker, what he sent before, and his units' parts
 * of the matters he names or quotes; the matters themselves are long, and answers do without them. A wrong guess costs only its reading; what is missing is read when it is needed.
 */
export async function expectedReads(message: IncomingMessage, context: DispatchContext): Promise<Wanted> {
  const revs = [OFFICE];
  const person = (await context.offices.last())?.byContact.get(message.from.contactId);
  if (!person) return { revs };

  const units = unitsOf(person, context.calendar.dayOf(context.now()));
  const named = matterNumbers(`${message.text.slice(0, HEAD)} ${message.quote?.text.slice(0, HEAD) ?? ''}`);
  const numbers = [...new Set(named.map(({ no }) => no))].filter((no) => no.startsWith('T')).slice(0, MOST_MATTERS);
  return {
    revs,
    collections: [questionsOf(person.id), uploadsOf(person.id)],
    ids: numbers.flatMap((no) => units.map((unit) => assignmentId(no, unit))),
  };
}
