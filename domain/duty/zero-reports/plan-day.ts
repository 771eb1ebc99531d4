import { type Decision, decide } from '../../decision.ts';
import { dutyTermsOn } from '../../periods/duty-terms.ts';
import type { Reading } from '../../reading.ts';
import type { Day, Thing } from '../../thing.ts';
import { shiftsAround } from '../collections.ts';
import { asksForReport } from './asks-for-report.ts';
import { zeroReportsOn } from './collections.ts';
import { unitsOnDuty } from './on-duty.ts';
import { newZeroReport, type ZeroReport, zeroReportId } from './zero-report.ts';
import { newZeroReportDay, type ZeroReportDay, zeroReportDayId } from './zero-report-day.ts';

/**
 * What is to be filed or taken back for a Shanghai day, from how things stand now: one report for each unit with somebody on duty
 * at the deadline where the day asks for it, nothing where it does not. Undefined where all is as it should be, and from the
 * moment of asking on: what has begun is not changed.
 */
export async function planZeroReportDay(day: Day, read: Reading): Promise<Decision | undefined> {
  const { now, calendar, policy } = read;
  const ladder = policy.zeroReports;
  if (now >= calendar.at(day, ladder.hint)) return undefined;

  const known = await read.members<ZeroReport>(zeroReportsOn(day));
  const filedDay = await read.thing<ZeroReportDay>(zeroReportDayId(day));
  if (!asksForReport(await dutyTermsOn(day, read))) return takenBack(known, filedDay);

  const office = await read.office();
  const dueAt = calendar.at(day, ladder.due);
  const units = unitsOnDuty(await shiftsAround(dueAt, read), office, dueAt, now);
  const fresh = units
    .filter((unit) => !known.some(({ id }) => id === zeroReportId(unit, day)))
    .map((unit) => {
      const trial = office.units.get(unit)?.status === 'trial';
      return newZeroReport({ unit, day, wanted: true, trial, ladder, dueAt }, now);
    });
  // What somebody reported before it was known that the day asks for it counts.
  const counted = known.filter(({ wanted, unit }) => !wanted && units.includes(unit)).map(asked);
  const save: Thing[] = [...fresh, ...counted];
  if (!filedDay && known.length + save.length > 0) save.push(newZeroReportDay(day, ladder, now));
  return save.length > 0 ? decide({ save }) : undefined;
}

function asked(report: ZeroReport): ZeroReport {
  return { ...report, wanted: true };
}

/** The day does not ask for it any more; what has been reported stays as a note. */
function takenBack(known: readonly ZeroReport[], filedDay: ZeroReportDay | undefined): Decision | undefined {
  const wanted = known.filter((report) => report.wanted);
  if (wanted.length === 0 && !filedDay) return undefined;
  return decide({
    save: wanted.filter(({ given }) => given.length > 0).map((report) => ({ ...report, wanted: false })),
    drop: [...wanted.filter(({ given }) => given.length === 0), ...(filedDay ? [filedDay] : [])].map(({ id }) => id),
  });
}
