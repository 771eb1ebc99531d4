import { expect, test } from '@jest/globals';
import type { PaperSheet } from '../../../domain/papers/sheet.ts';
import { workbookOf } from '../../../workers/render/large-workbook.ts';
import { workbook } from '../../../workers/render/workbook.ts';
import { at } from '../../support/builders.ts';

function aSheet(count: number): PaperSheet {
  const headings = ['序号', '姓名', '单位', '职务', '送达', '签收时间', '方式', '备注'];
  return {
    ...{ name: '签收', title: '签收', subtitle: '导出', notes: [], orientation: 'landscape' },
    columns: headings.map((heading) => ({ heading, width: 14 })),
    rows: Array.from({ length: count }, (_, index) => [String(index), ...headings.slice(1)]),
  };
}

test('a large workbook, written in a thread of its own, is the same as a small one', async () => {
  const now = at('2026-07-19 06:30');
  const aside = await workbookOf([aSheet(1000)], now);
  expect(Buffer.from(aside).equals(Buffer.from(await workbook([aSheet(1000)], now)))).toBe(true);
});
