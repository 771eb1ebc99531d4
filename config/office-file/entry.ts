import { isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { nearestWord } from '../../domain/people/near-name.ts';
import { FORM } from '../../domain/wording/office-file.ts';
import type { Page } from './page.ts';

/** A value as it stands in the file. */
export interface Written {
  readonly text: string;
  readonly line: number;
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
