import type { Span } from '../span.ts';
import { BRACKET, DIGIT, type Entry, LETTER, type Lexicon, NUMERAL, wordAt } from './lexicon.ts';
import { isPlace, isPlaceOfMonth, isRestaurant, isTitled, paperAt } from './masks.ts';
import { type Run, type Token, type TokenKind, token } from './token.ts';
import { isPersonName, isSurname } from './tokenize-festival.ts';
import { arabic, letters, numeral } from './tokenize-number.ts';

export interface Tokens {
  readonly runs: readonly Run[];
  /** What was passed over as something else: numbers of papers, buildings, codes. */
  readonly masked: readonly Span[];
}

/** What leads on to a new word rather than ending one. */
const JOINS: ReadonlySet<TokenKind> = new Set<TokenKind>(['to', 'dash', 'list', 'of', 'open', 'from', 'close']);
const WEEKDAYS = '一二三四五六日天';
/** 每周一次, 一周三次: counted, not a weekday. */
const COUNTED = /[次趟回遍]/;
/** What may stand behind a weekday, but not behind the one of 一周一报. */
const ENDS_WEEKDAY = /[前上下中早晚之以后起至到和及或(、,。\d]/;
const COUNTED_EACH = /[个篇期条份家处项场更]/;
/** 环节前, 情节后: not "before the holidays". */
const OTHER_BREAK = /[环细季调情关枝章使礼佳时阳水旦明午秋庆动宵春气八夕元师童女年军党]/;

/** All words of time in a normalised text, cut into runs of neighbours. One pass, no backtracking; `names` are skipped. */
export function tokenize(text: string, names: readonly Span[], lexicon: Lexicon): Tokens {
  const { starts } = lexicon;
  const runs: Token[][] = [];
  const masked: Span[] = [];
  let run: Token[] = [];
  let name = 0;
  let end = -3;

  for (let at = 0; at < text.length; ) {
    const flags = starts[text.charCodeAt(at)]!;
    if (flags === 0) {
      at++;
      continue;
    }
    while (name < names.length && names[name]!.to <= at) name++;
    const limit = names[name]?.from ?? text.length;
    if (limit <= at) {
      at = names[name]!.to;
      continue;
    }
    const near = isNear(text, end, at);
    const read = readAt(text, at, limit, flags, near ? run[run.length - 1] : undefined, lexicon);
    if (typeof read === 'number') {
      if (read < 0) masked.push({ from: at, to: -read });
      at = Math.abs(read);
      continue;
    }
    if (!near) {
      run = [];
      runs.push(run);
    }
    run.push(read);
    end = read.to;
    at = end;
  }
  return { runs, masked };
}

const SPACE = 0x20;
const QUOTATION = 0x22;

/** At most two spaces or quotation marks apart: "五一"前. */
function isNear(text: string, end: number, at: number): boolean {
  if (at - end > 2) return false;
  for (let i = end; i < at; i++) {
    const code = text.charCodeAt(i);
    if (code !== SPACE && code !== QUOTATION) return false;
  }
  return true;
}

/** A token, or where to go on: negative where what lies between was recognised as something else. */
function readAt(
  text: string,
  at: number,
  limit: number,
  flags: number,
  last: Token | undefined,
  lexicon: Lexicon,
): Token | number {
  if (flags & DIGIT) return arabic(text, at, limit);
  if (flags & LETTER) return letters(text, at, limit, last);
  if (flags & BRACKET) {
    const end = paperAt(text, at);
    if (end > 0) return -Math.min(end, limit);
  }
  const word = wordAt(text, at, lexicon, last !== undefined && last.to === at && !JOINS.has(last.kind));
  if (flags & NUMERAL && (!word || (word.word.length === 1 && word.kind !== undefined))) {
    return numeral(text, at, limit, last);
  }
  if (!word) return text[at] === '节' ? breakWord(text, at) : at + 1;
  return wordToken(text, at, limit, word, last);
}

function wordToken(text: string, at: number, limit: number, word: Entry, last: Token | undefined): Token | number {
  const { kind, value } = word;
  const to = at + lengthOf(word, text, at);
  if (to > limit || kind === undefined) return Math.min(to, limit);
  if (kind === 'week' || kind === 'weekWord') {
    const weekday = weekdayAfter(text, at, to, value, last);
    if (weekday) return isName(text, weekday) ? -weekday.to : weekday;
  }
  if (kind === 'weekend' && isName(text, { to, text: word.word })) return -to;
  if (kind === 'month' && last?.kind === 'number' && !/\d/.test(last.text) && isPlaceOfMonth(text, to)) return -to;
  // 张晓明天天加班
  if (kind === 'namedDay' && text[to] === '天' && text[to - 1] === '天' && !WEATHER.includes(text[to + 1] ?? ' '))
    return -(to + 1);
  if (last === undefined && !word.opens) return to;
  if (kind === 'of' && last!.to !== at) return to;
  if (word.isName && (isPlace(text, to) || isPersonName(text, at, to))) return -to;
  if (kind === 'term' && text[to] === '天' && text[to + 1] !== '前') return -to;
  // 元宵节当晚: the evening of that day, not of today.
  if (kind === 'namedDay' && word.part && last?.to === at && text[at] === '当') {
    return { kind: 'part', from: at, to, text: word.word, value, part: word.part, shift: undefined };
  }
  return { kind, from: at, to, text: word.word, value, part: word.part, shift: word.shift };
}

/** 明天天气, 今天天黑前. */
const WEATHER = '气黑亮晴冷热凉阴空色';

/** 星期天超市, 周日升主任, 周末同志. */
function isName(text: string, { to, text: word }: Pick<Token, 'to' | 'text'>): boolean {
  if (word[0] === '星' || word[0] === '礼') return isRestaurant(text, to);
  return word[0] === '周' && !isSurname(text[to]) && isTitled(text, to);
}

/** 春运期 in 春运期间 leaves the 期 to 期间, and 元月 its 月. */
function lengthOf({ word, kind }: Entry, text: string, at: number): number {
  const shorter = kind === 'number' || (kind === 'season' && word.endsWith('期') && text[at + word.length] === '间');
  return shorter ? word.length - 1 : word.length;
}

function breakWord(text: string, at: number): Token | number {
  if (at > 0 && OTHER_BREAK.test(text[at - 1]!)) return at + 1;
  return token('breakOf', at, at + 1, '节', Number.NaN);
}

function weekdayAfter(
  text: string,
  from: number,
  wordEnd: number,
  shift: number,
  last: Token | undefined,
): Token | undefined {
  if (text[wordEnd] === ' ' && !Number.isNaN(shift) && WEEKDAYS.includes(text[wordEnd + 1] ?? ' ')) {
    // 本周 五 下班前
    return ENDS_WEEKDAY.test(text[wordEnd + 2] ?? '前') || text[wordEnd + 2] === ' '
      ? weekdayAfter(text, from, wordEnd + 1, shift, last)
      : undefined;
  }
  const char = text[wordEnd] ?? ' ';
  const index = WEEKDAYS.indexOf(char);
  const digit =
    char >= '1' && char <= '7' && !/[\d.:月日号年天个项次]/.test(text[wordEnd + 1] ?? '') ? Number(char) : 0;
  if (index < 0 && digit === 0) return undefined;
  const after = text[wordEnd + 1] ?? ' ';
  // 一周一调度, 两周一次: a number of weeks. 李四周五前 is a name and a day.
  if (last?.kind === 'number' && last.to === from && char === '一' && !ENDS_WEEKDAY.test(text[wordEnd + 1] ?? '前')) {
    return undefined;
  }
  const each = last?.kind === 'every' || last?.kind === 'everyOther';
  if (COUNTED.test(after) || (each && COUNTED_EACH.test(after) && !/[长属庭]/.test(text[wordEnd + 2] ?? '')))
    return undefined;
  const to = wordEnd + 1;
  return {
    kind: 'weekday',
    from,
    to,
    text: text.slice(from, to),
    value: digit || Math.min(index, 6) + 1,
    part: undefined,
    shift: Number.isNaN(shift) ? undefined : shift,
  };
}
