import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';
import { UnreadableFile } from './unreadable-file.ts';

export interface Memory {
  readonly buffer: ArrayBuffer;
}
type Imports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
interface Instance {
  readonly exports: Readonly<Record<string, unknown>>;
}
/** What is used of it; the compiler's library for Node does not describe it. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (program: object, imports: Imports) => Instance;
};

/** The calls used here; the package's own types lean on globals that are not installed. Handles are numbers, 0 is none. */
export interface Calls {
  readonly pdfium: { readonly wasmExports: { malloc(bytes: number): number } };
  PDFiumExt_Init(): void;
  FPDF_LoadMemDocument(at: number, length: number, password: string): number;
  FPDF_GetLastError(): number;
  FPDF_GetPageCount(document: number): number;
  FPDF_LoadPage(document: number, index: number): number;
  FPDF_ClosePage(page: number): void;
  FPDFPage_CountObjects(page: number): number;
  FPDFPage_GetObject(page: number, index: number): number;
  FPDFPageObj_GetType(object: number): number;
  FPDFText_LoadPage(page: number): number;
  FPDFText_ClosePage(text: number): void;
  FPDFText_CountChars(text: number): number;
  FPDFText_GetUnicode(text: number, index: number): number;
  FPDFText_IsGenerated(text: number, index: number): number;
  FPDFText_HasUnicodeMapError(text: number, index: number): number;
  FPDFText_GetLooseCharBox(text: number, index: number, box: number): boolean;
}

/**
 * PDFium compiled to WebAssembly: it sees its own memory and nothing else of the machine. Where it wants more than
 * `mostMemory` bytes, whatever call was running throws UnreadableFile (`too-big-unpacked`), and it is of no more use.
 */
export async function startPdfium(mostMemory: number): Promise<{ calls: Calls; memory: Memory }> {
  const file = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const program = new WebAssembly.Module(readFileSync(file));
  let memory: Memory | undefined;
  const overrides = {
    print: () => {},
    printErr: () => {},
    instantiateWasm(imports: Imports, done: (instance: Instance) => void) {
      const grow = imports.env?.emscripten_resize_heap as (bytes: number) => number;
      const limited = (wanted: number) => {
        if (wanted >>> 0 > mostMemory) throw new UnreadableFile('too-big-unpacked');
        return grow(wanted);
      };
      const instance = new WebAssembly.Instance(program, {
        ...imports,
        env: { ...imports.env, emscripten_resize_heap: limited },
      });
      memory = instance.exports.memory as Memory;
      done(instance);
      return instance.exports;
    },
  };
  const calls = (await init(overrides as object)) as unknown as Calls;
  calls.PDFiumExt_Init();
  return { calls, memory: memory! };
}
