import type { PosterBand, PosterStretch } from '../../domain/papers/year-poster-bands.ts';
import type { PosterMonth } from '../../domain/papers/year-poster-months.ts';
import { posterMonthText } from '../../domain/wording/year-poster.ts';
import { type Pen, write } from './picture.ts';
import { type Box, GREY, INK, LINE, levelBox, levelStyle, line } from './year-poster-styles.ts';

const HEAD = 40;
/** Of one line; more where there is room. */
const LEAST_ROW = 34;
const MOST_ROW = 44;
const LETTER_WIDTH = 34;
const NAME_WIDTH = 212;
const DATES_WIDTH = 380;
const CHART_FROM = LETTER_WIDTH + NAME_WIDTH + DATES_WIDTH + 30;
/** A single day can still be seen. */
const LEAST_BAR = 12;
/** Has room for its letter, and for a broken edge. */
const WIDE_BAR = 30;

/** How high the overview is where so much room is left for it. */
export function bandsHeight(bands: readonly PosterBand[], room: number): number {
  return HEAD + bands.length * rowHeight(bands, room);
}

function rowHeight(bands: readonly PosterBand[], room: number): number {
  return Math.min(MOST_ROW, Math.max(LEAST_ROW, Math.floor((room - HEAD) / bands.length)));
}

/** The overview: one line for each key period, its days in words and as a bar across the months. */
export function drawBands(pen: Pen, bands: readonly PosterBand[], months: readonly PosterMonth[], box: Box): void {
  const { x, y, width, height } = box;
  const row = rowHeight(bands, height);
  const chart = { x: x + CHART_FROM, width: width - CHART_FROM };
  const bottom = y + bandsHeight(bands, height);
  const days = months.flatMap((month) => month.days.map(({ day }) => day));
  const left = new Map(days.map((day, index) => [day, chart.x + (index / days.length) * chart.width]));
  const oneDay = chart.width / days.length;

  bands.forEach((band, index) => {
    const top = y + HEAD + index * row;
    if (index % 2 === 0) {
      pen.fillStyle = '#f6f6f8';
      pen.fillRect(x, top, width, row);
    }
    if (band.long && index > 0 && !bands[index - 1]!.long) line(pen, [x, top], [x + width, top], GREY, 2);
    drawNames(pen, band, x, top + (row - LEAST_ROW) / 2);
  });
  months.forEach(({ month, days }) => {
    const at = left.get(days[0]!.day)!;
    line(pen, [at, y], [at, bottom], LINE);
    const middle = at + (days.length * oneDay) / 2;
    write(pen, posterMonthText(month), middle, y + HEAD / 2, {
      size: 25,
      weight: 'bold',
      align: 'center',
      colour: INK,
    });
  });
  bands.forEach(({ level, stretches }, index) => {
    const top = y + HEAD + index * row;
    for (const stretch of stretches)
      drawBar(pen, level, stretch, top + (row - LEAST_ROW) / 2, (day) => left.get(day)!, oneDay);
  });
  line(pen, [x, y + HEAD], [x + width, y + HEAD], GREY, 2);
  line(pen, [x, bottom], [x + width, bottom], GREY, 2);
  line(pen, [x + width, y], [x + width, bottom], LINE);
}

function drawNames(pen: Pen, { level, name, dates }: PosterBand, x: number, top: number): void {
  const middle = top + LEAST_ROW / 2;
  levelBox(pen, level, { x: x + 2, y: top + 4, width: 26, height: 26 });
  write(pen, level, x + 15, middle, { size: 21, weight: 'bold', colour: levelStyle(level).letter, align: 'center' });
  write(pen, name, x + LETTER_WIDTH + 6, middle, {
    size: 25,
    weight: level === 'A' ? 'bold' : 'plain',
    within: NAME_WIDTH,
  });
  write(pen, dates, x + LETTER_WIDTH + NAME_WIDTH + 18, middle, { size: 24, colour: INK, within: DATES_WIDTH });
}

function drawBar(
  pen: Pen,
  level: PosterBand['level'],
  stretch: PosterStretch,
  top: number,
  leftOf: (day: string) => number,
  oneDay: number,
): void {
  const from = leftOf(stretch.fromDay);
  const width = Math.max(LEAST_BAR, leftOf(stretch.toDay) + oneDay - from);
  levelBox(
    pen,
    level,
    { x: from, y: top + 6, width, height: LEAST_ROW - 12 },
    stretch.provisional && width >= WIDE_BAR,
  );
  const { letter, edge } = levelStyle(level);
  const isWide = width >= WIDE_BAR;
  write(pen, level, isWide ? from + 7 : from + width + 4, top + LEAST_ROW / 2, {
    ...{ size: 18, weight: 'bold', colour: isWide ? letter : edge },
  });
}
