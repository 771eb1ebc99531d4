/** Part of the day; decides between morning and afternoon, and names an hour only where the office has one for it. */
export type Part = 'dawn' | 'early' | 'morning' | 'noon' | 'afternoon' | 'evening';

export type TokenKind =
  | 'number'
  | 'few'
  | 'half'
  | 'nth'
  | 'year'
  | 'month'
  | 'day'
  | 'dayCount'
  | 'ge'
  | 'workday'
  | 'weekWord'
  | 'hourCount'
  | 'minuteCount'
  | 'hour'
  | 'minute'
  | 'quarterHour'
  | 'lacking'
  | 'sharp'
  | 'meridiem'
  | 'midnight'
  | 'namedDay'
  | 'sameDay'
  | 'spell'
  | 'weekday'
  | 'week'
  | 'weekend'
  | 'monthRef'
  | 'monthEnd'
  | 'third'
  | 'yearRef'
  | 'yearEnd'
  | 'halfYear'
  | 'quarterRef'
  | 'quarterEnd'
  | 'quarterMonth'
  | 'hazy'
  | 'begins'
  | 'holiday'
  | 'breakOf'
  | 'festival'
  | 'term'
  | 'season'
  | 'lunarMonth'
  | 'leap'
  | 'lunarDay'
  | 'lunarWord'
  | 'ended'
  | 'begun'
  | 'part'
  | 'office'
  | 'before'
  | 'within'
  | 'after'
  | 'from'
  | 'until'
  | 'period'
  | 'about'
  | 'to'
  | 'list'
  | 'of'
  | 'open'
  | 'close'
  | 'colon'
  | 'dot'
  | 'slash'
  | 'dash'
  | 'every'
  | 'everyOther'
  | 'now'
  | 'soon'
  | 'since'
  | 'exclusive'
  | 'inclusive';

/** A word of time, or a number, at its place in the text. */
export interface Token {
  readonly kind: TokenKind;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** What the word counts: a number, a shift in days or weeks, a weekday, a place in a table. NaN where it carries none. */
  readonly value: number;
  readonly part: Part | undefined;
  /** Weeks away from this one, for a weekday that says so. */
  readonly shift: number | undefined;
}

/** A token that carries nothing but its number. */
export function token(kind: TokenKind, from: number, to: number, text: string, value: number): Token {
  return { kind, from, to, text, value, part: undefined, shift: undefined };
}

/** Tokens that touch each other, at most two spaces apart: a phrase never reaches beyond its run. */
export type Run = readonly Token[];

/** The kind of the token there; always a word, because comparing with undefined costs more. */
export function kindAt(run: Run, at: number): TokenKind | 'none' {
  return at >= 0 && at < run.length ? run[at]!.kind : 'none';
}
