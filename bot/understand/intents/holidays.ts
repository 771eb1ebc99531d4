import { gated } from '../gated.ts';
import { namesHolidays, readHolidayChanges } from '../holidays/read-change.ts';
import { isHolidayNotice } from '../holidays/read-notice.ts';
import { type IntentReader, reading } from './reader.ts';

const NOTICE = gated(/放假/);
const CHANGE = gated(/(?:上班|补班|放假|休息|节假日|放假安排|[节旦明五午秋庆](?:假期)?(?:改|应))/);

/** The State Council's notice of a year's days off, pasted whole; 调整节假日; and one day of it put right: 2月14日改为不上班. */
export const holidays: IntentReader = reading([/放假|上班|补班|休息|节假日|[节旦明五午秋庆]/], (heard) => {
  const { text, numbers, question, direct } = heard;
  if (!direct || question || numbers.length > 0) return undefined;
  if (NOTICE.test(text) && isHolidayNotice(text)) return { intent: 'holidays' };
  if (!CHANGE.test(text)) return undefined;
  // Which year is meant the command knows; any leap year has all days that there are.
  return namesHolidays(text) || readHolidayChanges(text, 2028) ? { intent: 'holidays' } : undefined;
});
