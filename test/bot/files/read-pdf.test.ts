import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { readPdf } from '../../../bot/files/read-pdf.ts';
import { readSpeech } from '../../../bot/files/read-speech.ts';
import { hex, numbered, packed, pdf, stream, writing, written } from './pdf.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
});
afterAll(() => browser.close());

const TASK =
  '各乡镇、各部门要在5月20日前把辖区内的小型水库、山塘、河道险工险段全部排查一遍，排查清单由主要负责人签字后报县防指办。';
const CATALOGUE = '<</Type/Catalog/Pages 2 0 R>>';
/** Paragraphs of many lengths: some end in the middle of a line, some at its end, and lines repeat at the edges of pages. */
const SPEECH = [
  '在全县防汛工作会议上的讲话',
  '同志们：',
  ...Array.from({ length: 9 }, (_, at) => `第${at + 1}段。${TASK.repeat(1 + (at % 4))}${'好'.repeat(2 * at)}。`),
  '2026',
  '谢谢大家。',
];

interface Print {
  readonly paragraph: string;
  readonly landscape?: boolean;
  readonly header?: string;
  readonly footer?: string;
}

/** Printed from a page, as a browser or an office program does. */
async function printed(
  paragraphs: readonly string[],
  { paragraph, landscape, header, footer }: Print,
): Promise<Buffer> {
  const page = await browser.newPage();
  const [title, ...rest] = paragraphs;
  const body = rest.map((words) => `<p style="${paragraph}">${words}</p>`).join('');
  await page.setContent(
    `<html lang="zh"><body style="font:16pt/28pt serif"><h1 style="text-align:center">${title}</h1>${body}</body></html>`,
  );
  const bytes = await page.pdf({
    format: 'A4',
    landscape: landscape ?? false,
    margin: { top: '3.7cm', bottom: '3.5cm', left: '2.8cm', right: '2.6cm' },
    displayHeaderFooter: header !== undefined || footer !== undefined,
    headerTemplate: `<div style="font-size:9pt;margin-left:3cm">${header ?? ''}</div>`,
    footerTemplate: `<div style="font-size:10pt;width:100%;text-align:center">${footer ?? ''}</div>`,
  });
  await page.close();
  return bytes;
}

const INDENTED = 'margin:0;text-indent:2em;text-align:justify';
const NUMBER = '<span class="pageNumber"></span>';

test.each<[string, Print]>([
  ['indented paragraphs', { paragraph: INDENTED }],
  ['paragraphs indented and ragged', { paragraph: 'margin:0;text-indent:2em' }],
  ['paragraphs parted by a gap', { paragraph: 'margin:0 0 10pt' }],
  ['a page set crosswise', { paragraph: INDENTED, landscape: true }],
  ['a heading and a number on each page', { paragraph: INDENTED, header: '县防指办会议材料', footer: `— ${NUMBER} —` }],
  ['“第 3 页 共 9 页”', { paragraph: INDENTED, footer: `第 ${NUMBER} 页 共 <span class="totalPages"></span> 页` }],
  ['a heading that holds the number', { paragraph: INDENTED, header: `会议材料之${NUMBER}` }],
])('%s come back as they were written', async (_, print) => {
  const bytes = await printed(SPEECH, print);

  expect((await readPdf(bytes)).split('\n')).toEqual(SPEECH);
});

test('a speech is read through the door for speeches, whatever the file is called', async () => {
  const bytes = await printed(['标题', TASK], { paragraph: INDENTED });

  expect(await readSpeech({ name: '讲话.txt', bytes })).toBe(`标题\n${TASK}`);
});

test.each([
  ['UniGB-UCS2-H', hex('各乡镇五月底前报')],
  ['UniGB-UTF16-H', hex('各乡镇五月底前报')],
  ['GBK-EUC-H', 'b8f7cfe7d5f2cee5d4c2b5d7c7b0b1a8'],
])('a font that is not in the file is understood by its encoding %s', async (encoding, codes) => {
  expect(await readPdf(written({ pages: [writing(codes)], encoding }))).toBe('各乡镇五月底前报');
});

test('characters written with the codes of their radicals come back as characters', async () => {
  const characters = '⽉底前⼯作';
  const bytes = written({
    pages: [writing(numbered(characters))],
    encoding: 'Identity-H',
    ordering: 'Identity',
    characters,
  });

  expect(await readPdf(bytes)).toBe('月底前工作');
});

describe('a bare number at the foot of a page', () => {
  const lines = (words: string) =>
    ['山洪', '滑坡', '河道', '水库'].map((what) => hex(`${what}${words}五月底前排查完毕`));
  const foot = (text: string, y: number) => `BT /F 16 Tf 80 ${y} Td <${hex(text)}> Tj ET`;
  const both = (texts: readonly [string, string], y: number) => [
    writing(...lines('隐患点')) + foot(texts[0], y),
    writing(...lines('责任人')) + foot(texts[1], y),
  ];

  test('is a word of the text where it stands like a line of it', async () => {
    const bytes = written({ pages: both(['2026', '再见'], 604) });

    expect(await readPdf(bytes)).toContain('2026');
  });

  test('is the number of the page where it stands apart', async () => {
    const bytes = written({ pages: both(['1', '2'], 560) });

    const text = await readPdf(bytes);
    expect(text).toContain('水库责任人');
    expect(text).not.toMatch(/\d/);
  });
});

describe('a scan', () => {
  const scanned = async (text: string) => {
    const page = await browser.newPage();
    await page.setContent(
      `<html lang="zh"><body><p>${text}</p><canvas id="c" width="600" height="800" style="display:block;break-before:page"></canvas></body></html>`,
    );
    await page.evaluate(`{
      const pen = document.getElementById('c').getContext('2d');
      pen.font = '40px serif';
      pen.fillText('各乡镇要在5月底前完成', 50, 200);
    }`);
    const bytes = await page.pdf({ format: 'A4' });
    await page.close();
    return bytes;
  };

  test('has no text', async () => {
    await expect(readPdf(await scanned(''))).rejects.toMatchObject({ reason: 'empty' });
  });

  test('of one page among others is not left out in silence', async () => {
    await expect(readPdf(await scanned(TASK))).rejects.toMatchObject({ reason: 'empty' });
  });
});

describe('not read, and said why:', () => {
  const words = writing(hex('各乡镇五月底前报'));
  const whole = written({ pages: [words] });
  const lock = `<</Filter/Standard/V 1/R 2/P -4/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>>`;
  const kids = (count: number) => Array.from({ length: count }, () => '3 0 R').join(' ');
  /** Twenty pictures in a picture, twelve deep. */
  const nested = Array.from({ length: 12 }, (_, at) =>
    stream(
      '/X Do '.repeat(20),
      `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X ${Math.min(at + 6, 16)} 0 R>>>>`,
    ),
  );

  test.each<[string, Uint8Array, string]>([
    ['a locked file', written({ pages: [words], more: [lock], trailer: '/Encrypt 9 0 R/ID[<00><00>]' }), 'password'],
    ['nothing but a beginning', Buffer.from('%PDF-1.4'), 'broken'],
    ['noise', Buffer.from(`%PDF-1.7\n${'x'.repeat(5000)}\n%%EOF`), 'broken'],
    ['a file cut off on its way', whole.slice(0, -40), 'broken'],
    ['a page without anything', written({ pages: [''] }), 'empty'],
    [
      'glyphs without characters',
      written({ pages: [writing('00410042')], encoding: 'Identity-H', ordering: 'Identity' }),
      'encoding',
    ],
    ['more than five megabytes', Buffer.concat([whole, Buffer.alloc(5 * 1024 ** 2)]), 'too-big'],
    [
      '301 pages',
      pdf([CATALOGUE, `<</Type/Pages/Kids[${kids(301)}]/Count 301>>`, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>']),
      'too-big',
    ],
    ['pages in a circle', pdf([CATALOGUE, '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>']), 'broken'],
  ])('%s', async (_, bytes, reason) => {
    await expect(readPdf(bytes)).rejects.toMatchObject({ reason });
  });

  test.each<[string, Uint8Array]>([
    ['a bomb', written({ pages: [packed(Buffer.alloc(300 * 1024 ** 2, 'q '))] })],
    [
      'pictures in pictures',
      pdf([
        CATALOGUE,
        '<</Type/Pages/Kids[3 0 R]/Count 1>>',
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>',
        stream('/X Do '.repeat(20)),
        ...nested,
      ]),
    ],
  ])('%s, which end at the limit of memory or of time', async (_, bytes) => {
    await expect(readPdf(bytes)).rejects.toMatchObject({ reason: expect.stringMatching(/^too-big/) });
  });

  test('a bad file does not stand in the way of the next one', async () => {
    const answers = await Promise.allSettled([readPdf(whole, 1), readPdf(Buffer.from('%PDF-')), readPdf(whole)]);

    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  });

  test('a file that takes longer than it may', async () => {
    await expect(readPdf(whole, 1)).rejects.toMatchObject({ reason: 'too-big' });
    expect(await readPdf(whole)).toBe('各乡镇五月底前报');
  });
});
