import { parentPort, workerData } from 'node:worker_threads';
import type { PaperSheet } from '../../domain/papers/sheet.ts';
import { workbook } from './workbook.ts';

/** What the thread is told: sheets without their rows first, then rows in the order in which they stand, then that this is all. */
export type ToThread =
  | { readonly kind: 'sheets'; readonly sheets: readonly PaperSheet[] }
  | { readonly kind: 'rows'; readonly sheet: number; readonly rows: PaperSheet['rows'] }
  | { readonly kind: 'end' };

/** Writes one workbook in a thread of its own, and ends. */
const { atMs } = workerData as { readonly atMs: number };
let sheets: readonly PaperSheet[] = [];
const rows: (readonly string[])[][] = [];

parentPort!.on('message', async (told: ToThread) => {
  if (told.kind === 'sheets') {
    sheets = told.sheets;
    rows.push(...sheets.map(() => []));
  } else if (told.kind === 'rows') rows[told.sheet]!.push(...told.rows);
  else {
    const whole = sheets.map((sheet, index) => ({ ...sheet, rows: rows[index]! }));
    parentPort!.postMessage(await workbook(whole, new Date(atMs)));
    parentPort!.close();
  }
});
