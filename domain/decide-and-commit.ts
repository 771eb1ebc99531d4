import type { Decision } from './decision.ts';
import { calendarAfter } from './holidays/calendar-of.ts';
import { OFFICE } from './people/office.ts';
import { type CommitPlanContext, planCommit } from './plan-commit.ts';
import type { Actor, Outcome, Snapshot, Wanted } from './ports.ts';
import { type ReadingContext, RecordedReading } from './reading.ts';

const MOST_TRIES = 10;

export interface CommitContext extends CommitPlanContext, Omit<ReadingContext, 'now'> {
  /** The office's time; each try has its own. */
  readonly now: () => Date;
}

/** Every try was overtaken by somebody else's commit: nothing is wrong with the matter, and it may be tried again later. */
export class Overtaken extends Error {
  constructor(about: string) {
    super(`${about}: what it depends on changed under every one of ${MOST_TRIES} tries`);
    this.name = 'Overtaken';
  }
}

/** What one try wants done, and on whose behalf. */
export interface Verdict {
  readonly decision: Decision;
  readonly actor: Actor;
}

export interface DecideOptions {
  /** What will probably be read, fetched in one round trip before each try. */
  readonly expected?: () => Promise<Wanted> | Wanted;
  /** That same, where it was fetched for many at once: the first try starts from it, and only one that was overtaken fetches anew. */
  readonly fetched?: Snapshot;
  readonly onStage?: (stage: Stage) => void;
}

/** Where a try stands, for whoever wants to break it there. */
type Stage = 'decided' | 'committed';

/**
 * Decides on fresh data, again and again until nothing that was read has changed by the time of the commit; `decideOn` is
 * called once for each try. `nothing` where it answers undefined. Throws Overtaken when every try was.
 */
export async function decideAndCommit(
  about: string,
  context: CommitContext,
  decideOn: (read: RecordedReading) => Promise<Verdict | undefined>,
  { expected, fetched, onStage = () => {} }: DecideOptions = {},
): Promise<Exclude<Outcome['kind'], 'conflict'> | 'nothing'> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const read = new RecordedReading({ ...context, now: context.now() });
    await read.prepare(fetched && tries === 0 ? { fetched } : ((await expected?.()) ?? { revs: [OFFICE] }));
    const verdict = await decideOn(read);
    if (!verdict) return 'nothing';

    onStage('decided');
    // Wakes are filed by the days off that hold once this is done.
    const calendar = calendarAfter(verdict.decision.save, await read.office(), context.calendar);
    const batch = await planCommit(verdict.decision, read, verdict.actor, { ...context, calendar });
    const outcome = await context.store.commit(batch);
    onStage('committed');
    if (outcome.kind !== 'conflict') return outcome.kind;
  }
  throw new Overtaken(about);
}
