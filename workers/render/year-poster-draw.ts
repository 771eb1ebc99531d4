import { POSTER_LEVELS, type YearPoster } from '../../domain/papers/year-poster.ts';
import { POSTER_BANDS_TITLE, POSTER_LEGEND, POSTER_MARK_LEGEND } from '../../domain/wording/year-poster.ts';
import { brokenLines, type Pen, picture, write } from './picture.ts';
import { bandsHeight, drawBands } from './year-poster-bands.ts';
import { drawMark, drawMonth, monthsHeight, weeksOf } from './year-poster-months.ts';
import { GREY, INK, levelBox, levelStyle, line, RED } from './year-poster-styles.ts';

/** A3 upright at 212 dots an inch; more lines than there is room for make it longer, and nothing is left out. */
const WIDTH = 2480;
const LEAST_HEIGHT = 3508;
const SIDE = 84;
const INNER = WIDTH - 2 * SIDE;
const MONTHS_FROM = 356;
const COLUMNS = 4;
const GAP = 34;
/** A week needs room for a number, a label and a strip. */
const LEAST_WEEK = 80;
const MOST_WEEK = 92;
const BANDS_TITLE = 66;
const NOTE_SIZE = 25;
const NOTE_LINE = 37;
const FOOT = 60;

/** The bytes of the poster as a PNG. */
export async function posterPicture(poster: YearPoster): Promise<Buffer> {
  const { months, bands, notes } = poster;
  const rows = rowsOf(months);
  // A note that names many periods may take a second line.
  const foot = (notes.length + 1) * NOTE_LINE + FOOT;
  const weekHeight = weekHeightFor(rows, LEAST_HEIGHT - MONTHS_FROM - BANDS_TITLE - bandsHeight(bands, 0) - foot);
  const bandsFrom = MONTHS_FROM + allMonthsHeight(rows, weekHeight) + BANDS_TITLE;
  const room = LEAST_HEIGHT - bandsFrom - foot;
  const bandsEnd = bandsFrom + bandsHeight(bands, room);
  return picture(WIDTH, Math.max(LEAST_HEIGHT, bandsEnd + foot), (pen) => {
    drawHead(pen, poster);
    drawLegend(pen, MONTHS_FROM - 58);
    drawMonths(pen, rows, weekHeight);
    write(pen, POSTER_BANDS_TITLE, SIDE, bandsFrom - BANDS_TITLE / 2, { size: 38, weight: 'bold', colour: RED });
    drawBands(pen, bands, months, { x: SIDE, y: bandsFrom, width: INNER, height: room });
    drawNotes(pen, notes, bandsEnd + 34);
  });
}

function rowsOf(months: YearPoster['months']): YearPoster['months'][] {
  const count = Math.ceil(months.length / COLUMNS);
  return Array.from({ length: count }, (_, row) => months.slice(row * COLUMNS, (row + 1) * COLUMNS));
}

function drawHead(pen: Pen, { title, office, state }: YearPoster): void {
  write(pen, office, WIDTH / 2, 84, { size: 48, align: 'center', colour: INK, within: INNER });
  write(pen, title, WIDTH / 2, 180, { size: 118, weight: 'bold', align: 'center', colour: RED });
  if (state) {
    const [width, height] = [400, 64];
    const [x, y] = [WIDTH - SIDE - width, 148];
    pen.fillStyle = '#fff3d6';
    pen.fillRect(x, y, width, height);
    pen.strokeStyle = INK;
    pen.lineWidth = 3;
    pen.strokeRect(x, y, width, height);
    write(pen, state, x + width / 2, y + height / 2, {
      ...{ size: 40, weight: 'bold', align: 'center', colour: INK, within: width - 30 },
    });
  }
  line(pen, [SIDE, 258], [WIDTH - SIDE, 258], RED, 6);
  line(pen, [SIDE, 267], [WIDTH - SIDE, 267], RED, 2);
}

/** What colours, letters and marks mean, in one line. */
function drawLegend(pen: Pen, y: number): void {
  const height = 34;
  let x = SIDE;
  for (const level of POSTER_LEVELS) {
    levelBox(pen, level, { x, y, width: 56, height });
    write(pen, level, x + 28, y + height / 2, {
      ...{ size: 25, weight: 'bold', align: 'center', colour: levelStyle(level).letter },
    });
    x += 68 + write(pen, POSTER_LEGEND[level], x + 68, y + height / 2, { size: 29 }) + 46;
  }
  for (const mark of ['off', 'work'] as const) {
    drawMark(pen, mark, x, y, height);
    x += height + 12 + write(pen, POSTER_MARK_LEGEND[mark], x + height + 12, y + height / 2, { size: 29 }) + 46;
  }
}

/** As high as there is room for, so that most years keep to one sheet. */
function weekHeightFor(rows: readonly YearPoster['months'][], room: number): number {
  const weeks = rows.reduce((sum, row) => sum + weeksOf(row), 0);
  const spare = room - allMonthsHeight(rows, 0);
  return Math.max(LEAST_WEEK, Math.min(MOST_WEEK, Math.floor(spare / weeks)));
}

function allMonthsHeight(rows: readonly YearPoster['months'][], weekHeight: number): number {
  return rows.reduce((sum, row) => sum + monthsHeight(row, weekHeight) + GAP, 0);
}

function drawMonths(pen: Pen, rows: readonly YearPoster['months'][], weekHeight: number): void {
  const width = (INNER - (COLUMNS - 1) * GAP) / COLUMNS;
  let y = MONTHS_FROM;
  for (const row of rows) {
    row.forEach((month, column) => {
      drawMonth(pen, month, { x: SIDE + column * (width + GAP), y, width, height: weekHeight });
    });
    y += monthsHeight(row, weekHeight) + GAP;
  }
}

function drawNotes(pen: Pen, notes: readonly string[], from: number): void {
  let y = from;
  for (const note of notes) {
    for (const words of brokenLines(pen, note, NOTE_SIZE, INNER)) {
      write(pen, words, SIDE, y, { size: NOTE_SIZE, colour: GREY });
      y += NOTE_LINE;
    }
  }
}
