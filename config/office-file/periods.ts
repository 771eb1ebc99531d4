import { dayNumber } from '../../domain/calendar/civil-day.ts';
import { lunarDay } from '../../domain/calendar/lunar.ts';
import { CATALOGUE } from '../../domain/periods/catalogue/index.ts';
import { type OwnPeriod, ownPeriodId } from '../../domain/periods/own-period.ts';
import type { PeriodLevel } from '../../domain/periods/policy.ts';
import type { DaySpan } from '../../domain/periods/window.ts';
import { PERIOD_FORM } from '../../domain/wording/periods-file.ts';
import type { DraftPeriod } from './draft.ts';
import type { Entry, Written } from './entry.ts';
import { readId } from './fields.ts';
import type { Page } from './page.ts';

const KEYS = ['id', 'name', 'aliases', 'level', 'dates', 'yearly', 'asks'];

/** Key periods of the office's own, complaining on the page about every field that is wrong. */
export function readPeriods(page: Page, root: Entry): DraftPeriod[] {
  return root.entries('periods', KEYS).flatMap((entry) => readPeriod(page, entry) ?? []);
}

function readPeriod(page: Page, entry: Entry): DraftPeriod | undefined {
  const [id, name] = [readId(page, entry), entry.required('name')];
  const level = readLevel(page, entry.required('level'));
  const dates = entry.texts('dates').flatMap((written) => readSpan(page, written) ?? []);
  const yearly = readYearly(page, entry.text('yearly'));
  const aliases = entry.texts('aliases').map(({ text }) => text);
  const asks = entry.text('asks')?.text;
  if (!id || !name) return undefined;

  if (CATALOGUE.some((known) => known.name === name.text && known.runs.how !== 'entered'))
    page.complain(name.line, PERIOD_FORM.nameOfCatalogue(name.text));
  const period: OwnPeriod = {
    ...{ id: ownPeriodId(id.text), type: 'own-period', name: name.text, aliases, level },
    ...(asks && { asks }),
    ...(yearly && { yearly }),
    dates: dates.toSorted((one, other) => (one.fromDay < other.fromDay ? -1 : 1)),
  };
  return { line: entry.line, id, name, period };
}

function readLevel(page: Page, written: Written | undefined): PeriodLevel {
  const found = (['A', 'B', 'C'] as const).find((level) => level === written?.text.toUpperCase());
  if (written && !found) page.complain(written.line, PERIOD_FORM.badLevel(written.text));
  return found ?? 'C';
}

/** `2026-01-20..2026-01-25`, or one day. */
function readSpan(page: Page, { text, line }: Written): DaySpan | undefined {
  const [fromDay, toDay = fromDay, ...more] = text.split('..').map((day) => day.trim());
  if (!fromDay || !toDay || more.length > 0 || ![fromDay, toDay].every(isDay)) {
    page.complain(line, PERIOD_FORM.badSpan(text));
    return undefined;
  }
  if (toDay < fromDay) page.complain(line, PERIOD_FORM.reversed(text));
  return { fromDay, toDay };
}

/** `07-15..07-17`; `农历03-03..03-04` of the lunar calendar. */
function readYearly(page: Page, written: Written | undefined): OwnPeriod['yearly'] {
  if (!written) return undefined;
  const lunar = written.text.startsWith('农历');
  const [start, end = start, ...more] = written.text
    .replace(/^农历/, '')
    .split('..')
    .map((day) => day.trim());
  const isThere = lunar ? isLunarDay : (day: string) => isDay(`2026-${day}`);
  if (start && end && more.length === 0 && [start, end].every(isThere)) return { start, end, ...(lunar && { lunar }) };
  page.complain(written.line, PERIOD_FORM.badYearly(written.text));
  return undefined;
}

function isDay(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}

/** Not every month has a 30th: a day that some year lacks is none for every year. */
function isLunarDay(text: string): boolean {
  const [month, day] = text.split('-').map(Number);
  if (!/^\d\d-\d\d$/.test(text) || day === 30) return false;
  try {
    lunarDay(2026, month!, day!);
    return true;
  } catch {
    return false;
  }
}
