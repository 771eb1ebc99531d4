import { CATALOGUE } from './catalogue/index.ts';
import type { PeriodEntry } from './entry.ts';

/** Which kind a name that people enter or a warning they start is of: 县两会, 州庆, 暴雨红色预警. */
export function kindOfPeriod(name: string): PeriodEntry | undefined {
  return CATALOGUE.find(({ known }) => known?.test(name));
}
