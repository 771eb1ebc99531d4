import { describe, expect, test } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import type { PaperSheet } from '../../../domain/papers/sheet.ts';
import { workbook } from '../../../workers/render/workbook.ts';
import { at } from '../../support/builders.ts';

const NOW = at('2026-02-01 10:05');
const FROM_PEOPLE = ['=1+1', '+86 138', '-5', '@SUM(A1)', '=HYPERLINK("http://x","点")', '1月5日', '007', '2026-01-05'];

function aSheet(fields: Partial<PaperSheet> = {}): PaperSheet {
  return {
    ...{
      name: '青山镇',
      title: '青山镇2026年1月值班记录表',
      subtitle: '导出：王芳',
      orientation: 'landscape' as const,
    },
    columns: [
      { heading: '日期', width: 16, centred: true },
      { heading: '内容', width: 30 },
    ],
    rows: FROM_PEOPLE.map((words) => ['1月5日（周一）', words]),
    notes: ['合计：1班'],
    ...fields,
  };
}

const read = async (...sheets: PaperSheet[]) => readXlsx(await workbook(sheets, NOW), { readStyles: true });

describe('a workbook to be printed', () => {
  test('is read back as it was written, with its title over the whole width and its headings held fast', async () => {
    const { sheets } = await read(aSheet());
    const [sheet] = sheets;
    expect(sheet!.rows[0]![0]).toBe('青山镇2026年1月值班记录表');
    expect(sheet!.rows[2]).toEqual(['日期', '内容']);
    expect(sheet!.merges).toContainEqual({ startRow: 0, startCol: 0, endRow: 0, endCol: 1 });
    expect(sheet!.freezePane).toMatchObject({ rows: 3 });
    expect(sheet!.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 'a4', fitToWidth: 1 });
    expect(sheet!.pageSetup!.printArea).toBe('$A$1:$B$12');
    expect(sheet!.columns!.map(({ width }) => Math.round(width!))).toEqual([16, 30]);
  });

  test('what people wrote is never worked out: every cell is a text, none a formula', async () => {
    const { sheets } = await read(aSheet());
    expect(sheets[0]!.rows.slice(3, 3 + FROM_PEOPLE.length).map((row) => row[1])).toEqual(FROM_PEOPLE);
    for (const cell of sheets[0]!.cells?.values() ?? []) expect(cell.formula).toBeUndefined();
    const xml = Buffer.from(await workbook([aSheet()], NOW)).toString('latin1');
    expect(xml).not.toContain('<f>');
  });

  test('long texts are wrapped and their rows made high enough', async () => {
    const long = '通知各村做好防冻工作'.repeat(12);
    const { sheets } = await read(
      aSheet({
        rows: [
          ['1月5日', '短'],
          ['1月6日', long],
        ],
      }),
    );
    const height = (row: number) => sheets[0]!.rowDefs!.get(row)!.height!;
    expect(height(4)).toBeGreaterThan(4 * height(3));
    expect(sheets[0]!.cells!.get('4,1')!.style!.alignment!.wrapText).toBe(true);
  });

  test('the same sheets at the same moment are the same bytes', async () => {
    const [one, other] = await Promise.all([workbook([aSheet()], NOW), workbook([aSheet()], NOW)]);
    expect(Buffer.from(one!).equals(Buffer.from(other!))).toBe(true);
    const later = await workbook([aSheet({ notes: [] })], NOW);
    expect(Buffer.from(one!).equals(Buffer.from(later))).toBe(false);
  });

  test('opens whatever was typed: control characters, halves of emoji, names no sheet may have', async () => {
    const odd = aSheet({ name: '青山/镇:[1]', rows: [['a\u0000b', `\ud83d${'好'}\u0007\n第二行`]] });
    const { sheets } = await read(odd, odd);
    expect(sheets.map(({ name }) => name)).toEqual(['青山 镇  1', '青山 镇  12']);
    expect(sheets[0]!.rows[3]).toEqual(['ab', '好\n第二行']);
  });
});
