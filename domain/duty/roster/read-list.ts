import { addDate, addPeople, dateIn, type RowReader, type SheetReading } from './collect.ts';
import type { Segment } from './columns.ts';
import type { Slot } from './draft.ts';
import { hoursIn, partOf, roleOf, shiftName, slotIn } from './headings.ts';
import { takePhones } from './phones-in-text.ts';
import { readWeekday, weekdayOfWeek } from './said-date.ts';
import { readPeople, type SaidPerson } from './said-people.ts';
import { cellAt, refTo } from './sheet.ts';

/** One row per day, with people in columns. */
export function listReader(reading: SheetReading, segments: readonly Segment[]): RowReader {
  const readers = segments.map((segment) => segmentReader(reading, segment));
  return (row) => {
    for (const read of readers) read(row);
  };
}

function segmentReader(reading: SheetReading, segment: Segment): RowReader {
  const { sheet, out, known } = reading;
  const table = out.tables++;
  const above = new Map<number, readonly SaidPerson[]>();
  let date: number | undefined;
  let month: number | undefined;
  let part: Slot = {};

  const cell = (row: number, column: number) => cellAt(sheet, row, column);
  const columnsOf = (is: string) => segment.columns.flatMap(({ column, role }) => (role.is === is ? [column] : []));
  const [people, persons] = [segment.columns.filter(({ role }) => role.is === 'people'), columnsOf('person')];
  const [phones, posts, units, kinds] = [columnsOf('phone'), columnsOf('post'), columnsOf('unit'), columnsOf('kind')];
  const [weekdays, months] = [columnsOf('weekday'), columnsOf('month')];
  const peopleColumns = [...people.map(({ column }) => column), ...persons];

  /** A telephone or a post belongs to the nearest column of people before it. */
  const beside = (columns: readonly number[], owner: number) =>
    columns.find((column) => column > owner && !peopleColumns.some((other) => other > owner && other < column)) ??
    (peopleColumns.length === 1 ? columns[0] : undefined);

  const namesUnits = sheet.rows.some((_, row) =>
    units.some((column) => known.unitNamed(cell(row, column).text.trim())),
  );
  /** Beside units that are known 东山镇 is a unit and no section of this one; 青山镇党政办 is one of 青山镇. */
  const whoseRow = (word: string): 'own' | 'other' | undefined => {
    const whose = known.unitNamed(word);
    if (whose || !namesUnits) return whose;
    const isPart = Array.from(word).some((_, end) => end > 1 && known.unitNamed(word.slice(0, end)) === 'own');
    return isPart ? undefined : 'other';
  };

  const isEmpty = (row: number) => peopleColumns.every((column) => cell(row, column).text.trim() === '');

  /** 2月1日：带班领导周强 — behind a date anything may stand, so only people who are known or labelled are taken. */
  const takeRest = (rest: string, row: number): void => {
    const { people: found, unread } = readPeople(rest, known.isName);
    if (found.length === 0 || unread || !found.every(({ name, slot }) => slot || known.isName(name))) return;
    const place = { date: date!, slot: { layer: 'officer' } as const, row, column: segment.dateColumn, text: rest };
    addPeople(reading, place);
  };

  /** Whether the row has a date, of its own or the one above. */
  const takeDate = (row: number): boolean => {
    const found = cell(row, segment.dateColumn);
    if (found.filled === 'down') return date !== undefined;
    if (found.text.trim() === '') return date !== undefined && !isEmpty(row);

    const week = weekdayOfWeek(found.text, reading.period.range);
    const read = dateIn(found) ?? (week && { date: week, rest: '' });
    if (!read) {
      if (isEmpty(row) || roleOf(found.text)) return false;
      out.unreadDates.push(refTo(sheet, row, segment.dateColumn));
      date = undefined;
      return false;
    }
    const weekday = weekdays.map((column) => readWeekday(cell(row, column).text)).find(Boolean);
    month = months.map((column) => monthIn(cell(row, column).text)).find(Boolean) ?? month;
    const said = { ...(weekday && { weekday }), ...(month && { month }), ...read.date };
    date = addDate(reading, said, row, segment.dateColumn, table);
    const [name, hours] = [shiftName(read.rest), hoursIn(found.text)];
    part = { ...(name && { name }), ...(name && hours && { hours }) };
    takeRest(read.rest, row);
    return true;
  };

  const slotFor = (row: number, slot: Slot | undefined): Slot => {
    const words = kinds.map((column) => cell(row, column).text).find((text) => text.trim());
    const kind = words ? slotIn(words) : undefined;
    const hours = words ? hoursIn(words) : undefined;
    const name = hours && !kind?.name && !part.name && !slot?.name ? partOf(hours) : undefined;
    return {
      ...(slot ?? { layer: 'officer' }),
      ...part,
      ...(slot ? onlyName(kind) : kind),
      ...(name && { name }),
      ...(hours && { hours }),
    };
  };

  return (row) => {
    if (!takeDate(row) || date === undefined) return;
    const unit = units.map((column) => cell(row, column).text.trim()).find(Boolean);
    const whose = unit ? whoseRow(unit) : undefined;
    if (whose === 'other') {
      out.otherUnits.add(unit!);
      return;
    }
    const at = date;
    for (const column of peopleColumns) {
      const slot = people.find((one) => one.column === column)?.role;
      const place = { date: at, slot: slotFor(row, slot?.is === 'people' ? slot.slot : undefined), row, column };
      const complete = (said: SaidPerson[], loose: readonly string[]) =>
        withBeside(said, {
          phones: [...loose, ...phonesAt(beside(phones, column), row)],
          post: textAt(beside(posts, column), row),
          unit: whose === undefined ? unit : undefined,
        });
      above.set(column, addPeople(reading, place, above.get(column), complete));
    }
  };

  function phonesAt(column: number | undefined, row: number): string[] {
    return column === undefined ? [] : takePhones(cell(row, column).text.normalize('NFKC')).phones;
  }

  function textAt(column: number | undefined, row: number): string | undefined {
    return column === undefined ? undefined : cell(row, column).text.trim() || undefined;
  }
}

/** A month in a column of its own: 2, 2月. */
function monthIn(text: string): number | undefined {
  const month = Number(text.normalize('NFKC').match(/^\s*(\d{1,2})\s*月?\s*$/)?.[1]);
  return month >= 1 && month <= 12 ? month : undefined;
}

function onlyName(slot: Slot | undefined): Slot {
  return slot?.name ? { name: slot.name } : {};
}

/** Numbers are given out only where each of the people has one: otherwise nobody knows whose they are. */
function withBeside(
  people: readonly SaidPerson[],
  beside: { phones: readonly string[]; post: string | undefined; unit: string | undefined },
): SaidPerson[] {
  const words = [people.length === 1 ? beside.post : undefined, beside.unit].filter(Boolean).join(' ');
  return people.map((person, index) => {
    const phone = beside.phones.length === people.length ? beside.phones[index] : undefined;
    const hint = [person.hint, words].filter(Boolean).join(' ');
    return { ...person, ...(phone && !person.phone && { phone }), ...(hint && { hint }) };
  });
}
