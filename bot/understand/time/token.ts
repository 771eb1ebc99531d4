/** Part of the day; decides between morning and afternoon, and names an hour only where the office has one for it. */
export type Part = 'dawn' | 'early' | 'morning' | 'noon' | 'afternoon' | 'evening';

export type TokenKind =
  | 'number'
  | 'few'
  | 'half'
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
  | 'sharp'
  | 'namedDay'
  | 'weekday'
  | 'week'
  | 'weekend'
  | 'monthRef'
  | 'monthEnd'
  | 'third'
  | 'yearRef'
  | 'yearEnd'
  | 'quarterRef'
  | 'quarterEnd'
  | 'holiday'
  | 'breakOf'
  | 'part'
  | 'office'
  | 'before'
  | 'within'
  | 'after'
  | 'from'
  | 'until'
  | 'period'
  | 'to'
  | 'list'
  | 'open'
  | 'close'
  | 'colon'
  | 'dot'
  | 'slash'
  | 'dash'
  | 'every'
  | 'now'
  | 'soon'
  | 'since'
  | 'exclusive';

/** A word of time, or a number, at its place in the text. */
export interface Token {
  readonly kind: TokenKind;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** What the word counts: a number, a shift in days or weeks, a weekday. NaN where it carries none. */
  readonly value: number;
  readonly part?: Part;
  /** Weeks away from this one, for a weekday that says so. */
  readonly shift?: number;
}

/** Tokens that touch each other, at most two spaces apart: a phrase never reaches beyond its run. */
export type Run = readonly Token[];
