import { type CommitContext, decideAndCommit } from '../../domain/decide-and-commit.ts';
import { KINDS } from '../../domain/kinds.ts';
import { planDecision, planPeriods } from '../../domain/periods/plan-periods.ts';
import { OfficeCache } from '../../domain/reading.ts';
import { definePeriodic } from './periodic.ts';

/** Looks every half hour which key periods should exist: a tick that was missed is made good by the next. */
export const periodPlanning = definePeriodic({
  name: 'period-planning',
  cron: '*/30 * * * *',

  async run({ office, settings }) {
    const ground = { store: office.store.things, kinds: KINDS, offices: new OfficeCache() };
    await filePeriods({ ...settings, ...ground, now: () => office.clock.now() });
  },
});

/** What the tick does, on any store. */
export async function filePeriods(context: CommitContext): Promise<void> {
  await decideAndCommit('key periods', context, async (read) => {
    const decision = planDecision(await planPeriods(read));
    return decision && { decision, actor: { system: 'period-planning' } };
  });
}
