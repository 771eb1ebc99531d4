import { shiftsOfUnit, shiftsOnDays } from '../../../domain/duty/collections.ts';
import { isValid } from '../../../domain/duty/duty-line.ts';
import { monthText } from '../../../domain/papers/month-said.ts';
import type { PaperKind } from '../../../domain/papers/paper.ts';
import type { Reading } from '../../../domain/reading.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { unitName } from '../../../domain/wording/names.ts';
import {
  nameUnitText,
  noMonthText,
  nothingForMonthText,
  WHICH_MONTH,
  WHICH_UNIT,
} from '../../../domain/wording/papers.ts';
import { type CommandContext, WhichOne } from '../command.ts';
import type { PaperScope } from './papers.ts';
import { unitsAsked } from './who-asked.ts';

const MOST_CHOICES = 9;

/** The month and the units that a document is about, or what to tell the speaker instead. Throws WhichOne where either is not clear. */
export async function monthOfPaper(
  kind: Exclude<PaperKind, 'handover-sheet' | 'year-poster' | 'notice-record'>,
  context: CommandContext,
): Promise<PaperScope | string> {
  const { meaning, read, text, office } = context;
  const asked = unitsAsked(context);
  const months = meaning.month ? [meaning.month] : monthsNear(kind, read);
  const rostered = await Promise.all(
    months.map(async (month) => ({ month, units: await unitsOn(month, asked, context) })),
  );
  const [first, ...more] = rostered.filter(({ units }) => units.length > 0);
  if (!first) return meaning.month ? nothingForMonthText(meaning.month, asked ?? [], text) : noMonthText(kind);
  if (more.length > 0) {
    const choices = [first, ...more].map(({ month }) => ({ label: monthText(month), value: month }));
    throw new WhichOne('month', WHICH_MONTH, choices);
  }
  const { month, units } = first;
  if (units.length === 1 || meaning.scope) return { units, month };
  if (units.length > MOST_CHOICES) return nameUnitText(kind, units[0], text);
  const choices = units.map((unit) => ({ label: unitName(office, unit), value: unitName(office, unit) }));
  throw new WhichOne('unit', WHICH_UNIT, choices);
}

/** Without a month: a record is of this one or the last, a roster of this one or the next. */
function monthsNear(kind: PaperKind, { calendar, now }: Reading): string[] {
  const first = `${calendar.dayOf(now).slice(0, 7)}-01`;
  const other = calendar.addMonths(first, kind === 'duty-roster' ? 1 : -1);
  return [first, other].map((day) => day.slice(0, 7)).sort();
}

/** Those of the units asked about, else of all, that have published shifts in a month; in the order of the office. */
async function unitsOn(month: string, asked: readonly ThingId[] | undefined, { read, office }: CommandContext) {
  const first = `${month}-01`;
  const last = read.calendar.addDays(read.calendar.addMonths(first, 1), -1);
  const found = asked
    ? (await Promise.all(asked.map((unit) => shiftsOfUnit(unit, first, last, read)))).flat()
    : await shiftsOnDays(first, last, read);
  const units = new Set(found.filter(isValid).map(({ unit }) => unit));
  return [...office.units.keys()].filter((unit) => units.has(unit));
}
