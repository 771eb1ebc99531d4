import { startThread } from '../../config/thread.ts';
import type { Unreadable } from '../../domain/duty/roster/sheet.ts';
import { LIMITS } from './limits.ts';
import { UnreadableFile } from './unreadable-file.ts';

export interface PdfTask {
  readonly bytes: Uint8Array;
  readonly mostPages: number;
  readonly mostChars: number;
  /** Bytes. */
  readonly mostMemory: number;
}
export type PdfAnswer = { readonly text: string } | { readonly problem: Unreadable };

/** A speech has some 40 pages. A file made to do harm is given up after this long, whatever it does. */
const PDF_LIMITS = { mostPages: 300, mostChars: 400_000, mostMemory: 256 * 1024 ** 2 } as const;
const LONGEST_MS = 20_000;

/**
 * The text of a PDF, one line a paragraph, without page numbers and repeated page headings. UnreadableFile: `empty` where
 * a page is a scan or nothing is written, `encoding` where its fonts do not say which characters they print, `password`,
 * `too-big` (more than 5 MB, 300 pages or twenty seconds), `too-big-unpacked`, `broken`.
 */
export async function readPdf(bytes: Uint8Array, longestMs = LONGEST_MS): Promise<string> {
  if (bytes.byteLength > LIMITS.packedBytes) throw new UnreadableFile('too-big');
  const answer = await inTurn(() => inThread({ bytes: Uint8Array.from(bytes), ...PDF_LIMITS }, longestMs));
  if ('problem' in answer) throw new UnreadableFile(answer.problem);
  return answer.text;
}

let before: Promise<unknown> = Promise.resolve();

/** One at a time: each may take all the memory that a file is allowed. */
function inTurn(read: () => Promise<PdfAnswer>): Promise<PdfAnswer> {
  const answer = before.then(read);
  before = answer.catch(() => {});
  return answer;
}

/** Only a thread can be ended in the middle of a loop; one that ends without an answer broke off. */
function inThread(task: PdfTask, longestMs: number): Promise<PdfAnswer> {
  const worker = startThread('bot/files/pdf-thread.ts', {
    workerData: task,
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 128, stackSizeMb: 8 },
  });
  return new Promise((resolve) => {
    const settle = (answer: PdfAnswer) => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    const timer = setTimeout(() => settle({ problem: 'too-big' }), longestMs);
    worker.once('message', settle);
    worker.once('error', () => settle({ problem: 'broken' }));
    worker.once('exit', () => settle({ problem: 'broken' }));
  });
}
