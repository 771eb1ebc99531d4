import type { PaperDrawing } from '../../domain/papers/sheet.ts';
import { workbookOf } from './large-workbook.ts';
import { posterPicture } from './year-poster-draw.ts';

/** The bytes of a document, and the ending of its file name; `at` is the moment that a workbook says it was made. */
export async function written(
  drawing: PaperDrawing,
  at: Date,
): Promise<{ readonly bytes: Buffer; readonly ending: 'xlsx' | 'png' }> {
  if ('poster' in drawing) return { bytes: await posterPicture(drawing.poster), ending: 'png' };
  return { bytes: Buffer.from(await workbookOf(drawing.sheets, at)), ending: 'xlsx' };
}
