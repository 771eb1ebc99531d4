import { type CommitContext, decideAndCommit } from '../../domain/decide-and-commit.ts';
import { decide } from '../../domain/decision.ts';
import type { CheckIn } from '../../domain/duty/checks/check-in.ts';
import { noteSent } from '../../domain/duty/checks/note-sent.ts';
import { noteAsked } from '../../domain/duty/zero-reports/note-asked.ts';
import type { ZeroReport } from '../../domain/duty/zero-reports/zero-report.ts';
import type { PendingMessage } from '../../domain/ports.ts';
import { isStoreAway } from '../../store/failure.ts';

interface NoteSentContext extends CommitContext {
  readonly log: { error(fields: object, text: string): void };
}

/**
 * Notes on check-ins and zero reports when their question really went out: the terms of an answer count from then, however long
 * it waited for its turn. Harmless to repeat. A note that fails is logged and not tried again, so that it never holds a conversation up: the
 * check-in is voided as unsent, which counts against nobody. Throws only while the store is away.
 */
export function createNoteSent(context: NoteSentContext) {
  return async (items: readonly PendingMessage[], at: Date): Promise<void> => {
    for (const item of items.filter(({ of }) => /^(?:check|zero-report)\./.test(of ?? '')))
      await note(item, at, context);
  };
}

async function note({ of, to, sinceMs }: PendingMessage, at: Date, context: NoteSentContext): Promise<void> {
  try {
    await decideAndCommit(of!, context, async (read) => {
      const noted = notedAfter(await read.thing<CheckIn | ZeroReport>(of!), to, new Date(sinceMs), at);
      return noted && { decision: decide({ save: [noted] }), actor: { system: 'outbox' } };
    });
  } catch (error) {
    if (isStoreAway(error)) throw error;
    context.log.error({ thing: of, err: error }, 'it could not be noted when a question was asked');
  }
}

function notedAfter(
  thing: CheckIn | ZeroReport | undefined,
  to: string,
  decidedAt: Date,
  at: Date,
): CheckIn | ZeroReport | undefined {
  if (thing?.type === 'zero-report') return noteAsked(thing, to, decidedAt, at);
  return thing?.person === to ? noteSent(thing, decidedAt, at) : undefined;
}
