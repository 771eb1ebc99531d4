import type { Calendar } from '../calendar/calendar.ts';
import type { YearTrouble } from '../holidays/judge-notice.ts';
import { dayOf } from './holidays.ts';
import { fitted } from './periods.ts';

const MOST_LINES = 6;

/** Everything that is wrong with a year's days, in one answer. Nothing was kept. */
export function holidayTroublesText(year: number, troubles: readonly YearTrouble[], calendar: Calendar): string {
  const lines = troubles.map((trouble, index) => `${index + 1}. ${troubleText(trouble, year, calendar)}`);
  return [
    `${year}年放假安排有${troubles.length}处不对，没有启用，请核对后把全文重发一次`,
    ...fitted(lines, MOST_LINES - 1, '；'),
  ].join('\n');
}

function troubleText(trouble: YearTrouble, year: number, calendar: Calendar): string {
  const day = (which: string) => dayOf(which, year, calendar);
  switch (trouble.what) {
    case 'missing':
      return `没有${trouble.names.join('、')}的安排`;
    case 'unread':
      return `“${trouble.written}”看不出是哪一天`;
    case 'count':
      return `${trouble.name}写的是${trouble.said}天，按日期是${trouble.counted}天`;
    case 'order':
      return `${trouble.name}的结束日期在开始之前`;
    case 'overlap':
      return `${trouble.names[0]}和${trouble.names[1]}的日期重叠`;
    case 'other-year':
      return `${day(trouble.day)}不在${year}年`;
    case 'statutory':
      return `${trouble.name}的法定假日${trouble.days.map(day).join('、')}不在放假日期里`;
    case 'not-weekend':
      return `补班日${day(trouble.day)}本来就是工作日`;
    case 'in-break':
      return `补班日${day(trouble.day)}在${trouble.name}假期里`;
    case 'twice':
      return `补班日${day(trouble.day)}写了两次`;
  }
}
