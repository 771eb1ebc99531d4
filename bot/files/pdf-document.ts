import type { PdfChar } from './pdf-page.ts';
import { type Calls, type Memory, startPdfium } from './pdfium.ts';
import { UnreadableFile } from './unreadable-file.ts';

type Box = [left: number, top: number, right: number, bottom: number];
const WRONG_PASSWORD = 4;
const FOREIGN_LOCK = 5;
const [IMAGE, FORM] = [3, 5];
/** Letters drawn as outlines are many objects; a line across an empty page is one. */
const MANY_OBJECTS = 50;

export interface PageRead {
  readonly chars: readonly PdfChar[];
  /** Characters of which the font does not say what they mean. */
  readonly unknown: number;
  /** Something is drawn on it that may hold letters. */
  readonly hasPicture: boolean;
}

export interface OpenPdf {
  readonly pageCount: number;
  page(index: number): PageRead;
}

/**
 * Opens a PDF; no script in it runs. It works without a pause and may trap: only for a thread that can be ended from
 * outside. Throws UnreadableFile: `password`, `broken`, or `too-big-unpacked` where it takes more than `mostMemory` bytes.
 */
export async function openPdf(bytes: Uint8Array, mostMemory: number): Promise<OpenPdf> {
  if (!isWhole(bytes)) throw new UnreadableFile('broken');
  const { calls, memory } = await startPdfium(mostMemory);
  const at = calls.pdfium.wasmExports.malloc(bytes.length);
  new Uint8Array(memory.buffer).set(bytes, at);
  const document = calls.FPDF_LoadMemDocument(at, bytes.length, '');
  if (document === 0) {
    const error = calls.FPDF_GetLastError();
    throw new UnreadableFile(error === WRONG_PASSWORD || error === FOREIGN_LOCK ? 'password' : 'broken');
  }
  const box = calls.pdfium.wasmExports.malloc(16);
  return {
    pageCount: calls.FPDF_GetPageCount(document),
    page: (index) => readPage(calls, memory, { document, index, box }),
  };
}

/** A file cut off on its way still opens, with fewer words in it. */
function isWhole(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-4096).includes('%%EOF');
}

function readPage(
  calls: Calls,
  memory: Memory,
  { document, index, box }: { readonly document: number; readonly index: number; readonly box: number },
): PageRead {
  const page = calls.FPDF_LoadPage(document, index);
  const text = page && calls.FPDFText_LoadPage(page);
  if (!text) throw new UnreadableFile('broken');

  const chars: PdfChar[] = [];
  let unknown = 0;
  const count = calls.FPDFText_CountChars(text);
  for (let at = 0; at < count; at++) {
    const code = calls.FPDFText_GetUnicode(text, at);
    if (calls.FPDFText_HasUnicodeMapError(text, at) === 1 || isPrivate(code)) unknown++;
    if (!isCharacter(code)) continue;
    calls.FPDFText_GetLooseCharBox(text, at, box);
    const [left, top, right, bottom] = new Float32Array(memory.buffer, box, 4) as unknown as Box;
    const generated = calls.FPDFText_IsGenerated(text, at) === 1;
    chars.push({ text: String.fromCodePoint(code), left, right, bottom, top, generated });
  }
  const hasPicture = holdsPicture(calls, page);
  calls.FPDFText_ClosePage(text);
  calls.FPDF_ClosePage(page);
  return { chars, unknown, hasPicture };
}

function holdsPicture(calls: Calls, page: number): boolean {
  const count = calls.FPDFPage_CountObjects(page);
  if (count > MANY_OBJECTS) return true;
  for (let at = 0; at < count; at++) {
    const type = calls.FPDFPageObj_GetType(calls.FPDFPage_GetObject(page, at));
    if (type === IMAGE || type === FORM) return true;
  }
  return false;
}

function isCharacter(code: number): boolean {
  const isControl = code < 32 && code !== 9 && code !== 10 && code !== 13;
  const isNone = (code >= 0xd800 && code < 0xe000) || code === 0xfffe || code === 0xffff || code > 0x10ffff;
  return !isControl && !isNone;
}

/** Codes that mean something only inside one font. */
function isPrivate(code: number): boolean {
  return (code >= 0xe000 && code < 0xf900) || code === 0xfffd;
}
