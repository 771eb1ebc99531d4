import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { readSheets } from '../../../bot/files/read-sheets.ts';
import { readPastedTable } from '../../../bot/files/read-text-table.ts';
import { UnreadableFile } from '../../../bot/files/unreadable-file.ts';
import { readRoster } from '../../../domain/duty/roster/read-roster.ts';
import { type Sheet, UNREADABLE } from '../../../domain/duty/roster/sheet.ts';
import { unreadableText } from '../../../domain/wording/roster.ts';
import { context } from '../../domain/duty/roster/meilin.ts';
import { textCell, workbookParts, zip } from './zip.ts';

const texts = (sheet: Sheet | undefined) => sheet?.rows.map((row) => row.map(({ text }) => text));
const day = (text: string) => new Date(`${text}T00:00:00Z`);

async function reasonOf(name: string, bytes: Uint8Array): Promise<string> {
  try {
    await readSheets({ name, bytes });
    return 'read';
  } catch (error) {
    if (error instanceof UnreadableFile) return error.reason;
    throw error;
  }
}

const ROWS = [
  ['梅林镇2026年2月值班表', null, null, null],
  ['日期', '带班领导', '值班员', '电话'],
  [day('2026-02-01'), '周强', '许静', 13900000003],
  [day('2026-02-02'), null, '何勇\n郭敏', ' '],
  [46056, '林峰', '许静', ''],
];

test('a workbook gives its cells, merged areas filled, dates as days, numbers as text', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '2月',
        rows: ROWS,
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 3 },
          { startRow: 2, startCol: 1, endRow: 3, endCol: 1 },
        ],
      },
    ],
  });
  const [sheet] = await readSheets({ name: '值班表.xlsx', bytes });
  expect(sheet).toMatchObject({ name: '2月', file: '值班表.xlsx' });
  expect(sheet!.rows[0]![3]).toEqual({ text: '梅林镇2026年2月值班表', filled: 'right' });
  expect(sheet!.rows[2]).toEqual([
    { text: '2026-02-01', day: '2026-02-01' },
    { text: '周强' },
    { text: '许静' },
    { text: '13900000003' },
  ]);
  expect(sheet!.rows[3]![1]).toEqual({ text: '周强', filled: 'down' });
  expect(sheet!.rows[4]![0]).toEqual({ text: '46056', serial: '2026-02-03' });

  const result = readRoster([sheet!], context);
  expect(result.rows.map(({ people }) => people.length)).toEqual([1, 1, 1, 2, 1, 1]);
  expect(result.rows.at(-1)).toMatchObject({ day: '2026-02-03', people: ['person.xujing'] });
});

test('hidden sheets, rows and columns are not read, and the numbers of the others stay', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '旧',
        hidden: true,
        rows: [
          ['日期', '值班员'],
          ['1月1日', '何勇'],
        ],
      },
      {
        name: '新',
        columns: [{}, { hidden: true }, {}],
        rowDefs: new Map([[1, { hidden: true }]]),
        rows: [
          ['日期', '带班领导', '值班员'],
          ['2月1日', '周强', '何勇'],
          ['2月2日', '周强', '许静'],
        ],
      },
    ],
  });
  const sheets = await readSheets({ name: 'a.xlsx', bytes });
  expect(sheets.map(({ name }) => name)).toEqual(['新']);
  expect(texts(sheets[0])).toEqual([['日期', '', '值班员'], [], ['2月2日', '', '许静']]);
});

test('of a formula the last worked out value counts', async () => {
  const sheet =
    '<sheetData><row r="1"><c r="A1" s="1"><v>46054</v></c></row><row r="2"><c r="A2" s="1"><f>A1+1</f><v>46055</v></c><c r="B2" t="str"><f>名单!A1</f><v>许静</v></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData>';
  const [read] = await readSheets({ name: 'a.xlsx', bytes: zip(workbookParts({ sheet })) });
  expect(read!.rows[1]!.map((cell) => cell.day ?? cell.text).slice(0, 2)).toEqual(['2026-02-02', '许静']);
});

test('a workbook that counts its days from 1904 has the right days', async () => {
  const days = [
    ['A2', 44592],
    ['A3', 44593],
  ];
  const rows = days.map(
    ([ref, value], index) =>
      `<row r="${index + 2}"><c r="${ref}" s="1"><v>${value}</v></c>${textCell(`B${index + 2}`, '许静')}</row>`,
  );
  const plain = `<row r="4"><c r="A4"><v>44594</v></c>${textCell('B4', '何勇')}</row>`;
  const sheet = `<sheetData><row r="1">${textCell('A1', '日期')}${textCell('B1', '值班员')}</row>${rows.join('')}${plain}</sheetData>`;
  const [read] = await readSheets({
    name: 'mac.xlsx',
    bytes: zip(workbookParts({ sheet, workbook: ' date1904="1"' })),
  });
  expect(read!.rows.slice(1).map(([cell]) => cell!.day ?? cell!.serial)).toEqual([
    '2026-02-01',
    '2026-02-02',
    '2026-02-03',
  ]);
});

test('merged cells written by hand are filled over a gap in the rows', async () => {
  const sheet = `<sheetData><row r="1">${textCell('A1', '日期')}${textCell('B1', '带班领导')}${textCell('C1', '值班员')}</row><row r="2">${textCell('A2', '2月1日')}${textCell('B2', '周强')}${textCell('C2', '许静')}</row><row r="3">${textCell('A3', '2月2日')}${textCell('C3', '何勇')}</row><row r="4">${textCell('A4', '2月3日')}${textCell('C4', '许静')}</row></sheetData><mergeCells count="1"><mergeCell ref="B2:B4"/></mergeCells>`;
  const [read] = await readSheets({ name: 'a.xlsx', bytes: zip(workbookParts({ sheet })) });
  expect(read!.rows.map((row) => row[1]!.text)).toEqual(['带班领导', '周强', '周强', '周强']);
  const leaders = readRoster([read!], context).rows.filter(({ layer }) => layer === 'leader');
  expect(leaders.map(({ day: on, people }) => [on, people])).toEqual([
    ['2026-02-01', ['person.zhouqiang']],
    ['2026-02-02', ['person.zhouqiang']],
    ['2026-02-03', ['person.zhouqiang']],
  ]);
});

/** The bytes that Excel writes on a Chinese machine. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) codes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
    }
  }
  return new Uint8Array([...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : codes.get(char)!)));
}

const CSV =
  '梅林镇2026年2月值班表,,\r\n日期,带班领导,值班员\r\n2月1日,周强,"许静,何勇"\r\n2月2日,林峰,"许静\n郭敏"\r\n';

test.each([
  ['UTF-8', new TextEncoder().encode(CSV)],
  ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${CSV}`)],
  ['GB18030', gb18030(CSV)],
  ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${CSV}`, 'utf16le'))],
])('a csv file in %s', async (_, bytes) => {
  const [sheet] = await readSheets({ name: '值班表.csv', bytes });
  expect(texts(sheet)!.slice(1, 4)).toEqual([
    ['日期', '带班领导', '值班员'],
    ['2月1日', '周强', '许静,何勇'],
    ['2月2日', '林峰', '许静\n郭敏'],
  ]);
  expect(readRoster([sheet!], context).rows).toHaveLength(4);
});

test.each([
  ['tabs', '日期\t值班员\n2月1日\t许静、何勇'],
  ['several spaces', '日期   值班员\n2月1日   许静、何勇'],
  ['wide spaces', '日期　　值班员\n2月1日　许静、何勇'],
  ['one space', '日期 值班员\n2月1日 许静、何勇'],
  ['bars', '| 日期 | 值班员 |\n| --- | --- |\n| 2月1日 | 许静、何勇 |'],
  ['commas', '日期,值班员\n2月1日,许静、何勇'],
  ['wide commas', '日期，值班员\n2月1日，许静、何勇'],
])('a pasted table parted by %s', (_, text) => {
  const rows = texts(readPastedTable(text))!.filter((row) => row.some(Boolean));
  expect(rows).toEqual([
    ['日期', '值班员'],
    ['2月1日', '许静、何勇'],
  ]);
});

test.each(['收到', '请各单位报值班表\n谢谢', ''])('%j is no table', (text) => {
  expect(readPastedTable(text)).toBeUndefined();
});

const filler = (rows: number, columns: number) =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => '班'));

test.each([
  ['空.xlsx', 'empty', async () => new Uint8Array()],
  ['大.xlsx', 'too-big', async () => new Uint8Array(5 * 1024 ** 2 + 1)],
  ['长.xlsx', 'too-many-rows', async () => writeXlsx({ sheets: [{ name: 'a', rows: filler(2001, 2) }] })],
  ['宽.xlsx', 'too-many-columns', async () => writeXlsx({ sheets: [{ name: 'a', rows: filler(2, 61) }] })],
  ['长.csv', 'too-many-rows', async () => new TextEncoder().encode('1,2\n'.repeat(2001))],
  [
    '密.xlsx',
    'password',
    async () => writeXlsx({ sheets: [{ name: 'a', rows: ROWS }], encryption: { password: '1234', spinCount: 100 } }),
  ],
  ['旧.xls', 'old-excel', async () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
  ['断.xlsx', 'broken', async () => (await writeXlsx({ sheets: [{ name: 'a', rows: ROWS }] })).slice(0, 900)],
  ['文.xlsx', 'broken', async () => new TextEncoder().encode('日期,值班员')],
  ['别.xlsx', 'broken', async () => zip({ 'word/document.xml': '<a/>' })],
  ['坏.xlsx', 'broken', async () => zip({ 'xl/workbook.xml': '<' })],
  ['图.csv', 'encoding', async () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])],
  ['函.pdf', 'not-a-table', async () => new TextEncoder().encode('%PDF-1.7 abc')],
  ['话.txt', 'not-a-table', async () => new TextEncoder().encode('今天开会')],
])('%s is refused: %s', async (name, reason, bytes) => {
  expect(await reasonOf(name, await bytes())).toBe(reason);
});

test('an archive that unpacks to far more than it says is refused', async () => {
  const bomb = zip({ ...workbookParts({ sheet: '<sheetData/>' }), 'xl/media/a.bin': Buffer.alloc(30 * 1024 ** 2) }, 10);
  expect(bomb.length).toBeLessThan(100_000);
  expect(await reasonOf('a.xlsx', bomb)).toBe('too-big-unpacked');
});

test('a cell far out makes no giant of a small file', async () => {
  const far = `<sheetData><row r="1">${textCell('A1', '日期')}</row><row r="1048576">${textCell('XFD1048576', '完')}</row></sheetData>`;
  expect(['read', 'too-many-rows', 'too-many-columns']).toContain(
    await reasonOf('a.xlsx', zip(workbookParts({ sheet: far }))),
  );
});

test('areas merged over each other many times are not filled for ever', async () => {
  const merges = '<mergeCell ref="A1:BH2000"/>'.repeat(50_000);
  const sheet = `<sheetData><row r="1">${textCell('A1', '日期')}</row><row r="2000">${textCell('A2000', '完')}</row></sheetData><mergeCells>${merges}</mergeCells>`;
  expect(await reasonOf('a.xlsx', zip(workbookParts({ sheet })))).toBe('read');
});

test('every reason has a line for the sender', () => {
  for (const reason of UNREADABLE) expect(unreadableText(reason)).toMatch(/\p{Script=Han}{4}/u);
});

test('any bytes are read or refused, never anything else', async () => {
  const good = await writeXlsx({ sheets: [{ name: '2月', rows: ROWS }] });
  const names = fc.constantFrom('a.xlsx', 'a.csv', 'a.txt', 'a');
  const damaged = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 8 }).map((changes) => {
    const bytes = good.slice();
    for (const [index, value] of changes) bytes[index] = value;
    return bytes;
  });
  await fc.assert(
    fc.asyncProperty(names, fc.oneof(damaged, fc.uint8Array({ maxLength: 300 })), async (name, bytes) => {
      expect(['read', ...UNREADABLE]).toContain(await reasonOf(name, bytes));
    }),
    { numRuns: 150 },
  );
});
