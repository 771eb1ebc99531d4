import { type CommitContext, decideAndCommit } from '../domain/decide-and-commit.ts';
import { decide } from '../domain/decision.ts';
import type { CheckIn } from '../domain/duty/checks/check-in.ts';
import { noteSent } from '../domain/duty/checks/note-sent.ts';
import { noteAsked } from '../domain/duty/zero-reports/note-asked.ts';
import type { ZeroReport } from '../domain/duty/zero-reports/zero-report.ts';
import type { PendingMessage } from '../domain/ports.ts';

/**
 * A question of a check-in or a zero report got out: what comes later speaks of whoever was asked and has not answered, not of a
 * question that never left us.
 */
export async function noteDelivered(
  { of, to, sinceMs }: PendingMessage,
  at: Date,
  context: Omit<CommitContext, 'now'>,
): Promise<void> {
  if (!of || !/^(?:check|zero-report)\./.test(of)) return;
  const decidedAt = new Date(sinceMs);
  await decideAndCommit(of, { ...context, now: () => at }, async (read) => {
    const thing = await read.thing<CheckIn | ZeroReport>(of);
    const noted = thing && asked(thing, to, decidedAt, at);
    return noted && { decision: decide({ save: [noted] }), actor: { system: 'outbox' } };
  });
}

function asked(thing: CheckIn | ZeroReport, to: string, decidedAt: Date, at: Date): CheckIn | ZeroReport | undefined {
  if (thing.type === 'zero-report') return noteAsked(thing, to, decidedAt, at);
  return thing.type === 'check' && thing.person === to ? noteSent(thing, decidedAt, at) : undefined;
}
