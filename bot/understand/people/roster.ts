/** Who is who, as far as understanding needs it: names as people write them. */
export interface Roster {
  readonly people: readonly RosterPerson[];
  readonly units: readonly { readonly name: string; readonly aliases: readonly string[] }[];
  readonly sets: readonly { readonly name: string; readonly aliases: readonly string[] }[];
}

export interface RosterPerson {
  readonly name: string;
  readonly unit?: string;
  readonly post?: string;
}

export type NameKind = 'unit' | 'person' | 'scope';

export interface RosterWord {
  readonly word: string;
  readonly kind: NameKind;
  /** 公安 for 公安局: counts only in a list of units or beside a role word. */
  readonly weak: boolean;
}

export type RosterWords = ReadonlyMap<number, readonly RosterWord[]>;

/** 公安局 → 公安, 供销社 → 供销; at least two characters stay. */
const UNIT_SUFFIX = /(?<=..)(?:街道办事处|街道办|街道|管委会|局|社|委|镇|乡)$/;

const known = new WeakMap<Roster, RosterWords>();

/** All words of a roster by the UTF-16 unit they begin with, longest first. Built once for each roster object. */
export function rosterWords(roster: Roster): RosterWords {
  const cached = known.get(roster);
  if (cached) return cached;

  const words: RosterWord[] = [];
  for (const unit of roster.units) {
    for (const word of [unit.name, ...unit.aliases]) words.push({ word, kind: 'unit', weak: false });
    const stem = unit.name.replace(UNIT_SUFFIX, '');
    if (stem !== unit.name) words.push({ word: stem, kind: 'unit', weak: true });
  }
  for (const set of roster.sets) {
    for (const word of [set.name, ...set.aliases]) words.push({ word, kind: 'scope', weak: false });
  }
  for (const person of roster.people) words.push({ word: person.name, kind: 'person', weak: false });

  const built = byFirst(words.filter(({ word }) => word.length >= 2));
  known.set(roster, built);
  return built;
}

/** Where a short form is also a full name, the full name stands. */
function byFirst(words: readonly RosterWord[]): RosterWords {
  const map = new Map<number, RosterWord[]>();
  for (const word of words) {
    const first = word.word.charCodeAt(0);
    const group = map.get(first);
    if (!group) map.set(first, [word]);
    else group.push(word);
  }
  for (const group of map.values()) {
    group.sort((a, b) => b.word.length - a.word.length || Number(a.weak) - Number(b.weak));
  }
  return map;
}
