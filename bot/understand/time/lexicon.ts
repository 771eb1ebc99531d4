import type { Part, TokenKind } from './token.ts';
import { NOT_TIME, ROWS } from './words.ts';

export interface Entry {
  readonly word: string;
  readonly kind: TokenKind;
  readonly value: number;
  readonly part?: Part;
}

function entries(): Entry[] {
  return ROWS.flatMap(([kind, words, value = Number.NaN, part]) =>
    words.split(' ').map((word) => ({ word, kind, value, ...(part && { part }) })),
  );
}

function byFirst<T extends { readonly word: string }>(list: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const map = new Map<string, T[]>();
  for (const entry of list) {
    const first = entry.word[0]!;
    map.set(first, [...(map.get(first) ?? []), entry]);
  }
  for (const group of map.values()) group.sort((a, b) => b.word.length - a.word.length);
  return map;
}

const WORDS = byFirst<Entry | { word: string; kind: undefined }>([
  ...entries(),
  ...NOT_TIME.trim()
    .split(/\s+/)
    .map((word) => ({ word, kind: undefined })),
]);

/** The longest known word that begins at `at`; its kind is undefined where it is a word that only looks like time. */
export function wordAt(
  text: string,
  at: number,
): Entry | { readonly word: string; readonly kind: undefined } | undefined {
  const group = WORDS.get(text[at]!);
  return group?.find((entry) => text.startsWith(entry.word, at));
}
