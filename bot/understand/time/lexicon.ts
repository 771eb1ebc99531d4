import { FESTIVALS } from '../../../domain/calendar/festivals.ts';
import type { KeyPeriod } from '../../../domain/calendar/key-periods.ts';
import { SOLAR_TERMS } from '../../../domain/calendar/solar-terms.ts';
import { CHINESE_NUMERALS } from '../numerals.ts';
import { NEVER_TIME, NOT_TIME } from './not-time.ts';
import { NAMED, OPENING } from './opening-kinds.ts';
import type { Part, TokenKind } from './token.ts';
import { ROWS } from './words.ts';

export interface Entry {
  readonly word: string;
  /** Undefined for a word that only looks like time. */
  readonly kind: TokenKind | undefined;
  readonly value: number;
  readonly part: Part | undefined;
  readonly shift: number | undefined;
  /** A phrase may begin with it; any other word of time counts only behind one of these. */
  readonly opens: boolean;
  /** A day that places and people are called after. */
  readonly isName: boolean;
  /** Holds even right after a number or a day: 两时段. */
  readonly strong: boolean;
  /** Letters of which one right behind makes it part of something else: 月中 in 12月中旬. */
  readonly cutBy: string;
}

/** The words that begin with one character. */
interface Group {
  one: Entry | undefined;
  /** Longer words by their second character, the longest first. */
  readonly more: Map<number, Entry[]>;
  /** One bit for each second character, by the end of its code: most texts go on otherwise, and need not be looked up. */
  seconds: number;
}

/** What a character may begin: a word (bit 1), an Arabic number (2), a Chinese number (4), letters (8), a year in brackets (16). */
export const WORD = 1;
export const DIGIT = 2;
export const NUMERAL = 4;
export const LETTER = 8;
export const BRACKET = 16;
/** The bits above say which group of words. */
const FLAGS = 5;

export interface Lexicon {
  /** For each UTF-16 unit what it may begin, 0 for nothing: in one place, because texts jump about in it. */
  readonly starts: Uint16Array;
  readonly groups: readonly Group[];
}

/** 12月中旬, 12月中下旬 are no 月中, and 六月初一 no 月初. */
const CUT_BY: ReadonlyMap<string, string> = new Map([
  ['月中', '旬下央'],
  ['季度末', '月'],
  ['季末', '月'],
  ['月初', '一二三四五六七八九十'],
]);
/** 15日前天气…: 前天 and its like are cut from a limit. */
const BORROWED: ReadonlySet<string> = new Set(['前天', '前日', '前年', '后天', '后日', '后年', '后晚', '日前']);

const entry = (word: string, kind: Entry['kind'], rest: Partial<Entry> = {}): Entry => ({
  word,
  kind,
  value: Number.NaN,
  part: undefined,
  shift: undefined,
  strong: kind !== undefined && !BORROWED.has(word),
  cutBy: CUT_BY.get(word) ?? '',
  opens: OPENING.has(kind),
  isName: NAMED.has(kind),
  ...rest,
});

const split = (words: string) => words.trim().split(/\s+/);

/** Names of festivals that are numbers: they need company, which the tokenizer looks for. */
export const IN_COMPANY: ReadonlySet<string> = new Set(['五四', '六一', '七一', '八一']);
/** Bare, these name the weather, water or a place more often than a day. */
const TERM_IS_WEATHER = new Set(['雨水', '小雪', '大雪', '大寒', '小满']);

function fixedEntries(): Entry[] {
  return [
    ...ROWS.flatMap(([kind, words, value = Number.NaN, part]) =>
      split(words).map((word) => entry(word, kind, { value, part })),
    ),
    ...FESTIVALS.flatMap(({ name, aliases }, value) =>
      [name, ...aliases].filter((word) => !IN_COMPANY.has(word)).map((word) => entry(word, 'festival', { value })),
    ),
    ...SOLAR_TERMS.flatMap((name, value) => [
      ...(name === '清明' || TERM_IS_WEATHER.has(name) ? [] : [entry(name, 'term', { value })]),
      entry(`${name}节气`, 'term', { value }),
    ]),
    ...Array.from('一二三四五六七八九十', (digit, index) => entry(`初${digit}`, 'lunarDay', { value: index + 1 })),
    ...split(NOT_TIME).map((word) => entry(word, undefined, { strong: NEVER_TIME.has(word) })),
    ...[...NEVER_TIME].map((word) => entry(word, undefined, { strong: true })),
  ];
}

/** 入汛 and 出汛 are said of one season only. */
const RAINS = [
  ['入汛', -1],
  ['进汛', -1],
  ['出汛', 1],
] as const;

function seasonEntries(periods: readonly KeyPeriod[]): Entry[] {
  const rains = periods.findIndex(({ name }) => name === '汛期');
  return [
    ...periods.flatMap(({ name, aliases }, value) =>
      [name, ...aliases].map((word) => entry(word, 'season', { value, shift: 0 })),
    ),
    ...(rains < 0 ? [] : RAINS.map(([word, shift]) => entry(word, 'season', { value: rains, shift }))),
  ];
}

const lexicons = new WeakMap<readonly KeyPeriod[], Lexicon>();

/** The words of time together with the names of an office's key periods; made once for each table. */
export function lexiconFor(periods: readonly KeyPeriod[]): Lexicon {
  let lexicon = lexicons.get(periods);
  if (!lexicon) {
    lexicon = compile([...fixedEntries(), ...seasonEntries(periods)]);
    lexicons.set(periods, lexicon);
  }
  return lexicon;
}

function compile(entries: readonly Entry[]): Lexicon {
  const starts = new Uint16Array(0x10000);
  const groups: Group[] = [];
  for (const each of entries) {
    const first = each.word.charCodeAt(0);
    if (starts[first] === 0) {
      starts[first] = WORD | (groups.length << FLAGS);
      groups.push({ one: undefined, more: new Map(), seconds: 0 });
    }
    add(each, groups[starts[first]! >> FLAGS]!);
  }
  for (const digit of '0123456789') starts[digit.charCodeAt(0)]! |= DIGIT;
  for (const numeral of `${CHINESE_NUMERALS}第倒`) starts[numeral.charCodeAt(0)]! |= NUMERAL;
  for (let code = 65; code <= 90; code++) {
    starts[code]! |= LETTER;
    starts[code + 32]! |= LETTER;
  }
  for (const bracket of '〔[(【') starts[bracket.charCodeAt(0)]! |= BRACKET;
  return { starts, groups };
}

function add(each: Entry, group: Group): void {
  if (each.word.length === 1) {
    group.one ??= each;
    return;
  }
  const second = each.word.charCodeAt(1);
  const list = group.more.get(second) ?? [];
  if (!list.some(({ word }) => word === each.word)) list.push(each);
  list.sort((a, b) => b.word.length - a.word.length);
  group.more.set(second, list);
  group.seconds |= 1 << (second & 31);
}

/** The longest known word that begins at `at`. `joined`: a number or a day stands right before it. */
export function wordAt(text: string, at: number, { starts, groups }: Lexicon, joined: boolean): Entry | undefined {
  const start = starts[text.charCodeAt(at)]!;
  if ((start & WORD) === 0) return undefined;
  const group = groups[start >> FLAGS]!;
  if (at + 1 >= text.length) return group.one;
  const second = text.charCodeAt(at + 1);
  const longer = (group.seconds & (1 << (second & 31))) === 0 ? undefined : group.more.get(second);
  if (longer) {
    for (const each of longer) {
      if (
        (each.word.length === 2 || text.startsWith(each.word, at)) &&
        (!joined || fitsBehind(each, text, at)) &&
        !isCut(each, text, at)
      )
        return each;
    }
  }
  return group.one;
}

/** Behind a number or a day 前, 后 and 内 end it, and 日, 点, 号 count it, whatever word they might begin: 5日报送, 3天内部署. */
function fitsBehind({ kind, word, strong }: Entry, text: string, at: number): boolean {
  return strong && !(kind === undefined && word === '内部' && text.startsWith('部署', at + 1));
}

function isCut({ cutBy, word }: Entry, text: string, at: number): boolean {
  const end = at + word.length;
  return cutBy !== '' && end < text.length && cutBy.includes(text[end]!);
}
