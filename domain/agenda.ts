import type { Step } from './step.ts';
import type { Thing } from './thing.ts';

/** Steps that still lie ahead of a thing: every `act` after what is handled, and of the `tell`s only those after its basis. */
export function stepsAhead(thing: Thing, agenda: readonly Step[]): Step[] {
  return inOrder(agenda.filter(liesAhead(thing)));
}

/** When the thing next wants to be woken, even if that moment has passed; null for never. */
export function nextWakeMs(thing: Thing, agenda: readonly Step[]): number | null {
  const isAhead = liesAhead(thing);
  let nextMs = Number.POSITIVE_INFINITY;
  for (const step of agenda) if (isAhead(step)) nextMs = Math.min(nextMs, step.at.getTime());
  return nextMs === Number.POSITIVE_INFINITY ? null : nextMs;
}

/** What is to be done at a wake: all acts that are due, and of the tells that still hold only the last of each track. */
export function stepsDue(thing: Thing, agenda: readonly Step[], now: Date): Step[] {
  const isAhead = liesAhead(thing);
  const due = inOrder(
    agenda.filter((step) => step.at <= now && (!step.untilAt || now < step.untilAt) && isAhead(step)),
  );
  const lastTell = new Map(due.filter((step) => step.kind === 'tell').map((step) => [step.track, step]));

  return due.filter((step) => step.kind === 'act' || lastTell.get(step.track) === step);
}

function liesAhead({ handledAt, basisAt }: Thing): (step: Step) => boolean {
  const handledMs = handledAt?.getTime() ?? Number.NEGATIVE_INFINITY;
  const toldMs = Math.max(handledMs, basisAt?.getTime() ?? Number.NEGATIVE_INFINITY);
  return ({ at, kind }) => at.getTime() > (kind === 'act' ? handledMs : toldMs);
}

function inOrder(steps: Step[]): Step[] {
  return steps.sort((a, b) => a.at.getTime() - b.at.getTime());
}
