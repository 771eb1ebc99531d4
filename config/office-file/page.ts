import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { nearestWord } from '../../domain/people/near-name.ts';
import { type Complaint, FORM } from '../../domain/wording/office-file.ts';

/** Something wrong in the file; lines count from 1. */
export interface Problem extends Complaint {
  readonly line: number;
}

/** A value as it stands in the file. */
export interface Written {
  readonly text: string;
  readonly line: number;
}

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

/** One `key: value` block. Keys it does not know are complained of at once; values when they are asked for. */
export class Entry {
  readonly line: number;
  private readonly page: Page;
  private readonly node: YAMLMap;

  constructor(page: Page, node: YAMLMap, keys: readonly string[]) {
    this.page = page;
    this.node = node;
    this.line = page.lineOf(node);
    for (const { key } of node.items) {
      const word = page.textOf(key) ?? '';
      if (!keys.includes(word))
        page.complain(page.lineOf(key as Node), FORM.unknownKey(word, nearestWord(word, keys), keys));
    }
  }

  text(key: string): Written | undefined {
    const node = this.node.get(key, true) as Node | undefined;
    if (!node) return undefined;
    const found = this.page.resolve(node);
    if (!isScalar(found)) {
      this.page.complain(this.page.lineOf(node), FORM.notText(key));
      return undefined;
    }
    const text = this.page.textOf(found);
    return text === undefined ? undefined : { text, line: this.page.lineOf(node) };
  }

  /** The text, or a complaint and undefined. */
  required(key: string): Written | undefined {
    const given = this.node.has(key);
    const found = this.text(key);
    if (!found && (!given || isScalar(this.node.get(key, true)))) this.page.complain(this.line, FORM.missing(key));
    return found;
  }

  texts(key: string): Written[] {
    return this.items(key).flatMap((node) => {
      const text = this.page.textOf(node);
      if (text === undefined) this.page.complain(this.page.lineOf(node), FORM.notText(key));
      return text === undefined ? [] : [{ text, line: this.page.lineOf(node) }];
    });
  }

  entries(key: string, keys: readonly string[]): Entry[] {
    return this.items(key).flatMap((node) => this.page.entry(node, keys) ?? []);
  }

  entry(key: string, keys: readonly string[]): Entry | undefined {
    const node = this.node.get(key, true) as Node | undefined;
    return node && this.page.textOf(node) === undefined && isScalar(node)
      ? undefined
      : node && this.page.entry(node, keys);
  }

  private items(key: string): Node[] {
    const node = this.node.get(key, true) as Node | undefined;
    const found = this.page.resolve(node);
    if (isSeq(found)) return found.items as Node[];
    // One item may stand without its list: `units: 青山镇`.
    if (node && this.page.textOf(node) !== undefined) return [node];
    if (node && !(isScalar(found) && found.value === null))
      this.page.complain(this.page.lineOf(node), FORM.notList(key));
    return [];
  }
}
