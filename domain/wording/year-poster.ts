import type { PosterStretch } from '../papers/year-poster-bands.ts';
import type { PeriodLevel } from '../periods/policy.ts';
import type { Day } from '../thing.ts';

/** Festivals and days of remembrance that a duty office hangs on its wall, by their names in the calendar; short enough for a cell. */
export const FESTIVALS_SHOWN: Readonly<Record<string, string>> = {
  劳动: '劳动节',
  除夕: '除夕',
  元宵节: '元宵',
  小年: '小年',
  腊八节: '腊八',
  重阳节: '重阳',
  妇女节: '妇女节',
  植树节: '植树节',
  全民国家安全教育日: '国安日',
  青年节: '青年节',
  防灾减灾日: '减灾日',
  儿童节: '儿童节',
  安全宣传咨询日: '咨询日',
  建党节: '建党节',
  建军节: '建军节',
  教师节: '教师节',
  烈士纪念日: '烈士日',
  消防日: '消防日',
  交通安全日: '交安日',
  宪法日: '宪法日',
  公祭日: '公祭日',
};

export const POSTER_WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;
export const POSTER_MARKS = { off: '休', work: '班' } as const;
export const POSTER_BANDS_TITLE = '全年重点时段';
export const POSTER_PENDING = '待公布';

/** One entry of what the colours, letters and marks mean. */
export const POSTER_LEGEND: Readonly<Record<PeriodLevel, string>> = {
  A: 'A级 要求最严',
  B: 'B级 加强值班',
  C: 'C级 注意防范',
};
export const POSTER_MARK_LEGEND: Readonly<Record<keyof typeof POSTER_MARKS, string>> = {
  off: '放假',
  work: '调休上班',
};

export function posterTitle(year: number): string {
  return `${year}年重点时段图`;
}

/** File name without its ending. */
export function posterFileName(year: number): string {
  return `${year}年重点时段`;
}

export function posterMonthText(month: number): string {
  return `${month}月`;
}

export function posterStateText(announced: boolean): string | undefined {
  return announced ? undefined : '放假安排待公布';
}

/** `2月5日—8日`, `12月2日`, `至3月31日，11月1日起`; a mark where it rests on days off that are not announced. */
export function bandDatesText(stretches: readonly PosterStretch[]): string {
  const dates = stretches.map(stretchText).join('，');
  return stretches.some(({ provisional }) => provisional) ? `${dates}（${POSTER_PENDING}）` : dates;
}

function stretchText({ fromDay, toDay, fromBefore, goesOn }: PosterStretch): string {
  if (fromBefore && goesOn) return '全年';
  if (fromBefore) return `至${dayText(toDay)}`;
  if (goesOn) return `${dayText(fromDay)}起`;
  if (fromDay === toDay) return dayText(fromDay);
  const sameMonth = fromDay.slice(0, 7) === toDay.slice(0, 7);
  return `${dayText(fromDay)}—${sameMonth ? `${Number(toDay.slice(8))}日` : dayText(toDay)}`;
}

function dayText(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}

/** What a reader of the poster must know, below the overview. */
export function posterNotes(known: {
  readonly year: number;
  readonly announced: boolean;
  readonly nextAnnounced: boolean;
  /** Names of the office's own periods that have no days in this year. */
  readonly undated: readonly string[];
  readonly madeDay: Day;
}): string[] {
  const { year, announced, nextAnnounced, undated, madeDay } = known;
  const [madeYear, month, date] = madeDay.split('-').map(Number);
  return [
    ...(announced
      ? []
      : [
          `${year}年放假调休安排尚未公布：“休”只标法定节假日，没有调休上班日，注明“${POSTER_PENDING}”的时段按法定节假日推算。公布后请重新出图。`,
        ]),
    ...(announced && !nextAnnounced
      ? [`${year + 1}年元旦放假调休如涉及${year}年12月底，以${year + 1}年放假安排为准。`]
      : []),
    ...(undated.length > 0 ? [`尚未录入日期：${undated.join('、')}。录入后请重新出图。`] : []),
    '日历下边的横条是当天最严的级别，数月的季节时段只列在下表。台风、暴雨、寒潮、高温预警随预警启动和解除，不在图上。',
    `制图：值守　${madeYear}年${month}月${date}日`,
  ];
}

/** With the picture. */
export function posterSentText(year: number, announced: boolean): string {
  const state = announced ? '' : `（${year}年放假安排待公布，公布后请再说一次“${posterTitle(year)}”）`;
  return `${posterTitle(year)}，请查收${state}`;
}

/** Where a command wrote it to a file. */
export function posterWrittenText(year: number, announced: boolean, file: string): string {
  const state = posterStateText(announced);
  return `${posterTitle(year)}${state ? `（${state}）` : ''}：${file}`;
}

export function posterYearText(first: number, last: number): string {
  return `只能出${first}年到${last}年的重点时段图`;
}
