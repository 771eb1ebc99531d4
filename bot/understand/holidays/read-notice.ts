import type { Calendar } from '../../../domain/calendar/calendar.ts';
import type { HolidayNotice, NoticeHoliday } from '../../../domain/holidays/notice.ts';
import { normalise } from '../normalise.ts';
import { datesIn, monthOf, type SaidDay } from './notice-days.ts';

const FESTIVAL = '元旦|春节|清明节|清明|国际劳动节|劳动节|五一|端午节|端午|中秋节|中秋|国庆节|国庆';
/** 六、国庆节、中秋节：, also without the colon where a date follows. */
const HEADING = new RegExp(
  `((?:${FESTIVAL})(?:[、和与及,](?:${FESTIVAL}))*)(?:假期|放假)?(?:\\s*[::]\\s*|\\s*(?=\\d{1,4}[年月]))`,
  'g',
);
const TITLE = /(?:国务院办公厅)?关于(\d{4})年[^。\n]{0,12}(?:节假日|放假)[^。\n]{0,12}?(?:通知|公告|安排)/;
const YEAR = /(\d{4})年(?:部分|全年)?(?:法定)?(?:节假日|节日|放假|假期)/;

/** Whether a text is the State Council's notice, or most of it: two festivals with their days off. */
export function isHolidayNotice(text: string): boolean {
  const plain = plainly(text);
  return (TITLE.test(plain) && plain.includes('放假')) || sectionsOf(plain).filter(hasDaysOff).length >= 2;
}

/** The year could not be told: the notice was pasted without its title, and its weekdays do not say it either. */
export type NoYear = 'no-year';

/**
 * Reads 国务院办公厅关于…年部分节假日安排的通知 in any of its usual wordings. Without a title the year is the one of the `years`
 * that all its weekdays fit; where several or none do, nobody knows it.
 */
export function readHolidayNotice(text: string, years: readonly number[], calendar: Calendar): HolidayNotice | NoYear {
  const plain = plainly(text);
  const titled = Number((TITLE.exec(plain) ?? YEAR.exec(plain))?.[1] ?? Number.NaN);
  const year = Number.isNaN(titled) ? yearByWeekdays(plain, years, calendar) : titled;
  if (year === undefined) return 'no-year';

  const read = sectionsOf(plain)
    .filter(hasDaysOff)
    .map((section) => readSection(section, year));
  return {
    year,
    source: (TITLE.exec(plain)?.[0] ?? `${year}年节假日安排`).slice(0, 60),
    holidays: read.flatMap(({ holiday }) => holiday ?? []),
    unread: read.flatMap(({ unread }) => unread),
  };
}

interface Section {
  readonly name: string;
  readonly text: string;
}

function plainly(text: string): string {
  const plain = normalise(text)
    .text.replace(/[^\S\n]+/g, ' ')
    .replace(/[〜~—–－-]+/g, '至');
  return plain.replace(/\([^()]{0,30}\)/g, (beside) => beside.replace(/,/g, '、'));
}

function sectionsOf(plain: string): Section[] {
  const headings = [...plain.matchAll(HEADING)];
  return headings.map((heading, index) => ({
    name: heading[1]!.replace(/[和与及,]/g, '、'),
    text: plain.slice(heading.index + heading[0].length, headings[index + 1]?.index),
  }));
}

function hasDaysOff({ text }: Section): boolean {
  return /\d日/.test(text) && /放假|休|上班/.test(text);
}

function readSection({ name, text }: Section, year: number): { holiday?: NoticeHoliday; unread: string[] } {
  const dated = `${name}:${text}`;
  const spans: { from: SaidDay; to: SaidDay }[] = [];
  const makeUp: SaidDay[] = [];
  let waiting: SaidDay[] = [];
  let month: number | undefined;

  // What employers are encouraged to allow is no day off.
  const sentences = dated.split(/[。;\n]/).filter((sentence) => !/鼓励|年休假/.test(sentence));
  for (const piece of sentences.flatMap((sentence) => sentence.split(','))) {
    const days = datesIn(name.includes('元旦') ? `元旦${piece}` : piece, year, month);
    month = days.length > 0 ? monthOf(days.at(-1)!) : month;
    if (/上班|补班/.test(piece)) makeUp.push(...waiting, ...days);
    else if (/放假|共\d{1,2}天|休息|连休/.test(piece) && days.length + waiting.length > 0) {
      const all = [...waiting, ...days];
      spans.push({ from: all[0]!, to: all.at(-1)! });
    }
    waiting = /上班|补班|放假|休息|连休/.test(piece) ? [] : [...waiting, ...days];
  }

  const said = [...spans.flatMap(({ from, to }) => [from, to]), ...makeUp];
  const impossible = said
    .filter(({ exists }) => !exists)
    .map(({ day }) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`);
  if (impossible.length > 0) return { unread: [...new Set(impossible)] };
  if (spans.length === 0) return { unread: [name] };
  const saidDays = /共(\d{1,2})天/.exec(text)?.[1] ?? /放假(\d{1,2})天/.exec(text)?.[1];
  return {
    unread: [],
    holiday: {
      name,
      spans: spans.map(({ from, to }) => ({ from: from.day, to: to.day })),
      joinsWeekend: /(?:与|和)周末(?:连休|相连)/.test(text),
      ...(saidDays && { saidDays: Number(saidDays) }),
      makeUpDays: makeUp.map(({ day }) => day),
      weekdays: said.flatMap(({ day, weekday }) => (weekday ? [{ day, said: weekday }] : [])),
    },
  };
}

/** Several weekdays fit one year only; a year later or earlier each of them is another. */
function yearByWeekdays(plain: string, years: readonly number[], calendar: Calendar): number | undefined {
  const fitting = years.filter((year) => {
    const weekdays = sectionsOf(plain).flatMap((section) => readSection(section, year).holiday?.weekdays ?? []);
    return weekdays.length >= 3 && weekdays.every(({ day, said }) => calendar.weekday(day) === said);
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}
