import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { projectRoot } from '../../../config/root.ts';
import { FESTIVALS, OFFICIAL_FESTIVALS } from '../../../domain/calendar/festivals.ts';
import { yearPoster } from '../../../domain/papers/year-poster.ts';
import { buildOffice } from '../../../domain/people/build-office.ts';
import { CATALOGUE } from '../../../domain/periods/catalogue/index.ts';
import * as wording from '../../../domain/wording/year-poster.ts';
import { picture, write } from '../../../workers/render/picture.ts';
import { posterPicture } from '../../../workers/render/year-poster-draw.ts';
import { calendar, policy } from '../../support/builders.ts';
import { charactersOfFont } from '../../support/font-characters.ts';
import { sampleOffice } from '../../support/world.ts';
import { SMALL_POSTER } from './small-poster.ts';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const terms = { calendar, policy, office: buildOffice(sampleOffice()), madeDay: '2026-11-22' };

/** Which of the pixels of a picture are dark, one bit each. */
async function dark(bytes: Buffer, width: number, height: number): Promise<string> {
  const pen = createCanvas(width, height).getContext('2d');
  pen.drawImage(await loadImage(bytes), 0, 0);
  const { data } = pen.getImageData(0, 0, width, height);
  return Array.from({ length: width * height }, (_, index) => (data[index * 4]! < 128 ? 1 : 0)).join('');
}

async function glyph(character: string, weight: 'plain' | 'bold'): Promise<string> {
  const bytes = await picture(60, 60, (pen) => write(pen, character, 5, 30, { size: 48, weight, colour: '#000000' }));
  return dark(bytes, 60, 60);
}

describe('the picture of a year', () => {
  test('is a PNG of an A3 sheet, 212 dots an inch, and the same one when it is drawn again', async () => {
    const bytes = await posterPicture(yearPoster(2027, terms));
    expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([2480, 3508]);
    expect(sha256(await posterPicture(yearPoster(2027, terms)))).toBe(sha256(bytes));
  });

  test('becomes longer where there are more periods than fit, and leaves none out', async () => {
    const poster = yearPoster(2027, terms);
    const bands = Array.from({ length: 60 }, (_, index) => ({ ...poster.bands[0]!, name: `时段${index}` }));
    const bytes = await posterPicture({ ...poster, bands });
    expect(bytes.readUInt32BE(20)).toBeGreaterThan(3508 + 20 * 34);
  });

  test.each(['plain', 'bold'] as const)(
    'writes Chinese in %s print, and not a box for every character',
    async (weight) => {
      const [spring, festival, none] = await Promise.all(['春', '节', ' '].map((one) => glyph(one, weight)));
      const ink = (bits: string) => [...bits].filter((bit) => bit === '1').length;
      expect(ink(spring!)).toBeGreaterThan(300);
      expect(ink(festival!)).toBeGreaterThan(200);
      expect(spring).not.toBe(festival);
      expect(ink(none!)).toBe(0);
      // A private character has no glyph anywhere.
      expect(spring).not.toBe(await glyph('\u{10fffd}', weight));
    },
  );

  test('is the same where the machine has no fonts', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', join(projectRoot(), 'test/workers/render/poster-elsewhere.ts')],
      {
        cwd: projectRoot(),
        env: {
          ...process.env,
          DISABLE_SYSTEM_FONTS_LOAD: '1',
          FONTCONFIG_FILE: '/nowhere',
          FONTCONFIG_PATH: '/nowhere',
        },
      },
    );
    const elsewhere = JSON.parse(stdout) as { offered: number; sha256: string };
    expect(elsewhere.offered).toBe(0);
    expect(elsewhere.sha256).toBe(sha256(await posterPicture(SMALL_POSTER)));
  });
});

describe('the fonts that come with the product', () => {
  const fonts = ['400', '700'].map((weight) =>
    charactersOfFont(readFileSync(join(projectRoot(), 'config', 'fonts', `noto-sans-sc-${weight}.woff2`))),
  );
  const missing = (words: string) =>
    [...new Set(words)].filter((one) => fonts.some((font) => !font.has(one.codePointAt(0)!)));

  test('have every character that a poster of any year is written with', () => {
    const words = [2001, 2020, 2026, 2027, 2033, 2098].map((year) => JSON.stringify(yearPoster(year, terms)));
    const names = [...CATALOGUE, ...FESTIVALS, ...OFFICIAL_FESTIVALS].map(({ name }) => name);
    expect(missing([...words, ...names, JSON.stringify(wording), '0123456789ABC'].join(''))).toEqual([]);
  });

  test('have all Chinese characters of GB 2312, for the names of offices and of their own periods', () => {
    const decoder = new TextDecoder('gb18030');
    let words = '';
    for (let row = 0xb0; row <= 0xf7; row++)
      for (let cell = 0xa1; cell <= 0xfe; cell++) words += decoder.decode(Uint8Array.of(row, cell));
    const chinese = [...words].filter((one) => one < '\ue000' || one > '\uf8ff');
    expect(chinese).toHaveLength(6763);
    expect(missing(chinese.join(''))).toEqual([]);
    // What it would look like if the test could not fail.
    expect(missing('\u{10fffd}')).toHaveLength(1);
  });
});
