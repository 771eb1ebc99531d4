import { type CommitContext, decideAndCommit } from '../../domain/decide-and-commit.ts';
import { KINDS } from '../../domain/kinds.ts';
import { planWeeks } from '../../domain/periods/weekly/plan-weeks.ts';
import { OfficeCache } from '../../domain/reading.ts';
import { definePeriodic } from './periodic.ts';

/** Looks every half hour in which of the coming weeks units are to be asked: a tick that was missed is made good by the next. */
export const weeklyPlanning = definePeriodic({
  name: 'weekly-planning',
  // After the planner of the periods themselves.
  cron: '10,40 * * * *',

  async run({ office, settings }) {
    const ground = { store: office.store.things, kinds: KINDS, offices: new OfficeCache() };
    await fileWeeks({ ...settings, ...ground, now: () => office.clock.now() });
  },
});

/** What the tick does, on any store. */
export async function fileWeeks(context: CommitContext): Promise<void> {
  await decideAndCommit('what is collected every week', context, async (read) => {
    const decision = await planWeeks(read);
    return decision && { decision, actor: { system: 'weekly-planning' } };
  });
}
