import type { PeriodLevel } from './policy.ts';

/** A day of every year, `05-01`. */
export type MonthDay = string;

/** Festivals whose days off the official calendar arranges. */
export type FestivalName = '元旦' | '春节' | '清明' | '劳动' | '端午' | '中秋' | '国庆';

/** One end of a period in a year; `shift` moves it by so many days. */
export type Point =
  | { readonly solar: MonthDay; readonly yearsBack?: number; readonly shift?: number }
  | { readonly lunar: readonly [month: number, day: number]; readonly yearsBack?: number; readonly shift?: number }
  /** First or last day off of the official break. */
  | { readonly breakOf: FestivalName; readonly edge: 'first' | 'last'; readonly shift?: number }
  /** The first working day after the official break. */
  | { readonly workAfter: FestivalName; readonly shift?: number };

/**
 * When a period acts. `as-read`: exactly when texts mean it, the office's own season included · `between`: from one point to
 * another · `entered`: on days that somebody enters every year · `warning`: from when a person starts it until one ends it.
 */
export type Runs =
  | { readonly how: 'as-read' }
  | { readonly how: 'between'; readonly from: Point; readonly to: Point }
  | { readonly how: 'entered' }
  | { readonly how: 'warning' };

/** A kind of 重点时段 as the whole country knows it. */
export interface PeriodEntry {
  /** Stable for ever: settings and records name it. */
  readonly id: string;
  readonly name: string;
  /** Its name in the table by which times in texts are read, where it has one. */
  readonly reads?: string;
  readonly runs: Runs;
  readonly level: PeriodLevel;
  /** Months long: asks for 24-hour duty and nothing weekly (减负). */
  readonly long?: true;
  /** What is asked of units, in a few words. */
  readonly asks: string;
  /** Words by which a period that an office enters, or a warning it starts, is known to be of this kind. */
  readonly known?: RegExp;
}
