import { may, type Right, type Verdict } from '../../domain/people/rights.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Assignment, Task } from '../../domain/tasks/task.ts';
import type { ThingId } from '../../domain/thing.ts';
import type { CommandContext } from './command.ts';

type Asking = Pick<CommandContext, 'speaker' | 'room' | 'office' | 'read'>;

/** Whether whoever is speaking may do this, here and today, to that matter or for that unit. */
export function mayHere(
  { speaker, room, office, read }: Asking,
  right: Right,
  { thing, unit }: { thing?: Task | Assignment | undefined; unit?: ThingId } = {},
): Verdict {
  const concerned = thing?.type === 'assignment' ? thing.unit : unit;
  return may({
    person: speaker,
    right,
    ...(room && { room }),
    ...(concerned && { unit: concerned }),
    ...(thing && { thing }),
    office,
    day: read.calendar.dayOf(read.now),
  });
}

/** Refuses what the speaker may not do for that unit, with the line that says who may. */
export function assertMayFor(asking: Asking, right: Right, unit: ThingId): void {
  assertAllowed(mayHere(asking, right, { unit }));
}

/** The same for a matter, or for what belongs to no unit. */
export function assertMay(asking: Asking, right: Right, thing?: Task | Assignment): void {
  assertAllowed(mayHere(asking, right, { thing }), thing);
}

function assertAllowed(verdict: Verdict, thing?: Task | Assignment): void {
  if (!verdict.allowed)
    throw new Refusal(verdict.refusal, { who: verdict.who ?? '', no: thing?.no ?? '', unit: '你单位' });
}
