import type { Meaning } from '../../../domain/meaning.ts';
import type { Amendment } from '../../../domain/tasks/draft-task.ts';
import type { CommandContext } from '../command.ts';
import { dueSaidIn } from './due-said.ts';
import { partiesNamed } from './read-parties.ts';

/** What a person changes of an order, from the slots that were read; words that fill no slot become a further requirement. */
export function amendmentIn(context: CommandContext, meaning: Meaning): Amendment {
  const named = meaning.units || meaning.scope || meaning.assignees || meaning.lead || meaning.coop;
  const parties = named ? partiesNamed(context, meaning) : undefined;
  const dueAt = meaning.dueAt ?? meaning.time?.next?.[0];
  const openEnded = meaning.item === '不定期';
  const known = dueAt || openEnded || parties || meaning.recurrence || meaning.priority;

  return {
    ...(dueAt && { dueAt, dueSaid: dueSaidIn(context, meaning, dueAt) }),
    ...(openEnded && { openEnded }),
    ...(meaning.recurrence && { recurrence: meaning.recurrence }),
    ...(meaning.priority && meaning.priority !== 'normal' && { priority: meaning.priority }),
    ...(parties && parties.executors.length > 0 && { executors: parties.executors, owners: parties.owners }),
    ...(parties && parties.leads.length > 0 && { leads: parties.leads }),
    ...(parties && parties.coops.length > 0 && { coops: parties.coops }),
    ...(meaning.amend && !known && { requirement: meaning.amend }),
    ...(context.message.file && { file: context.message.file }),
  };
}
