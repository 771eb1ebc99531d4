import type { AgendaContext } from '../../kind.ts';
import type { Step } from '../../step.ts';
import type { ZeroReport } from './zero-report.ts';
import type { ZeroReportDay } from './zero-report-day.ts';

/** A report that has come ends the asking. After an outage only the later of the two questions is put. */
export function zeroReportAgenda(
  { wanted, given, excuse, day, ladder }: ZeroReport,
  { calendar }: AgendaContext,
): Step[] {
  if (!wanted || given.length > 0 || excuse === 'no-duty') return [];
  const untilAt = calendar.at(day, ladder.askUntil);
  return (['hint', 'again'] as const).map((step) => ({
    ...{ at: calendar.at(day, ladder[step]), step, track: 'ask', kind: 'tell', untilAt },
  }));
}

/** `summary` is only a look; `list` is put off after an outage. */
export function zeroReportDayAgenda({ day, ladder, ...known }: ZeroReportDay, { calendar }: AgendaContext): Step[] {
  const summary = known.saidAt ? [] : [act('summary', calendar.at(day, ladder.summary))];
  if (known.listedAt) return summary;
  const listAt = calendar.at(day, ladder.list);
  const { heldUntilAt } = known;
  return [...summary, act('list', heldUntilAt && heldUntilAt > listAt ? heldUntilAt : listAt)];
}

function act(step: string, at: Date): Step {
  return { at, step, track: step, kind: 'act' };
}
