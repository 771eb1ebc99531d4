import type { Weekday } from './calendar.ts';

export type Frequency = 'MINUTELY' | 'HOURLY' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

/** `-1FR` is { weekday: 5, nth: -1 }. */
export interface WeekdayRule {
  readonly weekday: Weekday;
  readonly nth?: number;
}

/** A recurrence rule taken apart; a part that is not written is an empty list. */
export interface RecurrenceRule {
  readonly freq: Frequency;
  readonly interval: number;
  readonly byDay: readonly WeekdayRule[];
  readonly byMonthDay: readonly number[];
  readonly byMonth: readonly number[];
  readonly bySetPos: readonly number[];
  readonly byHour: readonly number[];
  readonly byMinute: readonly number[];
  /** Of the day, ascending: what hours and minutes come to; none where the rule names no hour. */
  readonly minutes: readonly number[];
}

const frequencies: readonly string[] = [
  'MINUTELY',
  'HOURLY',
  'DAILY',
  'WEEKLY',
  'MONTHLY',
  'YEARLY',
] satisfies Frequency[];
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const partNames = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'BYHOUR', 'BYMINUTE'];

type Parts = ReadonlyMap<string, string>;

/** Rules that were read before; emptied when there are many, because rules come from what people write. */
const known = new Map<string, RecurrenceRule>();
const MOST_KNOWN = 500;

/** Reads the subset of RFC 5545 named at `Recurrence`; throws a RangeError that names the part it cannot follow. */
export function parseRecurrence(rrule: string): RecurrenceRule {
  let rule = known.get(rrule);
  if (!rule) {
    rule = readRule(rrule);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(rrule, rule);
  }
  return rule;
}

function readRule(rrule: string): RecurrenceRule {
  const parts = splitParts(rrule);
  const rule: RecurrenceRule = {
    freq: readFrequency(parts, rrule),
    interval: integers(parts, 'INTERVAL', 1, 999, { single: true })[0] ?? 1,
    byDay: (parts.get('BYDAY')?.split(',') ?? []).map(readWeekday),
    byMonthDay: integers(parts, 'BYMONTHDAY', 1, 31, { fromEnd: true }),
    byMonth: integers(parts, 'BYMONTH', 1, 12),
    bySetPos: integers(parts, 'BYSETPOS', 1, 366, { fromEnd: true }),
    ...clocksOf(integers(parts, 'BYHOUR', 0, 23), integers(parts, 'BYMINUTE', 0, 59)),
  };
  checkTogether(rule, parts);
  return rule;
}

function clocksOf(byHour: number[], byMinute: number[]): Pick<RecurrenceRule, 'byHour' | 'byMinute' | 'minutes'> {
  const pastTheHour = byMinute.length > 0 ? byMinute : [0];
  const minutes = byHour.flatMap((hour) => pastTheHour.map((minute) => hour * 60 + minute));
  return { byHour, byMinute, minutes: [...new Set(minutes)].toSorted((a, b) => a - b) };
}

function splitParts(rrule: string): Parts {
  const parts = new Map<string, string>();
  for (const part of rrule.split(';')) {
    const [name = '', value = '', more] = part.split('=');
    if (!partNames.includes(name)) throw new RangeError(`recurrence part "${part}" is not supported`);
    if (value === '' || more !== undefined) throw new RangeError(`recurrence part "${part}" has no value`);
    if (parts.has(name)) throw new RangeError(`recurrence part "${part}": ${name} is given twice`);
    parts.set(name, value);
  }
  return parts;
}

function readFrequency(parts: Parts, rrule: string): Frequency {
  const freq = parts.get('FREQ');
  if (freq === undefined) throw new RangeError(`recurrence "${rrule}" lacks FREQ`);
  if (!frequencies.includes(freq)) throw wrong(`FREQ=${freq}`, `is none of ${frequencies.join(', ')}`);
  return freq as Frequency;
}

function integers(
  parts: Parts,
  name: string,
  least: number,
  most: number,
  { fromEnd = false, single = false } = {},
): number[] {
  const text = parts.get(name);
  if (text === undefined) return [];

  const numbers = text.split(',').map((written) => {
    const size = /^[+-]?\d{1,3}$/.test(written) ? Number(written) : Number.NaN;
    const counted = fromEnd ? Math.abs(size) : size;
    if (!(counted >= least && counted <= most)) {
      throw wrong(
        `${name}=${text}`,
        `needs numbers from ${least} to ${most}${fromEnd ? ', or negative from the end' : ''}`,
      );
    }
    return size;
  });
  if (single && numbers.length > 1) throw wrong(`${name}=${text}`, 'needs one number');
  return numbers;
}

function readWeekday(written: string): WeekdayRule {
  const found = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(written); // -1FR
  const nth = found?.[1] === undefined ? undefined : Number(found[1]);
  if (!found || nth === 0) throw wrong(`BYDAY=${written}`, 'needs weekdays such as FR, 1MO or -1FR');

  const weekday = (weekdays.indexOf(found[2]!) + 1) as Weekday;
  return nth === undefined ? { weekday } : { weekday, nth };
}

function checkTogether(rule: RecurrenceRule, parts: Parts): void {
  const written = (name: string) => `${name}=${parts.get(name)}`;
  const ordinal = rule.byDay.some((day) => day.nth !== undefined);
  if (ordinal && rule.freq !== 'MONTHLY' && rule.freq !== 'YEARLY') {
    throw wrong(written('BYDAY'), `has an ordinal, which FREQ=${rule.freq} cannot have`);
  }
  if (rule.byMonthDay.length > 0 && rule.freq === 'WEEKLY') {
    throw wrong(written('BYMONTHDAY'), 'cannot stand with FREQ=WEEKLY');
  }
  if (rule.bySetPos.length > 0 && rule.byDay.length + rule.byMonthDay.length === 0) {
    throw wrong(written('BYSETPOS'), 'needs BYDAY or BYMONTHDAY');
  }
  if (rule.byMinute.length > 0 && rule.byHour.length === 0 && rule.freq !== 'HOURLY') {
    throw wrong(written('BYMINUTE'), 'needs BYHOUR');
  }
}

function wrong(part: string, why: string): RangeError {
  return new RangeError(`recurrence part "${part}" ${why}`);
}
