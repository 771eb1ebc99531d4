import { type CommitContext, decideAndCommit } from '../../domain/decide-and-commit.ts';
import { planZeroReportDay } from '../../domain/duty/zero-reports/plan-day.ts';
import { KINDS } from '../../domain/kinds.ts';
import { OfficeCache } from '../../domain/reading.ts';
import { definePeriodic } from './periodic.ts';

/** Looks every half hour whether reports are to be filed: a tick that was missed is made good by the next. */
export const zeroReportPlanning = definePeriodic({
  name: 'zero-report-planning',
  cron: '*/30 * * * *',

  async run({ office, settings }) {
    const ground = { store: office.store.things, kinds: KINDS, offices: new OfficeCache() };
    await planZeroReports({ ...settings, ...ground, now: () => office.clock.now() });
  },
});

/** Files the reports of today and tomorrow that are not there yet; may be called at any time and as often as one likes. */
export async function planZeroReports(context: CommitContext): Promise<void> {
  for (const ahead of [0, 1]) {
    await decideAndCommit('zero reports of a day', context, async (read) => {
      const { calendar, now } = read;
      const decision = await planZeroReportDay(calendar.addDays(calendar.dayOf(now), ahead), read);
      return decision && { decision, actor: { system: 'zero-report-planning' } };
    });
  }
}
