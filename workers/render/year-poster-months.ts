import type { PosterDay, PosterMonth } from '../../domain/papers/year-poster-months.ts';
import { POSTER_MARKS, POSTER_WEEKDAYS, posterMonthText } from '../../domain/wording/year-poster.ts';
import { type Pen, write } from './picture.ts';
import { type Box, GREY, INK, LINE, levelBox, levelStyle, RED } from './year-poster-styles.ts';

const HEAD = 62;
const WEEKDAYS = 40;
const STRIP = 19;
/** Side of 休 and 班. */
const MARK = 25;

/** Months that stand beside each other have room for as many weeks as the longest of them. */
export function weeksOf(months: readonly PosterMonth[]): number {
  return Math.max(...months.map(({ blanks, days }) => Math.ceil((blanks + days.length) / 7)));
}

export function monthsHeight(months: readonly PosterMonth[], weekHeight: number): number {
  return HEAD + WEEKDAYS + weeksOf(months) * weekHeight;
}

/** One month as a grid with Monday first; the height given is that of a week. */
export function drawMonth(pen: Pen, { month, blanks, days }: PosterMonth, box: Box): void {
  const { x, y, width, height: weekHeight } = box;
  const cell = width / 7;
  pen.fillStyle = RED;
  pen.fillRect(x, y, width, HEAD - 6);
  write(pen, posterMonthText(month), x + width / 2, y + HEAD / 2 - 3, {
    ...{ size: 42, weight: 'bold', colour: '#ffffff', align: 'center' },
  });
  POSTER_WEEKDAYS.forEach((name, index) => {
    const colour = index > 4 ? RED : GREY;
    write(pen, name, x + (index + 0.5) * cell, y + HEAD + WEEKDAYS / 2 - 2, { size: 24, colour, align: 'center' });
  });
  const top = y + HEAD + WEEKDAYS;
  days.forEach((day, index) => {
    const at = blanks + index;
    const before = at % 7 === 0 ? undefined : days[index - 1];
    const place = { x: x + (at % 7) * cell, y: top + Math.floor(at / 7) * weekHeight, width: cell, height: weekHeight };
    drawDay(pen, day, index + 1, place, before?.level !== day.level);
  });
}

const LABEL_COLOURS = { festival: RED, term: '#2f6b3a', lunar: GREY } as const;

function drawDay(pen: Pen, day: PosterDay, date: number, box: Box, beginsStrip: boolean): void {
  const { x, y, width, height } = box;
  if (day.mark === 'off') {
    pen.fillStyle = '#fdeceb';
    pen.fillRect(x + 1, y + 1, width - 2, height - 2);
  }
  pen.strokeStyle = LINE;
  pen.lineWidth = 1;
  pen.strokeRect(x + 0.5, y + 0.5, width, height);
  const isRed = day.mark === 'off' || (day.weekday > 5 && day.mark !== 'work');
  // Clear of the mark in the corner.
  const middle = day.mark ? x + (width - MARK) / 2 : x + width / 2;
  write(pen, String(date), middle, y + 21, {
    ...{ size: 36, weight: 'bold', colour: isRed ? RED : INK, align: 'center' },
  });
  const isFestival = day.labelOf === 'festival';
  write(pen, day.label, x + width / 2, y + 48, {
    ...{ size: 20, weight: isFestival ? 'bold' : 'plain', colour: LABEL_COLOURS[day.labelOf], align: 'center' },
    within: width - 6,
  });
  if (day.mark) drawMark(pen, day.mark, x + width - MARK - 2, y + 3);
  if (day.level) drawStrip(pen, day.level, box, beginsStrip);
}

/** 休 is white on red, 班 black in a frame: not to be mixed up in black and white either. */
export function drawMark(pen: Pen, mark: NonNullable<PosterDay['mark']>, x: number, y: number, side = MARK): void {
  pen.fillStyle = mark === 'off' ? RED : '#ffffff';
  pen.fillRect(x, y, side, side);
  if (mark === 'work') {
    pen.strokeStyle = INK;
    pen.lineWidth = 2;
    pen.strokeRect(x + 1, y + 1, side - 2, side - 2);
  }
  write(pen, POSTER_MARKS[mark], x + side / 2, y + side / 2, {
    ...{ size: side * 0.76, weight: 'bold', colour: mark === 'off' ? '#ffffff' : INK, align: 'center' },
  });
}

function drawStrip(
  pen: Pen,
  level: NonNullable<PosterDay['level']>,
  { x, y, width, height }: Box,
  begins: boolean,
): void {
  levelBox(pen, level, { x: x + 1, y: y + height - STRIP, width, height: STRIP });
  if (!begins) return;
  const { letter } = levelStyle(level);
  write(pen, level, x + 8, y + height - STRIP / 2, { size: 18, weight: 'bold', colour: letter });
}
