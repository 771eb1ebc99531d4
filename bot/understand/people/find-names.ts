import { inOrder, type Span } from '../span.ts';
import { guessMasked, guessNicknames, guessPosts, guessTitled } from './guess-people.ts';
import { guessFields, guessUnits } from './guess-units.ts';
import { insideUnits, isOfficeIn } from './inside-units.ts';
import { type NameKind, type Roster, type RosterWord, rosterWords } from './roster.ts';
import { scopeWords } from './scope.ts';

/** A unit, a person or a class of units, as written. */
export interface Name extends Span {
  readonly kind: NameKind;
  /** In the normalised text's spelling. */
  readonly word: string;
  readonly known: boolean;
  /** 镇长, 分管负责同志: a post that stands for whoever holds it. */
  readonly post?: boolean | undefined;
  /** 党政办, 安全科: an office inside the unit that stands before it. */
  readonly desk?: boolean | undefined;
}

const LIST_BEFORE = /(?:^|[\s,。;:、(]|和|及|与|由|请|会同|@)$/;
/** 公安、…, 公安配合, 供销等. */
const LIST_AFTER = /^(?:[、等]|和|及|与|以及|配合|牵头|协助|参与|协同|负责|主办|会同|要|须|应|$)/;

/**
 * Every name in a normalised text, in order, without overlap: the roster's first, then class words, then what is
 * written like a unit or a titled person.
 */
export function findNames(text: string, roster: Roster | undefined): Name[] {
  const sure = inOrder([...scopeWords(text), ...(roster ? fromRoster(text, roster) : [])]);
  const taken = new Uint8Array(text.length);
  for (const { from, to } of sure) taken.fill(1, from, to);

  const guessed = [
    ...guessMasked(text),
    ...guessPosts(text),
    ...guessNicknames(text),
    ...guessTitled(text),
    ...guessFields(text),
    ...guessUnits(text, taken),
  ];
  const free = sure.length === 0 ? guessed : guessed.filter((name) => isFree(name, taken));
  const plain = free.length === 0 ? sure : inOrder([...sure, ...free]);
  const names = plain.map((name, at) => (isOfficeIn(plain[at - 1], name) ? { ...name, desk: true } : name));
  const inside = insideUnits(text, names);
  return inside.length === 0 ? names : inOrder([...names, ...inside]);
}

function isFree({ from, to }: Span, taken: Uint8Array): boolean {
  for (let at = from; at < to; at++) if (taken[at] === 1) return false;
  return true;
}

function fromRoster(text: string, roster: Roster): Name[] {
  const words = rosterWords(roster);
  const names: Name[] = [];
  for (let at = 0; at < text.length; ) {
    const begun = words.get(text.charCodeAt(at));
    const found = begun && wordAt(text, at, begun);
    if (!found) {
      at++;
      continue;
    }
    const to = at + found.word.length;
    names.push({ kind: found.kind, word: found.word, from: at, to, known: true, post: undefined, desk: undefined });
    at = to;
  }
  return names;
}

function wordAt(text: string, at: number, words: readonly RosterWord[]): RosterWord | undefined {
  for (const entry of words) if (text.startsWith(entry.word, at) && isMeant(text, at, entry)) return entry;
  return undefined;
}

function isMeant(text: string, at: number, { word, weak }: RosterWord): boolean {
  if (!weak) return true;
  const to = at + word.length;
  return LIST_BEFORE.test(text.slice(Math.max(0, at - 2), at)) && LIST_AFTER.test(text.slice(to, to + 2));
}
