import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { HolidayTable } from '../domain/calendar/holiday-table.ts';
import { projectRoot } from './root.ts';

const day = z.iso.date('not a day such as 2027-02-06');
const festivals = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'];

const tableSchema = z
  .strictObject({
    year: z.int().min(2000).max(2099),
    announced: z.boolean(),
    source: z.string().min(1),
    breaks: z.array(z.strictObject({ name: z.string().min(1), from: day, to: day })),
    makeUpDays: z.array(day),
  })
  .superRefine((table, { addIssue }) => {
    const complain = (path: (string | number)[], message: string) => addIssue({ code: 'custom', path, message });
    checkBreaks(table, complain);
    checkMakeUpDays(table, complain);
    for (const festival of table.announced ? festivals : []) {
      const named = table.breaks.some((holiday) => holiday.name.includes(festival));
      if (!named) complain(['breaks'], `an announced year needs ${festival}`);
    }
  });

type Complain = (path: (string | number)[], message: string) => void;

function checkBreaks({ year, breaks }: HolidayTable, complain: Complain): void {
  for (const [index, { from, to }] of breaks.entries()) {
    if (from > to) complain(['breaks', index, 'to'], `${to} lies before ${from}`);
    if (index > 0 && from <= breaks[index - 1]!.to) {
      complain(['breaks', index, 'from'], `${from} is not after the break before it`);
    }
    if (!belongsTo(year, from)) complain(['breaks', index, 'from'], `${from} does not belong to ${year}`);
    if (!belongsTo(year, to)) complain(['breaks', index, 'to'], `${to} does not belong to ${year}`);
  }
}

function checkMakeUpDays({ year, breaks, makeUpDays }: HolidayTable, complain: Complain): void {
  for (const [index, worked] of makeUpDays.entries()) {
    const path = ['makeUpDays', index];
    const weekday = new Date(`${worked}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) complain(path, `${worked} is neither Saturday nor Sunday`);
    if (!belongsTo(year, worked)) complain(path, `${worked} does not belong to ${year}`);
    if (makeUpDays.indexOf(worked) < index) complain(path, `${worked} is listed twice`);
    if (breaks.some(({ from, to }) => from <= worked && worked <= to)) complain(path, `${worked} lies in a break`);
  }
}

/** An arrangement may begin in the December before its year. */
function belongsTo(year: number, written: string): boolean {
  return written.startsWith(`${year}-`) || written.startsWith(`${year - 1}-12-`);
}

/**
 * The holiday tables of `config/holidays`, one file a year, in order; a new year is a new file.
 * Throws one Error that names every wrong field of every file.
 */
export function holidayTables(folder = join(projectRoot(), 'config', 'holidays')): HolidayTable[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted();
  const problems: string[] = [];
  const tables = files.flatMap((name) => readTable(folder, name, problems) ?? []);
  if (files.length === 0) problems.push(`no holiday tables in ${folder}`);
  if (problems.length > 0) throw new Error(`Holiday tables cannot be used:\n${problems.join('\n')}`);
  return tables;
}

function readTable(folder: string, name: string, problems: string[]): HolidayTable | undefined {
  let read: ReturnType<typeof tableSchema.safeParse>;
  try {
    read = tableSchema.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  } catch (error) {
    problems.push(`${name}: is not JSON (${String(error)})`);
    return undefined;
  }
  for (const { path, message } of read.error?.issues ?? []) problems.push(`${name}: ${path.join('.')}: ${message}`);
  if (read.data && name !== `${read.data.year}.json`) {
    problems.push(`${name}: year: ${read.data.year} is another year than the file's`);
  }
  return read.data;
}
