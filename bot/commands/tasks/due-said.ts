import type { Meaning } from '../../../domain/meaning.ts';
import type { DueSaid } from '../../../domain/tasks/due-said.ts';
import { limitOf, rereadDue } from '../../understand/reread.ts';
import type { CommandContext } from '../command.ts';

/**
 * How a deadline was said that rests on days off nobody has announced, so that it can be worked out again. Kept only where the
 * words alone say the same deadline: what needed more than they to be understood is left to a person.
 */
export function dueSaidIn(
  { message, read }: Pick<CommandContext, 'message' | 'read'>,
  meaning: Pick<Meaning, 'times'>,
  dueAt: Date | undefined,
): DueSaid | undefined {
  const time = meaning.times.find((one) => one.provisional && isSame(limitOf(one), dueAt));
  if (!time || !dueAt) return undefined;
  const words = [time.words, message.text].find((text) =>
    isSame(rereadDue(text, message.sentAt, read.calendar, read.policy), dueAt),
  );
  return words === undefined ? undefined : { dueAt, words, saidAt: message.sentAt };
}

function isSame(one: Date | undefined, other: Date | undefined): boolean {
  return one !== undefined && one.getTime() === other?.getTime();
}
