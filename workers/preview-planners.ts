import { type CommitContext, decideAndCommit } from '../domain/decide-and-commit.ts';
import type { WakeIndex } from '../domain/ports.ts';
import { morningLine } from './periodic/duty-morning.ts';
import { planHolidays } from './periodic/holiday-planning.ts';
import { fileKits } from './periodic/kit-planning.ts';
import { filePeriods } from './periodic/period-planning.ts';
import { fileWeeks } from './periodic/weekly-planning.ts';
import { planZeroReports } from './periodic/zero-report-planning.ts';

/** What the calendar asks for every day, and the clock in Shanghai at which a preview plays it. */
export interface PreviewPlanner {
  readonly clock: string;
  /** What is said by it carries this. */
  readonly step: string;
  readonly run: (context: CommitContext & { readonly wakes: Pick<WakeIndex, 'dueWakes'> }) => Promise<unknown>;
}

/**
 * What brings things into being that nobody has said: the watch over next year's days off, key periods, their kits, what units report every week, zero
 * reports, the morning line. Check-ins are left out: the unannounced ones are a secret, and nobody is told beforehand by which digits the
 * others are answered.
 */
export const PREVIEW_PLANNERS: readonly PreviewPlanner[] = [
  { clock: '00:00', step: 'holiday-planning', run: planHolidays },
  { clock: '00:00', step: 'period-planning', run: filePeriods },
  { clock: '00:05', step: 'kit-planning', run: fileKits },
  { clock: '00:07', step: 'weekly-planning', run: fileWeeks },
  { clock: '00:10', step: 'zero-report-planning', run: planZeroReports },
  {
    clock: '08:20',
    step: 'duty-morning',
    run: (context) =>
      decideAndCommit('the morning line', context, async (read) => {
        const decision = await morningLine(read);
        return decision && { decision, actor: { system: 'duty-morning' } };
      }),
  },
];
