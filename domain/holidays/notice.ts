import type { Weekday } from '../calendar/calendar.ts';
import type { Day } from '../thing.ts';

/** One festival of the State Council's notice, as it stands there. */
export interface NoticeHoliday {
  /** 元旦; 国庆节、中秋节. */
  readonly name: string;
  readonly spans: readonly { readonly from: Day; readonly to: Day }[];
  /** 与周末连休: Saturdays and Sundays beside it belong to it. */
  readonly joinsWeekend: boolean;
  /** 共8天, 放假1天. */
  readonly saidDays?: number;
  readonly makeUpDays: readonly Day[];
  /** Weekdays that the notice puts beside its days. */
  readonly weekdays: readonly { readonly day: Day; readonly said: Weekday }[];
}

/** A whole notice, read and not yet judged. */
export interface HolidayNotice {
  readonly year: number;
  /** Its title. */
  readonly source: string;
  readonly holidays: readonly NoticeHoliday[];
  /** What stands there and cannot be: 2月30日, or a festival without days. */
  readonly unread: readonly string[];
}

/** One correction in a person's words: 2月14日改为不上班, 春节改为2月4日至10日. */
export type HolidayChange =
  | { readonly what: 'work' | 'off'; readonly from: Day; readonly to: Day }
  | { readonly what: 'break'; readonly name: string; readonly from: Day; readonly to: Day };
