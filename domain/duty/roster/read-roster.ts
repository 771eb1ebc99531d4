import { plainName } from '../../people/near-name.ts';
import type { Office } from '../../people/office.ts';
import type { ThingId } from '../../thing.ts';
import type { Collected, Known } from './collect.ts';
import type { RosterDraft, RosterResult } from './draft.ts';
import { peopleFinder } from './find-person.ts';
import { readSheet } from './read-sheet.ts';
import { type RosterContext, settleRoster } from './settle.ts';
import type { Sheet } from './sheet.ts';

/**
 * Reads a duty roster in whatever form it is written and names everything that is wrong or open in it at once. The first
 * sheet that has a roster counts, together with later ones of the same kind: a workbook often has one sheet a month.
 */
export function readRoster(sheets: readonly Sheet[], context: RosterContext): RosterResult {
  return settleRoster(draftFrom(sheets, context), context);
}

function draftFrom(sheets: readonly Sheet[], { unit, office, today }: RosterContext): RosterDraft {
  const known: Known = {
    isName: peopleFinder(office, unit, today).isName,
    unitNamed: (text) => unitNamed(text, unit, office),
  };
  const read = sheets.map((sheet) => {
    const out: Collected = { dates: [], entries: [], unreadDates: [], otherUnits: new Set(), tables: 0 };
    readSheet(sheet, known, out);
    return out;
  });
  const first = read.find(hasRoster) ?? read.find(({ dates }) => dates.length > 0) ?? read[0];
  return { unit, answers: {}, corrections: [], ...joined(first ? [first, ...laterMonths(first, read)] : []) };
}

function hasRoster({ entries }: Collected): boolean {
  return entries.some(({ people }) => people.length > 0);
}

/** Sheets behind the first that are for another month; one for the same month is an older version or a copy. */
function laterMonths(first: Collected, read: readonly Collected[]): Collected[] {
  const months = new Set(monthsOf(first));
  return read.slice(read.indexOf(first) + 1).filter((one) => {
    const own = monthsOf(one);
    const isNew = hasRoster(one) && own.length > 0 && own.every((month) => month !== '' && !months.has(month));
    for (const month of own) months.add(month);
    return isNew && !months.has('');
  });
}

function monthsOf({ dates }: Collected): string[] {
  const months = dates.map(({ said, period }) => {
    const month = said.month ?? period.month;
    return month === undefined ? '' : `${said.year ?? period.year ?? ''}.${month}`;
  });
  return [...new Set(months)];
}

function joined(read: readonly Collected[]): Pick<RosterDraft, 'dates' | 'entries' | 'unreadDates' | 'otherUnits'> {
  const dates: RosterDraft['dates'][number][] = [];
  const entries: RosterDraft['entries'][number][] = [];
  let tables = 0;
  for (const one of read) {
    const [base, table] = [dates.length, tables];
    dates.push(...one.dates.map((date) => ({ ...date, table: date.table + table })));
    entries.push(...one.entries.map((entry) => ({ ...entry, date: entry.date + base })));
    tables += one.tables;
  }
  return {
    dates,
    entries,
    unreadDates: read.flatMap(({ unreadDates }) => unreadDates),
    otherUnits: [...new Set(read.flatMap(({ otherUnits }) => [...otherUnits]))],
  };
}

function unitNamed(text: string, own: ThingId, office: Office): 'own' | 'other' | undefined {
  const said = plainName(text);
  const named = [...office.units.values()].filter(({ name, aliases }) =>
    [name, ...aliases].some((word) => plainName(word) === said),
  );
  if (named.length === 0) return undefined;
  return named.some(({ id }) => id === own) ? 'own' : 'other';
}
