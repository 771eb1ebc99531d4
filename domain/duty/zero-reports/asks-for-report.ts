import { actingLevel, type DutyTerms } from '../checks/set-checks.ts';

/**
 * Whether a day asks every unit for a zero report: in periods of level A, on official days off, and while a warning is in force. However
 * many periods run together, it is one report. Long seasons of level B do not ask for it on ordinary days (减负).
 */
export function asksForReport(terms: DutyTerms): boolean {
  return actingLevel(terms) === 'A' || terms.holiday || terms.warning;
}
