import { setImmediate as pause } from 'node:timers/promises';
import { startThread } from '../../config/thread.ts';
import type { PaperSheet } from '../../domain/papers/sheet.ts';
import { workbook } from './workbook.ts';
import type { ToThread } from './workbook-thread.ts';

/** So many rows are written in a few dozen milliseconds; with more, reminders would have to wait. */
const MOST_ROWS_HERE = 200;
const ROWS_AT_ONCE = 500;

/** The bytes of a workbook; a large one is written in a thread of its own, so that everything else goes on meanwhile. */
export async function workbookOf(sheets: readonly PaperSheet[], at: Date): Promise<Uint8Array> {
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  return rows <= MOST_ROWS_HERE ? workbook(sheets, at) : inThread(sheets, at);
}

async function inThread(sheets: readonly PaperSheet[], at: Date): Promise<Uint8Array> {
  const thread = startThread('workers/render/workbook-thread.ts', { workerData: { atMs: at.getTime() } });
  const bytes = new Promise<Uint8Array>((resolve, reject) => {
    thread.once('message', (made: Uint8Array) => resolve(made));
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the thread that writes a workbook ended with ${code}`)));
  });
  // Whoever waits hears of a failure; here it only must not go unheard before that.
  bytes.catch(() => {});
  const tell = (told: ToThread) => thread.postMessage(told);
  tell({ kind: 'sheets', sheets: sheets.map((sheet) => ({ ...sheet, rows: [] })) });
  for (const [sheet, { rows }] of sheets.entries()) {
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      tell({ kind: 'rows', sheet, rows: rows.slice(from, from + ROWS_AT_ONCE) });
      await pause();
    }
  }
  tell({ kind: 'end' });
  return bytes;
}
