import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLError } from 'yaml';
import type { ZodType, z } from 'zod';
import { type Complaint, FORM } from '../../domain/wording/office-file.ts';
import { Entry } from './entry.ts';

/** Something wrong in the file; lines count from 1. */
export interface Problem extends Complaint {
  readonly line: number;
}

/** Puts what a schema found wrong into words; `written` is undefined where the field is missing. */
export type SayIssue = (issue: z.core.$ZodIssue, field: string, written: string | undefined) => Complaint;

/** A YAML text with its lines, and everything that was found wrong with it so far. */
export class Page {
  readonly problems: Problem[] = [];
  private readonly lines = new LineCounter();
  private readonly document;

  constructor(text: string) {
    this.document = parseDocument(text, { lineCounter: this.lines });
    const { errors } = this.document;
    const broken = errors.findIndex((error) => !isHarmless(error));
    // Whatever follows a broken place is complained of wrongly.
    for (const error of broken < 0 ? errors : errors.slice(0, broken + 1)) {
      this.complain(this.lines.linePos(error.pos[0]).line, FORM.syntax(error.code));
    }
  }

  /** True where the text is too broken for its content to be judged. */
  get unreadable(): boolean {
    return this.document.errors.some((error) => !isHarmless(error));
  }

  root(keys: readonly string[]): Entry | undefined {
    const { contents } = this.document;
    if (contents) return this.entry(contents, keys);
    this.complain(1, FORM.emptyFile());
    return undefined;
  }

  complain(line: number, complaint: Complaint): void {
    this.problems.push({ line, ...complaint });
  }

  entry(node: Node, keys: readonly string[]): Entry | undefined {
    const found = this.resolve(node);
    if (isMap(found)) return new Entry(this, found, keys);
    this.complain(this.lineOf(node), FORM.notMapping(this.textOf(found)?.slice(0, 20) ?? '列表'));
    return undefined;
  }

  /** Entries of a list under a key as plain data with the line each begins at; what a schema refuses is complained of at its own line. */
  checked<T>(
    key: string | undefined,
    schema: ZodType<T>,
    say: SayIssue,
  ): { readonly line: number; readonly data: T }[] {
    const path = key === undefined ? [] : [key];
    const list = this.resolve(path.length > 0 ? this.document.getIn(path, true) : this.document.contents);
    if (!isSeq(list)) {
      const isEmpty = list === undefined || (isScalar(list) && list.value === null);
      if (!isEmpty) this.complain(this.lineOf(list as Node), FORM.notList(key ?? ''));
      return [];
    }
    return list.items.flatMap((node, index) => {
      const read = schema.safeParse((node as Node).toJS(this.document));
      for (const issue of read.error?.issues ?? []) this.complainOf(issue, [...path, index], say);
      return read.success ? [{ line: this.lineOf(node as Node), data: read.data }] : [];
    });
  }

  private complainOf(issue: z.core.$ZodIssue, at: readonly (string | number)[], say: SayIssue): void {
    const path = [...at, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
    // What is missing has no line of its own.
    const depth = path.findLastIndex((_, index) => this.document.getIn(path.slice(0, index + 1), true) !== undefined);
    const node = this.document.getIn(path.slice(0, depth + 1), true) as Node | undefined;
    const isThere = depth === path.length - 1;
    this.complain(
      this.lineOf(node),
      say(issue, String(path.at(-1)), isThere ? (this.textOf(node) ?? '列表') : undefined),
    );
  }

  lineOf(node: Node | null | undefined): number {
    return node?.range ? this.lines.linePos(node.range[0]).line : 1;
  }

  resolve(node: unknown): unknown {
    return isAlias(node) ? node.resolve(this.document) : node;
  }

  /** A scalar as it was typed, so that 0123 stays 0123; undefined for what is not one, or empty. */
  textOf(node: unknown): string | undefined {
    const found = this.resolve(node);
    if (!isScalar(found) || found.value === null) return undefined;
    return (found.source ?? String(found.value)).trim() || undefined;
  }
}

function isHarmless(error: YAMLError): boolean {
  return error.code === 'DUPLICATE_KEY';
}
