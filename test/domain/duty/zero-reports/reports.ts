import { DEFAULT_ZERO_REPORT_LADDER } from '../../../../domain/duty/zero-reports/policy.ts';
import { type Given, newZeroReport, type ZeroReport } from '../../../../domain/duty/zero-reports/zero-report.ts';
import { at } from '../../../support/builders.ts';

/** 青山镇 on a day that asks, filed the day before and asked in time. */
export function aReport(fields: Partial<ZeroReport> = {}): ZeroReport {
  const { day = '2026-01-24', unit = 'unit.qingshan' } = fields;
  const filed = newZeroReport(
    { unit, day, wanted: true, trial: false, ladder: DEFAULT_ZERO_REPORT_LADDER, dueAt: at(`${day} 16:00`) },
    at('2026-01-23 09:00'),
  );
  return { ...filed, askedOf: ['person.chenli'], askedSentAt: at(`${day} 15:30`), ...fields };
}

export function given(clock: string, words = '', fields: Partial<Given> = {}): Given {
  return { by: 'person.chenli', at: at(`2026-01-24 ${clock}`), allClear: words === '', words, ...fields };
}
