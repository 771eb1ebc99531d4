import { defineKind } from '../../kind.ts';
import { zeroReportAgenda, zeroReportDayAgenda } from './agendas.ts';
import { zeroReportsOn } from './collections.ts';
import type { ZeroReport } from './zero-report.ts';
import type { ZeroReportDay } from './zero-report-day.ts';

export const zeroReportKind = defineKind<ZeroReport>({
  type: 'zero-report',
  agenda: zeroReportAgenda,
  collections: ({ day }) => [zeroReportsOn(day)],
  audited: true,
  planned: true,
});

export const zeroReportDayKind = defineKind<ZeroReportDay>({
  type: 'zero-report-day',
  agenda: zeroReportDayAgenda,
  collections: () => [],
  audited: false,
  planned: true,
});
