import type { Step } from './step.ts';
import type { Thing } from './thing.ts';

/** Steps that still lie ahead of a thing: every `act` after what is handled, and of the `tell`s only those after its basis. */
export function stepsAhead(thing: Thing, agenda: readonly Step[]): Step[] {
  const handledMs = thing.handledAt?.getTime() ?? Number.NEGATIVE_INFINITY;
  const basisMs = thing.basisAt?.getTime() ?? Number.NEGATIVE_INFINITY;

  return agenda
    .filter((step) => step.at.getTime() > (step.kind === 'act' ? handledMs : Math.max(handledMs, basisMs)))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** When the thing next wants to be woken, even if that moment has passed; null for never. */
export function nextWakeMs(thing: Thing, agenda: readonly Step[]): number | null {
  return stepsAhead(thing, agenda)[0]?.at.getTime() ?? null;
}

/** What is to be done at a wake: all acts that are due, and of the tells that still hold only the last of each track. */
export function stepsDue(thing: Thing, agenda: readonly Step[], now: Date): Step[] {
  const due = stepsAhead(thing, agenda).filter((step) => step.at <= now && (!step.untilAt || now < step.untilAt));
  const lastTell = new Map(due.filter((step) => step.kind === 'tell').map((step) => [step.track, step]));

  return due.filter((step) => step.kind === 'act' || lastTell.get(step.track) === step);
}
