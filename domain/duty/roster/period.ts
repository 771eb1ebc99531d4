import { readDate, type SaidDate } from './said-date.ts';

/** What a title, a sheet's name or a file's name says about the time a roster is for. */
export interface Period {
  readonly year?: number;
  readonly month?: number;
  /** `2月15日—23日`: then the roster ends there and not with the month. */
  readonly range?: SaidDate;
  /** The title speaks of whole months. */
  readonly monthly?: boolean;
}

const LONGEST_TITLE = 200;
const MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** 安宁区2026年2月值班表, 值班表202602.xlsx, 春节值班（2月15日—23日）. */
export function readPeriod(title: string): Period {
  const text = title
    .slice(0, LONGEST_TITLE)
    .normalize('NFKC')
    .replaceAll('元月', '1月')
    .replace(/(十[一二]?|[一二三四五六七八九])(?=月)/g, (numeral) => String(MONTHS.indexOf(numeral) + 1));
  const year = yearOf(text);
  const range = rangeIn(text);
  const month = range ? undefined : monthOf(text);
  return {
    ...((year ?? range?.year) && { year: year ?? range!.year! }),
    ...((month ?? range?.month) && { month: month ?? range!.month! }),
    ...(range && { range }),
    ...(month !== undefined && { monthly: true }),
  };
}

/** The nearer place comes first: a title outranks the sheet's name, and that the file's. */
export function joinPeriods(...periods: readonly Period[]): Period {
  return periods.reduceRight((far, near) => {
    // A month of its own is not narrowed by a range that stands farther off.
    const { range: _, ...rest } = far;
    return { ...(near.month === undefined ? far : rest), ...near };
  }, {});
}

function yearOf(text: string): number | undefined {
  const written = text.match(/(?<!\d)(20\d\d)(?:\s*年|[-./]\d|(?:0\d|1[0-2])(?!\d)|(?:0\d|1[0-2])[0-3]\d(?!\d))/)?.[1];
  return written ? Number(written) : undefined;
}

function monthOf(text: string): number | undefined {
  const written =
    text.match(/(?<!\d)(\d{1,2})(?:\s*[-~—至、]\s*\d{1,2})?\s*月/)?.[1] ??
    text.match(/(?<!\d)20\d\d[-./]?(0[1-9]|1[0-2]|[1-9](?!\d))/)?.[1];
  const month = Number(written);
  return month >= 1 && month <= 12 ? month : undefined;
}

/** Only a range that names its month: 8:30-17:30 and 1-3月 are none. */
function rangeIn(text: string): SaidDate | undefined {
  const start = text.search(/(?<!\d)(?:20\d\d\s*[年./-]\s*)?\d{1,2}\s*(?:月|[./-](?=\d))\s*\d{1,2}/);
  if (start < 0) return undefined;

  const date = readDate({ text: text.slice(start, start + 60) })?.date;
  return date?.to && date.month !== undefined && date.month <= 12 ? date : undefined;
}
