import type { PeriodLevel } from '../../domain/periods/policy.ts';
import type { Pen } from './picture.ts';

export const RED = '#b3201b';
export const INK = '#222222';
export const GREY = '#77777c';
export const LINE = '#c9c9ce';

interface LevelStyle {
  readonly fill: string;
  readonly letter: string;
  readonly edge: string;
}

/** Told apart by colour, and without it by darkness, hatching and the letter that goes with each. */
const LEVELS: Readonly<Record<PeriodLevel, LevelStyle>> = {
  A: { fill: '#c0261f', letter: '#ffffff', edge: '#8d1712' },
  B: { fill: '#f5b04d', letter: '#3a2400', edge: '#b06f0c' },
  C: { fill: '#dcebf7', letter: '#164a73', edge: '#5b93bd' },
};

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function levelStyle(level: PeriodLevel): LevelStyle {
  return LEVELS[level];
}

/** Fills a box in the way of a level; `broken` draws its edge as a broken line, for days that are not certain. */
export function levelBox(pen: Pen, level: PeriodLevel, box: Box, broken = false): void {
  const { fill, edge } = LEVELS[level];
  const { x, y, width, height } = box;
  pen.fillStyle = fill;
  pen.fillRect(x, y, width, height);
  if (level === 'B') hatch(pen, box, edge);
  pen.strokeStyle = edge;
  pen.lineWidth = 2;
  pen.setLineDash(broken ? [8, 6] : []);
  pen.strokeRect(x + 1, y + 1, Math.max(1, width - 2), height - 2);
  pen.setLineDash([]);
}

/** Thin slanting lines, so that the middle level is neither the dark nor the light one in black and white. */
function hatch(pen: Pen, { x, y, width, height }: Box, colour: string): void {
  pen.save();
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.clip();
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  pen.globalAlpha = 0.55;
  for (let start = x - height - (x % 9); start < x + width; start += 9) {
    pen.beginPath();
    pen.moveTo(start, y + height);
    pen.lineTo(start + height, y);
    pen.stroke();
  }
  pen.restore();
}

export function line(
  pen: Pen,
  from: readonly [number, number],
  to: readonly [number, number],
  colour: string,
  width = 1,
): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.beginPath();
  pen.moveTo(...from);
  pen.lineTo(...to);
  pen.stroke();
}
