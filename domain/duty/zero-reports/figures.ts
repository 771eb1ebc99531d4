import { current, isCounted, isOnTime, type ZeroReport } from './zero-report.ts';

/** 零报告 42/42: reports that came, of those that are counted. `excused` are left out of both. */
export interface ZeroReportFigures {
  readonly reported: number;
  readonly asked: number;
  readonly onTime: number;
  /** Reports that an outage kept from being asked for, and that did not come by themselves. */
  readonly excused: number;
  /** Those with something to report. */
  readonly told: readonly ZeroReport[];
}

export function figuresOf(reports: readonly ZeroReport[]): ZeroReportFigures {
  const counted = reports.filter(isCounted);
  const reported = counted.filter(({ given }) => given.length > 0);
  return {
    reported: reported.length,
    asked: counted.length,
    onTime: reported.filter(isOnTime).length,
    excused: reports.filter((one) => one.wanted && !one.trial && one.excuse === 'outage' && one.given.length === 0)
      .length,
    told: reported.filter((one) => !current(one)!.allClear),
  };
}
