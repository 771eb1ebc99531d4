import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { projectRoot } from '../../config/root.ts';

export type Pen = SKRSContext2D;

/** Names under which the fonts in config/fonts are known to the canvas; no font of the machine is asked for. */
const FONTS = { plain: 'Zhishou 400', bold: 'Zhishou 700' } as const;
const FONT_FILES = { plain: 'noto-sans-sc-400.woff2', bold: 'noto-sans-sc-700.woff2' } as const;
export type FontWeight = keyof typeof FONTS;

/** The library is large and few ever ask for a picture: it is loaded with the first. */
let ready: Promise<typeof import('@napi-rs/canvas')> | undefined;

/**
 * The bytes of a PNG, drawn on white with the fonts that come with the product. The same drawing gives the same bytes. Rejects
 * where the drawing library or a font cannot be loaded.
 */
export async function picture(width: number, height: number, draw: (pen: Pen) => void): Promise<Buffer> {
  ready ??= withFonts();
  // A failure may pass: the next picture tries again.
  const { createCanvas } = await ready.catch((error: unknown) => {
    ready = undefined;
    throw error;
  });
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  draw(pen);
  return canvas.encode('png');
}

async function withFonts() {
  const library = await import('@napi-rs/canvas');
  for (const weight of Object.keys(FONTS) as FontWeight[]) {
    const file = join(projectRoot(), 'config', 'fonts', FONT_FILES[weight]);
    if (!library.GlobalFonts.register(await readFile(file), FONTS[weight])) throw new Error(`not a font: ${file}`);
  }
  return library;
}

export interface Lettering {
  readonly size: number;
  readonly weight?: FontWeight;
  readonly colour?: string;
  readonly align?: 'left' | 'center' | 'right';
  /** Written smaller where it would be wider than this. */
  readonly within?: number;
}

/** Writes one line; `y` is the middle of its height. Returns its width. */
export function write(pen: Pen, words: string, x: number, y: number, lettering: Lettering): number {
  const { size, weight = 'plain', colour = '#222222', align = 'left', within } = lettering;
  const setFont = (pixels: number) => {
    pen.font = `${pixels}px "${FONTS[weight]}"`;
  };
  setFont(size);
  const width = pen.measureText(words).width;
  const shrunk = within !== undefined && width > within ? within / width : 1;
  if (shrunk < 1) setFont(size * shrunk);
  pen.fillStyle = colour;
  pen.textAlign = align;
  pen.textBaseline = 'alphabetic';
  // Chinese characters stand a little below the line of Latin ones: their middle is 37 % of their size above it.
  pen.fillText(words, x, y + size * shrunk * 0.37);
  return width * shrunk;
}

/** A line of text broken where it would be wider than there is room; Chinese may be broken anywhere but before a stop. */
export function brokenLines(pen: Pen, words: string, size: number, room: number): string[] {
  pen.font = `${size}px "${FONTS.plain}"`;
  const lines: string[] = [];
  let line = '';
  for (const char of words) {
    if (pen.measureText(line + char).width > room && !STOPS.includes(char)) {
      lines.push(line);
      line = '';
    }
    line += char;
  }
  return line === '' ? lines : [...lines, line];
}

const STOPS = '，。、；：？！”）…';
