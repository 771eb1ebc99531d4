import { parentPort, workerData } from 'node:worker_threads';
import { openPdf } from './pdf-document.ts';
import { linesOf } from './pdf-page.ts';
import { paragraphsOf } from './pdf-paragraphs.ts';
import type { PdfAnswer, PdfTask } from './read-pdf.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** Thread of its own for one PDF; whoever started it ends it when it takes too long. */
async function read({ bytes, mostPages, mostChars, mostMemory }: PdfTask): Promise<PdfAnswer> {
  const pdf = await openPdf(bytes, mostMemory);
  if (pdf.pageCount === 0) return { problem: 'broken' };
  if (pdf.pageCount > mostPages) return { problem: 'too-big' };

  const pages = [];
  let [chars, unknown] = [0, 0];
  for (let index = 0; index < pdf.pageCount; index++) {
    const page = pdf.page(index);
    const lines = linesOf(page.chars);
    // A page that is only a picture says something that nobody read: better none of the text than a part of it.
    if (lines.length === 0 && page.hasPicture) return { problem: 'empty' };
    pages.push(lines);
    chars += page.chars.length;
    unknown += page.unknown;
    if (chars > mostChars) return { problem: 'too-big' };
  }
  if (unknown * 20 > chars) return { problem: 'encoding' };
  const text = paragraphsOf(pages);
  return text === '' ? { problem: 'empty' } : { text };
}

read(workerData as PdfTask).then(
  (answer) => parentPort!.postMessage(answer),
  (error: unknown) => {
    const problem = error instanceof UnreadableFile ? error.reason : 'broken';
    parentPort!.postMessage({ problem } satisfies PdfAnswer);
  },
);
