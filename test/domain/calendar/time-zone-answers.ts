import { pathToFileURL } from 'node:url';
import { parseRung, placeRung } from '../../../domain/calendar/rung.ts';
import { calendar, shanghai } from './office-calendar.ts';

const window = { hours: '09:00-11:45,14:30-17:30', workdays: true };

/** Answers of every kind of question the calendar takes, for moments all around the year and the clock. */
export function answers(): string[] {
  const found: string[] = [];
  for (let ms = shanghai('2025-12-20 00:00').getTime(); ms < shanghai('2027-03-20 00:00').getTime(); ms += 37_800_000) {
    const at = new Date(ms);
    const day = calendar.dayOf(at);
    const days = [
      calendar.addWorkdays(day, 3),
      calendar.addWorkdays(day, -3),
      calendar.addMonths(day, 1),
      calendar.nextHoliday(day).from,
    ];
    const moments = [
      calendar.closing(day),
      calendar.addWorkMinutes(at, 300),
      calendar.addWorkMinutes(at, -300),
      calendar.laterInto(at, window),
      calendar.earlierInto(at, window),
      placeRung(parseRung('-1wd 09:00 due-soon'), { fromAt: at, dueAt: at }, 'due', calendar),
      ...calendar.occurrences({ rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1', cal: 'cn-workday' }, at, 1),
    ];
    const said = moments.map((moment) => moment.toISOString());
    found.push(
      [
        at.toISOString(),
        day,
        calendar.clockOf(at),
        calendar.weekday(day),
        calendar.isWorkday(day),
        ...days,
        ...said,
      ].join(' '),
    );
  }
  for (let month = 1; month <= 12; month++) found.push(calendar.lunarDay(2026, month, 15));
  return found;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(new Date(2026, 0, 1).getTimezoneOffset());
  for (const answer of answers()) console.log(answer);
}
